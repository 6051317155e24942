"""The tables of the plan, one module per subject; every row has `dossier_id` and `categorie`."""

from __future__ import annotations

from richting.plannen.models.actielijst import Actie, Actiestap
from richting.plannen.models.advies import Adviesinbreng, Adviesverzoek
from richting.plannen.models.basis import Planrij
from richting.plannen.models.behandelplan import (
    Behandeldoel,
    Faseringsstap,
    Stapreactie,
    Zitting,
)
from richting.plannen.models.brongegevens import Brongegeven
from richting.plannen.models.plan import (
    Doel,
    Factor,
    GeenAntwoord,
    Instemming,
    Motivatie,
    Ondersteuning,
    Planvraag,
    Poging,
    Startgesprek,
    ZonderMedewerking,
)
from richting.plannen.models.screening import Afname, Standafwijking
from richting.plannen.models.slachtoffer import (
    Slachtofferbelang,
    Slachtoffertoets,
)
from richting.plannen.models.versies import (
    Planversie,
    Planversiedeel,
)
from richting.plannen.models.voorzieningen import Plaatsing, Plaatsstap, Voorziening
from richting.plannen.models.werkregels import Planwerkregel
from richting.plannen.models.woonplaats import Verzoekbericht
from richting.plannen.models.zorg import (
    Zorgoverdracht,
)

__all__ = [
    "Actie",
    "Actiestap",
    "Adviesinbreng",
    "Adviesverzoek",
    "Afname",
    "Behandeldoel",
    "Brongegeven",
    "Doel",
    "Factor",
    "Faseringsstap",
    "GeenAntwoord",
    "Instemming",
    "Motivatie",
    "Ondersteuning",
    "Plaatsing",
    "Plaatsstap",
    "Planrij",
    "Planversie",
    "Planversiedeel",
    "Planvraag",
    "Planwerkregel",
    "Poging",
    "Slachtofferbelang",
    "Slachtoffertoets",
    "Standafwijking",
    "Stapreactie",
    "Startgesprek",
    "Verzoekbericht",
    "Voorziening",
    "Zitting",
    "ZonderMedewerking",
    "Zorgoverdracht",
]
