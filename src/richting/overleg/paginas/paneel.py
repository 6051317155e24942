"""The panel on the dossier page: the coming consultation, and the last one. Clausule 8.1."""

from __future__ import annotations

from typing import Any

from richting.akkoord.overleg import Overlegsoort, Overlegstaat
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.overleg.namen import SOORTEN
from richting.overleg.overzichten.beeld import Punt, van_dossier
from richting.plannen.toegang import mijn_categorieen

PLAN = Gegevenscategorie.PLAN.value


def paneel(lees: Lezing, dossier: Dossier) -> dict[str, Any] | None:
    """None for who may not see the plan. Four queries."""
    if PLAN not in mijn_categorieen(dossier.pk, lees.wie.loket):
        return None
    punten = van_dossier(dossier.pk)
    lees.gezien([dossier.pk], {PLAN})
    komend = [p for p in punten if p.rij.overleg.staat == Overlegstaat.GEPLAND]
    geweest = [p for p in punten if p.rij.overleg.staat == Overlegstaat.GEHOUDEN]
    return {
        "dossier": dossier,
        "komend": _regel(komend[-1]) if komend else None,
        "laatste": _regel(geweest[0]) if geweest else None,
    }


def _regel(punt: Punt) -> dict[str, Any]:
    rij = punt.rij.overleg
    return {"overleg": rij, "titel": SOORTEN[Overlegsoort(rij.soort)]}
