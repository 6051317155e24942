"""The shapes of the table of art. 18b over the API. Clausule 6.3."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, Strict, StringConstraints

from richting.akkoord.risico import (
    Beoordeling,
    Bijdragesoort,
    Risicoafspraakstaat,
    Risicobron,
    Risiconiveau,
    Tafelstaat,
)
from richting.akkoord.woorden import Regime

ZONDER_NUL = r"^[^\x00]*$"
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=ZONDER_NUL)]
Leeg = Annotated[str, StringConstraints(max_length=4000, pattern=ZONDER_NUL)]
Nummer = Annotated[int, Strict(), Field(ge=1, le=2_000_000_000)]
Dag = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]


class RisicotafelregelUit(Schema):
    """A table in the list of the desk; `tot` is the first day without, null when not told."""

    dossier: UUID
    vanaf: date
    tot: date | None
    staat: Tafelstaat
    openAfspraken: int


class RisicotafellijstUit(Schema):
    """One page of tables, newest dossier first; `volgende` is null on the last page."""

    tafels: list[RisicotafelregelUit]
    volgende: UUID | None


class RisicobijdrageUit(Schema):
    """What one party shared."""

    id: UUID
    soort: Bijdragesoort
    tekst: str
    door: str
    gedeeldOp: datetime


class RisicodeelnemerUit(Schema):
    """A desk at the table; `regime` is null when it left and only what it shared stays."""

    loket: int
    naam: str
    waarom: str
    regime: Regime | None
    bijdragen: list[RisicobijdrageUit]


class RisicoafspraakUit(Schema):
    """What was agreed, with its owner and how it stands."""

    id: UUID
    wat: str
    eigenaar: int
    uiterlijk: date
    staat: Risicoafspraakstaat
    afgerond: date | None
    toelichting: str


class RisicotafelUit(Schema):
    """One table; level and instrument are null when only a message told of the mark."""

    vanaf: date
    tot: date | None
    bron: Risicobron
    niveau: Risiconiveau | None
    instrument: str | None
    beoordeeld: date | None
    reden: str
    staat: Tafelstaat
    deelnemers: list[RisicodeelnemerUit]
    afspraken: list[RisicoafspraakUit]


class In(Schema):
    """What comes in: only the fields that are described."""

    model_config = ConfigDict(extra="forbid")


class RisicobeoordelingIn(In):
    """On which assessment the mark rests; `geldigTot` is the first day without."""

    niveau: Risiconiveau
    instrument: Tekst
    beoordeeld: Dag
    geldigTot: Dag
    reden: Tekst

    def als_beoordeling(self) -> Beoordeling:
        """As the rules take it."""
        return Beoordeling(self.niveau, self.instrument, self.beoordeeld, self.geldigTot)


class RisicoredenIn(In):
    """Why something ends or is taken back."""

    reden: Tekst


class RisicobijdrageIn(In):
    """What the own desk shares; `tekst` may be empty with `niets`."""

    soort: Bijdragesoort
    tekst: Leeg = ""


class RisicoafspraakIn(In):
    """What a desk at the table will do, by when."""

    wat: Tekst
    eigenaar: Nummer
    uiterlijk: Dag


class RisicoafrondingIn(In):
    """How an agreement ended; `niet_gedaan` needs words."""

    staat: Risicoafspraakstaat
    toelichting: Leeg = ""


class RisicogedaanUit(Schema):
    """What was written; null when the act has no number of its own."""

    id: UUID | None
