"""How the life areas stand, and departing from that; the panel of the dossier. Clausule 8.7."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from richting.akkoord.plan.woorden import Leefgebied, Standwaarde
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties.standen import beeindig_afwijking, wijk_af
from richting.plannen.botsing import Botsing, Veldverschil
from richting.plannen.formulieren.standen import Afwijkformulier
from richting.plannen.namen import STANDEN
from richting.plannen.overzichten.standbeeld import Standbeeld, standbeelden
from richting.plannen.overzichten.standen import ontslagdag
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

NU, ONTSLAG = "nu", "ontslag"


@require_safe
@met_loket()
def standen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Every life area now and on the day of release, with all reasons."""

    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        return {**kader(rij, "standen", mijn, lees.wie), **standenpaneel(rij, lees)}

    return render(
        request, "plannen/standen.html", lees_plan(request.wie, dossier, "plan: standen", lees)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket()
def afwijken(request: Verzoek, dossier: UUID, gebied: str, wanneer: str) -> HttpResponse:
    """Depart from the standing of one area, now or for the day of release; with a reason."""
    if gebied not in list(Leefgebied) or wanneer not in (NU, ONTSLAG):
        raise Http404
    if request.method != "POST":
        return _toon(request, dossier, Leefgebied(gebied), wanneer)
    formulier = Afwijkformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, dossier, Leefgebied(gebied), wanneer, formulier)
    schoon = formulier.cleaned_data
    try:
        wijk_af(
            request.wie,
            dossier,
            Leefgebied(gebied),
            Standwaarde(schoon["stand"]),
            schoon["reden"],
            op_ontslag=wanneer == ONTSLAG,
            vorige=schoon["vorige"],
        )
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error("reden", fout.zin)
        return _toon(request, dossier, Leefgebied(gebied), wanneer, formulier)
    except Botsing as botsing:
        return _toon(request, dossier, Leefgebied(gebied), wanneer, formulier, botsing)
    messages.success(request, _("De afwijking geldt vanaf nu. De regel blijft erbij staan."))
    return redirect("plannen:standen", dossier)


@require_POST
@met_loket()
def volg_regel(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """End a departure."""
    try:
        beeindig_afwijking(request.wie, dossier, nummer)
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        messages.error(request, fout.zin)
        return redirect("plannen:standen", dossier)
    messages.success(request, _("De regel geldt weer."))
    return redirect("plannen:standen", dossier)


def _toon(
    request: Verzoek,
    dossier: UUID,
    gebied: Leefgebied,
    wanneer: str,
    formulier: Afwijkformulier | None = None,
    botsing: Botsing | None = None,
) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        beelden = standbeelden(rij, lees.wie.vandaag)
        beeld = next(b for b in beelden if b.leefgebied is gebied)
        return {**kader(rij, "standen", mijn, lees.wie), "beeld": beeld}

    inhoud = lees_plan(request.wie, dossier, "plan: afwijken", lees, gebied.categorie.value)
    beeld: Standbeeld = inhoud["beeld"]
    oordeel = beeld.nu if wanneer == NU or beeld.straks is None else beeld.straks
    if formulier is None:
        formulier = Afwijkformulier(initial=_begin(oordeel.afwijking))
    elif botsing:
        data = request.POST.copy()
        data["vorige"] = str(botsing.rij.pk)
        formulier = Afwijkformulier(data)
    fout = bool(formulier.errors or botsing)
    inhoud |= {"oordeel": oordeel, "wanneer": wanneer, "formulier": formulier}
    inhoud["botsing"] = _in_woorden(botsing) if botsing else None
    return render(request, "plannen/afwijken.html", inhoud, status=400 if fout else 200)


def _begin(afwijking: Any) -> dict[str, Any]:
    if afwijking is None:
        return {}
    return {"stand": afwijking.stand, "reden": afwijking.reden, "vorige": afwijking.pk}


def _in_woorden(botsing: Botsing) -> Botsing:
    woorden = tuple(
        Veldverschil(v.veld, STANDEN[Standwaarde(v.nu)], STANDEN[Standwaarde(v.uw)])
        for v in botsing.verschillen
    )
    return Botsing(botsing.rij, woorden)


def standenpaneel(dossier: Dossier, lees: Lezing) -> dict[str, Any]:
    """What `plannen/onderdelen/standen.html` asks for. Four queries."""
    return {
        "dossier": dossier,
        "standen": standbeelden(dossier, lees.wie.vandaag),
        "ontslag": ontslagdag(dossier),
        "zekerheid": "vast" if dossier.einde else dossier.zekerheid,
        "vandaag": lees.wie.vandaag,
    }


def paneel(lees: Lezing, dossier: Dossier) -> dict[str, Any] | None:
    """The panel of the dossier page; None for who may see no life area. Four queries."""
    inhoud = standenpaneel(dossier, lees)
    if not inhoud["standen"]:
        return None
    lees.gezien([dossier.pk], {b.leefgebied.categorie.value for b in inhoud["standen"]})
    return inhoud


BASIS = "dossiers/<uuid:dossier>/plan/standen/"
urlpatterns = [
    path(BASIS, standen, name="standen"),
    path(f"{BASIS}<slug:gebied>/<slug:wanneer>/", afwijken, name="afwijken"),
    path(f"{BASIS}afwijking/<uuid:nummer>/einde/", volg_regel, name="volg_regel"),
]
