"""Care on one page: what other parties must know, and no more."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.forms import model_to_dict
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties.zorg import bewaar_zorg
from richting.plannen.formulieren.zorg import Zorgformulier
from richting.plannen.overzichten.zorg import gemeten, zorgoverdracht
from richting.plannen.paginas.daad import Fout
from richting.plannen.paginas.daadblad import Daad, Daadblad, Formulieren
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

ZORG = Gegevenscategorie.ZORG.value


@require_safe
@met_loket()
def zorg(request: Verzoek, dossier: UUID) -> HttpResponse:
    """What was measured of care, where it goes on, and what goes along. Clausule 5.11."""
    return _toon(request, dossier, None)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        staand = zorgoverdracht(rij.pk)
        lees.gezien([rij.pk], {ZORG})
        begin = model_to_dict(staand) if staand else {"versie": 0}
        return {
            **kader(rij, "zorg", mijn, lees.wie),
            "staand": staand,
            "gemeten": gemeten(rij),
            "fout": fout,
            "formulier": Formulieren(BLAD, request, rij, mijn, fout).nieuw(ZORG, **begin),
        }

    beeld = lees_plan(request.wie, dossier, "plan: zorg", lees, ZORG)
    return render(request, "plannen/zorg.html", beeld, status=fout.status if fout else 200)


def _bewaar(wie: Wie, dossier: UUID, versie: int, **waarden: Any) -> Any:
    return bewaar_zorg(wie, dossier, waarden, versie)


BLAD = Daadblad("zorg", _toon, nieuw={ZORG: Daad(Zorgformulier, _bewaar)}, nodig=ZORG)
"""Saving what goes along in care. Clausule 5.11."""
BASIS = "dossiers/<uuid:dossier>/plan/zorg/"
urlpatterns = [path(BASIS, zorg, name="zorg"), *BLAD.adressen(BASIS)]
