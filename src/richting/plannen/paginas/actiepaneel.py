"""The panel of the dossier page: what this plan asks of the own desk."""

from __future__ import annotations

from typing import Any

from richting.akkoord.woorden import Gegevenscategorie
from richting.kern.lezen import Lezing
from richting.plannen.overzichten.actielijst import van_loket
from richting.plannen.paginas.actiebeeld import beeld


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """Open actions of this desk, what it is asked, and what it asked. One query. Clausule 5.4."""
    loket, vandaag = lees.wie.loket, lees.wie.vandaag
    rijen = van_loket(dossier.pk, loket) if loket is not None else []
    if not rijen:
        return None
    gezien = {rij.categorie for rij in rijen}
    lees.gezien([dossier.pk], gezien | {Gegevenscategorie.PLAN.value})
    return {
        "dossier": dossier,
        "acties": [beeld(rij, loket, vandaag, ()) for rij in rijen],
        "vandaag": vandaag,
    }
