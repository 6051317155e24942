"""Two persons who may be one: compare them, merge, keep apart, or undo. A human decides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
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
    Koppelvoorstel.AFGEWEZEN: {"samenvoegen": acties.voeg_samen},
    Koppelvoorstel.GESPLITST: {"samenvoegen": acties.voeg_samen, "apart": acties.wijs_af},
}
"""Per state of a proposal what can be done with it: every decision can be taken back."""
GEGEVENS = {
    "Achternaam": gettext_lazy("Achternaam"),
    "Voornamen": gettext_lazy("Voornamen"),
    "Geboortedatum": gettext_lazy("Geboortedatum"),
    "Geboorteplaats": gettext_lazy("Geboorteplaats"),
    "BSN": gettext_lazy("BSN"),
}
"""What is compared, as the proposal keeps it and as the reader's language calls it."""
GELIJK, ANDERS, ONTBREEKT = "gelijk", "anders", "ontbreekt"


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
        "vergelijking": [_vergelijk(regel) for regel in rij.vergelijking],
        "formulier": formulier,
        "handelingen": tuple(HANDELINGEN.get(rij.status, ())),
    }
    return render(request, "berichten/voorstel.html", inhoud)


def _handel_af(request: Verzoek, rij: Koppelvoorstel, toelichting: str) -> HttpResponse:
    handeling = HANDELINGEN.get(rij.status, {}).get(request.POST.get("actie", ""))
    if handeling is None:
        messages.info(request, _("Dit voorstel is al beoordeeld."))
        return redirect("berichten:voorstel", rij.pk)
    try:
        handeling(request.wie, rij, toelichting)
    except acties.AlBeoordeeld:
        messages.info(request, _("Dit voorstel is al beoordeeld."))
        return redirect("berichten:voorstel", rij.pk)
    messages.success(request, _("Uw besluit is vastgelegd."))
    return redirect("berichten:personen")


def _vergelijk(regel: dict[str, str]) -> dict[str, Any]:
    """One detail of both persons; what is not known of one of them says nothing either way."""
    nieuw, bestaand = _leesbaar(regel["nieuw"]), _leesbaar(regel["bestaand"])
    uitkomst = ONTBREEKT
    if nieuw and bestaand:
        uitkomst = GELIJK if nieuw == bestaand else ANDERS
    naam = regel["veld"]
    return {
        "naam": GEGEVENS.get(naam, naam),
        "nieuw": nieuw,
        "bestaand": bestaand,
        "uitkomst": uitkomst,
    }


def _leesbaar(waarde: str) -> date | str:
    """A date as a date, so that the page writes it in the reader's language."""
    try:
        return date.fromisoformat(waarde) if len(waarde) == len("JJJJ-MM-DD") else waarde
    except ValueError:
        return waarde
