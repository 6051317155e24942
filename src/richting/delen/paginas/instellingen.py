"""For the functional manager: the assumptions of the rules, and another value in their place."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from richting.akkoord.woorden import Loketsoort
from richting.delen.formulieren import Instelformulier
from richting.kern.instellingen import Stand, standen, zet
from richting.partijen.werkplek import Verzoek, met_loket


@require_safe
@met_loket(Loketsoort.BEHEER)
def instellingen(request: Verzoek) -> HttpResponse:
    """Every assumption with its value today, where it comes from, and who changed it."""
    return render(request, "delen/instellingen.html", {"standen": standen(request.wie.vandaag)})


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket(Loketsoort.BEHEER)
def instelling(request: Verzoek, naam: str) -> HttpResponse:
    """One assumption; a POST puts another value in its place from a day on."""
    stand = _stand_of_404(request, naam)
    begin = {"waarde": stand.waarde, "vanaf": request.wie.vandaag}
    formulier = Instelformulier(
        naam, request.POST if request.method == "POST" else None, initial=begin
    )
    if formulier.is_bound and formulier.is_valid() and _gezet(request, naam, formulier):
        messages.success(
            request,
            _(
                "De waarde is opgeslagen. Een dossier volgt bij de eerste wijziging, of als "
                "de beheerder van de server `richting gronden --herstel` uitvoert."
            ),
        )
        return redirect("delen:instellingen")
    status = 400 if formulier.errors else 200
    inhoud = {"stand": stand, "formulier": formulier}
    return render(request, "delen/instelling.html", inhoud, status=status)


def _gezet(request: Verzoek, naam: str, formulier: Instelformulier) -> bool:
    gegevens = formulier.cleaned_data
    try:
        zet(request.wie, naam, formulier.waarde(), gegevens["vanaf"], gegevens["reden"])
    except ValueError as fout:
        formulier.add_error("waarde", str(fout))
        return False
    return True


def _stand_of_404(request: Verzoek, naam: str) -> Stand:
    for stand in standen(request.wie.vandaag):
        if stand.naam == naam:
            return stand
    raise Http404
