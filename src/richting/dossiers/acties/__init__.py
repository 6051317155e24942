"""Everything that writes in this room: apply a message, and join or part two persons."""

from __future__ import annotations

from richting.dossiers.acties.personen import AlBeoordeeld, splits, voeg_samen, wijs_af
from richting.dossiers.acties.verblijf import (
    KanNietToegepast,
    Verwerkt,
    bereid_voor,
    verwerk_verblijf,
)

__all__ = [
    "AlBeoordeeld",
    "KanNietToegepast",
    "Verwerkt",
    "bereid_voor",
    "splits",
    "verwerk_verblijf",
    "voeg_samen",
    "wijs_af",
]
