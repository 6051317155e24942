"""The municipality of return: where to, why, who was asked, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.plan.woonplaats import Verzoekdaad
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import namen
from richting.plannen.acties import woonplaats as acties
from richting.plannen.formulieren.inhoud import Planformulier
from richting.plannen.formulieren.woonplaats import Gemeentevraagformulier, Toelichtingformulier
from richting.plannen.overzichten.woonplaats import (
    Verzoekbeeld,
    te_vragen_gemeenten,
    woonplaatsbeeld,
)
from richting.plannen.paginas.daad import Fout, voer_uit
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

PLAN = Gegevenscategorie.PLAN.value
VRAAG = "vraag"
ZONDER_WOORDEN = frozenset({Verzoekdaad.AANVAARDEN})
"""Acts that need no explanation."""


@dataclass(frozen=True)
class Daadbeeld:
    """One thing that can be done with a request, with its form."""

    verzoek: Verzoekbeeld
    daad: Verzoekdaad
    naam: str
    formulier: Planformulier
    open: bool


@require_safe
@met_loket()
def woonplaats(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Where to, why, asked and answered. Clausule 5.7."""
    return _toon(request, dossier, None)


@require_POST
@met_loket()
def vraag(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Origin asks another municipality. Clausule 5.7."""
    mijn = _mijn(request, dossier)
    formulier = _vraagformulier(request, mijn, request.POST)
    if not formulier.is_valid():
        return _toon(request, dossier, Fout(VRAAG, formulier))
    fout = voer_uit(
        lambda: acties.vraag_gemeente(request.wie, dossier, **formulier.waarden()),
        VRAAG,
        formulier,
    )
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, _("De gemeente is gevraagd. Zij ziet nu wat zij nodig heeft."))
    return redirect("plannen:woonplaats", dossier)


@require_POST
@met_loket()
def doe(request: Verzoek, dossier: UUID, nummer: UUID, daad: str) -> HttpResponse:
    """Accept, refuse, ask for more, add or take back. Clausule 5.7."""
    if daad not in set(Verzoekdaad):
        raise Http404
    wat = Verzoekdaad(daad)
    formulier = _daadformulier(request, _mijn(request, dossier), nummer, wat, request.POST)
    if not formulier.is_valid():
        return _toon(request, dossier, Fout(daad, formulier, str(nummer)))
    woorden = formulier.cleaned_data["toelichting"]
    fout = voer_uit(
        lambda: acties.doe(request.wie, dossier, nummer, wat, woorden),
        daad,
        formulier,
        str(nummer),
    )
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, _("Opgeslagen."))
    if wat is Verzoekdaad.WEIGEREN:
        return redirect("regie:werkvoorraad")
    return redirect("plannen:woonplaats", dossier)


def _mijn(request: Verzoek, dossier: UUID) -> set[str]:
    return lees_plan(request.wie, dossier, "plan: gemeente", lambda _l, _d, mijn: mijn, PLAN)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    gemeente = _gemeente(request)

    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        beeld = woonplaatsbeeld(rij, gemeente, request.wie.vandaag)
        vraagformulier = _vraagformulier(request, mijn) if beeld.kan_vragen else None
        if fout and fout.wat == VRAAG:
            vraagformulier = fout.formulier  # type: ignore[assignment]
        return {
            **kader(rij, "woonplaats", mijn),
            "beeld": beeld,
            "fout": fout,
            "vraag": vraagformulier,
            "daden": [_daad(request, mijn, v, d, fout) for v in beeld.verzoeken for d in v.daden],
        }

    inhoud = lees_plan(request.wie, dossier, "plan: gemeente", lees, PLAN)
    return render(request, "plannen/woonplaats.html", inhoud, status=fout.status if fout else 200)


def _gemeente(request: Verzoek) -> str:
    if request.loket.soort != Loketsoort.NAZORG:
        return ""
    return str(request.loket.organisatie.code)


def _vraagformulier(request: Verzoek, mijn: set[str], *data: Any) -> Gemeentevraagformulier:
    return Gemeentevraagformulier(
        *data,
        vandaag=request.wie.vandaag,
        mijn=mijn,
        gemeenten=te_vragen_gemeenten(_gemeente(request)),
        auto_id="id_vraag_%s",
    )


def _daadformulier(
    request: Verzoek, mijn: set[str], nummer: UUID, daad: Verzoekdaad, *data: Any
) -> Toelichtingformulier:
    return Toelichtingformulier(
        *data,
        vandaag=request.wie.vandaag,
        mijn=mijn,
        verplicht=daad not in ZONDER_WOORDEN,
        auto_id=f"id_{daad.value}_{nummer}_%s",
    )


def _daad(
    request: Verzoek, mijn: set[str], verzoek: Verzoekbeeld, daad: Verzoekdaad, fout: Fout | None
) -> Daadbeeld:
    deze = fout is not None and (fout.wat, fout.rij) == (daad.value, str(verzoek.nummer))
    formulier = _daadformulier(request, mijn, verzoek.nummer, daad)
    return Daadbeeld(
        verzoek,
        daad,
        str(namen.VERZOEKDADEN[daad]),
        fout.formulier if fout and deze else formulier,
        deze,
    )


BASIS = "dossiers/<uuid:dossier>/plan/gemeente/"
urlpatterns = [
    path(BASIS, woonplaats, name="woonplaats"),
    path(f"{BASIS}vraag/", vraag, name="woonplaats_vraag"),
    path(f"{BASIS}<uuid:nummer>/<slug:daad>/", doe, name="woonplaats_daad"),
]
