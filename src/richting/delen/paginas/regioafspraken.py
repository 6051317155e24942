"""Regional agreements: the list, one of them, a new one; confirm, leave, withdraw. Clausule 6.6."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from richting.akkoord.grondslagen.register import GRONDSLAGEN
from richting.akkoord.grondslagen.soorten import Grondslag
from richting.akkoord.grondslagen.verlening import toegestaan
from richting.delen import afspraakoverzichten as overzicht
from richting.delen import namen, rechten
from richting.delen.acties import regioafspraken as acties
from richting.delen.afspraakbeeld import beeld, bezwaarzin
from richting.delen.afspraakformulieren import (
    ARTIKELEN,
    Beginformulier,
    Opzegformulier,
    Voorstelformulier,
)
from richting.delen.verwerkingsbeeld import SOORTEN
from richting.kern.instellingen import aannames_op
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket


@require_safe
@met_loket()
def lijst(request: Verzoek) -> HttpResponse:
    """The agreements of this desk; of the organisation for privacy; all for the manager."""
    op, loket = request.wie.vandaag, request.loket.pk
    rijen = overzicht.op_stand(overzicht.afspraken_van(request.wie), op)
    inhoud = {
        "beelden": [beeld(rij, op, loket) for rij in rijen],
        "mag": rechten.mag_afspreken(request),
    }
    return render(request, "delen/regioafspraken.html", inhoud)


@require_safe
@met_loket()
def een(request: Verzoek, nummer: UUID) -> HttpResponse:
    """One agreement: what it does, who is bound since when, and what this desk can do."""
    return _toon(request, nummer)


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket(beheerder=True)
def nieuw(request: Verzoek) -> HttpResponse:
    """Propose an agreement: first the article and region, then what it says."""
    if not rechten.mag_afspreken(request):
        raise Http404
    begin = _begin(request)
    wet = _wet(begin)
    inhoud: dict[str, Any] = {"begin": begin, "wet": wet}
    if wet is None:
        return render(request, "delen/regioafspraak_nieuw.html", inhoud)
    formulier = _voorstel(request, wet, begin.cleaned_data["regio"])
    if formulier.is_bound and formulier.is_valid():
        nummer = _voorgesteld(request, formulier)
        if nummer:
            messages.success(
                request, _("De afspraak is voorgesteld. Zij geldt als partijen bevestigen.")
            )
            return redirect("delen:regioafspraak", nummer)
    inhoud |= {"formulier": formulier, "geeft": _geeft(request, wet)}
    status = 400 if formulier.errors else 200
    return render(request, "delen/regioafspraak_nieuw.html", inhoud, status=status)


@require_POST
@met_loket()
def bevestig(request: Verzoek, nummer: UUID) -> HttpResponse:
    """The own desk says yes."""
    gedaan = _("Bevestigd. Uw loket is vanaf nu gebonden.")
    return _doe(request, nummer, lambda: acties.bevestig(request.wie, nummer), gedaan)


@require_POST
@met_loket()
def opzeggen(request: Verzoek, nummer: UUID) -> HttpResponse:
    """The own desk leaves, from a day on."""
    formulier = Opzegformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, nummer, formulier)
    per, reden = formulier.cleaned_data["per"], formulier.cleaned_data["reden"]
    gedaan = _("Opgezegd.")
    return _doe(
        request, nummer, lambda: acties.zeg_op(request.wie, nummer, per, reden), gedaan, formulier
    )


@require_POST
@met_loket()
def intrekken(request: Verzoek, nummer: UUID) -> HttpResponse:
    """Take a proposal back."""
    gedaan = _("Het voorstel is ingetrokken.")
    return _doe(request, nummer, lambda: acties.trek_in(request.wie, nummer), gedaan)


def _doe(
    request: Verzoek,
    nummer: UUID,
    functie: Callable[[], None],
    gedaan: str,
    formulier: Form | None = None,
) -> HttpResponse:
    try:
        functie()
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        vorm = formulier or Form({})
        _zet_fouten(vorm, fout)
        return _toon(request, nummer, vorm)
    messages.success(request, gedaan)
    return redirect("delen:regioafspraak", nummer)


def _toon(request: Verzoek, nummer: UUID, fout: Form | None = None) -> HttpResponse:
    rij = overzicht.afspraak(request.wie, nummer)
    if rij is None:
        raise Http404
    op = request.wie.vandaag
    toon = beeld(rij, op, request.loket.pk)
    opzeg = fout if isinstance(fout, Opzegformulier) else Opzegformulier(initial={"per": op})
    eigen = toon.eigen
    inhoud = {
        "beeld": toon,
        "beslist": rechten.mag_afspreken(request) and eigen is not None,
        "gebonden": bool(eigen and eigen.rij.gebonden and (eigen.tot is None or eigen.tot > op)),
        "in_te_trekken": rij.voorsteller_id == request.loket.pk and _niemand_anders(toon),
        "opzeg": opzeg,
        "fout": fout,
        "vandaag": op,
    }
    status = 400 if fout else 200
    return render(request, "delen/regioafspraak.html", inhoud, status=status)


def _niemand_anders(toon: Any) -> bool:
    """Nobody but the own desk said yes to what still stands."""
    anderen = any(een.rij.gebonden_vanaf for een in toon.partijen if not een.eigen)
    return not anderen and toon.rij.ingetrokken_op is None


def _begin(request: Verzoek) -> Beginformulier:
    soort = request.loket.soort
    mijn = [
        (code, naam)
        for code, naam in ARTIKELEN
        if soort in (*_wetten()[code].naar, *_wetten()[code].van)
    ]
    eigen = request.loket.organisatie.regio
    vraag = request.GET if "grondslag" in request.GET else None
    return Beginformulier(
        vraag, artikelen=mijn, regios=overzicht.regios(), initial={"regio": eigen}
    )


def _wet(begin: Beginformulier) -> Grondslag | None:
    return _wetten()[begin.cleaned_data["grondslag"]] if begin.is_valid() else None


def _wetten() -> dict[str, Grondslag]:
    return {wet.code: wet for wet in GRONDSLAGEN}


def _voorstel(request: Verzoek, wet: Grondslag, regio: str) -> Voorstelformulier:
    return Voorstelformulier(
        request.POST if request.method == "POST" else None,
        wet=wet,
        partijen=overzicht.te_kiezen(wet, regio, request.loket.pk),
        aannames=aannames_op(request.wie.vandaag),
        initial={"geldig_vanaf": request.wie.vandaag},
    )


def _voorgesteld(request: Verzoek, formulier: Voorstelformulier) -> UUID | None:
    try:
        return acties.stel_voor(request.wie, formulier.invoer()).pk
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        _zet_fouten(formulier, fout)
    return None


def _zet_fouten(formulier: Form, fout: KanNiet) -> None:
    """The refusal on the form: every reason of its own, or the one sentence."""
    bezwaren = fout.bezwaren if isinstance(fout, acties.Geweigerd) else ()
    for zin in [bezwaarzin(bezwaar) for bezwaar in bezwaren] or [fout.zin]:
        formulier.add_error(None, zin)


def _geeft(request: Verzoek, wet: Grondslag) -> list[tuple[str, str]]:
    """Per kind of desk what the article gives: an agreement cannot add to it."""
    aannames = aannames_op(request.wie.vandaag)
    return [
        (str(SOORTEN[soort]), namen.opsomming(c.value for c in toegestaan(wet, soort, aannames)))
        for soort in wet.naar
    ]


BASIS = "regioafspraken/"
urlpatterns = [
    path(BASIS, lijst, name="regioafspraken"),
    path(f"{BASIS}nieuw/", nieuw, name="regioafspraak_nieuw"),
    path(f"{BASIS}<uuid:nummer>/", een, name="regioafspraak"),
    path(f"{BASIS}<uuid:nummer>/bevestigen/", bevestig, name="regioafspraak_bevestigen"),
    path(f"{BASIS}<uuid:nummer>/opzeggen/", opzeggen, name="regioafspraak_opzeggen"),
    path(f"{BASIS}<uuid:nummer>/intrekken/", intrekken, name="regioafspraak_intrekken"),
]
