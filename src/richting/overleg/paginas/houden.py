"""Running the meeting: who is there, and per person minutes and agreements. Clausule 8.1.

One page for everybody at the table; each sees the persons it has a ground for. Made for the
keyboard: per person two small forms in reading order, and after saving one is at that person again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.namen import CATEGORIEEN
from richting.dossiers.gevraagd import waar_alleen_gevraagd
from richting.kern.lezen import Lezing
from richting.overleg.acties import houden as acties
from richting.overleg.acties.punten import schuif_door
from richting.overleg.dagen import dag_van
from richting.overleg.formulieren import (
    Aanvullingformulier,
    Afspraakformulier,
    Verslagformulier,
)
from richting.overleg.models import Verslag
from richting.overleg.overzichten.beeld import Overlegbeeld, Punt
from richting.overleg.paginas.kader import Fout, achter_deur, lees_overleg, voer_uit
from richting.partijen.werkplek import Verzoek
from richting.plannen.toegang import lees_plan, mijn_categorieen


@require_safe
@achter_deur
def houden(request: Verzoek, nummer: UUID) -> HttpResponse:
    """The page that is open on the table during the meeting."""
    return _toon(request, nummer, None)


@require_safe
@achter_deur
def verslag(request: Verzoek, nummer: UUID) -> HttpResponse:
    """The minutes to read and to print, of each person only the own ground. Clausule 6.4, 8.1."""

    def functie(_lees: Lezing, gezien: Overlegbeeld) -> dict[str, Any]:
        return {"punten": [_leesbaar(punt) for punt in gezien.punten]}

    inhoud = lees_overleg(request.wie, nummer, "overleg: verslag", functie)
    return render(request, "overleg/verslag.html", inhoud)


@require_POST
@achter_deur
def sluiten(request: Verzoek, nummer: UUID, daad: str) -> HttpResponse:
    """Note who was there, or fix the minutes."""
    wie, post = request.wie, request.POST
    versie = int(post.get("versie", "")) if post.get("versie", "").isdigit() else 0
    aanwezig = {int(w) for w in post.getlist("aanwezig") if w.isdigit()}
    doen: dict[str, Callable[[], Any]] = {
        "aanwezig": lambda: acties.noteer_aanwezig(wie, nummer, aanwezig),
        "vaststellen": lambda: acties.stel_verslag_vast(wie, nummer, versie),
    }
    if daad not in doen:
        raise Http404
    fout = voer_uit(doen[daad], daad, forms.Form({}))
    if fout:
        return _toon(request, nummer, fout)
    messages.success(request, _("Opgeslagen."))
    return redirect("overleg:houden", nummer)


@require_POST
@achter_deur
def over_punt(request: Verzoek, nummer: UUID, punt: UUID, daad: str) -> HttpResponse:
    """Write minutes or an agreement about one person, or put it off to a next time."""
    doe = DADEN.get(daad)
    if doe is None:
        raise Http404
    fout = doe(request, nummer, punt)
    if fout:
        return _toon(request, nummer, fout)
    messages.success(request, _("Opgeslagen."))
    return redirect(f"{reverse('overleg:houden', args=[nummer])}#punt-{punt}")


def _toon(request: Verzoek, nummer: UUID, fout: Fout | None) -> HttpResponse:
    def functie(_lees: Lezing, gezien: Overlegbeeld) -> dict[str, Any]:
        dicht = waar_alleen_gevraagd(request.wie, gezien.dossiers)
        return {
            "punten": [_punt(request, gezien, punt, fout, dicht) for punt in gezien.punten],
            "fout": fout,
            "begonnen": dag_van(gezien.overleg.begin) <= request.wie.vandaag,
        }

    inhoud = lees_overleg(request.wie, nummer, "overleg: houden", functie)
    return render(request, "overleg/houden.html", inhoud, status=fout.status if fout else 200)


def _leesbaar(punt: Punt) -> dict[str, Any]:
    verslagen = [{"rij": rij, "vak": _vaknaam(rij)} for rij in punt.verslagen]
    return {"punt": punt.rij, "verslagen": verslagen, "afspraken": punt.afspraken}


def _vaknaam(rij: Verslag) -> str:
    return str(capfirst(str(CATEGORIEEN[Gegevenscategorie(rij.categorie)])))


def _punt(
    request: Verzoek, gezien: Overlegbeeld, punt: Punt, fout: Fout | None, dicht: set[UUID]
) -> dict[str, Any]:
    """One person on the page: what stands, and the forms to add to it. One query.

    Without forms for the dossiers in `dicht`, where the own municipality was only asked.
    """
    if punt.rij.dossier_id in dicht:
        return {**_leesbaar(punt), "alleen_gevraagd": True}
    mijn = mijn_categorieen(punt.rij.dossier_id, request.wie.loket)
    uit: dict[str, Any] = {**_leesbaar(punt), "bewerken": []}
    eigen = fout if fout and fout.punt == str(punt.rij.pk) else None
    uit["fout"] = eigen
    if gezien.overleg.verslag_vast_op is not None:
        uit["aanvulling"] = Aanvullingformulier(prefix=_voor("aanvulling", punt), mijn=mijn)
        return _met_fout(uit, eigen)
    al = {rij.categorie for rij in punt.verslagen}
    uit["bewerken"] = [
        {"vak": _vaknaam(rij), "formulier": _staand(rij, punt, mijn)} for rij in punt.verslagen
    ]
    vrij = mijn - al
    uit["verslag"] = Verslagformulier(
        prefix=_voor("verslag", punt), initial={"versie": 0}, mijn=vrij
    )
    uit["afspraak"] = Afspraakformulier(
        prefix=_voor("afspraak", punt),
        initial={"loket": request.loket.pk},
        mijn=mijn,
        genodigden=gezien.genodigden,
    )
    return _met_fout(uit, eigen)


def _staand(rij: Verslag, punt: Punt, mijn: set[str]) -> Verslagformulier:
    begin = {"categorie": rij.categorie, "tekst": rij.tekst, "versie": rij.versie}
    formulier = Verslagformulier(
        prefix=_voor("verslag", punt), initial=begin, mijn=mijn, auto_id=f"id_{rij.pk}_%s"
    )
    formulier.fields["categorie"].widget = forms.HiddenInput()
    return formulier


def _met_fout(uit: dict[str, Any], fout: Fout | None) -> dict[str, Any]:
    if fout and fout.wat in uit:
        uit[fout.wat] = fout.formulier
    return uit


def _voor(wat: str, punt: Punt) -> str:
    return f"{wat}-{punt.rij.pk}"


def _mijn(request: Verzoek, nummer: UUID, punt: UUID) -> tuple[set[str], list[Any]]:
    """The open compartments of this item and the desks at the table; 404 when it is hidden."""
    gevonden: list[UUID] = []

    def functie(_lees: Lezing, gezien: Overlegbeeld) -> dict[str, Any]:
        gevonden.extend(p.rij.dossier_id for p in gezien.punten if p.rij.pk == punt)
        return {}

    inhoud = lees_overleg(request.wie, nummer, "overleg: houden", functie)
    if not gevonden:
        raise Http404
    mijn = lees_plan(request.wie, gevonden[0], "overleg: houden", lambda _l, _d, mijn: mijn)
    return mijn, inhoud["beeld"].genodigden


def _verslag(request: Verzoek, nummer: UUID, punt: UUID) -> Fout | None:
    mijn, _tafel = _mijn(request, nummer, punt)
    formulier = Verslagformulier(request.POST, prefix=f"verslag-{punt}", mijn=mijn)
    if not formulier.is_valid():
        return Fout("verslag", formulier, str(punt))
    v = formulier.cleaned_data
    return voer_uit(
        lambda: acties.schrijf_verslag(
            request.wie, nummer, punt, v["categorie"], v["tekst"], v["versie"]
        ),
        "verslag",
        formulier,
        str(punt),
    )


def _aanvulling(request: Verzoek, nummer: UUID, punt: UUID) -> Fout | None:
    mijn, _tafel = _mijn(request, nummer, punt)
    formulier = Aanvullingformulier(request.POST, prefix=f"aanvulling-{punt}", mijn=mijn)
    if not formulier.is_valid():
        return Fout("aanvulling", formulier, str(punt))
    v = formulier.cleaned_data
    return voer_uit(
        lambda: acties.vul_aan(request.wie, nummer, punt, v["categorie"], v["tekst"]),
        "aanvulling",
        formulier,
        str(punt),
    )


def _afspraak(request: Verzoek, nummer: UUID, punt: UUID) -> Fout | None:
    mijn, tafel = _mijn(request, nummer, punt)
    formulier = Afspraakformulier(
        request.POST, prefix=f"afspraak-{punt}", mijn=mijn, genodigden=tafel
    )
    if not formulier.is_valid():
        return Fout("afspraak", formulier, str(punt))
    return voer_uit(
        lambda: acties.spreek_af(request.wie, nummer, punt, formulier.toezegging()),
        "afspraak",
        formulier,
        str(punt),
    )


def _door(request: Verzoek, nummer: UUID, punt: UUID) -> Fout | None:
    post = request.POST
    versie = int(post.get("versie", "")) if post.get("versie", "").isdigit() else 0
    door = post.get("door") == "ja"
    return voer_uit(
        lambda: schuif_door(request.wie, nummer, punt, versie, door),
        "door",
        forms.Form({}),
        str(punt),
    )


DADEN: dict[str, Callable[[Verzoek, UUID, UUID], Fout | None]] = {
    "verslag": _verslag,
    "aanvulling": _aanvulling,
    "afspraak": _afspraak,
    "door": _door,
}
