"""The tables of the room `regie`: each subject in its own file."""

from __future__ import annotations

from richting.regie.models.termijnen import Afvinking, Lijstfilter, Terugmelding, Uitstel
from richting.regie.models.werkregels import Werkregel

__all__ = ["Afvinking", "Lijstfilter", "Terugmelding", "Uitstel", "Werkregel"]
