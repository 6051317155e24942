"""Decisions that touch others in the plans of the demo: asked, answered, objected to, urgent."""

from __future__ import annotations

from datetime import timedelta

from richting.akkoord.besluiten import Besluitmening
from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.woorden import Gegevenscategorie as C
from richting.akkoord.woorden import Loketsoort as L
from richting.demo.acties.planspel import Spel
from richting.regie.acties import besluiten
from richting.regie.besluitpartijen import Voornemen

HUIS = (L.CASEMANAGEMENT.value, L.FORENSISCH.value)
GEMEENTE = (L.NAZORG.value,)
LATER = timedelta(days=30)


def verlof_gevraagd(spel: Spel) -> None:
    """The institution wants to give leave; the municipality agrees."""
    wat = Voornemen(
        Besluitsoort.VERLOF, C.PLAN, "Een dag verlof voor de woning", spel.vandaag + LATER
    )
    rij = spel.doe(besluiten.neem_voor, spel.wie(*HUIS), wat)
    if rij:
        antwoord = (rij.pk, rij.versie, Besluitmening.AKKOORD)
        spel.doe(besluiten.reageer, spel.wie(*GEMEENTE), *antwoord)


def met_bezwaar(spel: Spel) -> None:
    """The municipality wants to end the rent; the institution objects."""
    wat = Voornemen(
        Besluitsoort.HUISUITZETTING, C.ONDERDAK, "De huur opzeggen", spel.vandaag + LATER
    )
    rij = spel.doe(besluiten.neem_voor, spel.wie(*GEMEENTE), wat)
    if rij:
        bezwaar = (rij.pk, rij.versie, Besluitmening.BEZWAAR, "Er is nog geen andere woning")
        spel.doe(besluiten.reageer, spel.wie(*HUIS), *bezwaar)


def met_spoed(spel: Spel) -> None:
    """Leave for a funeral the next day."""
    wat = Voornemen(
        Besluitsoort.VERLOF,
        C.PLAN,
        "Begeleid naar een begrafenis",
        spel.vandaag,
        spoedreden="De begrafenis is morgen",
    )
    spel.doe(besluiten.neem_voor, spel.wie(*HUIS), wat)
