"""The reference data on a page: what stands in it, how certain it is, and what changed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.kern.lezen import lezing
from richting.kern.models import Journaal
from richting.partijen import naslag as overzicht
from richting.partijen import referentie
from richting.partijen.formulieren import Naslagfilter
from richting.partijen.werkplek import Verzoek, met_loket

TITELS = {
    Organisatiesoort.GEMEENTE: _("Gemeenten"),
    Organisatiesoort.INRICHTING: _("Inrichtingen"),
    Organisatiesoort.FORENSISCHE_INSTELLING: _("Forensische instellingen"),
    Organisatiesoort.RECLASSERING: _("Reclassering"),
    Organisatiesoort.VEILIGHEIDSHUIS: _("Zorg- en Veiligheidshuizen"),
    Organisatiesoort.OM: _("OM"),
    Organisatiesoort.POLITIE: _("Politie"),
    Organisatiesoort.DJI: _("DJI"),
    Organisatiesoort.JUSTID: _("Justid"),
    Organisatiesoort.BEHEER: _("Beheer"),
    overzicht.OPGEGAAN: _("Opgegaan in een andere"),
    overzicht.REGIOS: _("Regio's"),
}
ZEKERHEDEN = {
    "S": _("gezien in een bron"),
    "K": _("niet nagegaan"),
    "K-low": _("niet nagegaan, geen lijst gevonden"),
    "eigen": _("van dit programma of uw eigen lijst"),
}


@require_safe
@met_loket(Loketsoort.BEHEER)
def naslag(request: Verzoek) -> HttpResponse:
    """One list of the reference data, its sources, and what loading changed. Clausule 1.2, 8.1."""
    lijst, na = request.GET.get("lijst", "gemeente"), request.GET.get("na", "")
    filter_ = Naslagfilter(request.GET)
    if lijst not in overzicht.LIJSTEN or not filter_.is_valid() or "\0" in na:
        raise Http404
    zoek = filter_.cleaned_data["zoek"]
    with lezing(request.wie, "naslag") as lees:
        keren = overzicht.keren_geladen()
        lees.niets_gezien()
    blad = overzicht.blad(lijst, zoek, na)
    namen = overzicht.regionamen()
    vraag = {"lijst": lijst, "zoek": zoek, "na": blad.volgende}
    inhoud = {
        "tabs": _tabs(lijst),
        "titel": TITELS[lijst],
        "lijst": lijst,
        "zoek": zoek,
        "filter": filter_,
        "regels": [
            {"rij": rij, "regio": _regio(rij, namen), "zekerheid": ZEKERHEDEN.get(rij.label, "")}
            for rij in blad.regels
        ],
        "volgende": "?" + urlencode(vraag) if blad.volgende else "",
        "bronnen": _bronnen(),
        "keren": [_keer(rij) for rij in keren],
    }
    return render(request, "partijen/naslag.html", inhoud)


def _tabs(lijst: str) -> list[dict[str, Any]]:
    hier = reverse("partijen:naslag")
    return [
        {"titel": titel, "url": f"{hier}?lijst={naam}", "huidig": naam == lijst}
        for naam, titel in TITELS.items()
    ]


def _regio(rij: Any, namen: dict[str, str]) -> str:
    code = getattr(rij, "regio", "")
    return namen.get(code, code)


def _bronnen() -> list[dict[str, Any]]:
    """What each file says of itself; nothing when a file of one's own is wrong at this moment."""
    try:
        koppen = referentie.lees(*referentie.mappen(settings.OMGEVING.naslag)).koppen
    except referentie.FouteGegevens:
        return []
    return [{"kop": kop, "zekerheid": ZEKERHEDEN[kop.zekerheid]} for kop in koppen]


def _keer(rij: Journaal) -> dict[str, Any]:
    """One time that loading changed something, as the page tells it."""
    voor, na = rij.voor.get("gewijzigd", {}), rij.na.get("gewijzigd", {})
    wijzigingen = [
        {"code": code, "veld": veld, "voor": voor[code].get(veld, ""), "na": waarde}
        for code, velden in na.items()
        for veld, waarde in velden.items()
    ]
    codes = rij.na.get("codes", [])
    return {
        "moment": rij.tijdstip,
        "nieuw": codes,
        "meer": rij.na.get("nieuw", 0) - len(codes),
        "wijzigingen": wijzigingen,
    }
