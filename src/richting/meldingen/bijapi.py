"""The BIJ over the API, for a system of the mayor's office: read, confirm, answer, close.

The same acts and readings as the pages; for the desk of public order alone, everybody else gets
404. Clausule 6.5.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field, Strict, StringConstraints

from richting.akkoord.bijberichten import Bijbesluit, Bijgegeven, Bijstaat, Terugkeersoort
from richting.akkoord.grondslagen.bij import Bijaanleiding
from richting.akkoord.grondslagen.register import BIJ
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import lezing
from richting.kern.probleem import niet_gevonden
from richting.meldingen import bijbeeld
from richting.meldingen.acties import bij as acties
from richting.meldingen.acties.bij import Bijantwoord
from richting.meldingen.bijbeeld import Bijbeeld, Bijlijstsoort, Bijpagina
from richting.meldingen.bijverhaal import API_BERICHT, API_LIJST
from richting.partijen.apivormen import doe
from richting.partijen.machine import Machineverzoek

router = Router(tags=["bestuurlijke-informatie"])
GEEN = "Dit is er niet."
GEZIEN = {Gegevenscategorie.VERBLIJF.value, Gegevenscategorie.BIJ.value}
EEN = "/dossiers/{uuid:dossier}/bij-berichten/{uuid:nummer}"
Stand = Annotated[int, Strict(), Field(ge=0, le=2_000_000_000)]
Soort = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
Na = Annotated[int, Query(ge=0, le=999_999, description="De waarde `volgende` van de vorige.")]
Lijst = Annotated[
    Literal["nieuw", "open", "beantwoord", "te-vernietigen"],
    Query(description="Welke lijst van uw loket u wilt."),
]
"""What is kept to account for a measure is for a person to open, never for a system."""


class BijregelUit(Schema):
    """A message in a list: how it stands and by when it must be answered, without its content."""

    id: UUID
    dossier: UUID
    versie: int
    stand: int
    staat: Bijstaat
    terugkeer: date
    terugkeersoort: Terugkeersoort
    verstrektOp: datetime
    dagenTeLaat: int
    antwoordVoor: date | None
    bewarenTot: date


class BijlijstUit(Schema):
    """One page of a list; `volgende` is null on the last page."""

    berichten: list[BijregelUit]
    volgende: int | None


class BijgegevenUit(Schema):
    """One datum of the closed list, with the part of the decree that names it."""

    gegeven: Bijgegeven
    artikel: str
    waarden: list[str]


class BijantwoordUit(Schema):
    """The answer that stands."""

    besluit: Bijbesluit
    maatregelen: list[str]
    tijdig: bool
    betrouwbaar: bool
    bruikbaar: bool
    op: datetime


class BijberichtUit(BijregelUit):
    """One message: what the law lets the mayor know, why, and what was answered."""

    grondslag: str
    aanleiding: Bijaanleiding
    waarom: str
    mochtVanaf: date
    moestUiterlijk: date
    gegevens: list[BijgegevenUit]
    onbekend: list[Bijgegeven]
    maatregelsoorten: list[str]
    antwoord: BijantwoordUit | None


class In(Schema):
    """What comes in: only the fields that are described."""

    model_config = ConfigDict(extra="forbid")


class BijstandIn(In):
    """An act on a message, with the `stand` that was read."""

    stand: Stand


class BijantwoordIn(BijstandIn):
    """What the mayor does, in categories, and how useful the message was."""

    besluit: Bijbesluit
    maatregelen: Annotated[list[Soort], Field(max_length=50)] = []
    tijdig: bool
    betrouwbaar: bool
    bruikbaar: bool


class BijgedaanUit(Schema):
    """The message that was acted on."""

    id: UUID


def _voorbeeld(inhoud: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"example": inhoud}}}}


@router.get(
    "/bij-berichten",
    operation_id="leesBijBerichten",
    summary="Vraag de bestuurlijke informatie (BIJ) van uw burgemeester",
    description="Het eerst verstrekte bovenaan. Alleen een loket openbare orde heeft zulke "
    "berichten; voor ieder ander is de lijst leeg.",
    response=BijlijstUit,
)
def berichten(request: Machineverzoek, lijst: Lijst = "nieuw", na: Na = 0) -> dict[str, Any]:
    """One page of a list of this desk. Clausule 6.5."""
    loket, soort = request.wie.loket or 0, Bijlijstsoort(lijst)
    with lezing(request.wie, API_LIJST) as lees:
        beelden, volgende = bijbeeld.lijst(loket, soort, aannames_op(request.wie.vandaag), na)
        lees.gezien([beeld.rij.dossier_id for beeld in beelden], {"verblijf"})
    return {"berichten": [_regel(beeld) for beeld in beelden], "volgende": volgende}


@router.get(
    EEN,
    operation_id="leesBijBericht",
    summary="Lees één bericht met wat de wet laat weten",
    description="Alleen de gegevens die artikel 11a Bjsg noemt; wat niet bekend is, staat in "
    "`onbekend`. `maatregelsoorten` zijn de woorden die u in een antwoord kunt gebruiken.",
    response=BijberichtUit,
)
def bericht(request: Machineverzoek, dossier: UUID, nummer: UUID) -> dict[str, Any]:
    """One message of this desk. Clausule 6.5."""
    loket = _burgemeester(request)
    aannames = aannames_op(request.wie.vandaag)
    with lezing(request.wie, API_BERICHT) as lees:
        pagina = bijbeeld.bericht(loket, dossier, nummer, aannames)
        if pagina is None:
            lees.niets_gezien()
        else:
            lees.gezien([dossier], GEZIEN)
    if pagina is None:
        raise niet_gevonden(GEEN)
    return _bericht(pagina, aannames.bij_maatregelen)


@router.post(
    EEN + "/ontvangstbevestigingen",
    operation_id="bevestigBijBericht",
    summary="Bevestig dat u een bericht ontving",
    description="Noem de `stand` die u las; is die veranderd, dan krijgt u 409.",
    response=BijgedaanUit,
    openapi_extra=_voorbeeld({"stand": 1}),
)
def bevestig(
    request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: BijstandIn
) -> dict[str, Any]:
    """Confirm that it came. Clausule 6.5."""
    wie = request.wie
    _doe(request, lambda: acties.bevestig_ontvangst(wie, dossier, nummer, inhoud.stand))
    return {"id": nummer}


@router.post(
    EEN + "/antwoorden",
    operation_id="beantwoordBijBericht",
    summary="Zeg wat de burgemeester doet, en of het bericht bruikbaar was",
    description="Maatregelen alleen als soort, nooit als verhaal over personen. Opnieuw "
    "antwoorden mag zolang het bericht er is.",
    response=BijgedaanUit,
    openapi_extra=_voorbeeld(
        {
            "stand": 2,
            "besluit": "genomen",
            "maatregelen": ["Gesprek met de persoon"],
            "tijdig": True,
            "betrouwbaar": True,
            "bruikbaar": True,
        }
    ),
)
def beantwoord(
    request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: BijantwoordIn
) -> dict[str, Any]:
    """Answer in categories. Clausule 6.5."""
    antwoord = Bijantwoord(
        inhoud.besluit,
        tuple(inhoud.maatregelen),
        tijdig=inhoud.tijdig,
        betrouwbaar=inhoud.betrouwbaar,
        bruikbaar=inhoud.bruikbaar,
    )
    wie = request.wie
    _doe(request, lambda: acties.beantwoord(wie, dossier, nummer, inhoud.stand, antwoord))
    return {"id": nummer}


@router.post(
    EEN + "/afhandelingen",
    operation_id="handelBijBerichtAf",
    summary="Zeg dat u klaar bent met een bericht",
    description="Alleen na een antwoord. Het bericht wordt vernietigd als zijn termijn voorbij is.",
    response=BijgedaanUit,
    openapi_extra=_voorbeeld({"stand": 3}),
)
def handel_af(
    request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: BijstandIn
) -> dict[str, Any]:
    """Close it. Clausule 6.5."""
    wie = request.wie
    _doe(request, lambda: acties.handel_af(wie, dossier, nummer, inhoud.stand))
    return {"id": nummer}


def _burgemeester(request: Machineverzoek) -> int:
    """The desk of public order that asks; for another there is nothing, without a query."""
    if request.wie.loketsoort != Loketsoort.OPENBARE_ORDE or request.wie.loket is None:
        raise niet_gevonden(GEEN)
    return request.wie.loket


def _doe(request: Machineverzoek, act: Callable[[], None]) -> None:
    """Do it, and turn a refusal of the room into a refusal of the API."""
    _burgemeester(request)
    doe(act)


def _regel(beeld: Bijbeeld) -> dict[str, Any]:
    rij, versie = beeld.rij, beeld.versie
    return {
        "id": rij.pk,
        "dossier": rij.dossier_id,
        "versie": rij.versie,
        "stand": rij.stand,
        "staat": beeld.staat,
        "terugkeer": versie.terugkeer,
        "terugkeersoort": versie.terugkeersoort,
        "verstrektOp": versie.verstrekt_op,
        "dagenTeLaat": beeld.te_laat,
        "antwoordVoor": beeld.antwoord_op,
        "bewarenTot": beeld.bewaren_tot,
    }


def _bericht(pagina: Bijpagina, soorten: tuple[str, ...]) -> dict[str, Any]:
    rij = pagina.beeld.rij
    antwoord = {
        "besluit": rij.besluit,
        "maatregelen": rij.maatregelen,
        "tijdig": rij.tijdig,
        "betrouwbaar": rij.betrouwbaar,
        "bruikbaar": rij.bruikbaar,
        "op": rij.beantwoord_op,
    }
    return {
        **_regel(pagina.beeld),
        "grondslag": BIJ.artikel,
        "aanleiding": rij.aanleiding,
        "waarom": _(pagina.waarom) if pagina.waarom else "",
        "mochtVanaf": rij.mag_vanaf,
        "moestUiterlijk": rij.uiterlijk,
        "gegevens": [
            {
                "gegeven": een.gegeven,
                "artikel": een.artikel,
                "waarden": [str(waarde) for waarde in een.waarden],
            }
            for een in pagina.gegevens
        ],
        "onbekend": pagina.onbekend,
        "maatregelsoorten": list(soorten),
        "antwoord": antwoord if rij.besluit else None,
    }
