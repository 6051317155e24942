"""The panel of the dossier page: what this plan asks of the own desk."""

from __future__ import annotations

from typing import Any

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.kern.lezen import Lezing
from richting.plannen.overzichten.actielijst import van_loket
from richting.plannen.paginas.actiebeeld import beeld


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """Open actions of this desk, what it is asked, what it asked, and what it can take over.

    At most two queries. Clausule 5.4.
    """
    loket, vandaag = lees.wie.loket, lees.wie.vandaag
    if loket is None:
        return None
    rijen, wees = van_loket(dossier.pk, loket, lees.wie.loketsoort)
    if not rijen:
        return None
    gezien = {rij.categorie for rij in rijen}
    lees.gezien([dossier.pk], gezien | {Gegevenscategorie.PLAN.value})
    return {
        "dossier": dossier,
        "alleen_gevraagd": alleen_gevraagd(dossier, loket, vandaag),
        "acties": [beeld(rij, loket, vandaag, wees) for rij in rijen],
        "vandaag": vandaag,
    }
