"""Facts of a stay with good defaults: a test names only what it is about.

    verblijf()                                     # a year in Nieuwegein, from Utrecht
    verblijf(titel=Titel.ISD, einde=None)
    verblijf(gemeenten=(ingezetene("GM0363"), vestiging("GM0599")))

Codes are those of the fixed cast in `tests/partijen/bouwers.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from richting.akkoord.feiten import (
    Feiten,
    Gemeenteband,
    Persoonsfeiten,
    Plaats,
    Toezicht,
    Verwachting,
)
from richting.akkoord.woorden import GemeenteRol, SoortPlaats, Titel, Verblijfsstatus, Zekerheid

UTRECHT, ARNHEM, AMSTERDAM = "GM0344", "GM0202", "GM0363"
NIEUWEGEIN, VUGHT = "PI-NIEUWEGEIN", "PI-VUGHT"
POMPE = "FPC-POMPE"
RN, SVG = "RN", "SVG"
VANDAAG = date(2026, 11, 23)
BEGIN = date(2026, 6, 1)
EINDE = date(2027, 6, 1)
GEBOREN = date(1990, 3, 14)
VOLWASSENE = Persoonsfeiten(GEBOREN, Verblijfsstatus.GELDIG)


def dag(aantal: int, vanaf: date = BEGIN) -> date:
    """So many days after the begin of the default stay."""
    return vanaf + timedelta(days=aantal)


def persoon(**anders: Any) -> Persoonsfeiten:
    """An adult with a valid status."""
    return replace(VOLWASSENE, **anders)


def plaats(
    soort: SoortPlaats = SoortPlaats.PI,
    inrichting: str | None = NIEUWEGEIN,
    van: date = BEGIN,
    tot: date | None = None,
) -> Plaats:
    """A place, by default the prison from the first day on."""
    return Plaats(soort, inrichting, van, tot)


def ingezetene(gemeente: str = UTRECHT, **meer: Any) -> Gemeenteband:
    """Registered in this municipality."""
    return Gemeenteband(gemeente, GemeenteRol.INGEZETENE, **meer)


def verbleef(gemeente: str = ARNHEM, **meer: Any) -> Gemeenteband:
    """Mostly stayed in this municipality."""
    return Gemeenteband(gemeente, GemeenteRol.FEITELIJK_VERBLIJF, **meer)


def vestiging(gemeente: str = AMSTERDAM, **meer: Any) -> Gemeenteband:
    """Wants to settle in this municipality."""
    return Gemeenteband(gemeente, GemeenteRol.VESTIGING, **meer)


def toezicht(organisatie: str = RN, van: date | None = EINDE, tot: date | None = None) -> Toezicht:
    """Supervision after the stay."""
    return Toezicht(organisatie, van, tot)


def verwacht(
    vroegst: date | None = EINDE,
    laatst: date | None = None,
    zekerheid: Zekerheid = Zekerheid.VERWACHT,
) -> Verwachting:
    """An expected end."""
    return Verwachting(vroegst, laatst, zekerheid)


EINDE_ONBEKEND = Verwachting()


def verblijf(**anders: Any) -> Feiten:
    """An adult from Utrecht, a year in the prison of Nieuwegein, known from the first day."""
    gewoon = Feiten(
        persoon=VOLWASSENE,
        titel=Titel.GEVANGENISSTRAF,
        begin=BEGIN,
        bekend_sinds=anders.get("begin", BEGIN),
        verwacht_einde=verwacht(),
        plaatsen=(plaats(van=anders.get("begin", BEGIN)),),
        gemeenten=(ingezetene(),),
    )
    return replace(gewoon, **anders)
