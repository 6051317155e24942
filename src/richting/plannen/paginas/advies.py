"""Advice to the judge on one page, for probation: asked, brought in, fixed, decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.lezen import Lezing
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
from richting.plannen.paginas.daad import Fout
from richting.plannen.paginas.daadblad import Daad, Daadblad, Formulieren
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan
from richting.plannen.woorden import Adviesbeslissing

ADVIES = Gegevenscategorie.JUSTITIEEL_ADVIES.value
VERZOEK, TEKST, VRAAG, UITKOMST = "verzoek", "tekst", "vraag", "uitkomst"


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

    def toont(self, fout: Fout) -> bool:
        """The form that was refused stands in this block, to try again."""
        return fout.formulier in (self.tekst, self.vraag, self.uitkomst)


@require_safe
@met_loket()
def advies(request: Verzoek, dossier: UUID) -> HttpResponse:
    """All advices of this stay. Clausule 8.3."""
    return _toon(request, dossier, None)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        formulieren = Formulieren(BLAD, request, rij, mijn, fout)
        beelden = adviezen(rij.pk, request.wie.loket, request.wie.vandaag)
        kan_vragen = bool(te_vragen_loketten(rij.pk))
        blokken = [_blok(formulieren, beeld, kan_vragen=kan_vragen) for beeld in beelden]
        return {
            **kader(rij, "advies", mijn, request.wie),
            "fout": fout,
            "kan_nog": fout is None or any(een.toont(fout) for een in blokken),
            "nieuw": formulieren.nieuw(VERZOEK),
            "blokken": blokken,
        }

    inhoud = lees_plan(request.wie, dossier, "plan: advies", lees, ADVIES)
    return render(request, "plannen/advies.html", inhoud, status=fout.status if fout else 200)


def _blok(formulieren: Formulieren, beeld: Adviesbeeld, *, kan_vragen: bool) -> Adviesblok:
    rij = beeld.rij
    if rij.vastgesteld_op is None:
        tekst = formulieren.van_rij(TEKST, rij.pk, versie=rij.versie, tekst=rij.tekst)
        vraag = formulieren.van_rij(VRAAG, rij.pk) if kan_vragen else None
        return Adviesblok(beeld, tekst, vraag, None)
    staat = {"versie": rij.versie, "uitkomst": rij.uitkomst, "op": rij.uitkomst_op}
    return Adviesblok(beeld, None, None, formulieren.van_rij(UITKOMST, rij.pk, **staat))


def _schrijf(wie: Wie, dossier: UUID, nummer: UUID, *, vast: bool, **waarden: Any) -> Any:
    """Save the draft, or fix it for good: two buttons of one form. Clausule 8.3."""
    bewaar = acties.stel_advies_vast if vast else acties.bewaar_tekst
    return bewaar(wie, dossier, nummer, **waarden)


BLAD = Daadblad(
    "advies",
    _toon,
    nieuw={VERZOEK: Daad(Adviesverzoekformulier, acties.leg_adviesverzoek_vast)},
    van_rij={
        TEKST: Daad(Adviestekstformulier, _schrijf),
        VRAAG: Daad(
            Inbrengvraagformulier,
            acties.vraag_inbreng,
            meer=lambda _request, dossier: {"loketten": te_vragen_loketten(dossier.pk)},
        ),
        UITKOMST: Daad(Uitkomstformulier, acties.noteer_uitkomst),
    },
    nodig=ADVIES,
)
"""From request to result: what is written, asked of municipalities, fixed and decided."""
BASIS = "dossiers/<uuid:dossier>/plan/advies/"
urlpatterns = [path(BASIS, advies, name="advies"), *BLAD.adressen(BASIS)]
