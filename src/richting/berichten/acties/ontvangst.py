"""Receive messages: check, store once, apply; an answer per message.

An answer is given after the commit of its group, so what was acknowledged survives `kill -9`, and
what was not is sent again without harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connection

from richting.berichten.acties.groep import Groep
from richting.berichten.models import Aanlevering, Bericht
from richting.berichten.samenhang import Kader
from richting.berichten.soorten import Fout
from richting.berichten.validatie import GeldigBericht, OngeldigBericht, valideer
from richting.kern.context import Wie
from richting.kern.werk import verwerking

GROEP = 50
"""Messages per transaction: few enough to repeat after a crash, enough to share the commit."""
POGINGEN = 5
HERHAALBAAR = {"40P01", "40001", "23505"}
"""Deadlock, serialization failure, and a message id that another process stored first."""
AL_GEBRUIKT = Fout(
    "berichtId",
    "berichtId_gebruikt",
    "Dit berichtId is al gebruikt voor een bericht met een andere inhoud: geef een nieuw nummer.",
)


class Uitkomst(StrEnum):
    """What became of a message, as the sender is told."""

    AANVAARD = "aanvaard"
    HERHAALD = "herhaald"
    GEWEIGERD = "geweigerd"
    WACHT = "wacht"
    QUARANTAINE = "quarantaine"
    BUITEN_DOELGROEP = "buiten_doelgroep"


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The answer to one message. `eerder` tells of a repeat what became of the first one."""

    bericht_id: str
    status: Uitkomst
    fouten: tuple[Fout, ...] = ()
    dossier: UUID | None = None
    eerder: str = ""


Ontvangen = GeldigBericht | OngeldigBericht


def kader(wie: Wie) -> Kader:
    """What the check needs to know of the world; only production takes real persons."""
    return Kader(wie.nu, settings.OMGEVING.soort != "productie")


def ontvang(
    wie: Wie, bron: str, berichten: Sequence[Any], aanlevering: Aanlevering | None = None
) -> list[Antwoord]:
    """Check, store and apply raw messages of one source; the answers in the same order.

    Commits per group of 50. Repeats are harmless. Clausule 3.1, 5.4.
    """
    regels = kader(wie)
    gelezen = [valideer(ruw, regels) for ruw in berichten]
    antwoorden: list[Antwoord] = []
    for groep in _in_groepen(gelezen):
        antwoorden += ontvang_los(wie, bron, groep, aanlevering)
    return antwoorden


def ontvang_los(
    wie: Wie, bron: str, groep: Sequence[Ontvangen], aanlevering: Aanlevering | None
) -> list[Antwoord]:
    """Store and apply one group in one transaction; tried again after a collision."""
    for poging in range(POGINGEN):
        laatste = poging == POGINGEN - 1 or connection.in_atomic_block
        try:
            return _verwerk(Groep(wie, bron, aanlevering, laatste), groep)
        except DatabaseError as fout:
            if laatste or getattr(fout.__cause__, "sqlstate", None) not in HERHAALBAAR:
                raise
    raise AssertionError("onbereikbaar")


def _in_groepen(gelezen: Sequence[Ontvangen]) -> Iterator[Sequence[Ontvangen]]:
    for begin in range(0, len(gelezen), GROEP):
        yield gelezen[begin : begin + GROEP]


def _verwerk(werk: Groep, groep: Sequence[Ontvangen]) -> list[Antwoord]:
    geldig = [b for b in groep if isinstance(b, GeldigBericht)]
    if not geldig:
        return [_geweigerd(b.bericht_id, b.fouten) for b in groep if isinstance(b, OngeldigBericht)]
    with verwerking(werk.wie):
        werk.laad((b.verblijf for b in geldig), (b.bericht_id for b in geldig))
        gedaan = [werk.neem_aan(b) if isinstance(b, GeldigBericht) else b for b in groep]
        werk.sla_op()
    return [_antwoord(uit) for uit in gedaan]


def _antwoord(uit: tuple[Bericht, bool, bool] | OngeldigBericht) -> Antwoord:
    if isinstance(uit, OngeldigBericht):
        return _geweigerd(uit.bericht_id, uit.fouten)
    rij, herhaald, zelfde = uit
    if not zelfde:
        return _geweigerd(rij.bericht_id, (AL_GEBRUIKT,))
    reden = (Fout("", rij.reden_code, rij.reden),) if rij.reden_code else ()
    if herhaald:
        return Antwoord(rij.bericht_id, Uitkomst.HERHAALD, reden, rij.dossier_id, rij.status)
    return Antwoord(rij.bericht_id, Uitkomst(rij.status), reden, rij.dossier_id)


def _geweigerd(bericht_id: str, fouten: tuple[Fout, ...]) -> Antwoord:
    return Antwoord(bericht_id, Uitkomst.GEWEIGERD, fouten)
