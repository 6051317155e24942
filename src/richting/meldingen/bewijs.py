"""What every channel can prove of a melding: sent, accepted by the receiver, or why not.

The mailbox is always there: the row stands in it in the transaction of its cause. A channel (mail,
a webhook) registers a function that gives its steps; who shows proof, or reconciles, asks here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Kanaalstap:
    """How far one melding came through one channel. Clausule 5.4, 6.5.

    `kanaal` is what people call it; `waarom_niet` a Dutch sentence without personal data, empty
    when there is nothing to explain. `opgegeven`: nobody tries it again by itself.
    """

    kanaal: str
    verzonden_op: datetime | None = None
    aangenomen_op: datetime | None = None
    waarom_niet: str = ""
    opgegeven: bool = False


Kanaal = Callable[[list[UUID]], Iterable[tuple[UUID, Kanaalstap]]]
"""Gets meldingen by number, also those of other desks, and runs in the context of who asks: within
a reading as a desk, in the nightly check as the program. What the asker may not know it leaves
out; row security on its own table, or a function of the database, sees to that."""

_kanalen: dict[str, Kanaal] = {}


def registreer_kanaal(naam: str, functie: Kanaal) -> None:
    """Let a channel say how far it came; registering again replaces."""
    _kanalen[naam] = functie


def vergeet_kanaal(naam: str) -> None:
    """Take a channel out again."""
    _kanalen.pop(naam, None)


def kanaalstappen(meldingen: Iterable[UUID]) -> dict[UUID, list[Kanaalstap]]:
    """Per melding what the channels say of it, in the order of their names. Clausule 5.4."""
    nummers = list(meldingen)
    uit: dict[UUID, list[Kanaalstap]] = {}
    if nummers:
        for naam in sorted(_kanalen):
            for nummer, stap in _kanalen[naam](nummers):
                uit.setdefault(nummer, []).append(stap)
    return uit
