"""What the plan tells the overview of decisions: who has an open action, and the steps outside.

A step outside keeps its own course, conditions and reactions on the page of the treatment; the
overview of decisions shows it, so that nobody has to look in two places. Clausule 1.10, 5.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse

from richting.akkoord.plan.fasering import Stapsoort, Stapstaat
from richting.akkoord.plan.overgangen import OPEN
from richting.akkoord.woorden import Gegevenscategorie
from richting.plannen.models import Actie, Faseringsstap
from richting.plannen.namen import RAADPLEGINGEN, STAPSOORTEN, STAPSTATEN
from richting.plannen.woorden import Raadpleging
from richting.regie.besluitbronnen import (
    Elders,
    registreer_actieloketten,
    registreer_elders,
)

PLAN = Gegevenscategorie.PLAN.value


def meld_aan() -> None:
    """Register both; running it twice changes nothing."""
    registreer_actieloketten("plannen", actieloketten)
    registreer_elders("stappen", stappen)


def actieloketten(dossier: UUID, categorie: str) -> list[int]:
    """The desks with an open action: in this area, or in any when it is about the whole plan.

    One query. Clausule 4.3, 5.3.
    """
    rijen = Actie.objects.filter(dossier=dossier, staat__in=[staat.value for staat in OPEN])
    if categorie != PLAN:
        rijen = rijen.filter(categorie=categorie)
    return list(rijen.order_by().values_list("verantwoordelijk", flat=True).distinct())


def stappen(dossier: UUID) -> Iterator[Elders]:
    """The steps outside with how the parties reacted. Two queries. Clausule 1.10, 5.3."""
    rijen = Faseringsstap.objects.filter(dossier=dossier)
    for rij in rijen.prefetch_related("reacties__van_loket"):
        yield Elders(
            str(STAPSOORTEN[Stapsoort(rij.soort)]),
            rij.doel,
            str(STAPSTATEN[Stapstaat(rij.staat)]),
            rij.van,
            tuple(
                f"{een.van_loket.naam}: {RAADPLEGINGEN[Raadpleging(een.antwoord)]}"
                for een in rij.reacties.all()
            ),
            reverse("plannen:behandelplan", args=[dossier]),
        )
