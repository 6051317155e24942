"""Victims and the plan: the question, and what touches the plan, in a compartment of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

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
from richting.plannen.paginas.daad import Fout, ingevuld, voer_uit
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

SLACHTOFFER = Gegevenscategorie.SLACHTOFFER.value


@require_safe
@met_loket()
def slachtoffer(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Is there a wish or condition of a victim that touches the plan? Clausule 1.3."""
    return _toon(request, dossier, None)


@require_POST
@met_loket()
def geen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Answer: nothing touches the plan. Clausule 1.3."""
    formulier = ingevuld(request, dossier, Planformulier, "geen", SLACHTOFFER)
    return _voer_uit(
        request, dossier, "geen", formulier, lambda: acties.zeg_geen_belang(request.wie, dossier)
    )


@require_POST
@met_loket()
def belang(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Add a wish or condition. Clausule 1.3."""
    formulier = ingevuld(request, dossier, Belangformulier, "belang", SLACHTOFFER)
    return _voer_uit(
        request,
        dossier,
        "belang",
        formulier,
        lambda: acties.voeg_belang_toe(request.wie, dossier, **formulier.waarden()),
    )


@require_POST
@met_loket()
def beeindig(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """A wish or condition no longer holds. Clausule 1.3."""
    formulier = ingevuld(request, dossier, Belangeindeformulier, f"einde_{nummer}", SLACHTOFFER)
    return _voer_uit(
        request,
        dossier,
        "einde",
        formulier,
        lambda: acties.beeindig_belang(
            request.wie, dossier, nummer, formulier.cleaned_data["versie"]
        ),
        str(nummer),
    )


@require_POST
@met_loket()
def heropen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Ask the question anew. Clausule 1.3."""
    formulier = ingevuld(request, dossier, Heropenformulier, "heropen", SLACHTOFFER)
    return _voer_uit(
        request,
        dossier,
        "heropen",
        formulier,
        lambda: acties.heropen(request.wie, dossier, formulier.cleaned_data["reden"]),
    )


def _voer_uit(
    request: Verzoek,
    dossier: UUID,
    wat: str,
    formulier: Planformulier,
    doe: Callable[[], Any],
    rij: str = "",
) -> HttpResponse:
    fout = voer_uit(doe, wat, formulier, rij) if formulier.is_valid() else Fout(wat, formulier, rij)
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, _("Opgeslagen."))
    return redirect("plannen:slachtoffer", dossier)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        lees.gezien([rij.pk], {SLACHTOFFER})
        gedeeld: dict[str, Any] = {"vandaag": request.wie.vandaag, "mijn": mijn}
        beeld = slachtofferbeeld(rij.pk)
        return {
            **kader(rij, "slachtoffer", mijn),
            "beeld": beeld,
            "fout": fout,
            "nieuw": _of(fout, "belang", Belangformulier(auto_id="id_belang_%s", **gedeeld)),
            "heropen": _of(fout, "heropen", Heropenformulier(auto_id="id_heropen_%s", **gedeeld)),
        }

    inhoud = lees_plan(request.wie, dossier, "plan: slachtoffer", lees, SLACHTOFFER)
    status = fout.status if fout else 200
    return render(request, "plannen/slachtoffer.html", inhoud, status=status)


def _of(fout: Fout | None, wat: str, anders: Planformulier) -> Planformulier:
    return fout.formulier if fout and fout.wat == wat else anders


BASIS = "dossiers/<uuid:dossier>/plan/slachtoffer/"
urlpatterns = [
    path(BASIS, slachtoffer, name="slachtoffer"),
    path(f"{BASIS}geen/", geen, name="slachtoffer_geen"),
    path(f"{BASIS}nieuw/", belang, name="slachtoffer_belang"),
    path(f"{BASIS}heropen/", heropen, name="slachtoffer_heropen"),
    path(f"{BASIS}<uuid:nummer>/einde/", beeindig, name="slachtoffer_einde"),
]
