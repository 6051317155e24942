"""On which legal ground who may know what of a stay, since when and until when.

The laws as data stand in `register`; one module per law applies them to the facts. No ground, no
data: a party, a day or a category that no law names gets nothing. Clausule 6.4.

The desks of administration, privacy and delivery (DJI) get no ground: no law names them as
receivers. A terrorist offence changes no ground; it shields a dossier (room `delen`).
"""

from __future__ import annotations

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen.bij import terugkeer_gemeld
from richting.akkoord.grondslagen.forensisch import (
    instelling_met_behandelplan,
    reclassering_bij_zorg,
)
from richting.akkoord.grondslagen.loop import zaak
from richting.akkoord.grondslagen.pbw18a import (
    gemeenten_bij_het_plan,
    gevraagde_gemeente_bij_het_plan,
    inrichting_met_het_plan,
    reclassering_bij_het_plan,
)
from richting.akkoord.grondslagen.pbw18b import risico_bij_terugkeer
from richting.akkoord.grondslagen.register import GRONDSLAGEN, grondslag
from richting.akkoord.grondslagen.soorten import Grond, Grondslag, Ontvanger, is_geldig
from richting.akkoord.grondslagen.wgs import ingebracht
from richting.akkoord.grondslagen.wjsg import begin_en_einde

__all__ = [
    "GRONDSLAGEN",
    "Grond",
    "Grondslag",
    "Ontvanger",
    "gronden",
    "grondslag",
    "is_geldig",
]

REGELS = (
    begin_en_einde,
    gemeenten_bij_het_plan,
    gevraagde_gemeente_bij_het_plan,
    inrichting_met_het_plan,
    reclassering_bij_het_plan,
    risico_bij_terugkeer,
    terugkeer_gemeld,
    instelling_met_behandelplan,
    reclassering_bij_zorg,
    ingebracht,
)


def gronden(feiten: Feiten, aannames: Aannames = AANNAMES) -> frozenset[Grond]:
    """All grounds that the facts at hand give, with their validity. Clausule 6.1, 6.2, 6.3, 6.4.

    Knows no today: who reads compares with a date (`is_geldig`). A stay that was withdrawn gives
    nothing.
    """
    if feiten.ingetrokken:
        return frozenset()
    geval = zaak(feiten, aannames)
    return frozenset(grond for regel in REGELS for grond in regel(geval))
