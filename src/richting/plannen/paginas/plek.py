"""A place for an action: where it can be asked, what was asked, and what came of it."""

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

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.plan.overgangen import OPEN
from richting.akkoord.plan.voorzieningen import Plaatsdaad
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties import plaatsen as acties
from richting.plannen.formulieren.inhoud import Planformulier
from richting.plannen.formulieren.voorzieningen import (
    Plekvraagformulier,
    Plekwijzigformulier,
    wijziging,
)
from richting.plannen.models import Actie
from richting.plannen.overzichten import actielijst, plaatsen
from richting.plannen.overzichten.plaatsen import Plaatsbeeld
from richting.plannen.overzichten.voorzieningen import Voorzieningbeeld, te_vragen
from richting.plannen.paginas.daad import Fout, ingevuld, voer_uit
from richting.plannen.paginas.kader import kader
from richting.plannen.paginas.plaatsdaden import Daadvorm, ingestuurd, vormen
from richting.plannen.paginas.plaatsdaden import doe as doe_stap
from richting.plannen.toegang import lees_plan

HANDELING, PLAN = "plan: plek", Gegevenscategorie.PLAN.value
VRAAG, WIJZIG = "vraag", "wijzig"


@dataclass(frozen=True)
class Blok:
    """A place with the forms for what this desk may do with it."""

    beeld: Plaatsbeeld
    wachtplek: int
    vormen: list[Daadvorm]
    wijzigen: Planformulier | None

    @property
    def anker(self) -> str:
        """The id of its heading on a page."""
        return f"plaats-{self.beeld.rij.pk}"


@require_safe
@met_loket(*PLANPARTIJEN)
def plek(request: Verzoek, dossier: UUID, actie: UUID) -> HttpResponse:
    """The places of an action, and where one can be asked. Clausule 4.3, 8.3."""
    return _toon(request, dossier, actie, None)


@require_POST
@met_loket(*PLANPARTIJEN)
def vraag(request: Verzoek, dossier: UUID, actie: UUID) -> HttpResponse:
    """Ask a place. Clausule 8.3."""

    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> Plekvraagformulier | None:
        een = actielijst.actie(rij.pk, actie)
        if een is None:
            return None
        return _vraagformulier(request, mijn, _aanbod(request, rij, een), request.POST)

    formulier = lees_plan(request.wie, dossier, HANDELING, lees)
    if formulier is None:
        raise Http404
    fout: Fout | None = Fout(VRAAG, formulier)
    if formulier.is_valid():
        fout = voer_uit(
            lambda: acties.vraag_plaats(request.wie, dossier, actie, **formulier.waarden()),
            VRAAG,
            formulier,
        )
    klaar = _("De plek is gevraagd. U hoort het als er een antwoord is.")
    return _klaar(request, dossier, actie, fout, klaar)


@require_POST
@met_loket(*PLANPARTIJEN)
def pas_aan(request: Verzoek, dossier: UUID, actie: UUID, nummer: UUID) -> HttpResponse:
    """Other days or words for what was asked. Clausule 8.3."""
    formulier = ingevuld(request, dossier, Plekwijzigformulier, f"{WIJZIG}_{nummer}")
    fout: Fout | None = Fout(WIJZIG, formulier, str(nummer))
    if formulier.is_valid():
        versie, waarden = formulier.cleaned_data["versie"], formulier.waarden()
        fout = voer_uit(
            lambda: acties.pas_vraag_aan(request.wie, dossier, nummer, versie, waarden),
            WIJZIG,
            formulier,
            str(nummer),
        )
    return _klaar(request, dossier, actie, fout, _("Opgeslagen."))


@require_POST
@met_loket(*PLANPARTIJEN)
def doe(request: Verzoek, dossier: UUID, actie: UUID, nummer: UUID, daad: str) -> HttpResponse:
    """Withdraw, or answer as the keeper. Clausule 8.3."""
    if daad not in set(Plaatsdaad):
        raise Http404
    formulier = ingestuurd(request, nummer, Plaatsdaad(daad))
    fout = doe_stap(request, nummer, formulier, dossier=dossier)
    return _klaar(request, dossier, actie, fout, _("Opgeslagen."))


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """On the dossier page: the places that are asked of this desk. One query. Clausule 8.3."""
    if lees.wie.loket is None:
        return None
    vragen = plaatsen.open_vragen(dossier.pk, lees.wie.loket)
    if not vragen:
        return None
    lees.gezien([dossier.pk], {vraag.categorie for vraag in vragen})
    return {"vragen": vragen}


def _klaar(
    request: Verzoek, dossier: UUID, actie: UUID, fout: Fout | None, zin: str
) -> HttpResponse:
    if fout:
        return _toon(request, dossier, actie, fout)
    messages.success(request, zin)
    return redirect("plannen:plek", dossier, actie)


def _toon(request: Verzoek, dossier: UUID, actie: UUID, fout: Fout | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any] | None:
        een = actielijst.actie(rij.pk, actie)
        if een is None:
            lees.niets_gezien()
            return None
        lees.gezien([rij.pk], {PLAN, een.categorie})
        aanbod = _aanbod(request, rij, een)
        beelden = plaatsen.beelden(rij.pk, een.pk, request.loket.pk, request.wie.vandaag)
        return {
            **kader(rij, "actielijst", mijn, lees.wie),
            "actie": een,
            "aanbod": aanbod,
            "blokken": [_blok(request, mijn, beeld, aanbod, fout) for beeld in beelden],
            "vraag": _vraag(request, mijn, een, aanbod, fout),
            "fout": fout,
            "vandaag": request.wie.vandaag,
        }

    inhoud = lees_plan(request.wie, dossier, HANDELING, lees)
    if inhoud is None:
        raise Http404
    return render(request, "plannen/plek.html", inhoud, status=fout.status if fout else 200)


def _aanbod(request: Verzoek, rij: Dossier, een: Actie) -> list[Voorzieningbeeld]:
    gebied = Leefgebied(een.leefgebied)
    return te_vragen(rij, gebied, request.wie.vandaag, request.loket.pk)


def _blok(
    request: Verzoek,
    mijn: set[str],
    beeld: Plaatsbeeld,
    aanbod: list[Voorzieningbeeld],
    fout: Fout | None,
) -> Blok:
    rij = beeld.rij
    rij_aanbod = next((a for a in aanbod if a.rij.pk == rij.voorziening_id), None)
    wacht = rij_aanbod.wachtenden if rij_aanbod else []
    wijzigen: Planformulier | None = None
    if beeld.mag_wijzigen:
        deze = fout is not None and (fout.wat, fout.rij) == (WIJZIG, str(rij.pk))
        leeg = Plekwijzigformulier(
            initial=wijziging(rij),
            vandaag=request.wie.vandaag,
            mijn=mijn,
            auto_id=f"id_{WIJZIG}_{rij.pk}_%s",
        )
        wijzigen = fout.formulier if fout and deze else leeg
    return Blok(
        beeld=beeld,
        wachtplek=wacht.index(rij.pk) + 1 if rij.pk in wacht else 0,
        vormen=vormen(request, rij, beeld.daden, rij.pk, fout),
        wijzigen=wijzigen,
    )


def _vraag(
    request: Verzoek,
    mijn: set[str],
    een: Actie,
    aanbod: list[Voorzieningbeeld],
    fout: Fout | None,
) -> Planformulier | None:
    if not aanbod or een.staat not in OPEN:
        return None
    if fout and fout.wat == VRAAG:
        return fout.formulier
    return _vraagformulier(request, mijn, aanbod)


def _vraagformulier(
    request: Verzoek, mijn: set[str], aanbod: list[Voorzieningbeeld], *data: Any
) -> Plekvraagformulier:
    return Plekvraagformulier(
        *data,
        vandaag=request.wie.vandaag,
        mijn=mijn,
        aanbod=aanbod,
        auto_id="id_plekvraag_%s",
    )


BASIS = "dossiers/<uuid:dossier>/plan/plek/<uuid:actie>/"
urlpatterns = [
    path(BASIS, plek, name="plek"),
    path(f"{BASIS}vraag/", vraag, name="plek_vraag"),
    path(f"{BASIS}<uuid:nummer>/wijzig/", pas_aan, name="plek_wijzig"),
    path(f"{BASIS}<uuid:nummer>/<slug:daad>/", doe, name="plek_daad"),
]
