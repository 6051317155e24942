"""The work list: the first page of every desk."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import Loketsoort
from richting.dossiers.apps import ZONDER_DOSSIERS
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.formulieren.werkvoorraad import Filter
from richting.regie.lijsten import lijsten_van, wenken
from richting.regie.overzichten import werkvoorraad as overzichten
from richting.regie.paginas import lijstbeeld

ALLEEN = {
    Loketsoort.OPENBARE_ORDE: gettext_lazy(
        "U ziet alleen wie de burgemeester mag kennen: door artikel 18b Pbw of de BIJ."
    ),
    Loketsoort.OM: gettext_lazy("U ziet alleen wie is gemarkeerd voor artikel 18b Pbw."),
    Loketsoort.POLITIE: gettext_lazy(
        "U ziet alleen wie de politie mag kennen: door artikel 18b Pbw of de BIJ."
    ),
}
"""Desks that the law lets know of a few: the list says so, so that its shortness is understood."""


@require_safe
@met_loket()
def werkvoorraad(request: Verzoek) -> HttpResponse:
    """What this desk has to do: new, coming home, end unknown, gone without. Clausule 1.1, 3.3."""
    if request.loket.soort in ZONDER_DOSSIERS:
        return render(request, "regie/zonder_lijst.html")
    lijst = request.GET.get("lijst") or overzichten.NIEUW
    if lijst not in lijsten_van(request.loket.soort):
        raise Http404
    filter_ = Filter(request.GET, request.loket.soort)
    if not filter_.is_valid():
        raise Http404
    vraag = _vraag(request, lijst, filter_)
    with lezing(request.wie, "werkvoorraad") as lees:
        bladzijde = _bladzijde(vraag)
        tellingen, wacht = overzichten.tellingen(vraag), wenken(vraag)
        waarom = overzichten.toelichtingen(vraag, bladzijde.regels)
        regels = lijstbeeld.regels(bladzijde.regels, vraag, waarom)
        categorieen = {"verblijf"}.union(*(een.categorieen for een in waarom.values()))
        lees.gezien([r.dossier_id for r in bladzijde.regels], categorieen, lijst=lijst)
    inhoud = _inhoud(vraag, bladzijde.volgende, tellingen, filter_)
    groepen = list(lijstbeeld.groepen(regels, vraag))
    return render(
        request, "regie/werkvoorraad.html", {**inhoud, "groepen": groepen, "wenken": wacht}
    )


def _vraag(request: Verzoek, lijst: str, filter_: Filter) -> overzichten.Vraag:
    return overzichten.Vraag(
        loket=request.loket.pk,
        loketsoort=request.loket.soort,
        vandaag=request.wie.vandaag,
        lijst=lijst,
        aannames=aannames_op(request.wie.vandaag),
        inrichting=filter_.cleaned_data.get("inrichting", ""),
        gemeente=filter_.cleaned_data.get("gemeente", ""),
        na=request.GET.get("na", ""),
    )


def _bladzijde(vraag: overzichten.Vraag) -> overzichten.Bladzijde:
    try:
        return overzichten.werkvoorraad(vraag)
    except ValueError as fout:
        raise Http404 from fout


def _inhoud(
    vraag: overzichten.Vraag,
    volgende: str,
    tellingen: dict[str, str],
    filter_: Filter,
) -> dict[str, Any]:
    """What the page shows around its lines."""
    soorten = lijsten_van(vraag.loketsoort)
    soort = soorten[vraag.lijst]
    weken = getattr(vraag.aannames, soort.weken) if soort.weken else ""
    return {
        "tabs": [
            {
                "titel": een.titel,
                "url": filter_.adres(naam),
                "huidig": naam == vraag.lijst,
                "aantal": tellingen[naam],
            }
            for naam, een in soorten.items()
        ],
        "lijst": vraag.lijst,
        "uitleg": str(soort.uitleg).format(weken=weken),
        "met_toelichting": soort.toelichting is not None,
        "alleen": ALLEEN.get(Loketsoort(filter_.loketsoort), ""),
        "volgende": filter_.adres(vraag.lijst, volgende) if volgende else "",
        "filter": filter_,
        "gefilterd": bool(vraag.inrichting or vraag.gemeente),
        "vandaag": vraag.vandaag,
    }


urlpatterns = [path("", werkvoorraad, name="werkvoorraad")]
