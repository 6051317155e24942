"""The plan on paper: for this reader, of a version or as it stands, and for the person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import papier
from richting.plannen.onderdelen import Blok
from richting.plannen.overzichten import versies as versieoverzicht
from richting.plannen.overzichten.actielijst import acties_van
from richting.plannen.overzichten.inhoud import inhoud
from richting.plannen.overzichten.plaatsen import plaatsen_van
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan
from richting.web.datums import met_zekerheid

TALEN = ("nl", "en")
PERSOON = "plan op papier voor de persoon"


@require_safe
@met_loket()
def overzicht(request: Verzoek, dossier: UUID) -> HttpResponse:
    """What can be printed. Clausule 7.1."""

    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        lees.gezien([rij.pk], {Gegevenscategorie.PLAN.value})
        return {**kader(rij, "papier", mijn, lees.wie), "versies": versieoverzicht.versies(rij.pk)}

    beeld = lees_plan(request.wie, dossier, "plan: op papier", lees)
    return render(request, "plannen/papier.html", beeld)


@require_safe
@met_loket()
def plan(request: Verzoek, dossier: UUID, nummer: int = 0) -> HttpResponse:
    """The plan as it stands, or a fixed version, with what this desk may see. Clausule 6.4, 7.1."""

    def lees(_lees: Lezing, rij: Dossier, _mijn: set[str]) -> bytes | None:
        blokken = _blokken(rij, nummer)
        if blokken is None:
            return None
        versie = _("versie {n}").format(n=nummer) if nummer else ""
        return papier.plan_pdf(_afdruk(request, rij, versie), blokken)

    return _pdf(lees_plan(request.wie, dossier, "plan op papier", lees), "plan")


@require_safe
@met_loket()
def persoon(request: Verzoek, dossier: UUID, taal: str) -> HttpResponse:
    """The plan for the person: what, who, when. Never what is about a victim. Clausule 1.3, 1.9."""
    if taal not in TALEN:
        raise Http404

    def lees(_lees: Lezing, rij: Dossier, _mijn: set[str]) -> bytes:
        return papier.persoon_pdf(
            _afdruk(request, rij, ""),
            acties_van(rij.pk),
            inhoud(rij.pk).doelen,
            _einde(rij, taal),
            taal,
            plaatsen_van(rij.pk),
        )

    return _pdf(lees_plan(request.wie, dossier, PERSOON, lees), "mijn-plan")


def _blokken(rij: Dossier, nummer: int) -> list[Blok] | None:
    if not nummer:
        return versieoverzicht.werkversie(rij)
    versie = versieoverzicht.versie(rij.pk, nummer)
    return versieoverzicht.inhoud_van(versie) if versie else None


def _afdruk(request: Verzoek, rij: Dossier, versie: str) -> papier.Afdruk:
    return papier.Afdruk(rij, versie, request.loket.naam, request.wie.vandaag)


def _einde(rij: Dossier, taal: str) -> str:
    with translation.override(taal):
        if rij.einde:
            return strip_tags(met_zekerheid(rij.einde, None, "vast"))
        verwacht = met_zekerheid(rij.einde_vroegst, rij.einde_laatst, rij.zekerheid, _("onbekend"))
        return strip_tags(verwacht)


def _pdf(inhoud_: bytes | None, naam: str) -> HttpResponse:
    if inhoud_ is None:
        raise Http404
    antwoord = HttpResponse(inhoud_, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="{naam}.pdf"'
    return antwoord


BASIS = "dossiers/<uuid:dossier>/plan/papier/"
urlpatterns = [
    path(BASIS, overzicht, name="papier"),
    path(f"{BASIS}plan.pdf", plan, name="papier_plan"),
    path(f"{BASIS}versie-<int:nummer>.pdf", plan, name="papier_versie"),
    path(f"{BASIS}persoon-<slug:taal>.pdf", persoon, name="papier_persoon"),
]
