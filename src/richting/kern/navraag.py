"""What a reading made, kept, and used again only after asking everything again.

    blad = nagevraagd(lees, ("dossierpagina", nummer), lambda: teken(lees, nummer))

A page is rows from the database, put into words. Reading is cheap, wording is not. So a page is
kept together with every statement that was asked for it and every answer. Who asks for it again,
asks those same statements: in their own reading, with their own context, under row security and
on record. Only when each answer is the same, byte for byte, are the words used again.
Nothing is assumed about who changed what or where: a row that came, went or changed, a lost ground
or a new restriction gives another answer. What no statement answers (reader, day, language,
assumptions, what desks are called) stands in the key. See docs/keuzes/018-nagevraagd.md.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.utils.translation import get_language

from richting.kern import instellingen
from richting.kern.context import (
    LEZEN,
    ZET,
    Wie,
    bewijs_nu,
    databasecontext,
    is_vers,
    leest_naslag,
    open_als,
    token,
    zet,
)
from richting.kern.herhaal import Vastgelegd, herhaal, leg_vast, niets
from richting.kern.lezen import Lezing
from richting.kern.voorbereid import voorbereide_cursor
from richting.kern.voorraad import Voorraad

Antwoord = tuple[int, list[list[bytes | None]]]
LEZEND = ("SELECT ", "WITH ")
VERBODEN = "set_config"
"""What no statement may say but the one that opens a context."""

_maakt: ContextVar[bool] = ContextVar("maakt", default=False)
"""A page is being made, and what is asked for it noted."""
_door_versies: ContextVar[bool] = ContextVar("door_versies", default=False)

_voorbereidbaar: dict[str, bool] = {}
"""Per statement whether the database can prepare it."""
_omstandigheden: list[Callable[[], Hashable]] = []


@dataclass(frozen=True)
class Vraag:
    """A statement that was asked, and its answer.

    `soort` is the context in which it was asked: as the reader, or, in a part of a reading that
    looks at days only, as the program does (`kern.context.token`). `vastgelegd` asks it again.
    """

    sql: str
    waarden: Any
    antwoord: Antwoord
    soort: str
    vastgelegd: Vastgelegd | None = None

    def sleutel(self) -> Hashable:
        """What tells this statement from others: what is asked, of which values, as whom."""
        return (self.soort, self.sql, repr(self.waarden))


@dataclass(frozen=True)
class Bewaard:
    """What was made, what was asked for it, and what the read log must say of it."""

    gemaakt: Any
    vragen: tuple[Vraag, ...]
    gezien: tuple[tuple[UUID, frozenset[str]], ...]
    extra: tuple[tuple[str, Any], ...]

    def vertel(self, lees: Lezing) -> None:
        """Say in this reading what is seen of it."""
        lees.niets_gezien(**dict(self.extra))
        for dossier, categorieen in self.gezien:
            lees.gezien([dossier], categorieen)
        lees.bereid_slot_voor()


_bladen: Voorraad[Bewaard] = Voorraad()


def registreer_omstandigheid(functie: Callable[[], Hashable]) -> None:
    """Name something that a page shows and no statement of its reading answers: memory of a room
    that a process reads again now and then."""
    if functie not in _omstandigheden:
        _omstandigheden.append(functie)


def vergeet() -> None:
    """Keep nothing any more: for tests."""
    _bladen.maak_leeg()


def nagevraagd(
    lees: Lezing,
    wat: Hashable,
    maak: Callable[[], Any],
    *,
    voorbereid: bool = True,
    ondertussen: Callable[[], None] = niets,
) -> Any:
    """What `maak` gives, from memory when everything it asked still has the same answer.

    `voorbereid` False: its statements are planned each time, because a plan that knows nothing of
    the size of a desk would be a bad one. `ondertussen` may be done while the database answers; see
    `kern.herhaal`.

    The first thing in a reading: raises RuntimeError when something was read before, for that would
    be left out. `maak` depends on nothing but what it asks, who reads, the day and the language.
    What it gives is not changed afterwards; None is not kept.
    """
    if not is_vers() or lees.verantwoord:
        raise RuntimeError("Voor een nagevraagd blad is in deze lezing nog niets gelezen.")
    sleutel = sleutel_van(lees.wie, wat)
    bewaard = _bladen.haal(sleutel)
    anders: list[Vraag] | None = None
    if bewaard:
        anders = _anders(bewaard, lees, ondertussen)
        if anders == []:
            return bewaard.gemaakt
        lees.vergeet()
    gemaakt, vragen = _maak(maak, lees.wie)
    _leer(anders or (), vragen or ())
    if gemaakt is not None and vragen is not None:
        if voorbereid:
            _beproef_alle(vragen, lees.wie)
        _bewaar(sleutel, lees, gemaakt, vragen, voorbereid=voorbereid)
    return gemaakt


@contextmanager
def door_versies(sql: str, waarden: Any) -> Iterator[None]:
    """What is asked within this block is not asked again for a kept page: this statement is, which
    says of every row that is read here which version of it the reader may see.

    Each change of a row makes another version (`xmin`), and telling versions is much cheaper than
    telling rows. It is asked first: a row that changes in between then shows in the next look. One
    query while a page is made, else none.
    """
    if not _maakt.get():
        yield
        return
    with voorbereide_cursor() as cursor:
        cursor.execute(sql, waarden)
    merk = _door_versies.set(True)
    try:
        yield
    finally:
        _door_versies.reset(merk)


def sleutel_van(wie: Wie, wat: Hashable) -> Hashable:
    """Everything a page depends on beside the answers: for whom it is, when, and in which words."""
    lezer = (wie.loket, wie.loketsoort, wie.medewerker, wie.systeem, wie.naam)
    om = (instellingen.staat(), *(functie() for functie in _omstandigheden))
    return (wat, lezer, wie.vandaag, get_language(), *om)


def _bewaar(
    sleutel: Hashable, lees: Lezing, gemaakt: Any, vragen: list[Vraag], *, voorbereid: bool
) -> None:
    """Keep it, with each statement once; not when one was asked twice and the answers differ."""
    eenmaal: dict[Hashable, Vraag] = {}
    for vraag in vragen:
        eerste = eenmaal.setdefault(vraag.sleutel(), vraag)
        if eerste.antwoord != vraag.antwoord:
            return
    gezien = tuple((nummer, frozenset(soorten)) for nummer, soorten in lees.dossiers.items())
    opnieuw = tuple(_leg_vast(vraag, voorbereid) for vraag in eenmaal.values())
    bewaard = Bewaard(gemaakt, opnieuw, gezien, tuple(lees.extra.items()))
    _bladen.leg_weg(sleutel, bewaard)


def _maak(maak: Callable[[], Any], wie: Wie) -> tuple[Any, list[Vraag] | None]:
    """Make it, and note what is asked; None when something was asked that can't be asked again."""
    vragen: list[Vraag] = []
    anders = False

    def noteer(voer_uit: Any, sql: str, waarden: Any, veel: bool, om: dict[str, Any]) -> Any:
        nonlocal anders
        uit = voer_uit(sql, waarden, veel, om)
        if leest_naslag() or _door_versies.get():
            return uit
        lezer, soort = open_als()
        if veel or lezer is not wie or not _is_navraagbaar(sql, waarden):
            anders = True
        elif sql != ZET:
            vragen.append(Vraag(sql, waarden, _antwoord(om["cursor"]), soort))
        return uit

    merk = _maakt.set(True)
    try:
        with connection.execute_wrapper(noteer):
            gemaakt = maak()
    finally:
        _maakt.reset(merk)
    return gemaakt, None if anders else vragen


def _is_navraagbaar(sql: str, waarden: Any) -> bool:
    """It only reads, and asks the same at every moment of the day."""
    delen = waarden.values() if isinstance(waarden, dict) else waarden or ()
    leest = sql == ZET or (sql.lstrip().upper().startswith(LEZEND) and VERBODEN not in sql)
    return leest and not any(isinstance(waarde, datetime) for waarde in delen)


def _leg_vast(vraag: Vraag, voorbereid: bool) -> Vraag:
    kan = voorbereid and _voorbereidbaar.get(vraag.sql, False)
    return replace(vraag, vastgelegd=leg_vast(vraag.sql, vraag.waarden, voorbereid=kan))


def _anders(bewaard: Bewaard, lees: Lezing, ondertussen: Callable[[], None]) -> list[Vraag] | None:
    """The statements that no longer have the same answer, for this reader and now; None when they
    could not be asked again.

    All are sent before the first answer is read; what was seen is told in the reading meanwhile, as
    if all were the same. A part that was asked as the program is asked so
    again, and the reader's own context put back.
    """
    vragen: list[Vraag | None] = []
    vast: list[Any] = []
    delen = _per_soort(bewaard.vragen)
    for soort, deel in delen:
        if soort != LEZEN:
            vragen.append(None)
            vast.append(zet(token(lees.wie, soort)))
        vragen += deel
        vast += [vraag.vastgelegd for vraag in deel]
    if len(delen) > 1:
        vragen.append(None)
        vast.append(zet(bewijs_nu()))

    def alvast() -> None:
        bewaard.vertel(lees)
        ondertussen()

    uitslagen = herhaal(vast, alvast)
    if uitslagen is None:
        return None
    return [
        vraag
        for vraag, uitslag in zip(vragen, uitslagen, strict=True)
        if vraag is not None and _rijen(uitslag) != vraag.antwoord
    ]


def _leer(anders: Iterable[Vraag], nu: Iterable[Vraag]) -> None:
    """A statement whose answer was another only because it was prepared is not prepared again.

    Whoever gives no full order gets rows of equal rank in that of the plan, and a prepared
    statement has a plan of its own: its page would be made anew each time.
    """
    antwoorden = {vraag.sleutel(): vraag.antwoord for vraag in nu}
    for vraag in anders:
        if antwoorden.get(vraag.sleutel()) == vraag.antwoord:
            _voorbereidbaar[vraag.sql] = False


def _per_soort(vragen: Iterable[Vraag]) -> list[tuple[str, list[Vraag]]]:
    """The statements per context in which they were asked, those of the reader first."""
    uit: dict[str, list[Vraag]] = {LEZEN: []}
    for vraag in vragen:
        uit.setdefault(vraag.soort, []).append(vraag)
    return list(uit.items())


def _in_context(wie: Wie, soort: str) -> AbstractContextManager[None]:
    """The context of a part of the statements; that of the reading itself is open already."""
    return nullcontext() if soort == LEZEN else databasecontext(wie, soort)


def _beproef_alle(vragen: Iterable[Vraag], wie: Wie) -> None:
    for soort, deel in _per_soort(vragen):
        with _in_context(wie, soort):
            _beproef(deel)


def _beproef(vragen: Iterable[Vraag]) -> None:
    """Learn of each statement whether the database can prepare it: once in this process.

    With parameters apart from the text some mean something else, or nothing: those that do not give
    the same answer are asked as they were.
    """
    for vraag in vragen:
        if vraag.sql in _voorbereidbaar:
            continue
        try:
            with transaction.atomic(), voorbereide_cursor() as cursor:
                cursor.execute(vraag.sql, vraag.waarden)
                _voorbereidbaar[vraag.sql] = _antwoord(cursor) == vraag.antwoord
        except DatabaseError:
            _voorbereidbaar[vraag.sql] = False


def _antwoord(cursor: Any) -> Antwoord:
    """All that came back, as it came: how many columns, and every value or null of every row."""
    return _rijen(cursor.cursor.pgresult)


def _rijen(uitslag: Any) -> Antwoord:
    waarde, kolommen = uitslag.get_value, range(uitslag.nfields)
    rijen = [[waarde(rij, kolom) for kolom in kolommen] for rij in range(uitslag.ntuples)]
    return (uitslag.nfields, rijen)
