"""Everything that writes in this room: receive messages, take in files, settle the quarantine."""

from __future__ import annotations

from richting.berichten.acties.aanlevering import Inleesuitslag, lees_in, lever_aan
from richting.berichten.acties.ontvangst import AL_GEBRUIKT, Antwoord, Uitkomst, ontvang
from richting.berichten.acties.quarantaine import (
    AlAfgehandeld,
    Geweigerd,
    speel_af,
    speel_reden_af,
    verbeter,
    wijs_af,
)

__all__ = [
    "AL_GEBRUIKT",
    "AlAfgehandeld",
    "Antwoord",
    "Geweigerd",
    "Inleesuitslag",
    "Uitkomst",
    "lees_in",
    "lever_aan",
    "ontvang",
    "speel_af",
    "speel_reden_af",
    "verbeter",
    "wijs_af",
]
