"""The tables of the room `regie`: each subject in its own file."""

from __future__ import annotations

from richting.regie.models.besluiten import Besluit, Besluitreactie, Besluitstap
from richting.regie.models.meldplicht import Meldplichtcontrole
from richting.regie.models.werkregels import Werkregel

__all__ = ["Besluit", "Besluitreactie", "Besluitstap", "Meldplichtcontrole", "Werkregel"]
