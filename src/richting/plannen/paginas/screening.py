"""The screening: choose a moment, fill in, fix; and what was measured before. Clausule 5.1, 8.2."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from richting.akkoord.plan.meetmoment import aan_de_beurt, kan_gemeten
from richting.akkoord.plan.woorden import Leefgebied, Meetmoment
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties import screening as acties
from richting.plannen.antwoordtekst import antwoordtekst
from richting.plannen.formulieren.screening import Gebiedsformulier
from richting.plannen.models import Afname
from richting.plannen.namen import MEETMOMENTEN
from richting.plannen.overzichten.screening import alle_concepten, geschiedenis
from richting.plannen.overzichten.screeningscherm import Gebiedscherm, invulscherm, metingen
from richting.plannen.overzichten.standen import ontslagdag
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

T = TypeVar("T")
Formulieren = dict[Leefgebied, Gebiedsformulier]
Act = Callable[..., acties.Bewaard]


@dataclass(frozen=True)
class Momentbeeld:
    """One of the four moments: whether it was measured, whose draft is open, whether it can be."""

    moment: Meetmoment
    naam: str
    gemeten: Afname | None
    concept: Afname | None
    nu: bool
    kan: bool


@require_safe
@met_loket()
def screening(request: Verzoek, dossier: UUID) -> HttpResponse:
    """The four moments, and everything that was measured."""
    beeld = lees_plan(request.wie, dossier, "screening", _overzicht)
    return render(request, "plannen/screening.html", beeld)


def _overzicht(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
    vandaag = lees.wie.vandaag
    vast = geschiedenis(rij.pk)
    open_ = alle_concepten(rij.pk, vandaag)
    gemeten = {Meetmoment(afname.meetmoment): afname for afname in reversed(vast)}
    nu = aan_de_beurt(gemeten, ontslagdag(rij), vandaag, aannames_op(vandaag))
    momenten = [
        Momentbeeld(
            m,
            str(MEETMOMENTEN[m]),
            gemeten.get(m),
            open_.get(m),
            m is nu,
            kan_gemeten(m, rij.einde, vandaag),
        )
        for m in Meetmoment
    ]
    eerder = [(beeld, MEETMOMENTEN[beeld.moment]) for beeld in metingen(vast)]
    return {**kader(rij, "screening", mijn, lees.wie), "momenten": momenten, "metingen": eerder}


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket()
def meten(request: Verzoek, dossier: UUID, moment: str) -> HttpResponse:
    """Fill in one moment; a POST saves the draft, or fixes it (`daad` is `vast`)."""
    welk = _moment(moment)
    if request.method != "POST":
        return _toon(request, dossier, welk)
    formulieren = _formulieren(request, dossier, welk)
    fout = [f for f in formulieren.values() if not f.is_valid()]
    vast = request.POST.get("daad") == "vast" and not fout
    try:
        bewaard = _voer_uit(
            acties.stel_vast if vast else acties.bewaar, request, dossier, welk, formulieren
        )
    except KanNiet as geweigerd:
        return _toon(request, dossier, welk, formulieren, zin=geweigerd.zin)
    if fout or bewaard.verschillen:
        return _toon(request, dossier, welk, _opnieuw(request, formulieren, bewaard), fout=True)
    if vast:
        messages.success(request, _("De meting is vastgesteld."))
        return redirect("plannen:screening", dossier)
    messages.success(request, _("Het concept is bewaard."))
    return redirect("plannen:meten", dossier, welk.value)


@require_POST
@met_loket()
def bewaar_vanzelf(request: Verzoek, dossier: UUID, moment: str) -> HttpResponse:
    """Save while somebody fills in; the answer says so, and renews what the form began with."""
    formulieren = _formulieren(request, dossier, _moment(moment))
    fouten = [vraag for f in formulieren.values() for vraag in f.fout()]
    try:
        bewaard = _voer_uit(acties.bewaar, request, dossier, _moment(moment), formulieren)
    except KanNiet as geweigerd:
        return render(request, "plannen/onderdelen/bewaard.html", {"zin": geweigerd.zin})
    inhoud = {
        "nu": request.wie.nu,
        "fouten": fouten,
        "verschillen": [_verschilzin(v, formulieren) for v in bewaard.verschillen],
        "begin": [(f, f.begin_na(bewaard.nu[gebied])) for gebied, f in formulieren.items()],
    }
    return render(request, "plannen/onderdelen/bewaard.html", inhoud)


@require_POST
@met_loket()
def neem_over(request: Verzoek, dossier: UUID, moment: str) -> HttpResponse:
    """Copy what is known into the questions that are still open. Clausule 8.2."""
    try:
        aantal = _daad(request, dossier, moment, acties.neem_over).overgenomen
    except KanNiet as geweigerd:
        messages.error(request, geweigerd.zin)
        return redirect("plannen:screening", dossier)
    zin = _("{n} antwoorden overgenomen. Kijk na of ze nog kloppen.").format(n=aantal)
    messages.info(request, zin if aantal else _("Er was niets om over te nemen."))
    return redirect("plannen:meten", dossier, moment)


@require_POST
@met_loket()
def gooi_weg(request: Verzoek, dossier: UUID, moment: str) -> HttpResponse:
    """Throw the draft away."""
    try:
        if _daad(request, dossier, moment, acties.gooi_weg):
            messages.info(request, _("Het concept is weggegooid."))
    except KanNiet as geweigerd:
        messages.error(request, geweigerd.zin)
    return redirect("plannen:screening", dossier)


def _daad(request: Verzoek, dossier: UUID, moment: str, act: Callable[..., T]) -> T:
    schermen = _schermen(request, dossier, _moment(moment))
    try:
        return act(request.wie, dossier, _moment(moment), [s.leefgebied for s in schermen])
    except NietToegestaan as fout:
        raise Http404 from fout


def _moment(moment: str) -> Meetmoment:
    if moment not in list(Meetmoment):
        raise Http404
    return Meetmoment(moment)


def _schermen(request: Verzoek, dossier: UUID, moment: Meetmoment) -> list[Gebiedscherm]:
    vandaag = request.wie.vandaag
    return lees_plan(
        request.wie,
        dossier,
        "screening: invullen",
        lambda _lees, rij, mijn: invulscherm(rij, moment, mijn, vandaag),
    )


def _formulieren(request: Verzoek, dossier: UUID, moment: Meetmoment) -> Formulieren:
    """The forms as they were sent."""
    return {
        s.leefgebied: Gebiedsformulier(s.leefgebied, s.vragen, s.staat, request.POST)
        for s in _schermen(request, dossier, moment)
    }


def _voer_uit(
    act: Act, request: Verzoek, dossier: UUID, moment: Meetmoment, formulieren: Formulieren
) -> acties.Bewaard:
    inzendingen = {gebied: f.inzending() for gebied, f in formulieren.items()}
    try:
        return act(request.wie, dossier, moment, inzendingen)
    except NietToegestaan as fout:
        raise Http404 from fout


def _opnieuw(request: Verzoek, formulieren: Formulieren, bewaard: acties.Bewaard) -> Formulieren:
    """The same input again, now beside what stands: the next time the user has seen that."""
    data = request.POST.copy()
    for gebied, formulier in formulieren.items():
        gezien = [v.vraag for v in bewaard.verschillen if v.leefgebied is gebied]
        for naam, waarde in formulier.opnieuw(bewaard.nu[gebied], gezien).items():
            data[naam] = waarde
    uit = {g: Gebiedsformulier(g, f.vragen, {}, data) for g, f in formulieren.items()}
    for verschil in bewaard.verschillen:
        zin = _verschilzin(verschil, uit)
        uit[verschil.leefgebied].verschillen[verschil.vraag] = zin
    return uit


def _verschilzin(verschil: acties.Verschil, formulieren: Mapping[Leefgebied, Any]) -> str:
    formulier = formulieren[verschil.leefgebied]
    vraag = next(v for v in formulier.vragen if v.code == verschil.vraag)
    zin = _("{wie} antwoordde intussen op “{vraag}”: {nu}. U: {uw}.")
    return zin.format(
        wie=verschil.door or _("Iemand anders"),
        vraag=formulier[verschil.vraag].label,
        nu=antwoordtekst(vraag, verschil.nu),
        uw=antwoordtekst(vraag, verschil.uw),
    )


def _toon(
    request: Verzoek,
    dossier: UUID,
    moment: Meetmoment,
    formulieren: Formulieren | None = None,
    *,
    zin: str = "",
    fout: bool = False,
) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        schermen = invulscherm(rij, moment, mijn, lees.wie.vandaag)
        return {**kader(rij, "screening", mijn, lees.wie), "schermen": schermen}

    beeld = lees_plan(request.wie, dossier, "screening: invullen", lees)
    schermen: list[Gebiedscherm] = beeld["schermen"]
    if not schermen:
        raise Http404  # this desk sees the plan, and no life area
    eigen = formulieren or {
        s.leefgebied: Gebiedsformulier(s.leefgebied, s.vragen, s.staat) for s in schermen
    }
    for scherm in schermen:
        eigen[scherm.leefgebied].bekend = scherm.bekend
    concepten = [s.concept for s in schermen if s.concept]
    beeld |= {
        "moment": moment,
        "momentnaam": MEETMOMENTEN[moment],
        "formulieren": [eigen[s.leefgebied] for s in schermen],
        "concept": max(concepten, key=lambda rij: rij.gewijzigd_op, default=None),
        "corrigeert": not concepten and any(s.eerder for s in schermen),
        "over_te_nemen": any(s.bekend_antwoord for s in schermen),
        "zin": zin,
    }
    status = 400 if fout or zin else 200
    return render(request, "plannen/meten.html", beeld, status=status)


BASIS = "dossiers/<uuid:dossier>/plan/screening/"
urlpatterns = [
    path(BASIS, screening, name="screening"),
    path(f"{BASIS}<slug:moment>/", meten, name="meten"),
    path(f"{BASIS}<slug:moment>/bewaar/", bewaar_vanzelf, name="bewaar_vanzelf"),
    path(f"{BASIS}<slug:moment>/neem-over/", neem_over, name="neem_over"),
    path(f"{BASIS}<slug:moment>/weg/", gooi_weg, name="gooi_weg"),
]
