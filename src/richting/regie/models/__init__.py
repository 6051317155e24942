"""The tables of the room `regie`: each subject in its own file."""

from __future__ import annotations

from richting.regie.models.ladder import Belemmering, Berichtvoorkeur, Herinnering, Mail, Mailregel
from richting.regie.models.termijnen import Afvinking, Lijstfilter, Terugmelding, Uitstel
from richting.regie.models.werkregels import Werkregel

__all__ = [
    "Afvinking",
    "Belemmering",
    "Berichtvoorkeur",
    "Herinnering",
    "Lijstfilter",
    "Mail",
    "Mailregel",
    "Terugmelding",
    "Uitstel",
    "Werkregel",
]
