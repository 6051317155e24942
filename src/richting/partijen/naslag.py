"""Reading the reference data as it stands in the database: by kind, by name or code, in pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from richting.akkoord.woorden import Organisatiesoort
from richting.kern.models import Journaal
from richting.partijen.models import Organisatie, Regio

PER_PAGINA = 25
MEESTE_KEREN = 10
OPGEGAAN, REGIOS = "opgegaan", "regios"
LIJSTEN = (*(soort.value for soort in Organisatiesoort), OPGEGAAN, REGIOS)
"""The lists one can ask for: every kind of party, those that ended, and the regions."""


@dataclass(frozen=True)
class Naslagblad:
    """One page of a list in the order of the codes, and the code after which the next begins."""

    regels: list[Any]
    volgende: str


def blad(lijst: str, zoek: str = "", na: str = "") -> Naslagblad:
    """One page of one of LIJSTEN, whose name or code holds `zoek`. One query."""
    rijen = _lijst(lijst).filter(code__gt=na).order_by("code")
    if zoek:
        rijen = rijen.filter(Q(naam__icontains=zoek) | Q(code__icontains=zoek))
    gevonden = list(rijen[: PER_PAGINA + 1])
    regels = gevonden[:PER_PAGINA]
    return Naslagblad(regels, regels[-1].code if len(gevonden) > PER_PAGINA else "")


def _lijst(lijst: str) -> QuerySet[Any]:
    if lijst == REGIOS:
        return Regio.objects.all()
    rijen = Organisatie.objects.select_related("opvolger")
    if lijst == OPGEGAAN:
        return rijen.filter(geldig_tot__isnull=False)
    return rijen.filter(soort=lijst, geldig_tot=None)


def regionamen() -> dict[str, str]:
    """The names of all regions by code. One query."""
    return dict(Regio.objects.values_list("code", "naam"))


def keren_geladen() -> list[Journaal]:
    """The newest times that loading changed something, for who may see them. One query."""
    rijen = Journaal.objects.filter(soort="referentie_geladen").order_by("-tijdstip", "-pk")
    return list(rijen[:MEESTE_KEREN])
