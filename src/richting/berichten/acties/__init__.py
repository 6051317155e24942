"""Everything that writes in this room: receive messages, take in files, settle the quarantine."""

from __future__ import annotations

from richting.berichten.acties.bestand import Inleesuitslag, lees_in
from richting.berichten.acties.ontvangst import Antwoord, Uitkomst, ontvang, ontvang_los
from richting.berichten.acties.quarantaine import speel_af, verbeter, wijs_af

__all__ = [
    "Antwoord",
    "Inleesuitslag",
    "Uitkomst",
    "lees_in",
    "ontvang",
    "ontvang_los",
    "speel_af",
    "verbeter",
    "wijs_af",
]
