"""Fixed versions: the list, one version, and two side by side."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.formulieren.versies import WERKVERSIE, Vergelijkformulier
from richting.plannen.models import Planversie
from richting.plannen.onderdelen import Blok
from richting.plannen.overzichten import versies as overzichten
from richting.plannen.overzichten.inhoud import inhoud
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan


@require_safe
@met_loket()
def versies(request: Verzoek, dossier: UUID) -> HttpResponse:
    """All fixed versions, and two of them side by side. Clausule 7.1."""

    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        alle = overzichten.versies(rij.pk)
        return {**kader(rij, "versies", mijn, request.wie), **_naast_elkaar(request, rij, alle)}

    beeld = lees_plan(request.wie, dossier, "plan: versies", lees)
    return render(request, "plannen/versies.html", beeld)


def _naast_elkaar(request: Verzoek, rij: Dossier, alle: list[Planversie]) -> dict[str, Any]:
    nummers = [versie.nummer for versie in alle]
    if not nummers:
        return {"versies": []}
    keuze = {"oud": str(nummers[0]), "nieuw": WERKVERSIE, **request.GET.dict()}
    formulier = Vergelijkformulier(nummers, keuze)
    if not formulier.is_valid():
        raise Http404
    oud, nieuw = formulier.cleaned_data["oud"], formulier.cleaned_data["nieuw"]
    anders = overzichten.verschillen(_blokken(rij, alle, oud), _blokken(rij, alle, nieuw))
    zei = inhoud(rij.pk)
    regels = [(versie, zei.over_versie(versie.nummer)) for versie in alle]
    return {"versies": regels, "formulier": formulier, "verschillen": anders}


def _blokken(rij: Dossier, alle: list[Planversie], keuze: str) -> list[Blok]:
    if keuze == WERKVERSIE:
        return overzichten.naast_vaste(rij)
    return overzichten.inhoud_van(next(v for v in alle if v.nummer == int(keuze)))


@require_safe
@met_loket()
def versie(request: Verzoek, dossier: UUID, nummer: int) -> HttpResponse:
    """One fixed version, in the compartments of this reader. Clausule 6.4, 7.1."""

    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any] | None:
        gevonden = overzichten.versie(rij.pk, nummer)
        if gevonden is None:
            return None
        blokken = overzichten.inhoud_van(gevonden)
        return {**kader(rij, "versies", mijn, request.wie), "versie": gevonden, "blokken": blokken}

    beeld = lees_plan(request.wie, dossier, "plan: versie", lees)
    if beeld is None:
        raise Http404
    return render(request, "plannen/versie.html", beeld)


BASIS = "dossiers/<uuid:dossier>/plan/versies/"
urlpatterns = [
    path(BASIS, versies, name="versies"),
    path(f"{BASIS}<int:nummer>/", versie, name="versie"),
]
