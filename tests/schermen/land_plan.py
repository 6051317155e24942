"""The plan of Jan in the land of the screens: something of everything, and a fixed version."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Gegevenscategorie
from richting.plannen.acties import inhoud as acties
from richting.plannen.acties.basis import leg_vast, planwerk
from richting.plannen.acties.versies import stel_vast
from richting.plannen.models import Slachtoffertoets
from richting.plannen.woorden import (
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Motivatiestand,
    Planvraagsoort,
)
from tests.partijen.bouwers import Ploeg

DAG = date(2026, 11, 20)


def maak_plan(ploeg: Ploeg, jan: UUID) -> None:
    """Question, support, start, motivation and agreement; version 1 is fixed."""
    bram, anna = ploeg.bram.wie(), ploeg.anna.wie()
    acties.bewaar_planvraag(bram, jan, Planvraagsoort.BEHOEFTE, "Een eigen kamer en werk.", 0)
    acties.leg_ondersteuning_vast(
        anna, jan, Leefgebied.SCHULDEN, "Schuldhulp", "Gemeente Utrecht", date(2026, 3, 1)
    )
    acties.voeg_factor_toe(
        bram, jan, Factoraard.BESCHERMEND, Leefgebied.NETWERK, "Zus komt elke week"
    )
    acties.noteer_start(
        bram, jan, DAG, Gespreksvorm.SAMEN, ["Bram Willems", "Jan zelf"], ["Anna de Boer"]
    )
    acties.voeg_doel_toe(bram, jan, "Weer kok zijn")
    acties.noteer_motivatie(
        bram, jan, DAG, Motivatiestand.TWIJFELT, "Wil eerst slapen", "Gesprek op de afdeling"
    )
    acties.noteer_poging(bram, jan, DAG, "Gebeld met zus", "Zij praat met hem")
    plan = Gegevenscategorie.PLAN.value
    with planwerk(bram, jan, plan) as werk:
        leg_vast(werk, Slachtoffertoets, jan, plan, "slachtoffer_beantwoord")
    stel_vast(bram, jan, 0, "Eerste plan")
    acties.noteer_instemming(bram, jan, DAG, Instemmingsantwoord.EENS, "Ja, zo wil ik het")
