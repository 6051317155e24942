"""The tables of the room `regie`: each subject in its own file."""

from __future__ import annotations

from richting.regie.models.besluiten import Besluit, Besluitreactie, Besluitstap
from richting.regie.models.bewijs import Grondronde
from richting.regie.models.ladder import Belemmering, Berichtvoorkeur, Herinnering, Mail, Mailregel
from richting.regie.models.meldplicht import Meldplichtcontrole
from richting.regie.models.overdracht import (
    Overdracht,
    Overdrachtafspraak,
    Overdrachtpunt,
    Overdrachtstap,
)
from richting.regie.models.personeel import Toewijzing, Vervanging
from richting.regie.models.regietijdvak import Regietijdvak
from richting.regie.models.termijnen import Afvinking, Lijstfilter, Terugmelding, Uitstel
from richting.regie.models.werkregels import Werkregel

__all__ = [
    "Afvinking",
    "Belemmering",
    "Berichtvoorkeur",
    "Besluit",
    "Besluitreactie",
    "Besluitstap",
    "Grondronde",
    "Herinnering",
    "Lijstfilter",
    "Mail",
    "Mailregel",
    "Meldplichtcontrole",
    "Overdracht",
    "Overdrachtafspraak",
    "Overdrachtpunt",
    "Overdrachtstap",
    "Regietijdvak",
    "Terugmelding",
    "Toewijzing",
    "Uitstel",
    "Vervanging",
    "Werkregel",
]
