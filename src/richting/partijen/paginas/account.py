"""The own account: password and second factor."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME, update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_otp import login as bevestig_sessie

from richting.partijen import acties, overzichten, sessie, tweede_factor
from richting.partijen.formulieren import Bevestigformulier, Codeformulier, Wachtwoordformulier
from richting.partijen.fouten import KanNiet
from richting.partijen.werkplek import aangemeld, eerst_doen, veilig_terug


@require_safe
@aangemeld
def mijn_account(request: Any) -> HttpResponse:
    """Who I am here, at which desks, and how I sign in."""
    return _toon(request, Bevestigformulier(request.user))


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@aangemeld
def wachtwoord(request: Any) -> HttpResponse:
    """Choose another password."""
    formulier = Wachtwoordformulier(request.POST if request.method == "POST" else None)
    moest = request.user.wachtwoord_wijzigen
    if formulier.is_valid():
        gegevens = formulier.cleaned_data
        try:
            acties.wijzig_wachtwoord(
                _wie(request), request.user, gegevens["oud"], gegevens["nieuw"]
            )
        except KanNiet as fout:
            veld = "oud" if fout.code == "oud_onjuist" else "nieuw"
            formulier.add_error(veld, fout.zin)
        else:
            update_session_auth_hash(request, request.user)
            messages.success(request, _("Uw wachtwoord is gewijzigd."))
            return HttpResponseRedirect(veilig_terug(request)) if moest else _mijn_account()
    inhoud = {"formulier": formulier, "moet": moest, "verder": veilig_terug(request)}
    return render(request, "partijen/wachtwoord.html", inhoud)


@sensitive_post_parameters()
@require_POST
@aangemeld
def app_beginnen(request: Any) -> HttpResponse:
    """Begin to link an app; who has one already gives the password once more."""
    if tweede_factor.heeft(request.user):
        formulier = Bevestigformulier(request.user, request.POST)
        if not formulier.is_valid():
            return _toon(request, formulier)
    tweede_factor.begin(request.user)
    verder = urlencode({REDIRECT_FIELD_NAME: veilig_terug(request)})
    return HttpResponseRedirect(f"{reverse('partijen:tweede_factor')}?{verder}")


@require_http_methods(["GET", "HEAD", "POST"])
@aangemeld
def app_koppelen(request: Any) -> HttpResponse:
    """Link an app for the second step: scan the picture, give a code, get the reserve codes."""
    toestel = tweede_factor.onbevestigd(request.user)
    formulier = Codeformulier(request.POST if request.method == "POST" else None)
    if toestel is not None and formulier.is_valid():
        try:
            codes = acties.koppel_app(
                _wie(request), request.user, toestel, formulier.cleaned_data["code"]
            )
        except KanNiet as fout:
            formulier.add_error("code", fout.zin)
        else:
            request.session.cycle_key()
            bevestig_sessie(request, toestel)
            return _toon_codes(request, codes)
    inhoud = {
        "formulier": formulier,
        "toestel": toestel,
        "qr": tweede_factor.qr(toestel) if toestel else "",
        "sleutel": tweede_factor.sleutel(toestel) if toestel else "",
        "moet": eerst_doen(request.user) == "partijen:tweede_factor",
        "verder": veilig_terug(request),
    }
    return render(request, "partijen/tweede_factor.html", inhoud)


@sensitive_post_parameters()
@require_POST
@aangemeld
def reservecodes(request: Any) -> HttpResponse:
    """Ten new reserve codes, shown once, for who gives the password once more."""
    formulier = Bevestigformulier(request.user, request.POST)
    if not formulier.is_valid():
        return _toon(request, formulier)
    try:
        codes = acties.vernieuw_reservecodes(_wie(request), request.user)
    except KanNiet as fout:
        messages.error(request, fout.zin)
        return _mijn_account()
    return _toon_codes(request, codes)


def _toon(request: Any, formulier: Bevestigformulier) -> HttpResponse:
    inhoud = {
        "lidmaatschappen": list(overzichten.lidmaatschappen(request.user)),
        "heeft_app": tweede_factor.heeft(request.user),
        "reservecodes": tweede_factor.aantal_reservecodes(request.user),
        "formulier": formulier,
    }
    status = 400 if formulier.is_bound else 200
    return render(request, "partijen/mijn_account.html", inhoud, status=status)


def _toon_codes(request: Any, codes: tuple[str, ...]) -> HttpResponse:
    inhoud = {"codes": codes, "verder": veilig_terug(request)}
    return render(request, "partijen/reservecodes.html", inhoud)


def _mijn_account() -> HttpResponse:
    return redirect("partijen:mijn_account")


def _wie(request: Any) -> Any:
    return request.wie or sessie.zonder_loket(request, request.user)
