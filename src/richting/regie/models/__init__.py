"""The tables of the room `regie`: each subject in its own file."""

from __future__ import annotations

from richting.regie.models.overdracht import (
    Overdracht,
    Overdrachtafspraak,
    Overdrachtpunt,
    Overdrachtstap,
)
from richting.regie.models.personeel import Toewijzing, Vervanging
from richting.regie.models.regietijdvak import Regietijdvak
from richting.regie.models.werkregels import Werkregel

__all__ = [
    "Overdracht",
    "Overdrachtafspraak",
    "Overdrachtpunt",
    "Overdrachtstap",
    "Regietijdvak",
    "Toewijzing",
    "Vervanging",
    "Werkregel",
]
