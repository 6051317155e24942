"""Regional agreements over the API: read those of the own desk, and propose one. Clausule 6.6.

A person says yes or leaves, in the program: a system binds nobody.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Router, Schema
from pydantic import ConfigDict, Field, Strict, StringConstraints

from richting.akkoord.regioafspraken import Afspraakdeel, Afspraakstand
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.delen import afspraakoverzichten
from richting.delen.acties.regioafspraken import Geweigerd, Invoer, stel_voor
from richting.delen.afspraakbeeld import Afspraakbeeld, beeld, bezwaarzin
from richting.kern.context import Wie
from richting.kern.probleem import Deelfout, Probleem, niet_gevonden
from richting.partijen.apivormen import ZONDER_NUL, Dag, In, Leeg, Tekst, doe
from richting.partijen.machine import Machineverzoek

GEEN_AFSPRAAK = "Deze afspraak is er niet."
Kort = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=ZONDER_NUL)]
Getal = Annotated[int, Strict(), Field(ge=1, le=2_000_000_000)]
VOORBEELD: dict[str, Any] = {
    "naam": "Minder delen over het netwerk",
    "doel": "het plan voor detentie en re-integratie maken en uitvoeren",
    "grondslagen": ["pbw_18a"],
    "loketten": [1],
    "delen": [
        {
            "grondslag": "pbw_18a",
            "loketsoort": "nazorg",
            "categorieen": [
                "verblijf",
                "plan",
                "onderdak",
                "inkomen",
                "schulden",
                "identiteit",
                "zorg",
                "motivatie",
                "toezicht",
            ],
        }
    ],
    "antwoordWerkdagen": 5,
    "vindplaats": "Zaak 2026-114",
    "geldigVanaf": "2027-01-01",
}
router = Router(tags=["regioafspraken"])


class AfspraakdeelIn(In):
    """What one kind of desk still gets on one article."""

    grondslag: Kort
    loketsoort: Loketsoort
    categorieen: Annotated[list[Gegevenscategorie], Field(max_length=40)]


class AfspraakdeelUit(Schema):
    """What one kind of desk still gets on one article."""

    grondslag: str
    loketsoort: Loketsoort
    categorieen: list[Gegevenscategorie]


class AfspraakpartijUit(Schema):
    """A party; `gebondenVanaf` null: not bound."""

    loket: int
    loketnaam: str
    bevestigdOp: datetime | None
    bevestigdDoor: str
    gebondenVanaf: date | None
    gebondenTot: date | None


class RegioafspraakUit(Schema):
    """A regional agreement; `geldigTot` is the first day without."""

    id: UUID
    naam: str
    doel: str
    grondslagen: list[str]
    delen: list[AfspraakdeelUit]
    antwoordWerkdagen: int | None
    toelichting: str
    vindplaats: str
    geldigVanaf: date
    geldigTot: date | None
    stand: Afspraakstand
    regelt: list[str]
    voorsteller: int
    voorgesteldOp: datetime
    voorgesteldDoor: str
    partijen: list[AfspraakpartijUit]


class RegioafsprakenUit(Schema):
    """The agreements of the desk."""

    regioafspraken: list[RegioafspraakUit]


class RegioafspraakIn(In):
    """A regional agreement to propose; the own desk is a party without saying."""

    naam: Kort
    doel: Kort
    grondslagen: Annotated[list[Kort], Field(max_length=20)]
    loketten: Annotated[list[Getal], Field(max_length=200)]
    delen: Annotated[list[AfspraakdeelIn], Field(max_length=40)] = []
    antwoordWerkdagen: Getal | None = None
    toelichting: Leeg = ""
    vindplaats: Tekst
    geldigVanaf: Dag
    geldigTot: Dag | None = None

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [VOORBEELD]})

    def invoer(self) -> Invoer:
        """As the act takes it."""
        return Invoer(
            naam=self.naam,
            doel=self.doel,
            grondslagen=tuple(self.grondslagen),
            loketten=tuple(self.loketten),
            vindplaats=self.vindplaats,
            geldig_vanaf=self.geldigVanaf,
            geldig_tot=self.geldigTot,
            delen=tuple(
                Afspraakdeel(een.grondslag, een.loketsoort, frozenset(een.categorieen))
                for een in self.delen
            ),
            antwoord_werkdagen=self.antwoordWerkdagen,
            toelichting=self.toelichting,
        )


@router.get(
    "/regioafspraken",
    operation_id="leesRegioafspraken",
    summary="Lees de regionale afspraken van uw loket",
    description="Ook wat nog wacht op bevestiging, en wat voorbij is.",
    response=RegioafsprakenUit,
)
def lees_alle(request: Machineverzoek) -> dict[str, Any]:
    """The agreements in which the desk is a party. Clausule 6.6."""
    rijen = afspraakoverzichten.afspraken_van(request.wie)
    return {"regioafspraken": [_uit(rij, request.wie) for rij in rijen]}


@router.get(
    "/regioafspraken/{uuid:nummer}",
    operation_id="leesRegioafspraak",
    summary="Lees één regionale afspraak",
    description="Alleen als uw loket partij is.",
    response=RegioafspraakUit,
)
def lees(request: Machineverzoek, nummer: UUID) -> dict[str, Any]:
    """One agreement, for its parties. Clausule 6.6."""
    return _een(nummer, request.wie)


@router.post(
    "/regioafspraken",
    operation_id="stelRegioafspraakVoor",
    summary="Stel een regionale afspraak voor",
    description="Ruimer dan de wet wordt geweigerd (409), met elke reden. Er is dan niets bewaard. "
    "Bevestigen en opzeggen doet een beheerder in het programma.",
    response=RegioafspraakUit,
)
def voorstellen(request: Machineverzoek, inhoud: RegioafspraakIn) -> dict[str, Any]:
    """Propose; refused with every reason when it is wider than the law. Clausule 6.4, 6.6."""
    try:
        rij = doe(lambda: stel_voor(request.wie, inhoud.invoer()))
    except Probleem as fout:
        raise _met_redenen(fout) from fout
    return _een(rij.pk, request.wie)


def _met_redenen(fout: Probleem) -> Probleem:
    """The refusal with one error for each reason of the rule."""
    oorzaak = fout.__cause__
    if isinstance(oorzaak, Geweigerd):
        fout.fouten = tuple(
            Deelfout("body", "", bezwaar.code, bezwaarzin(bezwaar)) for bezwaar in oorzaak.bezwaren
        )
    return fout


def _een(nummer: UUID, wie: Wie) -> dict[str, Any]:
    rij = afspraakoverzichten.afspraak(wie, nummer)
    if rij is None:
        raise niet_gevonden(GEEN_AFSPRAAK)
    return _uit(rij, wie)


def _uit(rij: Any, wie: Wie) -> dict[str, Any]:
    toon = beeld(rij, wie.vandaag, wie.loket)
    return {
        "id": rij.pk,
        "naam": rij.naam,
        "doel": rij.doel,
        "grondslagen": rij.grondslagen,
        "delen": rij.delen,
        "antwoordWerkdagen": rij.antwoord_werkdagen,
        "toelichting": rij.toelichting,
        "vindplaats": rij.vindplaats,
        "geldigVanaf": rij.geldig_vanaf,
        "geldigTot": rij.geldig_tot,
        "stand": toon.stand,
        "regelt": list(toon.regelt),
        "voorsteller": rij.voorsteller_id,
        "voorgesteldOp": rij.voorgesteld_op,
        "voorgesteldDoor": rij.voorgesteld_door,
        "partijen": _partijen(toon),
    }


def _partijen(toon: Afspraakbeeld) -> list[dict[str, Any]]:
    return [
        {
            "loket": een.rij.loket_id,
            "loketnaam": een.naam,
            "bevestigdOp": een.rij.bevestigd_op,
            "bevestigdDoor": een.rij.bevestigd_door,
            "gebondenVanaf": een.rij.gebonden.van if een.rij.gebonden else None,
            "gebondenTot": een.tot,
        }
        for een in toon.partijen
    ]
