"""The way from the dossier to the plan: what is fixed, and where to begin. Clausule 5.5, 7.1."""

from __future__ import annotations

from datetime import date
from typing import Any

from richting.akkoord.levensloop import Spoor, spoor
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing
from richting.plannen.overzichten.rijen import planrijen
from richting.plannen.overzichten.versies import laatste_versie

PLAN = Gegevenscategorie.PLAN.value


def paneel(lees: Lezing, dossier: Dossier) -> dict[str, Any] | None:
    """The panel of the dossier page; None for who may not see the plan. One query."""
    if PLAN not in planrijen(dossier.pk).open_:
        return None
    lees.gezien([dossier.pk], {PLAN})
    return {
        "dossier": dossier,
        "laatste": laatste_versie(dossier.pk),
        "kort": is_kort(dossier, lees.wie.vandaag)
        and not alleen_gevraagd(dossier, lees.wie.loket, lees.wie.vandaag),
    }


def is_kort(dossier: Dossier, op: date) -> bool:
    """The person may stand outside any day: the list of the day itself comes first. No query."""
    feiten = feiten_uit_rijen(dossier)
    return feiten.einde is None and spoor(feiten, op, aannames_op(op)).waarde is Spoor.KORT
