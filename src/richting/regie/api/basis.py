"""Words that come in over the API, and refusals in one form; see `partijen.apivormen`."""

from __future__ import annotations

from richting.partijen.apivormen import (
    GEEN_DOSSIER,
    ZONDER_NUL,
    Dag,
    In,
    Leeg,
    Tekst,
    doe,
)

__all__ = ["GEEN_DOSSIER", "ZONDER_NUL", "Dag", "In", "Leeg", "Tekst", "doe"]
