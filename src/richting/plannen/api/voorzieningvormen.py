"""The shapes of provisions and places in the API."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from richting.akkoord.plan.voorzieningen import Plaatsdaad, Plaatsstaat, Voorzieningsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.termijnen import Eenheid
from richting.plannen.acties.plaatsen import Stap
from richting.plannen.acties.voorzieningen import GENOEG, Inhoud
from richting.plannen.api.basis import Dag, In, Ja, Leeg, Nummer, Tekst, Versie

Wachteenheid = Literal["dagen", "weken"]
GEMEENTECODE = r"^GM[0-9]{4}$"
Gemeentecode = Annotated[str, StringConstraints(pattern=GEMEENTECODE)]
Wachttijd = Annotated[int, Field(strict=True, ge=0, le=GENOEG)]


class VoorzieningUit(Schema):
    """A provision, and how full it is today. `vrijVanaf` null: no place in sight."""

    id: UUID
    versie: int
    naam: str
    soort: Voorzieningsoort
    leefgebied: Leefgebied
    loket: int
    loketnaam: str
    gemeenten: list[str]
    plaatsen: int
    vrij: int
    vrijVanaf: date | None
    wachtenden: int
    voorWie: str
    nietVoor: str
    wachttijd: int | None
    wachttijdEenheid: Wachteenheid
    wachttijdOp: date | None
    isOpen: bool
    geldigVanaf: date
    geldigTot: date | None


class VoorzieningenUit(Schema):
    """Provisions, by name."""

    voorzieningen: list[VoorzieningUit]


class VoorzieningIn(In):
    """A provision; `versie` is 0 for a new one."""

    versie: Versie = 0
    naam: Annotated[Tekst, StringConstraints(max_length=300)]
    soort: Voorzieningsoort
    leefgebied: Leefgebied
    plaatsen: Nummer
    geldigVanaf: Dag
    geldigTot: Dag | None = None
    gedeeldMet: Annotated[list[Gemeentecode], Field(max_length=400)] = []
    voorWie: Leeg = ""
    nietVoor: Leeg = ""
    wachttijd: Wachttijd | None = None
    wachttijdEenheid: Wachteenheid = "weken"
    isOpen: Ja = True

    def inhoud(self) -> Inhoud:
        """As the act takes it."""
        return Inhoud(
            naam=self.naam,
            soort=self.soort,
            leefgebied=self.leefgebied,
            plaatsen=self.plaatsen,
            geldig_vanaf=self.geldigVanaf,
            geldig_tot=self.geldigTot,
            gedeeld_met=tuple(self.gedeeldMet),
            voor_wie=self.voorWie,
            niet_voor=self.nietVoor,
            wachttijd=self.wachttijd,
            wachttijd_eenheid=Eenheid(self.wachttijdEenheid),
            is_open=self.isOpen,
        )


class AanvraagUit(Schema):
    """What a keeper is asked; `dossier`, `actie` and `toelichting` only with a ground."""

    plaatsing: UUID
    versie: int
    gevraagdDoor: str
    gevraagdOp: date
    antwoordUiterlijk: date
    vanaf: date
    tot: date | None
    staat: Plaatsstaat
    gereserveerdTot: date | None
    wachtplek: int
    dossier: UUID | None
    actie: UUID | None
    toelichting: str


class AanvragenUit(Schema):
    """The queue of a provision, in order of asking."""

    aanvragen: list[AanvraagUit]


class PlaatsIn(In):
    """Ask a place for an action."""

    actie: UUID
    voorziening: UUID
    vanaf: Dag
    tot: Dag | None = None
    toelichting: Leeg = ""


class PlaatswijzigingIn(In):
    """Other days or words for what was asked and not answered."""

    versie: Versie
    vanaf: Dag
    tot: Dag | None = None
    toelichting: Leeg = ""


class PlaatsstapIn(In):
    """One act on a place."""

    versie: Versie
    daad: Plaatsdaad
    reden: Leeg = ""
    toelichting: Leeg = ""
    vanaf: Dag | None = None
    tot: Dag | None = None
    gereserveerdTot: Dag | None = None

    def stap(self) -> Stap:
        """As the act takes it."""
        velden = self.model_dump(exclude={"versie", "gereserveerdTot"})
        return Stap(**velden, gereserveerd_tot=self.gereserveerdTot)
