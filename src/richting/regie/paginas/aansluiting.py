"""The reconciliation on the screen of the functional manager: per kind, no persons."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import Loketsoort
from richting.kern.lezen import lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.models import Meldplichtcontrole
from richting.regie.overzichten.controles import laatste_controles
from richting.regie.woorden_besluit import LOKETSOORTEN, verandering
from richting.regie.woorden_bewijs import drifthulp, driftwat, driftzin

NIET_VERTELD = "niet_verteld"


@require_safe
@met_loket(Loketsoort.BEHEER)
def controle(request: Verzoek) -> HttpResponse:
    """What the reconciliation found, and what to do; no persons. Clausule 5.4, 6.5."""
    with lezing(request.wie, "meldplicht") as lees:
        gevonden = laatste_controles(request.wie.vandaag)
        lees.niets_gezien()
    beelden = [_beeld(rij) for rij in gevonden.rijen]
    inhoud = {
        "laatste": beelden[0] if beelden else None,
        "eerder": beelden[1:],
        "oud": gevonden.oud,
        "ronde": gevonden.laatste_ronde,
    }
    return render(request, "regie/meldplicht.html", inhoud)


def _beeld(rij: Meldplichtcontrole) -> dict[str, Any]:
    """One run as the template shows it."""
    soorten = [_soort(regel, rij) for regel in rij.afwijkingen]
    gemist = sum(regel["aantal"] for regel in rij.gemist)
    aantal = sum(een["aantal"] for een in soorten) if soorten else gemist
    fout = [een for een in soorten if een["aantal"]]
    return {"rij": rij, "aantal": aantal, "soorten": soorten, "fout": fout}


def _soort(regel: dict[str, Any], rij: Meldplichtcontrole) -> dict[str, Any]:
    niet_verteld = regel["soort"] == NIET_VERTELD
    waar = _per_loket(rij) if niet_verteld else _per_wat(regel["wat"])
    return {
        "zin": driftzin(regel["soort"]),
        "gekeken": regel["gekeken"],
        "aantal": regel["aantal"],
        "hulp": drifthulp(regel["soort"]),
        "waar": waar,
    }


def _per_loket(rij: Meldplichtcontrole) -> list[str]:
    return [
        f"{verandering(regel['soort'])} "
        f"({LOKETSOORTEN[Loketsoort(regel['loketsoort'])]}: {regel['aantal']})"
        for regel in rij.gemist
    ]


def _per_wat(wat: dict[str, int]) -> list[str]:
    return [f"{driftwat(soort)} ({aantal})" for soort, aantal in wat.items() if soort]


urlpatterns = [path("meldplicht/", controle, name="meldplicht")]
