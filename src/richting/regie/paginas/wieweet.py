"""Who knows what: per dossier, and what others did not read. Clausule 5.4."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import lees_dossier, mijn_categorieen
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing, lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.overzichten import wieweet as overzichten
from richting.regie.overzichten.begin_einde import LEZERS as BEGIN_EN_EINDE
from richting.regie.overzichten.wieweet import Verandering
from richting.regie.woorden_besluit import WEETKLEUREN, WEETSTANDEN

PLAN = Gegevenscategorie.PLAN.value


@require_safe
@met_loket(*sorted(PLANPARTIJEN))
def wie_weet_wat(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Per change and per desk: told, delivered, read, confirmed, or not told and why."""

    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any]:
        veranderingen = overzichten.wie_weet_wat(request.wie, rij.pk, feiten_uit_rijen(rij))
        lees.gezien([rij.pk], {"verblijf", PLAN})
        return {
            "dossier": rij,
            "veranderingen": samen(veranderingen),
            "meeste": overzichten.MEESTE,
            "afgekapt": len(veranderingen) == overzichten.MEESTE,
            "standen": WEETSTANDEN,
            "kleuren": WEETKLEUREN,
        }

    inhoud = lees_dossier(request.wie, dossier, "wie weet wat", lees, PLAN)
    return render(request, "regie/wie_weet_wat.html", inhoud)


def samen(veranderingen: Iterable[Verandering]) -> list[tuple[Verandering, int]]:
    """What reads the same in the same minute, as when more things are late at once, as one."""
    groepen = groupby(veranderingen, _zoals_het_er_staat)
    return [(rijen[0], len(rijen)) for _wat, groep in groepen if (rijen := list(groep))]


def _zoals_het_er_staat(een: Verandering) -> Hashable:
    regels = (
        replace(regel, op=regel.op and regel.op.replace(second=0, microsecond=0))
        for regel in (*een.verteld, *een.niet)
    )
    return een.op.replace(second=0, microsecond=0), een.zin, een.door, tuple(regels)


@require_safe
@met_loket(*sorted(PLANPARTIJEN))
def niet_gelezen(request: Verzoek) -> HttpResponse:
    """What this desk told others, and they did not read in time. Clausule 5.4."""
    with lezing(request.wie, "verteld, niet gelezen") as lees:
        regels = overzichten.niet_gelezen()
        dossiers = overzichten.dossiers_van(regels)
        lees.gezien(list(dossiers), {"verblijf"})
    rijen = [(regel, dossiers.get(regel.dossier)) for regel in regels]
    return render(request, "regie/niet_gelezen.html", {"regels": rijen})


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """On the dossier page: who has not read what in time. Three queries at most. Clausule 5.4."""
    if lees.wie.loket is None or PLAN not in mijn_categorieen(dossier.pk, lees.wie.loket):
        return None
    laat = [
        verteld
        for verteld in overzichten.verteld_van(dossier.pk)
        if verteld.gelezen_op is None and verteld.uiterlijk < lees.wie.vandaag
    ]
    namen = overzichten.namen_van_loketten({verteld.loket for verteld in laat})
    return {
        "dossier": dossier,
        "laat": sorted(namen),
        "begin_einde": lees.wie.loketsoort in BEGIN_EN_EINDE,
    }


def is_planpartij(request: HttpRequest) -> bool:
    """The reader sits at a desk that takes part in plans."""
    wie: Any = getattr(request, "wie", None)
    return wie is not None and wie.loketsoort in PLANPARTIJEN


urlpatterns = [
    path("dossiers/<uuid:dossier>/wie-weet-wat/", wie_weet_wat, name="wie_weet_wat"),
    path("verteld-niet-gelezen/", niet_gelezen, name="niet_gelezen"),
]
