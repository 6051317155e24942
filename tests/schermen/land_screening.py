"""Jan was measured at the beginning; Anna is measuring before release, and departs on housing."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from richting.akkoord.plan.woorden import Leefgebied, Meetmoment, Standwaarde
from richting.plannen.acties.standen import wijk_af
from tests.akkoord.plan.bouwers import GOED
from tests.partijen.bouwers import Ploeg
from tests.plannen.bouwers_screening import concept, meet

G = Leefgebied


def maak_screening(ploeg: Ploeg, jan: UUID) -> None:
    """One measurement, one draft, one departure."""
    meet(ploeg.bram, jan, G.ONDERDAK, onderdak_na="geen", brp_adres="nergens")
    meet(ploeg.bram, jan, G.INKOMEN, **GOED[G.INKOMEN])
    verloopt = {**GOED[G.IDENTITEIT], "id_geldig_tot": date(2026, 12, 31)}
    meet(ploeg.bram, jan, G.IDENTITEIT, **verloopt)
    meet(ploeg.bram, jan, G.SCHULDEN, schulden="wil niet", cjib="?")
    concept(ploeg.anna, jan, G.INKOMEN, Meetmoment.VOOR_ONTSLAG, dagbesteding="geen")
    wijk_af(ploeg.anna.wie(), jan, G.ONDERDAK, Standwaarde.LOOPT, "De gemeente zoekt een plek.")
