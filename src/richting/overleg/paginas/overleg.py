"""One consultation: who comes, what stands on the agenda, and what can be done. Clausule 8.1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.overleg import Agendareden, Overlegstaat, Uitnodigingsantwoord
from richting.kern.lezen import Lezing
from richting.overleg import ical, namen
from richting.overleg.acties import beleggen, punten
from richting.overleg.formulieren import (
    Afgelastformulier,
    Antwoordformulier,
    Nodigformulier,
    Tijdformulier,
)
from richting.overleg.overzichten.agenda import Genodigdevoorstel, voorgestelde_loketten
from richting.overleg.overzichten.beeld import Overlegbeeld, collegas
from richting.overleg.paginas.kader import (
    Fout,
    achter_deur,
    antwoordwoord,
    lees_overleg,
    voer_uit,
)
from richting.partijen.werkplek import Verzoek


@require_safe
@achter_deur
def overleg(request: Verzoek, nummer: UUID) -> HttpResponse:
    """One consultation at a glance, for who is invited. Clausule 8.1."""
    return _toon(request, nummer, None)


@require_POST
@achter_deur
def daad(request: Verzoek, nummer: UUID, daad: str) -> HttpResponse:
    """Answer, move, call off, or invite; afterwards the page again."""
    doe = DADEN.get(daad)
    if doe is None:
        raise Http404
    fout = doe(request, nummer)
    if fout:
        return _toon(request, nummer, fout)
    messages.success(request, _("Opgeslagen."))
    return redirect("overleg:overleg", nummer)


@require_POST
@achter_deur
def punt(request: Verzoek, nummer: UUID, punt: UUID, daad: str) -> HttpResponse:
    """Move an item of the agenda, or take it off."""
    wie = request.wie
    doen: dict[str, Callable[[], Any]] = {
        "weg": lambda: punten.haal_af(wie, nummer, punt),
        "omhoog": lambda: punten.verplaats(wie, nummer, punt, omhoog=True),
        "omlaag": lambda: punten.verplaats(wie, nummer, punt, omhoog=False),
    }
    if daad not in doen:
        raise Http404
    fout = voer_uit(doen[daad], "punt", forms.Form({}))
    if fout:
        return _toon(request, nummer, fout)
    return redirect(f"{reverse('overleg:overleg', args=[nummer])}#agenda")


@require_safe
@achter_deur
def kalender(request: Verzoek, nummer: UUID) -> HttpResponse:
    """The calendar file of a consultation: kind, place and time, no personal data."""
    inhoud = lees_overleg(request.wie, nummer, "overleg: kalender", _niets)
    rij = inhoud["overleg"]
    adres = request.build_absolute_uri(reverse("overleg:overleg", args=[nummer]))
    antwoord = HttpResponse(ical.kalender(rij, adres), content_type="text/calendar; charset=utf-8")
    naam = f"{slugify(rij.soort)}-{rij.begin:%Y-%m-%d}.ics"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _niets(_lees: Lezing, _beeld: Overlegbeeld) -> dict[str, Any]:
    return {}


def _toon(request: Verzoek, nummer: UUID, fout: Fout | None) -> HttpResponse:
    def functie(_lees: Lezing, gezien: Overlegbeeld) -> dict[str, Any]:
        al = {een.loket_id for een in gezien.genodigden}
        mag_nodigen = gezien.leidt and gezien.overleg.staat == "gepland"
        vandaag, gehouden = request.wie.vandaag, gezien.overleg.staat == Overlegstaat.GEHOUDEN
        voorstel = voorgestelde_loketten(gezien.dossiers, al, vandaag) if mag_nodigen else []
        return {
            "gehouden": gehouden,
            "genodigden": [_genodigde(een, gehouden) for een in gezien.genodigden],
            "punten": [
                {"punt": p, "reden": namen.REDENEN[Agendareden(p.rij.reden)]} for p in gezien.punten
            ],
            "fout": fout,
            "vandaag": vandaag,
            **_formulieren(request, gezien, voorstel, fout),
        }

    inhoud = lees_overleg(request.wie, nummer, "overleg", functie)
    return render(request, "overleg/overleg.html", inhoud, status=fout.status if fout else 200)


def _genodigde(een: Any, gehouden: bool) -> dict[str, Any]:
    """An invited desk: what it answered, or whether it was there once the meeting was held."""
    if gehouden and een.aanwezig is not None:
        woord = _("Aanwezig") if een.aanwezig else _("Niet aanwezig")
        return {"rij": een, "antwoord": woord, "kleur": "goed" if een.aanwezig else "neutraal"}
    antwoord, kleur = antwoordwoord(een.antwoord)
    return {"rij": een, "antwoord": antwoord, "kleur": kleur}


def _formulieren(
    request: Verzoek,
    gezien: Overlegbeeld,
    voorstel: list[Genodigdevoorstel],
    fout: Fout | None,
) -> dict[str, Any]:
    """The forms that this reader may use now, the refused one with its own input."""
    rij = gezien.overleg
    uit: dict[str, forms.Form] = {}
    if rij.staat != "gepland":
        return {"formulieren": {}}
    if gezien.leidt:
        uit["verzet"] = Tijdformulier(initial=Tijdformulier.beginwaarden(rij), prefix="verzet")
        uit["afgelast"] = Afgelastformulier(initial={"versie": rij.versie}, prefix="afgelast")
        keuzes = [(een.loket.pk, _voorstelnaam(een)) for een in voorstel]
        if keuzes:
            begin = {"loketten": [pk for pk, _naam in keuzes]}
            uit["nodig"] = Nodigformulier(initial=begin, keuzes=keuzes, prefix="nodig")
    elif gezien.eigen is not None:
        uit["antwoord"] = _antwoordformulier(request, None, gezien)
    if fout and fout.wat in uit:
        uit[fout.wat] = fout.formulier
    return {"formulieren": uit}


def _voorstelnaam(een: Genodigdevoorstel) -> str:
    zin = _("{naam} – hoort bij {n} van deze dossiers")
    return zin.format(naam=een.loket.naam, n=een.dossiers)


def _antwoordformulier(
    request: Verzoek, gegevens: Any, gezien: Overlegbeeld | None = None
) -> Antwoordformulier:
    begin: dict[str, Any] = {"medewerker": request.wie.medewerker}
    if gezien and gezien.eigen and gezien.eigen.beantwoord_op:
        eigen = gezien.eigen
        begin = {
            "komt": eigen.antwoord,
            "reden": eigen.reden,
            "medewerker": eigen.medewerker_id or request.wie.medewerker,
        }
    mensen = collegas(request.loket.pk)
    return Antwoordformulier(gegevens, initial=begin, collegas=mensen, prefix="antwoord")


def _antwoord(request: Verzoek, nummer: UUID) -> Fout | None:
    formulier = _antwoordformulier(request, request.POST)
    if not formulier.is_valid():
        return Fout("antwoord", formulier)
    velden = formulier.cleaned_data
    komt = Uitnodigingsantwoord(velden["komt"])
    return voer_uit(
        lambda: beleggen.antwoord(request.wie, nummer, komt, velden["reden"], velden["medewerker"]),
        "antwoord",
        formulier,
    )


def _verzet(request: Verzoek, nummer: UUID) -> Fout | None:
    formulier = Tijdformulier(request.POST, prefix="verzet")
    if not formulier.is_valid():
        return Fout("verzet", formulier)
    velden, (van, tot) = formulier.cleaned_data, formulier.momenten()
    return voer_uit(
        lambda: beleggen.verzet(
            request.wie, nummer, velden["versie"] or 0, van, tot, velden["plaats"], velden["link"]
        ),
        "verzet",
        formulier,
    )


def _afgelast(request: Verzoek, nummer: UUID) -> Fout | None:
    formulier = Afgelastformulier(request.POST, prefix="afgelast")
    if not formulier.is_valid():
        return Fout("afgelast", formulier)
    velden = formulier.cleaned_data
    return voer_uit(
        lambda: beleggen.gelast_af(request.wie, nummer, velden["versie"], velden["reden"]),
        "afgelast",
        formulier,
    )


def _nodig(request: Verzoek, nummer: UUID) -> Fout | None:
    gekozen = [int(w) for w in request.POST.getlist("nodig-loketten") if w.isdigit()]
    keuzes = [(een, str(een)) for een in gekozen]
    formulier = Nodigformulier(request.POST, keuzes=keuzes, prefix="nodig")
    if not formulier.is_valid():
        return Fout("nodig_leeg", formulier)
    loketten = formulier.cleaned_data["loketten"]
    return voer_uit(
        lambda: beleggen.nodig_uit(request.wie, nummer, loketten), "nodig_leeg", formulier
    )


DADEN: dict[str, Callable[[Verzoek, UUID], Fout | None]] = {
    "antwoord": _antwoord,
    "verzet": _verzet,
    "afgelast": _afgelast,
    "nodig": _nodig,
}
