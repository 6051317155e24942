"""Advice to the judge on one page, for probation: asked, brought in, fixed, decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.models import Loket
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import namen
from richting.plannen.acties import advies as acties
from richting.plannen.formulieren.advies import (
    Adviestekstformulier,
    Adviesverzoekformulier,
    Inbrengvraagformulier,
    Uitkomstformulier,
)
from richting.plannen.formulieren.inhoud import Planformulier
from richting.plannen.overzichten.advies import Adviesbeeld, adviezen, te_vragen_loketten
from richting.plannen.paginas.daad import Fout, ingevuld, voer_uit
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan
from richting.plannen.woorden import Adviesbeslissing

ADVIES = Gegevenscategorie.JUSTITIEEL_ADVIES.value
NIEUW, TEKST, VAST, VRAAG, UITKOMST = "nieuw", "tekst", "vast", "vraag", "uitkomst"


@dataclass(frozen=True)
class Adviesblok:
    """One advice with the forms that fit how far it is."""

    beeld: Adviesbeeld
    tekst: Planformulier | None
    vraag: Planformulier | None
    uitkomst: Planformulier | None

    @property
    def kop(self) -> str:
        """For which decision."""
        return str(namen.ADVIESBESLISSINGEN[Adviesbeslissing(self.beeld.rij.beslissing)])

    @property
    def anker(self) -> str:
        """The id of its heading on a page."""
        return f"advies-{self.beeld.rij.pk}"


@require_safe
@met_loket()
def advies(request: Verzoek, dossier: UUID) -> HttpResponse:
    """All advices of this stay. Clausule 8.3."""
    return _toon(request, dossier, None)


@require_POST
@met_loket()
def nieuw(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Write down that advice was asked. Clausule 8.3."""
    formulier = ingevuld(request, dossier, Adviesverzoekformulier, NIEUW, ADVIES)
    return _voer_uit(
        request,
        dossier,
        Fout(NIEUW, formulier),
        lambda: acties.leg_adviesverzoek_vast(request.wie, dossier, **formulier.waarden()),
    )


@require_POST
@met_loket()
def tekst(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Save the draft, or fix it for good: two buttons of one form. Clausule 8.3."""
    formulier = ingevuld(request, dossier, Adviestekstformulier, f"{TEKST}_{nummer}", ADVIES)
    vast = VAST in request.POST

    def doe() -> None:
        schoon = formulier.cleaned_data
        bewaar = acties.stel_advies_vast if vast else acties.bewaar_tekst
        bewaar(request.wie, dossier, nummer, schoon["versie"], schoon["tekst"])

    return _voer_uit(request, dossier, Fout(TEKST, formulier, str(nummer)), doe)


@require_POST
@met_loket()
def vraag(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Ask a municipality what it can do. Clausule 8.3."""
    loketten, mijn = lees_plan(
        request.wie,
        dossier,
        "plan: advies",
        lambda _l, rij, m: (te_vragen_loketten(rij.pk), m),
        ADVIES,
    )
    formulier = _vraagformulier(request, mijn, loketten, nummer, request.POST)
    return _voer_uit(
        request,
        dossier,
        Fout(VRAAG, formulier, str(nummer)),
        lambda: acties.vraag_inbreng(request.wie, dossier, nummer, **formulier.waarden()),
    )


@require_POST
@met_loket()
def uitkomst(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Write down what the judge decided. Clausule 8.3."""
    formulier = ingevuld(request, dossier, Uitkomstformulier, f"{UITKOMST}_{nummer}", ADVIES)

    def doe() -> None:
        schoon = formulier.cleaned_data
        acties.noteer_uitkomst(
            request.wie, dossier, nummer, schoon["versie"], schoon["uitkomst"], schoon["op"]
        )

    return _voer_uit(request, dossier, Fout(UITKOMST, formulier, str(nummer)), doe)


def _voer_uit(
    request: Verzoek, dossier: UUID, poging: Fout, doe: Callable[[], Any]
) -> HttpResponse:
    formulier = poging.formulier
    fout = voer_uit(doe, poging.wat, formulier, poging.rij) if formulier.is_valid() else poging
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, _("Opgeslagen."))
    return redirect("plannen:advies", dossier)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        loketten = te_vragen_loketten(rij.pk)
        beelden = adviezen(rij.pk, request.wie.loket, request.wie.vandaag)
        leeg = Adviesverzoekformulier(
            vandaag=request.wie.vandaag, mijn=mijn, auto_id=f"id_{NIEUW}_%s"
        )
        return {
            **kader(rij, "advies", mijn),
            "fout": fout,
            "nieuw": fout.formulier if fout and fout.wat == NIEUW else leeg,
            "blokken": [_blok(request, beeld, mijn, loketten, fout) for beeld in beelden],
        }

    inhoud = lees_plan(request.wie, dossier, "plan: advies", lees, ADVIES)
    return render(request, "plannen/advies.html", inhoud, status=fout.status if fout else 200)


def _blok(
    request: Verzoek,
    beeld: Adviesbeeld,
    mijn: set[str],
    loketten: list[Loket],
    fout: Fout | None,
) -> Adviesblok:
    rij = beeld.rij
    gedeeld: dict[str, Any] = {"vandaag": request.wie.vandaag, "mijn": mijn}
    if rij.vastgesteld_op is None:
        begin = {"versie": rij.versie, "tekst": rij.tekst}
        leeg = Adviestekstformulier(initial=begin, auto_id=f"id_{TEKST}_{rij.pk}_%s", **gedeeld)
        vragen = _vraagformulier(request, mijn, loketten, rij.pk) if loketten else None
        return Adviesblok(
            beeld, _of(fout, TEKST, rij.pk, leeg), _of(fout, VRAAG, rij.pk, vragen), None
        )
    uit = {"versie": rij.versie, "uitkomst": rij.uitkomst, "op": rij.uitkomst_op}
    slot = Uitkomstformulier(initial=uit, auto_id=f"id_{UITKOMST}_{rij.pk}_%s", **gedeeld)
    return Adviesblok(beeld, None, None, _of(fout, UITKOMST, rij.pk, slot))


def _vraagformulier(
    request: Verzoek, mijn: set[str], loketten: list[Loket], nummer: UUID, *data: Any
) -> Inbrengvraagformulier:
    return Inbrengvraagformulier(
        *data,
        vandaag=request.wie.vandaag,
        mijn=mijn,
        loketten=loketten,
        auto_id=f"id_{VRAAG}_{nummer}_%s",
    )


def _of(
    fout: Fout | None, wat: str, nummer: UUID, anders: Planformulier | None
) -> Planformulier | None:
    return fout.formulier if fout and (fout.wat, fout.rij) == (wat, str(nummer)) else anders


BASIS = "dossiers/<uuid:dossier>/plan/advies/"
urlpatterns = [
    path(BASIS, advies, name="advies"),
    path(f"{BASIS}nieuw/", nieuw, name="advies_nieuw"),
    path(f"{BASIS}<uuid:nummer>/tekst/", tekst, name="advies_tekst"),
    path(f"{BASIS}<uuid:nummer>/vraag/", vraag, name="advies_vraag"),
    path(f"{BASIS}<uuid:nummer>/uitkomst/", uitkomst, name="advies_uitkomst"),
]
