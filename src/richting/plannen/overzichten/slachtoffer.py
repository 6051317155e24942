"""Victims and the plan, for who shares that compartment. Always within a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.plannen import namen
from richting.plannen.models import Slachtofferbelang, Slachtoffertoets
from richting.plannen.onderdelen import Blok, Regel
from richting.plannen.overzichten.rijen import planrijen
from richting.plannen.woorden import Slachtofferbelangsoort
from richting.web.datums import dag_in_woorden


@dataclass(frozen=True)
class Slachtofferbeeld:
    """Whether the question was answered, and what touches the plan."""

    toets: Slachtoffertoets | None
    belangen: list[Slachtofferbelang]


def slachtofferbeeld(dossier: UUID) -> Slachtofferbeeld:
    """The answer and what stands. Clausule 1.3."""
    plan = planrijen(dossier)
    belangen = [rij for rij in plan.van(Slachtofferbelang) if rij.beeindigd_op is None]
    return Slachtofferbeeld(staande_toets(dossier), belangen)


def staande_toets(dossier: UUID) -> Slachtoffertoets | None:
    """The answer to the question about victims, unless somebody reopened it."""
    toetsen = planrijen(dossier).van(Slachtoffertoets)
    return next((rij for rij in toetsen if rij.heropend_op is None), None)


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """What touches the plan, in its own compartment: never for the person. Clausule 1.3."""
    regels = tuple(
        Regel(str(rij.pk), str(namen.SLACHTOFFERBELANGEN[Slachtofferbelangsoort(rij.soort)]), tekst)
        for rij in slachtofferbeeld(dossier.pk).belangen
        for tekst in [_met_einde(rij)]
    )
    if regels:
        titel = _("Wensen en voorwaarden van slachtoffers")
        yield Blok("slachtoffer", titel, Gegevenscategorie.SLACHTOFFER.value, regels)


def _met_einde(rij: Slachtofferbelang) -> str:
    if rij.geldig_tot is None:
        return rij.tekst
    return _("{tekst} (tot {dag})").format(tekst=rij.tekst, dag=dag_in_woorden(rij.geldig_tot))
