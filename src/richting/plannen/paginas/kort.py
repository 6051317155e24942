"""The short stay on one screen: the list of the day itself, and who calls whom. Clausule 3.3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from richting.akkoord.plan.kort import Belregel, Kortgroep, Kortstaat
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Loket
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import actienamen
from richting.plannen.acties.actievoorstel import regel_kort
from richting.plannen.formulieren.actielijst import Kortformulier, Kring
from richting.plannen.overzichten import voorstellen
from richting.plannen.overzichten.voorstellen import Kort, wie_doet
from richting.plannen.paginas.actielijst import in_het_plan
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

HANDELING = "plan: kort verblijf"


@dataclass(frozen=True)
class Beller:
    """One call of today: who calls, whom, and about what. None: no such desk is known."""

    van: Loket | None
    naar: Loket | None
    over: list[str]
    eigen: bool


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket()
def pagina(request: Verzoek, dossier: UUID) -> HttpResponse:
    """What must be right today, taken up in one submit; who calls whom. Clausule 3.3, 5.1."""
    if request.method != "POST":
        return render(request, "plannen/kort.html", _lees(request, dossier))
    inhoud = _lees(request, dossier, request.POST)
    formulier: Kortformulier = inhoud["formulier"]
    if not formulier.is_valid():
        return render(request, "plannen/kort.html", {**inhoud, "fout": formulier})
    try:
        gemaakt = regel_kort(request.wie, dossier, formulier.keuzes())
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return render(request, "plannen/kort.html", {**inhoud, "fout": formulier})
    messages.success(request, in_het_plan(len(gemaakt)))
    return redirect("plannen:kort", dossier)


def _lees(request: Verzoek, dossier: UUID, gegevens: Any = None) -> dict[str, Any]:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        vandaag = request.wie.vandaag
        kring = Kring(voorstellen.deelnemers(rij, vandaag), request.loket.pk)
        lijst = voorstellen.kort_voor(rij, vandaag, mijn)
        formulier = Kortformulier(
            gegevens,
            vandaag=vandaag,
            mijn=mijn,
            regels=lijst.regels,
            kring=kring,
            auto_id="id_kort_%s",
        )
        gezien = {regel.punt.leefgebied.categorie.value for regel in lijst.regels}
        lees.gezien([rij.pk], gezien | {Gegevenscategorie.PLAN.value})
        return {
            **kader(rij, "kort", mijn, lees.wie),
            "kort": lijst,
            "formulier": formulier,
            "groepen": _groepen(formulier, lijst),
            "ronde": _ronde(lijst, kring),
            "vandaag": vandaag,
        }

    return lees_plan(request.wie, dossier, HANDELING, lees)


def _groepen(formulier: Kortformulier, lijst: Kort) -> list[dict[str, Any]]:
    rijen = [
        {
            "vraag": _(regel.punt.vraag),
            "wat": _(regel.punt.wat),
            "buiten": _(regel.punt.buiten) if regel.punt.buiten else "",
            "staat": actienamen.KORTSTATEN[regel.staat][0],
            "soort": actienamen.KORTSTATEN[regel.staat][1],
            "wie": _wie(lijst, regel.punt.code),
            "veld": veld,
            "groep": regel.punt.groep,
        }
        for regel, veld in formulier.rijen()
    ]
    alle = [
        {"naam": actienamen.KORTGROEPEN[g], "rijen": [r for r in rijen if r["groep"] is g]}
        for g in Kortgroep
    ]
    return [groep for groep in alle if groep["rijen"]]


def _wie(lijst: Kort, code: str) -> str:
    actie = lijst.acties.get(code)
    return actie.verantwoordelijk.naam if actie else ""


def _ronde(lijst: Kort, kring: Kring) -> list[Beller]:
    """First who was asked and did not answer: a question is no roof for tonight. Clausule 5.4."""
    wachten: dict[tuple[int | None, int], Beller] = {}
    for regel in lijst.regels:
        if regel.staat is not Kortstaat.GEVRAAGD:
            continue
        actie = lijst.acties[regel.punt.code]
        van, naar = actie.gevraagd_door, actie.verantwoordelijk
        leeg = Beller(van, naar, [], van is not None and van.pk == kring.eigen)
        beller = wachten.setdefault((actie.gevraagd_door_id, naar.pk), leeg)
        beller.over.append(_(regel.punt.vraag))
    rest = []
    for een in (_beller(regel, kring) for regel in lijst.ronde):
        al = wachten.get((een.van.pk, een.naar.pk)) if een.van and een.naar else None
        if al:
            al.over.extend(een.over)  # one call, about all of it
        else:
            rest.append(een)
    return [*wachten.values(), *rest]


def _beller(regel: Belregel, kring: Kring) -> Beller:
    gebied = regel.punten[0].leefgebied
    van = wie_doet(regel.van, gebied, kring.deelnemers, kring.eigen)
    naar = wie_doet(regel.naar, gebied, kring.deelnemers, kring.eigen)
    eigen = van is not None and van.pk == kring.eigen
    return Beller(van, naar, [_(punt.vraag) for punt in regel.punten], eigen)


urlpatterns = [path("dossiers/<uuid:dossier>/plan/kort/", pagina, name="kort")]
