"""How a room reacts to what happens in a room further left: it subscribes here.

A reaction runs in the transaction of its cause, in the order of the rooms (`INSTALLED_APPS`). What
talks to the outside waits for the commit and belongs in `transaction.on_commit`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from richting.kern.lezen import Lezing
    from richting.kern.werk import Werk


@dataclass(frozen=True)
class Gebeurtenis:
    """One fact that was just recorded: its kind, its dossier and the values before and after."""

    soort: str
    dossier: UUID | None
    categorie: str
    voor: dict[str, Any]
    na: dict[str, Any]


Wijzigingen = Mapping[UUID, Sequence[Gebeurtenis]]
"""Everything that changed, per dossier, each in the order in which it was noted."""
Reactie = Callable[["Werk", Wijzigingen], None]


@dataclass(frozen=True)
class Slotvraag:
    """A statement at the end of a reading; `neem` gets the first value of its answer, as the
    database writes it, when the reading is over."""

    sql: str
    waarden: Any
    neem: Callable[[bytes], None] | None = None


Leesreactie = Callable[["Lezing"], Slotvraag | None]

_reacties: list[Reactie] = []
_laatste: list[Reactie] = []
_leesreacties: list[Leesreactie] = []


def bij_wijziging(reactie: Reactie, *, laatst: bool = False) -> Reactie:
    """Subscribe: called with everything that changed, for all dossiers of the work at once.

    So what it costs need not grow with the number of dossiers. What it notes itself is a change
    too, to which all may react in a next round. `laatst`: once, after the last round, with what
    changed in all of them; it notes nothing. For what is derived from the rows of other rooms.
    """
    lijst = _laatste if laatst else _reacties
    if reactie not in lijst:
        lijst.append(reactie)
    return reactie


def bij_lezing(reactie: Leesreactie) -> Leesreactie:
    """Subscribe: called at the end of every reading. It asks nothing itself, but gives what is to
    be asked in the transaction of the reading, after everything else."""
    if reactie not in _leesreacties:
        _leesreacties.append(reactie)
    return reactie


def reacties() -> tuple[Reactie, ...]:
    """All reactions to a change, in the order of the rooms."""
    return tuple(_reacties)


def laatste_reacties() -> tuple[Reactie, ...]:
    """All that react once, when nobody has anything to note any more."""
    return tuple(_laatste)


def leesreacties() -> tuple[Leesreactie, ...]:
    """All reactions to a reading."""
    return tuple(_leesreacties)
