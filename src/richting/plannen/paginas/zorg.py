"""Care on one page: what other parties must know, and no more."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties.zorg import bewaar_zorg
from richting.plannen.formulieren.zorg import Zorgformulier
from richting.plannen.overzichten.zorg import gemeten, zorgoverdracht
from richting.plannen.paginas.daad import Fout, ingevuld, voer_uit
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

ZORG = Gegevenscategorie.ZORG.value


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket()
def zorg(request: Verzoek, dossier: UUID) -> HttpResponse:
    """What was measured of care, where it goes on, and what goes along. Clausule 5.11."""
    if request.method != "POST":
        return _toon(request, dossier, None)
    formulier = ingevuld(request, dossier, Zorgformulier, "zorg", ZORG)
    if not formulier.is_valid():
        return _toon(request, dossier, Fout("zorg", formulier))
    versie = formulier.cleaned_data["versie"]
    fout = voer_uit(
        lambda: bewaar_zorg(request.wie, dossier, formulier.waarden(), versie), "zorg", formulier
    )
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, _("Opgeslagen."))
    return redirect("plannen:zorg", dossier)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        staand = zorgoverdracht(rij.pk)
        lees.gezien([rij.pk], {ZORG})
        begin = model_to_dict(staand) if staand else {"versie": 0}
        formulier = Zorgformulier(initial=begin, vandaag=request.wie.vandaag, mijn=mijn)
        return {
            **kader(rij, "zorg", mijn),
            "staand": staand,
            "gemeten": gemeten(rij),
            "fout": fout,
            "formulier": fout.formulier if fout else formulier,
        }

    beeld = lees_plan(request.wie, dossier, "plan: zorg", lees, ZORG)
    return render(request, "plannen/zorg.html", beeld, status=fout.status if fout else 200)


urlpatterns = [path("dossiers/<uuid:dossier>/plan/zorg/", zorg, name="zorg")]
