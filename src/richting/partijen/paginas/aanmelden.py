"""Signing in, the second step, signing out, and choosing a desk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME, authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from richting.partijen import acties, overzichten, sessie, tweede_factor
from richting.partijen.acties.medewerkers import netjes
from richting.partijen.formulieren import Aanmeldformulier, Codeformulier
from richting.partijen.fouten import NietToegestaan
from richting.partijen.models import Medewerker
from richting.partijen.werkplek import aangemeld, veilig_terug


@sensitive_post_parameters("wachtwoord")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def aanmelden(request: HttpRequest) -> HttpResponse:
    """First step: user name and password."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(veilig_terug(request))
    formulier = Aanmeldformulier(request.POST if request.method == "POST" else None)
    if formulier.is_valid():
        medewerker: Any = authenticate(
            request,
            gebruikersnaam=netjes(formulier.cleaned_data["gebruikersnaam"]),
            password=formulier.cleaned_data["wachtwoord"],
        )
        if medewerker is not None:
            return _tweede_stap_of_binnen(request, medewerker)
        formulier.add_error(None, _waarom_niet(request))
    verlopen = request.method != "POST" and sessie.WAS_AANGEMELD in request.COOKIES
    inhoud = {
        "formulier": formulier,
        "verder": veilig_terug(request),
        "verlopen": verlopen,
        "minuten": settings.OMGEVING.sessie_minuten,
    }
    antwoord = render(request, "partijen/aanmelden.html", inhoud)
    if verlopen:
        antwoord.delete_cookie(sessie.WAS_AANGEMELD, samesite="Lax")
    return antwoord


def _tweede_stap_of_binnen(request: HttpRequest, medewerker: Medewerker) -> HttpResponse:
    verder = veilig_terug(request)
    if tweede_factor.heeft(medewerker):
        sessie.wacht_op_code(request, medewerker)
        antwoord = redirect("partijen:code")
        antwoord["Location"] += "?" + urlencode({REDIRECT_FIELD_NAME: verder})
        return antwoord
    sessie.begin(request, medewerker)
    return sessie.onthoud(HttpResponseRedirect(verder))


def _waarom_niet(request: HttpRequest) -> str:
    if getattr(request, "account_stil", False):
        return _(
            "Uw account staat stil. Vraag de beheerder van uw organisatie om het te activeren."
        )
    return _("Uw gebruikersnaam of wachtwoord klopt niet. Probeer het opnieuw.")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Second step: a code from the app, or a reserve code."""
    medewerker = sessie.wie_wacht(request)
    if medewerker is None:
        return redirect("partijen:aanmelden")
    formulier = Codeformulier(request.POST if request.method == "POST" else None)
    if formulier.is_valid():
        toestel = tweede_factor.controleer(medewerker, formulier.cleaned_data["code"])
        if toestel is not None:
            verder = veilig_terug(request)
            sessie.begin(request, medewerker, toestel)
            return sessie.onthoud(HttpResponseRedirect(verder))
        formulier.add_error(
            "code",
            _("Deze code klopt niet, of u probeert het te snel. Wacht op de volgende code."),
        )
    inhoud = {"formulier": formulier, "verder": veilig_terug(request)}
    return render(request, "partijen/code.html", inhoud)


@require_POST
def afmelden(request: Any) -> HttpResponse:
    """Sign out; the session is gone, on this computer and on ours."""
    if request.user.is_authenticated:
        sessie.eindig(request, request.wie or sessie.zonder_loket(request, request.user))
    antwoord = render(request, "partijen/afgemeld.html")
    antwoord.delete_cookie(sessie.WAS_AANGEMELD, samesite="Lax")
    return antwoord


@require_http_methods(["GET", "HEAD", "POST"])
@aangemeld
def loket(request: Any) -> HttpResponse:
    """Choose the desk to work at, or move to another one."""
    fout, status = "", 200
    if request.method == "POST":
        try:
            return _wissel(request)
        except NietToegestaan:
            fout, status = _("Kies een loket uit de lijst."), 400
    inhoud = {
        "lidmaatschappen": list(overzichten.lidmaatschappen(request.user)),
        "verder": veilig_terug(request),
        "fout": fout,
    }
    return render(request, "partijen/loket.html", inhoud, status=status)


def _wissel(request: Any) -> HttpResponse:
    gekozen = request.POST.get("loket", "")
    if not gekozen.isdecimal() or len(gekozen) > 18:
        raise NietToegestaan(gekozen)
    wie = request.wie or sessie.zonder_loket(request, request.user)
    sessie.neem_plaats(request, acties.wissel_loket(wie, request.user, int(gekozen)))
    return HttpResponseRedirect(veilig_terug(request))
