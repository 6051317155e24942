"""Everything that writes in this room: grounds (`herrekening`), restrictions (`afscherming`) and
regional agreements (`regioafspraken`)."""

from __future__ import annotations

from richting.delen.acties.afscherming import beeindig_afscherming, scherm_af, sluit_uit
from richting.delen.acties.herrekening import herbereken, herbouw_alles

__all__ = [
    "beeindig_afscherming",
    "herbereken",
    "herbouw_alles",
    "scherm_af",
    "sluit_uit",
]
