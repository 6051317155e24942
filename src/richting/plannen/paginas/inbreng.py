"""What a municipality is asked for an advice to the judge, and where it answers."""

from __future__ import annotations

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
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties.advies import geef_inbreng
from richting.plannen.formulieren.advies import Inbrengformulier
from richting.plannen.overzichten.advies import Inbrengbeeld, inbreng_van, open_vragen
from richting.plannen.paginas.daad import Fout, ingevuld, voer_uit
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

PLAN = Gegevenscategorie.PLAN.value
VELDEN = ("versie", "antwoord", "vanaf", "toelichting")


@require_safe
@met_loket()
def inbreng(request: Verzoek, dossier: UUID) -> HttpResponse:
    """The questions to municipalities, and the forms to answer the own ones. Clausule 8.3."""
    return _toon(request, dossier, None)


@require_POST
@met_loket()
def geef(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Answer what can be done, and from which day. Clausule 8.3."""
    formulier = ingevuld(request, dossier, Inbrengformulier, f"inbreng_{nummer}", PLAN)
    if not formulier.is_valid():
        return _toon(request, dossier, Fout("inbreng", formulier, str(nummer)))
    versie = formulier.cleaned_data["versie"]
    fout = voer_uit(
        lambda: geef_inbreng(request.wie, dossier, nummer, versie, formulier.waarden()),
        "inbreng",
        formulier,
        str(nummer),
    )
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, _("Opgeslagen. De reclassering krijgt een bericht."))
    return redirect("plannen:inbreng", dossier)


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """On the dossier page: what this desk must still answer. One query. Clausule 8.3."""
    if lees.wie.loket is None:
        return None
    vragen = open_vragen(dossier.pk, lees.wie.loket)
    if not vragen:
        return None
    lees.gezien([dossier.pk], {vraag.categorie for vraag in vragen})
    return {"dossier": dossier, "vragen": vragen, "vandaag": lees.wie.vandaag}


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        beelden = inbreng_van(rij.pk, request.wie.loket, request.wie.vandaag)
        return {
            **kader(rij, "inbreng", mijn),
            "fout": fout,
            "vragen": [(beeld, _formulier(request, mijn, beeld, fout)) for beeld in beelden],
        }

    inhoud = lees_plan(request.wie, dossier, "plan: inbreng", lees, PLAN)
    return render(request, "plannen/inbreng.html", inhoud, status=fout.status if fout else 200)


def _formulier(request: Verzoek, mijn: set[str], beeld: Inbrengbeeld, fout: Fout | None) -> Any:
    vervallen = beeld.rij.beantwoord_op is not None and not beeld.rij.antwoord
    if not beeld.van_ons or vervallen:
        return None
    if fout and fout.rij == str(beeld.rij.pk):
        return fout.formulier
    return Inbrengformulier(
        initial={veld: getattr(beeld.rij, veld) for veld in VELDEN},
        vandaag=request.wie.vandaag,
        mijn=mijn,
        auto_id=f"id_inbreng_{beeld.rij.pk}_%s",
    )


BASIS = "dossiers/<uuid:dossier>/plan/inbreng/"
urlpatterns = [
    path(BASIS, inbreng, name="inbreng"),
    path(f"{BASIS}<uuid:nummer>/", geef, name="inbreng_geef"),
]
