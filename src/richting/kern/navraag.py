"""What a reading made, kept, and used again only after asking everything again.

    blad = nagevraagd(lees, ("dossierpagina", nummer), lambda: teken(lees, nummer))

A page is rows from the database, put into words. Reading is cheap, wording is not. So a page is
kept together with every statement that was asked for it and a digest of every answer. Who asks for
it again, asks those same statements: in their own reading, with their own context, under row
security and on record. Only when each answer is the same, byte for byte, are the words used again.
Nothing is assumed about who changed what or where: a row that came, went or changed, a lost ground
or a new restriction gives another answer. What no statement answers (reader, day, language,
assumptions, what desks are called) stands in the key. See docs/keuzes/018-nagevraagd.md.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import get_language

from richting.kern import instellingen
from richting.kern.context import Wie, is_vers
from richting.kern.lezen import Lezing

MEESTE = 128
"""How many pages a process keeps; the one that was used longest ago goes first."""
LEZEND = ("SELECT ", "WITH ")
VERBODEN = "set_config"
"""A statement that changes who reads is never asked again."""

_omstandigheden: list[Callable[[], Hashable]] = []


@dataclass(frozen=True)
class Vraag:
    """A statement that was asked, and the digest of its answer."""

    sql: str
    waarden: Any
    antwoord: bytes


@dataclass(frozen=True)
class Bewaard:
    """What was made, what was asked for it, and what the read log must say of it."""

    gemaakt: Any
    vragen: tuple[Vraag, ...]
    gezien: tuple[tuple[UUID, frozenset[str]], ...]
    extra: tuple[tuple[str, Any], ...]


@dataclass
class _Voorraad:
    """The pages of this process, the newest used last."""

    bladen: OrderedDict[Hashable, Bewaard] = field(default_factory=OrderedDict)
    slot: Lock = field(default_factory=Lock)

    def haal(self, sleutel: Hashable) -> Bewaard | None:
        with self.slot:
            gevonden = self.bladen.get(sleutel)
            if gevonden is not None:
                self.bladen.move_to_end(sleutel)
            return gevonden

    def leg_weg(self, sleutel: Hashable, bewaard: Bewaard) -> None:
        with self.slot:
            self.bladen[sleutel] = bewaard
            self.bladen.move_to_end(sleutel)
            while len(self.bladen) > MEESTE:
                self.bladen.popitem(last=False)


_voorraad = _Voorraad()


def registreer_omstandigheid(functie: Callable[[], Hashable]) -> None:
    """Name something that a page shows and no statement of its reading answers: memory of a room
    that a process reads again now and then."""
    if functie not in _omstandigheden:
        _omstandigheden.append(functie)


def vergeet() -> None:
    """Keep nothing any more: for tests."""
    with _voorraad.slot:
        _voorraad.bladen.clear()


def nagevraagd(lees: Lezing, wat: Hashable, maak: Callable[[], Any]) -> Any:
    """What `maak` gives, from memory when everything it asked still has the same answer.

    The first thing in a reading: raises RuntimeError when something was read before, for that would
    be left out. `maak` depends on nothing but what it asks, who reads, the day and the language.
    What it gives is not changed afterwards; None is not kept.
    """
    if not is_vers() or lees.verantwoord:
        raise RuntimeError("Voor een nagevraagd blad is in deze lezing nog niets gelezen.")
    sleutel = sleutel_van(lees.wie, wat)
    bewaard = _voorraad.haal(sleutel)
    if bewaard is not None and _zelfde(bewaard):
        for dossier, categorieen in bewaard.gezien:
            lees.gezien([dossier], categorieen)
        lees.extra.update(bewaard.extra)
        return bewaard.gemaakt
    gemaakt, vragen = _maak(maak)
    if gemaakt is not None and vragen is not None:
        _voorraad.leg_weg(sleutel, _bewaar(lees, gemaakt, vragen))
    return gemaakt


def sleutel_van(wie: Wie, wat: Hashable) -> Hashable:
    """Everything a page depends on beside the answers: for whom it is, when, and in which words."""
    lezer = (wie.loket, wie.loketsoort, wie.medewerker, wie.systeem, wie.naam)
    om = (instellingen.staat(), *(functie() for functie in _omstandigheden))
    return (wat, lezer, wie.vandaag, get_language(), *om)


def _bewaar(lees: Lezing, gemaakt: Any, vragen: list[Vraag]) -> Bewaard:
    gezien = tuple((nummer, frozenset(soorten)) for nummer, soorten in lees.dossiers.items())
    return Bewaard(gemaakt, tuple(vragen), gezien, tuple(lees.extra.items()))


def _maak(maak: Callable[[], Any]) -> tuple[Any, list[Vraag] | None]:
    """Make it, and note what is asked; None when something was asked that can't be asked again."""
    vragen: list[Vraag] = []
    anders = False

    def noteer(voer_uit: Any, sql: str, waarden: Any, veel: bool, om: dict[str, Any]) -> Any:
        nonlocal anders
        uit = voer_uit(sql, waarden, veel, om)
        if veel or not _is_navraagbaar(sql, waarden):
            anders = True
        else:
            vragen.append(Vraag(sql, waarden, _afdruk(om["cursor"])))
        return uit

    with connection.execute_wrapper(noteer):
        gemaakt = maak()
    return gemaakt, None if anders else vragen


def _is_navraagbaar(sql: str, waarden: Any) -> bool:
    """It only reads, and asks the same at every moment of the day."""
    delen = waarden.values() if isinstance(waarden, dict) else waarden or ()
    leest = sql.lstrip().upper().startswith(LEZEND) and VERBODEN not in sql
    return leest and not any(isinstance(waarde, datetime) for waarde in delen)


def _zelfde(bewaard: Bewaard) -> bool:
    """Every statement still has the same answer, for this reader and now."""
    with connection.cursor() as cursor:
        for vraag in bewaard.vragen:
            cursor.execute(vraag.sql, vraag.waarden)
            if _afdruk(cursor) != vraag.antwoord:
                return False
    return True


def _afdruk(cursor: Any) -> bytes:
    """The digest of all that came back, as it came: columns, rows, values, nulls, their lengths."""
    uitslag = cursor.cursor.pgresult
    rijen, kolommen = uitslag.ntuples, uitslag.nfields
    maat = hashlib.sha256(f"{rijen} {kolommen}".encode())
    delen = []
    for rij in range(rijen):
        for kolom in range(kolommen):
            waarde = uitslag.get_value(rij, kolom)
            delen.append(b"-" if waarde is None else b"%d:%b" % (len(waarde), waarde))
    maat.update(b",".join(delen))
    return maat.digest()
