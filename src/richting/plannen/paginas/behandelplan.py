"""Steps outside, hearings, and the treatment plan of the institution: one page, one form an act."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import BINNEN
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties import behandelplan as acties
from richting.plannen.formulieren import behandelplan as f
from richting.plannen.formulieren.inhoud import Planformulier
from richting.plannen.models import Behandeldoel, Faseringsstap, Zitting
from richting.plannen.overzichten.behandelplan import (
    Behandelbeeld,
    Meedenker,
    behandelbeeld,
    meedenkers,
    wie_nog_niet,
)
from richting.plannen.paginas.daad import Fout
from richting.plannen.paginas.daadblad import Daad, Daadblad, Formulieren
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan


@require_safe
@met_loket()
def pagina(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Steps outside, hearings, treatment. Clausule 1.10, 5.6, 5.12."""
    return _toon(request, dossier, None)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        formulieren = Formulieren(BLAD, request, rij, mijn, fout)
        vandaag = lees.wie.vandaag
        denkers = meedenkers(rij, vandaag, aannames_op(vandaag))
        inhoud = _inhoud(formulieren, behandelbeeld(rij.pk), denkers)
        return {**kader(rij, "behandelplan", mijn, lees.wie), **inhoud}

    beeld = lees_plan(request.wie, dossier, "plan: stappen en behandeling", lees)
    status = fout.status if fout else 200
    return render(request, "plannen/behandelplan.html", beeld, status=status)


def _inhoud(
    formulieren: Formulieren, beeld: Behandelbeeld, meedenkers_: list[Meedenker]
) -> dict[str, Any]:
    """The content of the page with its forms."""
    inrichting = formulieren.request.loket.soort in BINNEN
    return {
        "fout": formulieren.fout,
        "inrichting": inrichting,
        "ziet_behandeling": acties.BEHANDELING in formulieren.mijn,
        "doelen": [(doel, _doel(formulieren, doel)) for doel in beeld.doelen],
        "stappen": [
            {
                "rij": stap,
                "staat": _staat(formulieren, stap) if inrichting else None,
                "reactie": _reactie(formulieren, stap),
                "wacht": wie_nog_niet(stap, meedenkers_),
            }
            for stap in beeld.stappen
        ],
        "zittingen": [(zitting, _uitspraak(formulieren, zitting)) for zitting in beeld.zittingen],
        "nieuw": formulieren.alle_nieuw(),
        "meedenkers": meedenkers_,
    }


def _doel(formulieren: Formulieren, doel: Behandeldoel) -> Planformulier:
    begin = {"versie": doel.versie, "stand": doel.stand, "evaluatie": doel.evaluatie}
    return formulieren.van_rij("evaluatie", doel.pk, **begin)


def _staat(formulieren: Formulieren, stap: Faseringsstap) -> Planformulier | None:
    """None when the step came to an end."""
    if not f.VERDER[f.Stapstaat(stap.staat)]:
        return None
    return formulieren.van_rij("staat", stap.pk, versie=stap.versie, nu=stap.staat)


def _reactie(formulieren: Formulieren, stap: Faseringsstap) -> Planformulier | None:
    """None when the step came to an end."""
    if not f.VERDER[f.Stapstaat(stap.staat)]:
        return None
    return formulieren.van_rij("reactie", stap.pk)


def _uitspraak(formulieren: Formulieren, zitting: Zitting) -> Planformulier:
    staat = {"uitspraak_op": zitting.uitspraak_op, "uitkomst": zitting.uitkomst}
    return formulieren.van_rij("uitspraak", zitting.pk, versie=zitting.versie, **staat)


BLAD = Daadblad(
    "behandelplan",
    _toon,
    nieuw={
        "behandeldoel": Daad(f.Behandeldoelformulier, acties.stel_behandeldoel),
        "stap": Daad(f.Stapformulier, acties.neem_stap_voor),
        "zitting": Daad(f.Zittingformulier, acties.plan_zitting),
    },
    van_rij={
        "evaluatie": Daad(f.Evaluatieformulier, acties.evalueer_behandeldoel),
        "staat": Daad(f.Stapstaatformulier, acties.zet_stap),
        "reactie": Daad(f.Reactieformulier, acties.reageer_op_stap),
        "uitspraak": Daad(f.Uitspraakformulier, acties.leg_uitspraak_vast),
    },
)
"""What can be added, and what can be done with what stands."""
BASIS = "dossiers/<uuid:dossier>/plan/stappen/"
urlpatterns = [path(BASIS, pagina, name="behandelplan"), *BLAD.adressen(BASIS)]
