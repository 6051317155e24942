"""The municipality of return: where to, why, who was asked, and the answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from richting.akkoord.plan.woonplaats import Verzoekdaad, Verzoekstaat
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import namen
from richting.plannen.acties import woonplaats as acties
from richting.plannen.formulieren.woonplaats import Gemeentevraagformulier, Toelichtingformulier
from richting.plannen.overzichten.woonplaats import (
    Verzoekbeeld,
    Woonplaatsbeeld,
    te_vragen_gemeenten,
    woonplaatsbeeld,
)
from richting.plannen.paginas.daad import Fout
from richting.plannen.paginas.daadblad import OPGESLAGEN, Daad, Daadblad, Formulieren
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

PLAN = Gegevenscategorie.PLAN.value
VRAAG = "vraag"
NEE = gettext_lazy("Uw antwoord is verstuurd. U ziet dit dossier niet meer.")


@require_safe
@met_loket()
def woonplaats(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Where to, why, asked and answered. Clausule 5.7."""
    return _toon(request, dossier, None)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        beeld = woonplaatsbeeld(rij, _gemeente(request), request.wie.vandaag)
        formulieren = Formulieren(BLAD, request, rij, mijn, fout)
        probeerde = fout is not None and fout.wat == VRAAG
        return {
            **kader(rij, "woonplaats", mijn, request.wie),
            "alleen_gevraagd": False,  # on this page she answers
            "beeld": beeld,
            "regie_mee": aannames_op(request.wie.vandaag).aanvaarding_verlegt_regie,
            "fout": fout,
            "kan_nog": fout is None or _kan_nog(fout, beeld),
            "vraag": formulieren.nieuw(VRAAG) if beeld.kan_vragen or probeerde else None,
            "verzoeken": [(een, _daden(formulieren, een)) for een in beeld.verzoeken],
        }

    inhoud = lees_plan(request.wie, dossier, "plan: gemeente", lees, PLAN)
    return render(request, "plannen/woonplaats.html", inhoud, status=fout.status if fout else 200)


def _kan_nog(fout: Fout, beeld: Woonplaatsbeeld) -> bool:
    """What was refused can be tried again on this page."""
    return any(fout.wat in een.daden for een in beeld.verzoeken if str(een.nummer) == fout.rij)


def _daden(formulieren: Formulieren, een: Verzoekbeeld) -> list[tuple[Verzoekdaad, str, Any]]:
    """What the reader can do with a request: the act, what it is called, and its form."""
    return [
        (
            daad,
            str(namen.VERZOEKDADEN[daad]),
            formulieren.van_rij(daad.value, een.nummer, versie=een.versie),
        )
        for daad in een.daden
    ]


def _gemeente(request: Verzoek) -> str:
    if request.loket.soort != Loketsoort.NAZORG:
        return ""
    return str(request.loket.organisatie.code)


def _daad(daad: Verzoekdaad) -> Daad:
    """One act on a request; who refuses sees the dossier no more."""

    def act(wie: Wie, dossier: UUID, nummer: UUID, versie: int, toelichting: str) -> Any:
        return acties.doe(wie, dossier, nummer, versie, daad, toelichting)

    return Daad(
        Toelichtingformulier,
        act,
        meer=lambda _request, _dossier: {"verplicht": daad not in acties.ZONDER_WOORDEN},
        zin=NEE if daad is Verzoekdaad.WEIGEREN else OPGESLAGEN,
        terug="regie:werkvoorraad" if daad is Verzoekdaad.WEIGEREN else "",
    )


BLAD = Daadblad(
    "woonplaats",
    _toon,
    nieuw={
        VRAAG: Daad(
            Gemeentevraagformulier,
            acties.vraag_gemeente,
            meer=lambda request, _dossier: {"gemeenten": te_vragen_gemeenten(_gemeente(request))},
            zin=gettext_lazy("De gemeente is gevraagd. Zij ziet nu wat zij nodig heeft."),
        )
    },
    van_rij={daad.value: _daad(daad) for daad in Verzoekdaad},
    woorden={
        "staat": (
            gettext_lazy("Stand"),
            lambda code: str(namen.VERZOEKSTATEN[Verzoekstaat(code)]),
        )
    },
)
"""Asking another municipality, and every step of a request."""
BASIS = "dossiers/<uuid:dossier>/plan/gemeente/"
urlpatterns = [path(BASIS, woonplaats, name="woonplaats"), *BLAD.adressen(BASIS)]
