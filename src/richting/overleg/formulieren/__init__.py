"""The forms of consultations."""

from __future__ import annotations

from richting.overleg.formulieren.beleggen import (
    Afgelastformulier,
    Antwoordformulier,
    Nieuwformulier,
    Nodigformulier,
    Tijdformulier,
    Voorstelformulier,
)
from richting.overleg.formulieren.houden import (
    Aanvullingformulier,
    Afspraakformulier,
    Verslagformulier,
)

__all__ = [
    "Aanvullingformulier",
    "Afgelastformulier",
    "Afspraakformulier",
    "Antwoordformulier",
    "Nieuwformulier",
    "Nodigformulier",
    "Tijdformulier",
    "Verslagformulier",
    "Voorstelformulier",
]
