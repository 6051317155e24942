"""Running the meeting: who is there, and per person minutes and agreements. Clausule 8.1.

One page for everybody at the table; each sees the persons it has a ground for. It is one form:
whichever button one presses, all that was filled in on the page is saved, or nothing with the
reason, so that nobody loses what was typed at another person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.overleg import Overlegstaat, Uitnodigingsantwoord
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.namen import CATEGORIEEN
from richting.delen.overzichten import loketten
from richting.dossiers.gevraagd import waar_alleen_gevraagd
from richting.kern.context import Wie
from richting.kern.lezen import Lezing
from richting.overleg.acties import houden as acties
from richting.overleg.acties.basis import PLAN
from richting.overleg.acties.punten import schuif_door
from richting.overleg.dagen import dag_van
from richting.overleg.formulieren import (
    Aanvullingformulier,
    Afspraakformulier,
    Verslagformulier,
)
from richting.overleg.formulieren.houden import vakken
from richting.overleg.models import Agendapunt, Verslag
from richting.overleg.overzichten.beeld import Overlegbeeld, Punt
from richting.overleg.paginas.kader import Fout, achter_deur, lees_overleg, voer_uit
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek
from richting.plannen.botsing import Botsing
from richting.plannen.toegang import mijn_categorieen

BEWAAR, AANWEZIG, VASTSTELLEN = "bewaar", "aanwezig", "vaststellen"
PUNT, DOOR, TOCH = "punt", "door", "toch"
"""What a button says; the last three are about one person, whose item follows after a colon."""


@dataclass(frozen=True)
class Daad:
    """Something to save, and the form that says why when it can't be."""

    formulier: forms.Form
    doe: Callable[[], Any]


@dataclass
class Invulling:
    """One person on the page: what stands there, and the forms to add to it."""

    punt: Punt
    verslagen: list[dict[str, Any]]
    bewerken: list[dict[str, Any]] = field(default_factory=list)
    verslag: Verslagformulier | None = None
    afspraak: Afspraakformulier | None = None
    aanvulling: Aanvullingformulier | None = None
    alleen_gevraagd: bool = False
    """The own municipality was only asked to receive this person: it writes nothing yet."""

    @property
    def knop(self) -> str:
        """What the button of this person says."""
        return f"{PUNT}:{self.punt.rij.pk}"

    @property
    def doorknop(self) -> str:
        """What the button says that puts this person off to a next time, or takes that back."""
        return f"{TOCH if self.punt.rij.doorgeschoven else DOOR}:{self.punt.rij.pk}"

    @property
    def ingevuld(self) -> list[Any]:
        """The forms in which something was filled in, in the order of the page."""
        alle = [een["formulier"] for een in self.bewerken]
        alle += [self.verslag, self.afspraak, self.aanvulling]
        return [een for een in alle if een and een.is_bound]


@require_safe
@achter_deur
def houden(request: Verzoek, nummer: UUID) -> HttpResponse:
    """The page that is open on the table during the meeting."""
    return render(request, "overleg/houden.html", _lees(request, nummer, None))


@require_safe
@achter_deur
def verslag(request: Verzoek, nummer: UUID) -> HttpResponse:
    """The minutes to read and to print, of each person only the own ground. Clausule 6.4, 8.1."""

    def functie(_lees: Lezing, gezien: Overlegbeeld) -> dict[str, Any]:
        return {
            "punten": [
                {"punt": een.rij, "verslagen": _verslagen(een), "afspraken": een.afspraken}
                for een in gezien.punten
            ]
        }

    inhoud = lees_overleg(request.wie, nummer, "overleg: verslag", functie)
    return render(request, "overleg/verslag.html", inhoud)


@require_POST
@achter_deur
def bewaar(request: Verzoek, nummer: UUID) -> HttpResponse:
    """Save all that was filled in on the page, and do what the pressed button says."""
    inhoud = _lees(request, nummer, request.POST)
    wat, _streep, punt = request.POST.get("doe", BEWAAR).partition(":")
    daden = [
        *_geschreven(request, nummer, inhoud["invullingen"]),
        *_geknopt(request, nummer, inhoud, wat, punt),
    ]
    fout = _doe_samen(request, daden)
    if fout:
        formulieren = [f for een in inhoud["invullingen"] for f in een.ingevuld if f.errors]
        inhoud["fouten"] = formulieren or [fout.formulier]
        return render(request, "overleg/houden.html", inhoud, status=fout.status)
    if daden:
        messages.success(request, _("Opgeslagen."))
    else:
        messages.info(request, _("U hebt niets nieuws ingevuld."))
    anker = f"#punt-{punt}" if punt else ""
    return redirect(f"{reverse('overleg:houden', args=[nummer])}{anker}")


def _lees(request: Verzoek, nummer: UUID, post: QueryDict | None) -> dict[str, Any]:
    """The page, with what was sent in the forms in which something was filled in."""

    def functie(_lees: Lezing, gezien: Overlegbeeld) -> dict[str, Any]:
        rij = gezien.overleg
        open_ = rij.verslag_vast_op is None and rij.staat != Overlegstaat.AFGELAST
        begonnen = dag_van(rij.begin) <= request.wie.vandaag
        dicht = waar_alleen_gevraagd(request.wie, gezien.dossiers)
        return {
            "invullingen": [
                _invulling(request, gezien, punt, post, punt.rij.dossier_id in dicht)
                for punt in gezien.punten
            ],
            "schrijft": open_,
            "noteert": open_ and gezien.leidt and begonnen,
            "gevinkt": _nummers(post, "aanwezig") if post else _standaard(gezien),
            "stond": _nummers(post, "stond") if post else _standaard(gezien),
            "fouten": [],
        }

    return lees_overleg(request.wie, nummer, "overleg: houden", functie)


def _standaard(gezien: Overlegbeeld) -> set[int]:
    """Who was there as far as is noted; until then who said to come."""
    return {
        een.loket_id
        for een in gezien.genodigden
        if een.aanwezig or (een.aanwezig is None and een.antwoord == Uitnodigingsantwoord.KOMT)
    }


def _nummers(post: QueryDict, naam: str) -> set[int]:
    return {int(waarde) for waarde in post.getlist(naam) if waarde.isdigit()}


def _invulling(
    request: Verzoek, gezien: Overlegbeeld, punt: Punt, post: QueryDict | None, dicht: bool
) -> Invulling:
    """One person on the page; without forms when `dicht`. Two queries."""
    uit = Invulling(punt, _verslagen(punt), alleen_gevraagd=dicht)
    if dicht or gezien.overleg.staat == Overlegstaat.AFGELAST:
        return uit
    nummer, dossier = punt.rij.pk, punt.rij.dossier_id
    mijn = mijn_categorieen(dossier, request.wie.loket)
    if gezien.overleg.verslag_vast_op is not None:
        uit.aanvulling = _vorm(Aanvullingformulier, post, f"aanvulling-{nummer}", mijn=mijn)
        return uit
    uit.bewerken = [
        {"vak": _vaknaam(rij), "formulier": _staand(rij, post, mijn)} for rij in punt.verslagen
    ]
    vrij = mijn - {rij.categorie for rij in punt.verslagen}
    if vakken(vrij):
        begin = {"versie": 0}
        uit.verslag = _vorm(Verslagformulier, post, f"verslag-{nummer}", initial=begin, mijn=vrij)
    mogen = {loket for loket, open_ in loketten(dossier).items() if PLAN in open_}
    uit.afspraak = _vorm(
        Afspraakformulier,
        post,
        f"afspraak-{nummer}",
        initial={"loket": request.loket.pk},
        mijn=mijn,
        genodigden=[een for een in gezien.genodigden if een.loket_id in mogen],
    )
    return uit


def _staand(rij: Verslag, post: QueryDict | None, mijn: set[str]) -> Verslagformulier:
    begin = {
        "categorie": rij.categorie,
        "tekst": rij.tekst,
        "stond": rij.tekst,
        "versie": rij.versie,
    }
    formulier = _vorm(Verslagformulier, post, f"staand-{rij.pk}", initial=begin, mijn=mijn)
    formulier.fields["categorie"].widget = forms.HiddenInput()
    return formulier


def _vorm(klasse: type[Any], post: QueryDict | None, voor: str, **extra: Any) -> Any:
    """A form with what was sent, or a clean one when nothing was filled in."""
    if post is not None:
        gestuurd = klasse(post, prefix=voor, **extra)
        if gestuurd.ingevuld:
            return gestuurd
    return klasse(None, prefix=voor, **extra)


def _verslagen(punt: Punt) -> list[dict[str, Any]]:
    return [{"rij": rij, "vak": _vaknaam(rij)} for rij in punt.verslagen]


def _vaknaam(rij: Verslag) -> str:
    return str(capfirst(str(CATEGORIEEN[Gegevenscategorie(rij.categorie)])))


def _geschreven(request: Verzoek, nummer: UUID, invullingen: Iterable[Invulling]) -> list[Daad]:
    """Minutes, additions and agreements that were filled in, of every person on the page."""
    return [
        Daad(formulier, partial(SCHRIJF[type(formulier)], request.wie, nummer, een, formulier))
        for een in invullingen
        for formulier in een.ingevuld
    ]


def _schrijf(wie: Wie, nummer: UUID, een: Invulling, formulier: forms.Form) -> None:
    v = formulier.cleaned_data
    acties.schrijf_verslag(wie, nummer, een.punt.rij.pk, v["categorie"], v["tekst"], v["versie"])


def _vul_aan(wie: Wie, nummer: UUID, een: Invulling, formulier: forms.Form) -> None:
    v = formulier.cleaned_data
    acties.vul_aan(wie, nummer, een.punt.rij.pk, v["categorie"], v["tekst"])


def _spreek_af(wie: Wie, nummer: UUID, een: Invulling, formulier: Afspraakformulier) -> None:
    acties.spreek_af(wie, nummer, een.punt.rij.pk, formulier.toezegging())


SCHRIJF: dict[type[Any], Callable[..., None]] = {
    Verslagformulier: _schrijf,
    Aanvullingformulier: _vul_aan,
    Afspraakformulier: _spreek_af,
}


def _geknopt(
    request: Verzoek, nummer: UUID, inhoud: dict[str, Any], wat: str, punt: str
) -> list[Daad]:
    """What the button says. Who was there is saved with any button, once it was ticked."""
    wie, leeg = request.wie, forms.Form({})
    gevinkt = inhoud["gevinkt"] if inhoud["noteert"] else None
    if wat == VASTSTELLEN:
        versie = _versie(request.POST)
        return [Daad(leeg, lambda: acties.stel_verslag_vast(wie, nummer, versie, gevinkt))]
    uit = []
    if gevinkt is not None and (wat == AANWEZIG or gevinkt != inhoud["stond"]):
        uit.append(Daad(leeg, lambda: acties.noteer_aanwezig(wie, nummer, gevinkt)))
    if wat in (PUNT, DOOR, TOCH):
        rij = _punt(inhoud["invullingen"], punt)
        if wat != PUNT:
            versie = _versie(request.POST, f"-{rij.pk}")
            doe = partial(schuif_door, wie, nummer, rij.pk, versie, wat == DOOR)
            uit.append(Daad(leeg, doe))
    elif wat not in (BEWAAR, AANWEZIG):
        raise Http404
    return uit


def _punt(invullingen: Iterable[Invulling], punt: str) -> Agendapunt:
    """The item that a button is about; 404 when this reader has none of that key."""
    gevonden = [een.punt.rij for een in invullingen if str(een.punt.rij.pk) == punt]
    if not gevonden:
        raise Http404
    return gevonden[0]


def _versie(post: QueryDict, van: str = "") -> int:
    waarde = post.get(f"versie{van}", "")
    return int(waarde) if waarde.isdigit() else 0


def _doe_samen(request: Verzoek, daden: list[Daad]) -> Fout | None:
    """All of it or nothing; the first thing that can't be saved, or None."""
    ongeldig = [een.formulier for een in daden if not een.formulier.is_valid()]
    if ongeldig:
        return Fout(BEWAAR, ongeldig[0])
    bezig: list[Daad] = []

    def doe(een: Daad) -> None:
        bezig[:] = [een]
        een.doe()

    try:
        acties.samen(request.wie, [partial(doe, een) for een in daden])
    except (KanNiet, NietToegestaan, Botsing) as fout:
        return voer_uit(partial(_gooi, fout), BEWAAR, bezig[0].formulier)
    return None


def _gooi(fout: Exception) -> None:
    raise fout
