"""The pages of this room: deliver files, settle the quarantine, judge who is the same person."""

from __future__ import annotations

from richting.berichten.paginas.aanleveren import aanleveren, aanlevering, voorbeeld
from richting.berichten.paginas.personen import personen, voorstel
from richting.berichten.paginas.quarantaine import bericht, quarantaine

__all__ = [
    "aanleveren",
    "aanlevering",
    "bericht",
    "personen",
    "quarantaine",
    "voorbeeld",
    "voorstel",
]
