"""What is done with selected lines of the work list, and the filters that somebody keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.kern.lezen import lezing
from richting.meldingen.acties import bevestig
from richting.partijen.fouten import KanNiet
from richting.partijen.werkplek import Verzoek, met_loket, veilig_terug
from richting.regie.acties.filters import bewaar_filter, verwijder_filter
from richting.regie.acties.samen import Uitslag, neem_op_naam, voor_elk
from richting.regie.acties.uitstel import stel_alles_uit
from richting.regie.formulieren.werkvoorraad import (
    DADEN,
    GEZIEN,
    UITSTEL,
    Bewaarformulier,
    Filter,
    Samenformulier,
)
from richting.regie.lijsten import lijsten_van
from richting.regie.overzichten.hoofdlijsten import TITELS, filterkeuzes, regels_van
from richting.regie.paginas.hoofdbeeld import samenformulier
from richting.regie.paginas.werkvoorraad import te_kiezen

HOOGSTENS = 100
"""So many lines at once: one page is 25."""


@require_POST
@met_loket(*PLANPARTIJEN)
def samen(request: Verzoek) -> HttpResponse:
    """Confirm, put off or take in one's own name: each dossier on its own. Clausule 5.4."""
    daad, dossiers = request.POST.get("daad", ""), _gekozen(request)
    if daad not in DADEN:
        raise Http404
    formulier = samenformulier(request.wie.vandaag, request.POST)
    if not dossiers:
        return _geen_gekozen(request, daad, formulier)
    if not formulier.is_valid():
        return _toon(request, daad, dossiers, formulier)
    uitslag = voor_elk(dossiers, _doe(request, daad, formulier))
    if uitslag.gedaan:
        zin = ngettext("Gedaan voor {n} dossier.", "Gedaan voor {n} dossiers.", len(uitslag.gedaan))
        messages.success(request, zin.format(n=len(uitslag.gedaan)))
    if uitslag.mislukt:
        return _toon(request, daad, list(uitslag.mislukt), formulier, uitslag)
    return redirect(veilig_terug(request))


@require_POST
@met_loket()
def bewaar(request: Verzoek) -> HttpResponse:
    """Keep this list with its filter under a name."""
    lijst = request.POST.get("lijst", "")
    if lijst not in {*lijsten_van(request.loket.soort), *(naam.value for naam in TITELS)}:
        raise Http404
    formulier = Bewaarformulier(request.POST)
    with lezing(request.wie, "werkvoorraad") as lees:
        lees.niets_gezien()
        filter_ = Filter(request.POST, request.loket.soort)
        filter_.bied_aan(filterkeuzes(request.wie, filter_.keuzevelden))
        klopt = filter_.is_valid()
    if not klopt:
        raise Http404
    if not formulier.is_valid():
        messages.error(request, _("Geef het filter een naam."))
        return redirect(f"{reverse('regie:werkvoorraad')}{filter_.adres(lijst)}")
    try:
        bewaar_filter(request.wie, formulier.cleaned_data["naam"], lijst, filter_.gekozen())
        messages.success(request, _("Het filter is bewaard."))
    except KanNiet as fout:
        messages.error(request, fout.zin)
    return redirect(f"{reverse('regie:werkvoorraad')}{filter_.adres(lijst)}")


@require_POST
@met_loket()
def vergeet(request: Verzoek, nummer: int) -> HttpResponse:
    """Forget one of one's own filters."""
    verwijder_filter(request.wie, nummer)
    messages.success(request, _("Het filter is verwijderd."))
    return redirect("regie:werkvoorraad")


def _doe(request: Verzoek, daad: str, formulier: Samenformulier) -> Callable[[UUID], Any]:
    wie, waarden = request.wie, formulier.cleaned_data
    if daad == GEZIEN:
        return lambda nummer: bevestig(wie, nummer)
    if daad == UITSTEL:
        return lambda nummer: stel_alles_uit(wie, nummer, waarden["tot"], waarden["reden"])
    return lambda nummer: neem_op_naam(wie, nummer)


def _gekozen(request: Verzoek) -> list[UUID]:
    try:
        gekozen = [UUID(tekst) for tekst in request.POST.getlist("dossier")]
    except ValueError as fout:
        raise Http404 from fout
    return gekozen[:HOOGSTENS]


def _geen_gekozen(request: Verzoek, daad: str, formulier: Samenformulier) -> HttpResponse:
    """Choose after all; with a day and a reason on the page itself, so that they are kept."""
    if daad == UITSTEL:
        formulier.add_error(None, _("Kies een of meer dossiers."))
        with lezing(request.wie, "werkvoorraad") as lees:
            if kiezen := te_kiezen(request, veilig_terug(request)):
                lees.gezien([dossier.pk for dossier in kiezen], {"verblijf"})
            else:
                lees.niets_gezien()
        if kiezen:
            return _pagina(request, daad, formulier, kiezen=kiezen)
    messages.error(request, _("Kies eerst een of meer dossiers in de lijst."))
    return redirect(veilig_terug(request))


def _toon(
    request: Verzoek,
    daad: str,
    dossiers: list[UUID],
    formulier: Samenformulier,
    uitslag: Uitslag | None = None,
) -> HttpResponse:
    """What is still to fill in, or what failed and why."""
    with lezing(request.wie, "werkvoorraad") as lees:
        regels, _mag = regels_van(dossiers)
        lees.gezien([regel.dossier_id for regel in regels], {"verblijf"})
    mislukt = uitslag.mislukt if uitslag else {}
    rijen = [(regel.dossier, mislukt.get(regel.dossier_id, "")) for regel in regels]
    return _pagina(request, daad, formulier, regels=rijen, mislukt=bool(mislukt))


def _pagina(request: Verzoek, daad: str, formulier: Samenformulier, **meer: Any) -> HttpResponse:
    inhoud = {
        "daad": daad,
        "naam": DADEN[daad],
        "formulier": formulier if daad == UITSTEL else None,
        "terug": veilig_terug(request),
        **meer,
    }
    return render(request, "regie/samen.html", inhoud)


urlpatterns = [
    path("werk/", samen, name="samen"),
    path("werk/filters/", bewaar, name="filter_bewaar"),
    path("werk/filters/<int:nummer>/", vergeet, name="filter_vergeet"),
]
