"""Decisions of the land: one that waits for reactions, one that was urgent, one held up."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from richting.akkoord.besluiten import Besluitmening
from richting.akkoord.geraakten import Besluitsoort
from richting.akkoord.woorden import Gegevenscategorie as C
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.regie.acties import besluiten
from richting.regie.acties.meldcontrole import controleer
from richting.regie.besluitpartijen import Voornemen
from tests.partijen.bouwers import ANDERE_GEMEENTE, Ploeg


def maak_besluiten(ploeg: Ploeg, zaak: UUID) -> UUID:
    """Decisions on this stay; returns the one that waits for everybody."""
    naar = Voornemen(
        Besluitsoort.ANDERE_GEMEENTE,
        C.PLAN,
        "Terugkeer naar een zus in een andere gemeente",
        date(2027, 1, 25),
        ANDERE_GEMEENTE,
    )
    rij = besluiten.neem_voor(ploeg.anna.wie(), zaak, naar)
    reden = "De zus heeft nog geen toestemming van haar verhuurder."
    besluiten.reageer(ploeg.bram.wie(), zaak, rij.pk, 1, Besluitmening.BEZWAAR, reden)
    spoed = Voornemen(
        Besluitsoort.VERLOF,
        C.PLAN,
        "Begeleid naar de begrafenis van zijn vader",
        date(2026, 11, 24),
        spoedreden="De begrafenis is morgen.",
    )
    besluiten.neem_voor(ploeg.bram.wie(), zaak, spoed)
    wat = Voornemen(
        Besluitsoort.VERLOF, C.PLAN, "Een dag verlof om een kamer te bekijken", date(2026, 12, 18)
    )
    wacht = besluiten.neem_voor(ploeg.bram.wie(), zaak, wat)
    controleer(systeem_zelf("test", klok.nu()))
    return wacht.pk
