"""Everything that writes in this room, one function per thing a user does.

`medewerkers` (staff), `aanmelden` (the own account), `loketten`, `systemen` and `referentie`
(loading the reference data). Each act goes through `kern.werk.verwerking`, so it stands in the
journal, in the chain of the desk that acted.
"""

from __future__ import annotations

from richting.partijen.acties.aanmelden import (
    koppel_app,
    meld_aan,
    meld_af,
    vernieuw_reservecodes,
    wijzig_wachtwoord,
    wissel_loket,
)
from richting.partijen.acties.loketten import wijzig_bereikbaarheid
from richting.partijen.acties.medewerkers import (
    NieuweMedewerker,
    activeer,
    deactiveer,
    geef_tijdelijk_wachtwoord,
    maak_medewerker,
    ontgrendel,
    verleng,
    verwijder_van_loket,
    voeg_toe_aan_loket,
    wijzig_email,
    wis_tweede_factor,
)
from richting.partijen.acties.referentie import eigen_naslag, laad_referentie, verschillen
from richting.partijen.acties.systemen import NieuwSysteem, maak_systeem, trek_systeem_in

__all__ = [
    "NieuwSysteem",
    "NieuweMedewerker",
    "activeer",
    "deactiveer",
    "eigen_naslag",
    "geef_tijdelijk_wachtwoord",
    "koppel_app",
    "laad_referentie",
    "maak_medewerker",
    "maak_systeem",
    "meld_aan",
    "meld_af",
    "ontgrendel",
    "trek_systeem_in",
    "verleng",
    "vernieuw_reservecodes",
    "verschillen",
    "verwijder_van_loket",
    "voeg_toe_aan_loket",
    "wijzig_bereikbaarheid",
    "wijzig_email",
    "wijzig_wachtwoord",
    "wis_tweede_factor",
    "wissel_loket",
]
