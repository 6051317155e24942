"""Decisions that touch others: what runs, intend one, and act on one. Clausule 5.3."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.besluiten import Besluitdaad
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import lees_dossier, mijn_categorieen
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.acties import besluiten as acties
from richting.regie.besluitbronnen import elders
from richting.regie.besluitpartijen import betrokkenen
from richting.regie.formulieren.besluiten import FORMULIEREN, Besluitformulier, Versieformulier
from richting.regie.overzichten import besluiten as overzichten
from richting.regie.overzichten.besluiten import Besluitbeeld

PLAN = Gegevenscategorie.PLAN.value
DADEN: dict[Besluitdaad, Callable[..., Any]] = {
    Besluitdaad.REAGEREN: acties.reageer,
    Besluitdaad.OVERLEG_VASTLEGGEN: acties.leg_overleg_vast,
    Besluitdaad.DEFINITIEF_MAKEN: acties.maak_definitief,
    Besluitdaad.INTREKKEN: acties.trek_in,
    Besluitdaad.OVERNEMEN: acties.neem_over,
}


@dataclass(frozen=True)
class Poging:
    """A form that was sent and is shown again: refused, or only to look whom it touches."""

    daad: str
    formulier: forms.Form
    bekijk: bool = False


@require_safe
@met_loket()
def besluiten(request: Verzoek, dossier: UUID) -> HttpResponse:
    """The decisions of a dossier, and the form to intend one. Clausule 5.3."""
    return _toon_lijst(request, dossier, None)


@require_POST
@met_loket()
def nieuw(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Look whom a decision touches, or intend it. Clausule 5.3."""
    lees_dossier(request.wie, dossier, "besluiten: voornemen", _niets, PLAN)
    formulier = _nieuw(request, request.POST)
    if not formulier.is_valid() or "bekijk" in request.POST:
        return _toon_lijst(request, dossier, Poging("nieuw", formulier, formulier.is_valid()))
    try:
        rij = acties.neem_voor(request.wie, dossier, formulier.voornemen())
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return _toon_lijst(request, dossier, Poging("nieuw", formulier))
    messages.success(request, _("Opgeslagen. Wie het raakt, krijgt een bericht."))
    return redirect("regie:besluit", dossier, rij.pk)


@require_safe
@met_loket()
def besluit(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """One decision: whom it touches, what they say, and what is left to do. Clausule 5.3."""
    return _toon(request, dossier, nummer, None)


@require_POST
@met_loket()
def doe(request: Verzoek, dossier: UUID, nummer: UUID, daad: str) -> HttpResponse:
    """React, record the consultation, make final, withdraw, or take over. Clausule 5.3."""
    if daad not in DADEN:
        raise Http404
    lees_dossier(request.wie, dossier, "besluiten: voornemen", _niets, PLAN)
    wat = Besluitdaad(daad)
    formulier = FORMULIEREN[wat](request.POST, auto_id=f"id_{daad}_%s")
    if not formulier.is_valid():
        return _toon(request, dossier, nummer, Poging(daad, formulier))
    try:
        DADEN[wat](request.wie, dossier, nummer, **formulier.waarden())
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return _toon(request, dossier, nummer, Poging(daad, formulier))
    messages.success(request, _("Opgeslagen. Wie het raakt, krijgt een bericht."))
    return redirect("regie:besluit", dossier, nummer)


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """On the dossier page: what runs, and what this desk must say. Clausule 5.3.

    None for who takes no part in the plan. Seven queries at most.
    """
    if lees.wie.loket is None or PLAN not in mijn_categorieen(dossier.pk, lees.wie.loket):
        return None
    beelden = overzichten.aan_zet(dossier.pk, lees.wie)
    lees.gezien([dossier.pk], {PLAN, *(een.rij.categorie for een in beelden)})
    return {"dossier": dossier, "besluiten": beelden}


def _toon_lijst(request: Verzoek, dossier: UUID, poging: Poging | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any]:
        beelden = overzichten.besluiten_van(rij.pk, request.wie)
        lees.gezien([rij.pk], {PLAN, *(een.rij.categorie for een in beelden)})
        return {
            "dossier": rij,
            "alleen_gevraagd": alleen_gevraagd(rij, lees.wie.loket, lees.wie.vandaag),
            "besluiten": beelden,
            "elders": elders(rij.pk),
            "formulier": poging.formulier if poging else _nieuw(request),
            "fout": poging.formulier if poging and not poging.bekijk else None,
            "raakt": _raakt(request, rij, poging),
            "bekeken": bool(poging and poging.bekijk),
        }

    inhoud = lees_dossier(request.wie, dossier, "besluiten", lees, PLAN)
    return render(request, "regie/besluiten.html", inhoud)


def _raakt(request: Verzoek, rij: Dossier, poging: Poging | None) -> list[Any]:
    """Whom the decision on the form would touch."""
    if poging is None or not poging.bekijk or not isinstance(poging.formulier, Besluitformulier):
        return []
    wat, wie = poging.formulier.voornemen(), request.wie
    feiten = feiten_uit_rijen(rij)
    return overzichten.voorbeeld(betrokkenen(wie, rij.pk, wie.loket or 0, wat, feiten))


def _toon(request: Verzoek, dossier: UUID, nummer: UUID, poging: Poging | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any] | None:
        beeld = overzichten.besluit_van(rij.pk, nummer, request.wie)
        if beeld is None:
            lees.niets_gezien()
            return None
        lees.gezien([rij.pk], {beeld.rij.categorie})
        gevraagd = alleen_gevraagd(rij, lees.wie.loket, lees.wie.vandaag)
        formulieren = _formulieren(beeld, poging)
        return {
            "dossier": rij,
            "een": beeld,
            "alleen_gevraagd": gevraagd,
            "formulieren": _reageren(formulieren) if gevraagd else formulieren,
            "fout": poging.formulier if poging else None,
        }

    inhoud = lees_dossier(request.wie, dossier, "besluit", lees, PLAN)
    if inhoud is None:
        raise Http404
    return render(request, "regie/besluit.html", inhoud)


def _formulieren(beeld: Besluitbeeld, poging: Poging | None) -> dict[str, forms.Form]:
    """The form of each act that this reader may do now; the one that was sent, as it was sent."""
    uit: dict[str, forms.Form] = {}
    for daad, soort in FORMULIEREN.items():
        mag = daad in beeld.mag
        if daad is Besluitdaad.DEFINITIEF_MAKEN:
            mag = mag and beeld.oordeel.waarde
        if mag:
            uit[daad.value] = _formulier(beeld, daad, soort)
    if poging and poging.daad in uit:
        poging.formulier.data = poging.formulier.data.copy()  # type: ignore[attr-defined]
        poging.formulier.data["versie"] = str(beeld.rij.versie)  # type: ignore[index]
        uit[poging.daad] = poging.formulier
    vast = uit.get(Besluitdaad.DEFINITIEF_MAKEN.value)
    if vast is not None and beeld.reden_nodig and "reden" in vast.fields:
        vast.fields["reden"].required = True
    return uit


def _reageren(formulieren: dict[str, forms.Form]) -> dict[str, forms.Form]:
    """Of these forms what a municipality that was only asked can use. Clausule 5.7."""
    reactie = Besluitdaad.REAGEREN.value
    return {naam: formulier for naam, formulier in formulieren.items() if naam == reactie}


def _formulier(
    beeld: Besluitbeeld, daad: Besluitdaad, soort: type[Versieformulier]
) -> Versieformulier:
    begin: dict[str, Any] = {"versie": beeld.rij.versie}
    if daad is Besluitdaad.REAGEREN and beeld.eigen:
        begin |= {"mening": beeld.eigen.reactie or None, "reden": beeld.eigen.reden}
    formulier = soort(initial=begin, auto_id=f"id_{daad.value}_%s")
    if daad is Besluitdaad.DEFINITIEF_MAKEN and not beeld.reden_nodig:
        del formulier.fields["reden"]
    return formulier


def _nieuw(request: Verzoek, gegevens: Any = None) -> Besluitformulier:
    return Besluitformulier(
        gegevens,
        loketsoort=request.loket.soort,
        vandaag=request.wie.vandaag,
        auto_id="id_besluit_%s",
    )


def _niets(lees: Lezing, rij: Dossier, _mijn: set[str]) -> None:
    lees.gezien([rij.pk], {PLAN})


BASIS = "dossiers/<uuid:dossier>/besluiten/"
urlpatterns = [
    path(BASIS, besluiten, name="besluiten"),
    path(f"{BASIS}nieuw/", nieuw, name="besluit_nieuw"),
    path(f"{BASIS}<uuid:nummer>/", besluit, name="besluit"),
    path(f"{BASIS}<uuid:nummer>/<slug:daad>/", doe, name="besluit_daad"),
]
