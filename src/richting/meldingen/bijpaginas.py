"""The screens of the mayor's office: its list, one message, and the proof. Clausule 3.7, 6.5.

For the desk of public order alone; to everybody else these pages do not exist.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.bijberichten import (
    BESLUITZINNEN,
    GEGEVENS,
    Bijbesluit,
    Bijdaad,
    Bijstaat,
)
from richting.akkoord.grondslagen.bij import AANLEIDINGEN, Bijaanleiding
from richting.akkoord.grondslagen.register import BIJ
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing, lezing
from richting.meldingen import bijbeeld, bijwoorden
from richting.meldingen.acties import bij as acties
from richting.meldingen.bijbeeld import Bijbeeld, Bijlijstsoort, Bijpagina
from richting.meldingen.bijformulieren import FORMULIEREN, Antwoordformulier, begin_van
from richting.meldingen.bijverhaal import BERICHT, LIJST, VERANTWOORDING
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket

GEZIEN = {Gegevenscategorie.VERBLIJF.value, Gegevenscategorie.BIJ.value}
BURGEMEESTER = Loketsoort.OPENBARE_ORDE
WACHT = (Bijlijstsoort.NIEUW, Bijlijstsoort.OPEN)
"""The lists of what the mayor's office must still do."""


@dataclass(frozen=True)
class Poging:
    """A form that was refused and is shown again."""

    daad: Bijdaad
    formulier: forms.Form


@require_safe
@met_loket(BURGEMEESTER)
def lijst(request: Verzoek) -> HttpResponse:
    """What the mayor was told: new, to answer, answered, to be destroyed. Clausule 6.5.

    Without a list asked for, the first on which something waits for this desk.
    """
    gevraagd = _soort(request)
    na = _getal(request.GET.get("na"))
    with lezing(request.wie, LIJST) as lees:
        aantallen = bijbeeld.aantallen(request.loket.pk)
        vandaag = request.wie.vandaag
        soort = gevraagd or next((een for een in WACHT if aantallen[een]), Bijlijstsoort.NIEUW)
        beelden, volgende = bijbeeld.lijst(request.loket.pk, soort, aannames_op(vandaag), na)
        lees.gezien([beeld.rij.dossier_id for beeld in beelden], GEZIEN)
    inhoud = {
        "tabs": _tabs(request, soort, aantallen),
        "regels": [_regel(beeld) for beeld in beelden],
        "leeg": bijwoorden.LEEG[soort],
        "verantwoording": soort is Bijlijstsoort.VERANTWOORDING,
        "vandaag": vandaag,
        "volgende": f"?lijst={soort}&na={volgende}" if volgende else "",
    }
    return render(request, "meldingen/bij_lijst.html", inhoud)


@require_safe
@met_loket(BURGEMEESTER)
def bericht(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """One message: what it says, since when, why, until when, and the answer. Clausule 6.5."""
    return _toon(request, dossier, nummer, None)


@require_POST
@met_loket(BURGEMEESTER)
def doe(request: Verzoek, dossier: UUID, nummer: UUID, daad: str) -> HttpResponse:
    """Confirm, answer or close. Clausule 6.5."""
    if daad not in set(Bijdaad):
        raise Http404
    wat = Bijdaad(daad)
    formulier = _formulier(request, wat, request.POST)
    if not formulier.is_valid():
        return _toon(request, dossier, nummer, Poging(wat, formulier))
    try:
        _voer_uit(request, dossier, nummer, wat, formulier)
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, _(fout.zin))
        return _toon(request, dossier, nummer, Poging(wat, formulier))
    messages.success(request, str(bijwoorden.KLAAR[wat]))
    return redirect("meldingen:bij_bericht", dossier, nummer)


@require_safe
@met_loket(BURGEMEESTER, Loketsoort.PRIVACY)
def protocol(request: Verzoek) -> HttpResponse:
    """Proof of what was destroyed, without what it said; the privacy officer sees all desks."""
    eigen = request.loket.pk if request.loket.soort == BURGEMEESTER else None
    with lezing(request.wie, "bij protocol") as lees:
        rijen = bijbeeld.protocol(eigen)
        lees.niets_gezien(aantal=len(rijen))
    inhoud = {"rijen": rijen, "met_loket": eigen is None}
    return render(request, "meldingen/bij_protocol.html", inhoud)


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """On the dossier page of the mayor's desk: what it has of this person. Clausule 6.5."""
    if lees.wie.loketsoort != BURGEMEESTER or lees.wie.loket is None:
        return None
    aannames = aannames_op(lees.wie.vandaag)
    beelden = bijbeeld.van_dossier(dossier.pk, lees.wie.loket, aannames)
    if not beelden:
        return None
    lees.gezien([dossier.pk], GEZIEN)
    return {"regels": [_regel(beeld) for beeld in beelden]}


def van_de_burgemeester(request: Any) -> bool:
    """The reader sits at the desk of public order."""
    wie = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort == BURGEMEESTER


def _toon(request: Verzoek, dossier: UUID, nummer: UUID, poging: Poging | None) -> HttpResponse:
    aannames = aannames_op(request.wie.vandaag)
    with lezing(request.wie, BERICHT) as lees:
        pagina = bijbeeld.bericht(request.loket.pk, dossier, nummer, aannames)
        if pagina is None:
            lees.niets_gezien()
        else:
            lees.gezien([dossier], GEZIEN)
            if pagina.beeld.staat is Bijstaat.VERANTWOORDING:
                lees.handeling = VERANTWOORDING
    if pagina is None:
        raise Http404
    rij = pagina.beeld.rij
    inhoud = {
        "pagina": pagina,
        "onbekend": [_(GEGEVENS[gegeven].naam) for gegeven in pagina.onbekend],
        **_regel(pagina.beeld),
        "vandaag": request.wie.vandaag,
        "wet": BIJ,
        "aanleiding": _(AANLEIDINGEN[Bijaanleiding(rij.aanleiding)]),
        "besluit": _(BESLUITZINNEN[Bijbesluit(rij.besluit)]) if rij.besluit else "",
        "versies": [(een, bijwoorden.VERSIES[een.reden]) for een in pagina.versies],  # type: ignore[index]
        "formulieren": _formulieren(request, pagina, poging),
        "fout": poging.formulier if poging else None,
    }
    return render(request, "meldingen/bij_bericht.html", inhoud)


def _formulieren(
    request: Verzoek, pagina: Bijpagina, poging: Poging | None
) -> dict[str, forms.Form]:
    """The form of each act that can be done now; the refused one with its own input."""
    rij = pagina.beeld.rij
    uit = {
        daad.value: _formulier(request, daad, None, begin_van(rij))
        for daad in Bijdaad
        if daad in pagina.beeld.mag
    }
    if poging and poging.daad.value in uit:
        gegevens = poging.formulier.data.copy()  # type: ignore[attr-defined]
        gegevens["stand"] = str(rij.stand)
        poging.formulier.data = gegevens
        uit[poging.daad.value] = poging.formulier
    return uit


def _formulier(
    request: Verzoek, daad: Bijdaad, gegevens: Any, begin: dict[str, Any] | None = None
) -> forms.Form:
    soort = FORMULIEREN[daad]
    extra: dict[str, Any] = {"initial": begin, "auto_id": f"id_{daad.value}_%s"}
    if soort is Antwoordformulier:
        extra["maatregelen"] = aannames_op(request.wie.vandaag).bij_maatregelen
    return soort(gegevens, **extra)


def _voer_uit(
    request: Verzoek, dossier: UUID, nummer: UUID, daad: Bijdaad, formulier: forms.Form
) -> None:
    wie, stand = request.wie, formulier.cleaned_data["stand"]
    if isinstance(formulier, Antwoordformulier):
        acties.beantwoord(wie, dossier, nummer, stand, formulier.antwoord())
        return
    gewoon: dict[Bijdaad, Callable[..., None]] = {
        Bijdaad.ONTVANGST_BEVESTIGEN: acties.bevestig_ontvangst,
        Bijdaad.AFHANDELEN: acties.handel_af,
    }
    gewoon[daad](wie, dossier, nummer, stand)


def _regel(beeld: Bijbeeld) -> dict[str, Any]:
    naam, kleur = bijwoorden.STATEN[beeld.staat]
    return {
        "beeld": beeld,
        "staat": str(naam),
        "kleur": kleur,
        "terugkeer": bijwoorden.TERUGKEER[beeld.versie.terugkeersoort],  # type: ignore[index]
    }


def _tabs(
    request: Verzoek, huidig: Bijlijstsoort, aantallen: dict[Bijlijstsoort, int]
) -> list[dict[str, Any]]:
    adres = reverse("meldingen:bij_lijst")
    uit = [
        {
            "titel": titel,
            "url": f"{adres}?lijst={soort}",
            "huidig": soort is huidig,
            "aantal": aantallen[soort],
        }
        for soort, titel in bijwoorden.LIJSTEN.items()
        if soort is not Bijlijstsoort.VERANTWOORDING or request.is_beheerder
    ]
    return [*uit, {"titel": _("Vernietigd"), "url": reverse("meldingen:bij_protocol")}]


def _soort(request: Verzoek) -> Bijlijstsoort | None:
    gevraagd = request.GET.get("lijst")
    if gevraagd is None:
        return None
    if gevraagd not in set(Bijlijstsoort):
        raise Http404
    soort = Bijlijstsoort(gevraagd)
    if soort is Bijlijstsoort.VERANTWOORDING and not request.is_beheerder:
        raise Http404
    return soort


def _getal(tekst: str | None) -> int:
    if not tekst:
        return 0
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) < 7):
        raise Http404
    return int(tekst)


BASIS = "dossiers/<uuid:dossier>/bij/<uuid:nummer>/"
urlpatterns = [
    path("bestuurlijke-informatie/", lijst, name="bij_lijst"),
    path("bestuurlijke-informatie/vernietigd/", protocol, name="bij_protocol"),
    path(BASIS, bericht, name="bij_bericht"),
    path(f"{BASIS}<slug:daad>/", doe, name="bij_daad"),
]
