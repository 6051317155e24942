"""The plan in one glance: the five answers, what is missing, and the button that fixes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.plan.vaststellen import NIETS_NIEUWS
from richting.akkoord.plan.vijf_antwoorden import AFGELOPEN, Antwoordcel, Cel
from richting.akkoord.plan.woorden import Actiekader, Actiestaat
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.overzichten import namen_van
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import actienamen, namen
from richting.plannen.acties import inhoud as acties
from richting.plannen.acties.versies import stel_vast
from richting.plannen.formulieren.versies import Vaststelformulier
from richting.plannen.models import Actie
from richting.plannen.overzichten.overzicht import Planbeeld, planbeeld
from richting.plannen.overzichten.versies import laatste_versie, veranderd_sinds
from richting.plannen.paginas.kader import kader
from richting.plannen.paginas.planpaneel import is_kort
from richting.plannen.paginas.standen import standenpaneel
from richting.plannen.toegang import blad_van_plan, lees_plan
from richting.plannen.woorden import Lot
from richting.web.blad import antwoord

SJABLOON = "plannen/overzicht.html"

LEEG_KAN = frozenset({Antwoordcel.VOORTGEZET, Antwoordcel.GESTART, Antwoordcel.VERVOLG})
"""Answers that can be empty on purpose."""

WAAR = {
    "slachtoffer": "slachtoffer",
    "behoefte": "inhoud",
    "veiligheid": "inhoud",
    "aanbod": "actielijst",
    "motivatie": "inhoud",
    "startgesprek": "inhoud",
    "instemming": "inhoud",
}
"""On which page one mends what is missing, by the code of the point."""


@dataclass(frozen=True)
class Celregel:
    """A line in one of the five answers."""

    tekst: str
    klein: str = ""
    delen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Celbeeld:
    """One of the five answers as the page shows it."""

    cel: Cel
    regels: list[Celregel]
    geen: bool
    kan_geen: bool


@require_safe
@met_loket()
def overzicht(request: Verzoek, dossier: UUID) -> HttpResponse:
    """The plan in one glance. Clausule 5.5, 7.1."""
    return _toon(request, dossier, None)


@require_POST
@met_loket()
def leg_vast(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Fix the working version. Clausule 7.1."""
    formulier = Vaststelformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, dossier, formulier)
    schoon = formulier.cleaned_data
    try:
        versie = stel_vast(request.wie, dossier, schoon["na"], schoon["toelichting"])
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return _toon(request, dossier, formulier)
    messages.success(request, _("Versie {n} is vastgesteld.").format(n=versie.nummer))
    return redirect("plannen:overzicht", dossier)


@require_POST
@met_loket()
def geen(request: Verzoek, dossier: UUID, antwoord: str) -> HttpResponse:
    """Say that an answer is empty on purpose, or take that back. Clausule 5.5.

    The button says which of the two, so that pressing it on an old page never does the opposite.
    """
    wat = request.POST.get("wat")
    if antwoord not in LEEG_KAN or wat not in ("niets", "toch_iets"):
        raise Http404
    act = acties.zeg_geen if wat == "niets" else acties.trek_geen_in
    try:
        act(request.wie, dossier, Antwoordcel(antwoord))
    except (NietToegestaan, KanNiet) as fout:
        raise Http404 from fout
    return redirect("plannen:overzicht", dossier)


def _toon(request: Verzoek, dossier: UUID, formulier: Vaststelformulier | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        return {
            **kader(rij, "overzicht", mijn, lees.wie),
            "kort": is_kort(rij, lees.wie.vandaag),
            **standenpaneel(rij, lees),
            **_inhoud(lees, rij, formulier, mijn),
        }

    if formulier is None:
        return antwoord(request, blad_van_plan(request, dossier, "plan", SJABLOON, lees))
    return render(request, SJABLOON, lees_plan(request.wie, dossier, "plan", lees))


def _inhoud(
    lees: Lezing, rij: Dossier, formulier: Vaststelformulier | None, mijn: set[str]
) -> dict[str, Any]:
    vandaag = lees.wie.vandaag
    laatste = laatste_versie(rij.pk)
    anders = veranderd_sinds(laatste, rij) if laatste else []
    beeld = planbeeld(
        rij, lees.wie.nu, aannames_op(vandaag), iets_nieuws=laatste is None or bool(anders)
    )
    begin = {"na": laatste.nummer if laatste else 0}
    return {
        "alles": beeld.inhoud,
        "cellen": _cellen(beeld),
        "punten": [(punt, _waar(punt.code, mijn)) for punt in beeld.punten if punt != NIETS_NIEUWS],
        "niets_nieuws": NIETS_NIEUWS.zin if NIETS_NIEUWS in beeld.punten else "",
        "mag_vast": beeld.mag_vast,
        "laatste": laatste,
        "instemming": next(iter(beeld.inhoud.over_versie(begin["na"])), None),
        "verschillen": anders,
        "formulier": formulier or Vaststelformulier(initial=begin),
        "fout": formulier is not None,
    }


def _waar(code: str, mijn: set[str]) -> str:
    """The name of the page where this is mended; nothing for who may not see that page."""
    naam = WAAR.get(code, "")
    dicht = naam == "slachtoffer" and Gegevenscategorie.SLACHTOFFER.value not in mijn
    return "" if not naam or dicht else f"plannen:{naam}"


def _cellen(beeld: Planbeeld) -> list[Celbeeld]:
    vullers = {
        Antwoordcel.WIE_DOET_WAT: lambda: _wie_doet_wat(beeld),
        Antwoordcel.WIE_REGISSEERT: lambda: _wie_regisseert(beeld),
    }
    return [
        Celbeeld(
            cel,
            vullers.get(cel.antwoord, lambda cel=cel: _acties(beeld, cel.antwoord))(),
            cel.antwoord in beeld.inhoud.geen and not _acties(beeld, cel.antwoord),
            cel.antwoord in LEEG_KAN and not _acties(beeld, cel.antwoord),
        )
        for cel in beeld.cellen
    ]


def _acties(beeld: Planbeeld, antwoord: Antwoordcel) -> list[Celregel]:
    """The actions of one origin with how they stand, and running support; what nobody does any
    more stands in the list of actions only."""
    uit = [
        Celregel(actienamen.omschrijving(actie), _hoe(actie))
        for actie in _levend(beeld)
        if actie.herkomst == antwoord.value
    ]
    if antwoord is Antwoordcel.VOORTGEZET:
        uit += [
            Celregel(hulp.wat, str(namen.LOTEN[Lot(hulp.lot)]))
            for hulp in beeld.inhoud.ondersteuning
            if hulp.lot != Lot.BEEINDIGD
        ]
    return uit


def _levend(beeld: Planbeeld) -> list[Actie]:
    return [actie for actie in beeld.acties if Actiestaat(actie.staat) not in AFGELOPEN]


def _hoe(actie: Actie) -> str:
    """How far it is, and that it is a special condition when it is."""
    staat = str(actienamen.STATEN[Actiestaat(actie.staat)])
    if actie.kader != Actiekader.BIJZONDERE_VOORWAARDE:
        return staat
    return _("{staat}, bijzondere voorwaarde").format(staat=staat)


def _wie_doet_wat(beeld: Planbeeld) -> list[Celregel]:
    """Per desk, and who there, what it does. Clausule 5.5."""
    per_wie: dict[str, list[str]] = {}
    for actie in _levend(beeld):
        wie = str(actie.verantwoordelijk)
        if actie.uitvoerder:
            wie = f"{wie} ({actie.uitvoerder.naam})"
        per_wie.setdefault(wie, []).append(actienamen.omschrijving(actie))
    return [Celregel(wie, delen=tuple(wat)) for wie, wat in per_wie.items()]


def _wie_regisseert(beeld: Planbeeld) -> list[Celregel]:
    regie, straks = beeld.regie, beeld.regie.casusregie_na
    houders = [
        (naam, rij.organisatie if rij else "", rij.zin if rij else "")
        for naam, rij in (
            (_("Procesregie"), regie.procesregie),
            (_("Casusregie nu"), regie.casusregie),
        )
    ]
    code = straks.partij.organisatie if straks.partij else ""
    houders.append((_("Casusregie na het verblijf"), code, straks.zin))
    niemand = _("niemand")
    hoe_heet = namen_van(code for _naam, code, _zin in houders if code)
    return [
        Celregel(
            f"{naam}: {hoe_heet.get(code, code) if code else niemand}",
            "" if code or not zin else _(zin),
        )
        for naam, code, zin in houders
    ]


BASIS = "dossiers/<uuid:dossier>/plan/"
urlpatterns = [
    path(BASIS, overzicht, name="overzicht"),
    path(f"{BASIS}vaststellen/", leg_vast, name="stel_vast"),
    path(f"{BASIS}geen/<slug:antwoord>/", geen, name="geen"),
]
