"""Who can sign in to the demo: one per kind of user, all with a password that is no secret."""

from __future__ import annotations

from dataclasses import dataclass

from richting.akkoord.woorden import Loketsoort as L

WACHTWOORD = "samen terug naar huis"


@dataclass(frozen=True)
class Account:
    """One demo user: the name to sign in with, who that is, at which desk, and as its manager."""

    gebruikersnaam: str
    naam: str
    functie: str
    organisatie: str
    loketsoort: L
    beheert: bool = True


ACCOUNTS = (
    Account("pi", "Bram Verzonnen", "casemanager", "PI-NIEUWEGEIN", L.CASEMANAGEMENT),
    Account("gemeente", "Anna Bedacht", "coördinator nazorg", "GM0344", L.NAZORG),
    Account("collega", "Nora Verzin", "medewerker nazorg", "GM0344", L.NAZORG, beheert=False),
    Account("andere-gemeente", "Eva Elders", "coördinator nazorg", "GM0202", L.NAZORG),
    Account("burgemeester", "Dirk Proef", "adviseur openbare orde", "GM0344", L.OPENBARE_ORDE),
    Account("reclassering", "Cato Schijn", "reclasseringswerker", "RN", L.RECLASSERING),
    Account("kliniek", "Gijs Denk", "behandelcoördinator", "FPC-POMPE", L.FORENSISCH),
    Account("veiligheidshuis", "Zoë Papier", "procesregisseur", "ZVH-UTRECHT", L.PROCESREGIE),
    Account("om", "Otto Model", "officier", "OM", L.OM),
    Account("politie", "Petra Model", "adviseur", "POLITIE", L.POLITIE),
    Account("dji", "Hanna Post", "aanlevering", "DJI", L.VERWERKING),
    Account("beheer", "Fatima Fictie", "functioneel beheerder", "BEHEER", L.BEHEER),
    Account("privacy", "Jip Geheim", "privacyfunctionaris", "BEHEER", L.PRIVACY),
)
