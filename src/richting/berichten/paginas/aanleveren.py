"""Deliver a file and see what became of it, line by line."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from richting.akkoord.woorden import Loketsoort
from richting.berichten import overzichten, schema, voorbeelden
from richting.berichten.acties import lees_in
from richting.berichten.bestanden import Formaat, Onbruikbaar, Stroom, herken_formaat
from richting.berichten.formulieren import Aanleverformulier
from richting.berichten.paginas.gedeeld import na, volgende
from richting.berichten.velden import UITLEG
from richting.kern.lezen import lezing
from richting.partijen.models import Loket
from richting.partijen.werkplek import Verzoek, met_loket

AAN_TAFEL = (Loketsoort.VERWERKING, Loketsoort.BEHEER)
GETOOND = 200
SOORTEN = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}
"""The files with examples, and what they are to a browser."""


@met_loket(*AAN_TAFEL)
@require_http_methods(["GET", "HEAD", "POST"])
def aanleveren(request: Verzoek) -> HttpResponse:
    """The form to deliver a file, with the deliveries of this desk under it."""
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    formulier = Aanleverformulier(_bronnen(request.loket), *data)
    if request.method == "POST" and formulier.is_valid():
        return _neem_in(request, formulier)
    with lezing(request.wie, "aanleveringen") as lees:
        bladzijde = overzichten.aanleveringen(request.loket, na(request))
        lees.niets_gezien()
    inhoud = {
        "formulier": formulier,
        "regels": bladzijde.regels,
        "volgende": volgende(bladzijde),
        "max_mb": settings.OMGEVING.api_max_mb,
        "schema": schema.ADRES,
        "soorten": UITLEG,
    }
    return render(request, "berichten/aanleveren.html", inhoud)


@met_loket(*AAN_TAFEL)
@require_safe
def voorbeeld(request: Verzoek, formaat: str) -> HttpResponse:
    """A file with one invented message of each kind, to look at and to fill in."""
    if formaat not in SOORTEN:
        raise Http404
    inhoud = voorbeelden.bestand(Formaat(formaat))
    antwoord = HttpResponse(inhoud, content_type=SOORTEN[formaat])
    antwoord["Content-Disposition"] = f'attachment; filename="voorbeeld.{formaat}"'
    return antwoord


@met_loket(*AAN_TAFEL)
@require_safe
def aanlevering(request: Verzoek, nummer: int) -> HttpResponse:
    """One delivery: the tally and the errors per line."""
    with lezing(request.wie, "aanlevering") as lees:
        rij = overzichten.aanlevering(request.loket, nummer)
        lees.niets_gezien(aanlevering=nummer)
    if rij is None:
        raise Http404
    inhoud = {
        "aanlevering": rij,
        "telling": sorted(rij.uitkomsten.items()),
        "totaal": sum(rij.uitkomsten.values()),
        "fouten": rij.fouten[:GETOOND],
        "meer": max(len(rij.fouten) - GETOOND, 0),
    }
    return render(request, "berichten/aanlevering.html", inhoud)


def _bronnen(loket: Loket) -> list[tuple[str, str]]:
    """The processing desk delivers for its own organisation, the manager for any sender."""
    if loket.soort == Loketsoort.VERWERKING:
        return [(loket.organisatie.code, loket.organisatie.naam)]
    return overzichten.bronnen()


def _neem_in(request: Verzoek, formulier: Aanleverformulier) -> HttpResponse:
    bestand = formulier.cleaned_data["bestand"]
    try:
        uitslag = lees_in(
            request.wie,
            formulier.afzender,
            Stroom(bestand.file),
            herken_formaat(bestand.name),
            bestand.name,
        )
    except Onbruikbaar as fout:
        messages.error(request, str(fout))
        return redirect("berichten:aanleveren")
    if uitslag.schoon:
        messages.success(request, _("Alle berichten zijn verwerkt."))
    else:
        messages.warning(request, _("Niet alle berichten konden worden verwerkt. Zie hieronder."))
    return redirect("berichten:aanlevering", uitslag.aanlevering.pk)
