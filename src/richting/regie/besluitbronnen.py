"""What rooms further right know of decisions: who has an action that is touched, and what is
decided elsewhere. They register here, so that this room need not import them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

Actieloketten = Callable[[UUID, str], Iterable[int]]
"""Of a dossier and a compartment: the desks with an action that is still open there."""


@dataclass(frozen=True)
class Elders:
    """Something that is decided on a page of another room, with how the parties reacted."""

    soort: str
    tekst: str
    staat: str
    vanaf: date
    reacties: tuple[str, ...]
    adres: str


Eldersbron = Callable[[UUID], Iterable[Elders]]

_actieloketten: dict[str, Actieloketten] = {}
_elders: dict[str, Eldersbron] = {}


def registreer_actieloketten(naam: str, functie: Actieloketten) -> None:
    """Let a room say which desks have an open action; registering again replaces."""
    _actieloketten[naam] = functie


def registreer_elders(naam: str, functie: Eldersbron) -> None:
    """Let a room show what it decides in the overview of a dossier; within a reading."""
    _elders[naam] = functie


def actieloketten(dossier: UUID, categorie: str) -> frozenset[int]:
    """The desks with an open action in this compartment. Clausule 5.3. One query per room."""
    return frozenset(
        loket
        for naam in sorted(_actieloketten)
        for loket in _actieloketten[naam](dossier, categorie)
    )


def elders(dossier: UUID) -> list[Elders]:
    """What other rooms decide of this dossier, by day. One query or two per room."""
    gevonden = [een for naam in sorted(_elders) for een in _elders[naam](dossier)]
    return sorted(gevonden, key=lambda een: (een.vanaf, een.soort))
