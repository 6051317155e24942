"""Two persons who may be one: compare them, merge, keep apart, or undo. A human decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from richting.akkoord.woorden import Loketsoort
from richting.berichten import overzichten
from richting.berichten.formulieren import Toelichtingformulier
from richting.berichten.paginas.gedeeld import na, volgende
from richting.dossiers import acties
from richting.dossiers.models import Koppelvoorstel
from richting.kern.lezen import lezing
from richting.partijen.werkplek import Verzoek, met_loket

OPEN, AFGEHANDELD = "open", "afgehandeld"
Handeling = Callable[..., Any]
HANDELINGEN: dict[str, dict[str, Handeling]] = {
    Koppelvoorstel.OPEN: {"samenvoegen": acties.voeg_samen, "apart": acties.wijs_af},
    Koppelvoorstel.SAMENGEVOEGD: {"splitsen": acties.splits},
}
"""Per state of a proposal what can be done with it."""


@met_loket(Loketsoort.BEHEER)
@require_safe
def personen(request: Verzoek) -> HttpResponse:
    """The proposals to judge, or those already settled."""
    lijst = request.GET.get("lijst", OPEN)
    if lijst not in (OPEN, AFGEHANDELD):
        raise Http404
    with lezing(request.wie, "koppelvoorstellen") as lees:
        bladzijde = overzichten.koppelvoorstellen(lijst == AFGEHANDELD, na(request))
        lees.gezien(overzichten.dossiers_van(bladzijde.regels), {"verblijf"})
    hier = reverse("berichten:personen")
    titels = {OPEN: _("Te beoordelen"), AFGEHANDELD: _("Beoordeeld")}
    inhoud = {
        "tabs": [
            {"titel": titel, "url": f"{hier}?lijst={naam}", "huidig": naam == lijst}
            for naam, titel in titels.items()
        ],
        "lijst": lijst,
        "regels": bladzijde.regels,
        "volgende": volgende(bladzijde, lijst=lijst),
    }
    return render(request, "berichten/personen.html", inhoud)


@met_loket(Loketsoort.BEHEER)
@require_http_methods(["GET", "HEAD", "POST"])
def voorstel(request: Verzoek, nummer: int) -> HttpResponse:
    """One proposal, side by side; a POST names the act in `actie`."""
    with lezing(request.wie, "koppelvoorstel") as lees:
        rij = overzichten.koppelvoorstel(nummer)
        lees.gezien(overzichten.dossiers_van([rij]) if rij else [], {"verblijf"})
    if rij is None:
        raise Http404
    formulier = Toelichtingformulier(request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        return _handel_af(request, rij, formulier.cleaned_data["toelichting"])
    inhoud = {
        "voorstel": rij,
        "formulier": formulier,
        "handelingen": tuple(HANDELINGEN.get(rij.status, ())),
    }
    return render(request, "berichten/voorstel.html", inhoud)


def _handel_af(request: Verzoek, rij: Koppelvoorstel, toelichting: str) -> HttpResponse:
    handeling = HANDELINGEN.get(rij.status, {}).get(request.POST.get("actie", ""))
    if handeling is None:
        messages.info(request, _("Dit voorstel is al beoordeeld."))
        return redirect("berichten:voorstel", rij.pk)
    handeling(request.wie, rij, toelichting)
    messages.success(request, _("Uw besluit is vastgelegd."))
    return redirect("berichten:personen")
