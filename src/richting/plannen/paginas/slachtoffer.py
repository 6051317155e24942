"""Victims and the plan: the question, and what touches the plan, in a compartment of its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties import slachtoffer as acties
from richting.plannen.formulieren.inhoud import Planformulier
from richting.plannen.formulieren.slachtoffer import (
    Belangeindeformulier,
    Belangformulier,
    Heropenformulier,
)
from richting.plannen.overzichten.slachtoffer import slachtofferbeeld
from richting.plannen.paginas.daad import Fout
from richting.plannen.paginas.daadblad import Daad, Daadblad, Formulieren
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

SLACHTOFFER = Gegevenscategorie.SLACHTOFFER.value


@require_safe
@met_loket()
def slachtoffer(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Is there a wish or condition of a victim that touches the plan? Clausule 1.3."""
    return _toon(request, dossier, None)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        lees.gezien([rij.pk], {SLACHTOFFER})
        formulieren = Formulieren(BLAD, request, rij, mijn, fout)
        return {
            **kader(rij, "slachtoffer", mijn, lees.wie),
            "beeld": slachtofferbeeld(rij.pk),
            "vandaag": lees.wie.vandaag,
            "fout": fout,
            "nieuw": formulieren.alle_nieuw(),
        }

    inhoud = lees_plan(request.wie, dossier, "plan: slachtoffer", lees, SLACHTOFFER)
    status = fout.status if fout else 200
    return render(request, "plannen/slachtoffer.html", inhoud, status=status)


BLAD = Daadblad(
    "slachtoffer",
    _toon,
    nieuw={
        "geen": Daad(Planformulier, acties.zeg_geen_belang),
        "ongewijzigd": Daad(Planformulier, acties.bevestig_belangen),
        "belang": Daad(Belangformulier, acties.voeg_belang_toe),
        "heropen": Daad(Heropenformulier, acties.heropen),
    },
    van_rij={"einde": Daad(Belangeindeformulier, acties.beeindig_belang)},
    nodig=SLACHTOFFER,
)
"""The answers to the question, and the end of a wish or condition."""
BASIS = "dossiers/<uuid:dossier>/plan/slachtoffer/"
urlpatterns = [path(BASIS, slachtoffer, name="slachtoffer"), *BLAD.adressen(BASIS)]
