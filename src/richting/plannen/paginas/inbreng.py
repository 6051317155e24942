"""What a municipality is asked for an advice to the judge, and where it answers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties.advies import geef_inbreng
from richting.plannen.formulieren.advies import Inbrengformulier
from richting.plannen.formulieren.inhoud import Planformulier
from richting.plannen.overzichten.advies import (
    Inbrengbeeld,
    inbreng_van,
    open_vragen,
    vastgestelde,
)
from richting.plannen.paginas.daad import Fout
from richting.plannen.paginas.daadblad import Daad, Daadblad, Formulieren
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

PLAN = Gegevenscategorie.PLAN.value
ANTWOORD = "antwoord"
VELDEN = ("versie", "antwoord", "vanaf", "toelichting")


@require_safe
@met_loket()
def inbreng(request: Verzoek, dossier: UUID) -> HttpResponse:
    """The questions to municipalities, and the forms to answer the own ones. Clausule 8.3."""
    return _toon(request, dossier, None)


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """On the dossier page: what this desk must still answer. One query. Clausule 8.3."""
    if lees.wie.loket is None:
        return None
    vragen = open_vragen(dossier.pk, lees.wie.loket)
    if not vragen:
        return None
    lees.gezien([dossier.pk], {vraag.categorie for vraag in vragen})
    wie = lees.wie
    return {
        "dossier": dossier,
        "vragen": vragen,
        "vandaag": wie.vandaag,
        "alleen_gevraagd": alleen_gevraagd(dossier, wie.loket, wie.vandaag),
    }


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        beelden = inbreng_van(rij.pk, request.wie.loket, request.wie.vandaag)
        dicht = vastgestelde(rij.pk, request.wie) if beelden else set()
        formulieren = Formulieren(BLAD, request, rij, mijn, fout)
        return {
            **kader(rij, "inbreng", mijn, request.wie),
            "fout": fout,
            "kan_nog": not any(_is_dicht(een, dicht) for een in beelden if _gaat_over(fout, een)),
            "vragen": [
                (een, None if _is_dicht(een, dicht) else _formulier(formulieren, een))
                for een in beelden
            ],
            "dicht": dicht,
        }

    inhoud = lees_plan(request.wie, dossier, "plan: inbreng", lees, PLAN)
    return render(request, "plannen/inbreng.html", inhoud, status=fout.status if fout else 200)


def _gaat_over(fout: Fout | None, een: Inbrengbeeld) -> bool:
    return fout is not None and fout.rij == str(een.rij.pk)


def _is_dicht(een: Inbrengbeeld, dicht: set[UUID]) -> bool:
    """The advice is fixed: an answer can no longer go with it."""
    return een.vervallen or een.rij.verzoek_id in dicht


def _formulier(formulieren: Formulieren, een: Inbrengbeeld) -> Planformulier | None:
    """None for a question to others."""
    if not een.van_ons:
        return None
    staat = {veld: getattr(een.rij, veld) for veld in VELDEN}
    return formulieren.van_rij(ANTWOORD, een.rij.pk, **staat)


def _geef(wie: Wie, dossier: UUID, nummer: UUID, versie: int, **waarden: Any) -> Any:
    return geef_inbreng(wie, dossier, nummer, versie, waarden)


BLAD = Daadblad(
    "inbreng",
    _toon,
    van_rij={
        ANTWOORD: Daad(
            Inbrengformulier,
            _geef,
            zin=gettext_lazy("Opgeslagen. De reclassering krijgt een bericht."),
        )
    },
)
"""Answering what can be done, and from which day. Clausule 8.3."""
BASIS = "dossiers/<uuid:dossier>/plan/inbreng/"
urlpatterns = [path(BASIS, inbreng, name="inbreng"), *BLAD.adressen(BASIS)]
