"""Provisions in the land of the screens, and places of Jan in them in every state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from richting.akkoord.plan.voorzieningen import Plaatsdaad, Voorzieningsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.plannen.acties import plaatsen
from richting.plannen.acties.actielijst import Inhoud, neem_op_je
from richting.plannen.acties.plaatsen import Stap
from richting.plannen.acties.voorzieningen import Inhoud as Aanbod
from richting.plannen.acties.voorzieningen import voeg_toe
from tests.partijen.bouwers import Lid, Ploeg

VANAF = date(2027, 1, 25)
TEKST = "Volwassenen zonder huis.\nOok met een hond."


@dataclass(frozen=True)
class Plekken:
    """Anna's shelter with a queue, and the action of Jan that waits in it."""

    voorziening: UUID
    actie: UUID


def maak_plekken(ploeg: Ploeg, jan: UUID) -> Plekken:
    """Two provisions; places asked, reserved, confirmed, refused and withdrawn."""
    anna = ploeg.anna.wie()
    opvang = voeg_toe(
        anna,
        Aanbod(
            "Opvang Oost",
            Voorzieningsoort.OPVANG,
            Leefgebied.ONDERDAK,
            3,
            date(2026, 1, 1),
            voor_wie=TEKST,
            niet_voor="Wie nu gebruikt.",
            wachttijd=3,
        ),
    )
    voeg_toe(
        anna,
        Aanbod(
            "Fietsenwerkplaats",
            Voorzieningsoort.DAGBESTEDING,
            Leefgebied.INKOMEN,
            1,
            date(2026, 1, 1),
            is_open=False,
        ),
    )
    reserveren = Stap(Plaatsdaad.RESERVEREN, gereserveerd_tot=date(2026, 12, 14))
    stappen = (
        (ploeg.bram, reserveren),
        (ploeg.bram, Stap(Plaatsdaad.BEVESTIGEN, vanaf=VANAF, tot=date(2027, 4, 30))),
        (ploeg.bram, Stap(Plaatsdaad.WEIGEREN, "past_niet", "Er is geen lift.")),
        (ploeg.cato, None),
    )
    for vrager, stap in stappen:
        _vraag(vrager, ploeg.anna, jan, opvang.pk, stap)
    actie = _vraag(ploeg.bram, ploeg.anna, jan, opvang.pk, None)
    return Plekken(opvang.pk, actie)


def _vraag(vrager: Lid, houder: Lid, zaak: UUID, bij: UUID, stap: Stap | None) -> UUID:
    wie = vrager.wie()
    actie = neem_op_je(wie, zaak, Inhoud(Leefgebied.ONDERDAK, "Een bed voor de eerste tijd"))
    plaats = plaatsen.vraag_plaats(wie, zaak, actie.pk, bij, VANAF, None, "Slaapt licht")
    if stap:
        plaatsen.doe(houder.wie(), plaats.pk, 1, stap)
    return actie.pk
