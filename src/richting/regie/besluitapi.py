"""Decisions and the duty to tell over the API: the same acts and readings as the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import Http404
from ninja import Router, Schema
from pydantic import ConfigDict, Field, Strict, StringConstraints

from richting.akkoord.besluiten import Besluitmening, Besluitstaat
from richting.akkoord.geraakten import Bereik, Besluitsoort, Raakreden
from richting.akkoord.meldplicht import Weetstand
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import lees_dossier
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.kern.probleem import niet_gevonden
from richting.partijen.apivormen import doe
from richting.partijen.machine import Machineverzoek
from richting.regie.acties import besluiten as acties
from richting.regie.besluitpartijen import Voornemen
from richting.regie.overzichten.besluiten import Besluitbeeld, besluiten_van
from richting.regie.overzichten.wieweet import Verandering, wie_weet_wat

router = Router(tags=["besluiten"])
PLAN = Gegevenscategorie.PLAN.value
GEEN = "Dit is er niet."
PAD = "/dossiers/{uuid:dossier}/besluiten"
EEN = PAD + "/{uuid:nummer}"
ZONDER_NUL = r"^[^\x00]*$"
Tekst = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=ZONDER_NUL)]
Leeg = Annotated[str, StringConstraints(max_length=4000, pattern=ZONDER_NUL)]
Versie = Annotated[int, Strict(), Field(ge=0, le=2_000_000_000)]
Dag = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))]


class BesluitpartijUit(Schema):
    """A party that a decision touches: why, whether it was asked, what it said."""

    loketsoort: str
    organisatie: str
    redenen: list[Raakreden]
    bereik: Bereik
    uiterlijk: date | None
    reactie: Besluitmening | None
    reden: str
    op: datetime | None


class BesluitUit(Schema):
    """A decision that touches others."""

    id: UUID
    versie: int
    soort: Besluitsoort
    categorie: Gegevenscategorie
    omschrijving: str
    loket: str
    naar: str
    ingang: date
    spoed: bool
    spoedreden: str
    staat: Besluitstaat
    kanDefinitief: bool
    overleg: str
    motivering: str
    definitiefOp: datetime | None
    partijen: list[BesluitpartijUit]


class BesluitlijstUit(Schema):
    """The decisions of a dossier, newest first."""

    besluiten: list[BesluitUit]


class In(Schema):
    """What comes in: only the fields that are described."""

    model_config = ConfigDict(extra="forbid")


class BesluitIn(In):
    """A decision that a desk wants to take; with `spoedreden` it stands at once."""

    soort: Besluitsoort
    categorie: Gegevenscategorie
    omschrijving: Tekst
    ingang: Dag
    naar: Leeg = ""
    spoedreden: Leeg = ""


class BesluitreactieIn(In):
    """What the own desk thinks of it; an objection needs a reason."""

    versie: Versie
    mening: Besluitmening
    reden: Leeg = ""


class BesluitdaadIn(In):
    """An act on a decision, with its words."""

    versie: Versie
    toelichting: Leeg = ""


class BesluitgedaanUit(Schema):
    """The decision that was acted on."""

    id: UUID


class WeetUit(Schema):
    """How one desk stands with one change."""

    loket: str
    stand: Weetstand
    op: datetime | None
    uiterlijk: date | None
    teLaat: bool
    reden: str


class MeldplichtUit(Schema):
    """One change with a duty to tell."""

    op: datetime
    wat: str
    verteld: list[WeetUit]
    nietVerteld: list[WeetUit]


class MeldplichtenUit(Schema):
    """The changes with a duty to tell, newest first."""

    veranderingen: list[MeldplichtUit]


def _voorbeeld(inhoud: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"example": inhoud}}}}


@router.get(
    PAD,
    operation_id="leesBesluiten",
    summary="Lees de besluiten die anderen raken",
    description="Het nieuwste eerst, met wie het raakt en wat die ervan vindt.",
    response=BesluitlijstUit,
)
def besluiten(request: Machineverzoek, dossier: UUID) -> dict[str, Any]:
    """The decisions of a dossier. Clausule 5.3."""

    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any]:
        beelden = besluiten_van(rij.pk, request.wie)
        lees.gezien([rij.pk], {PLAN, *(een.rij.categorie for een in beelden)})
        return {"besluiten": [_als_besluit(een) for een in beelden]}

    return _lees(request, dossier, "api besluiten", lees)


@router.get(
    "/dossiers/{uuid:dossier}/meldplichten",
    operation_id="leesMeldplichten",
    summary="Lees wie wat is verteld, en wie niet en waarom",
    description="Per verandering en per loket: afgeleverd, gelezen, bevestigd, of niet verteld.",
    response=MeldplichtenUit,
)
def meldplichten(request: Machineverzoek, dossier: UUID) -> dict[str, Any]:
    """Who knows what of a dossier. Clausule 5.4."""

    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any]:
        gevonden = wie_weet_wat(request.wie, rij.pk, feiten_uit_rijen(rij))
        lees.gezien([rij.pk], {"verblijf", PLAN})
        return {"veranderingen": [_als_verandering(een) for een in gevonden]}

    return _lees(request, dossier, "api wie weet wat", lees)


@router.post(
    PAD,
    operation_id="neemBesluitVoor",
    summary="Neem een besluit voor dat anderen raakt",
    description="Wie het raakt wordt gevraagd te reageren. Met `spoedreden` staat het meteen vast.",
    response=BesluitgedaanUit,
    openapi_extra=_voorbeeld(
        {
            "soort": "einde_interventie",
            "categorie": "plan",
            "omschrijving": "De cursus stopt per 1 maart",
            "ingang": "2027-03-01",
        }
    ),
)
def neem_voor(request: Machineverzoek, dossier: UUID, inhoud: BesluitIn) -> dict[str, Any]:
    """Intend a decision. Clausule 5.3."""
    wat = Voornemen(
        inhoud.soort,
        inhoud.categorie,
        inhoud.omschrijving,
        inhoud.ingang,
        inhoud.naar,
        inhoud.spoedreden.strip(),
    )
    gemaakt = doe(lambda: acties.neem_voor(request.wie, dossier, wat))
    return {"id": gemaakt.pk}


@router.post(
    EEN + "/reacties",
    operation_id="reageerOpBesluit",
    summary="Zeg wat uw loket van een besluit vindt",
    description="Een bezwaar heeft een reden nodig en houdt het besluit aan voor overleg.",
    response=BesluitgedaanUit,
    openapi_extra=_voorbeeld({"versie": 1, "mening": "akkoord", "reden": ""}),
)
def reageer(
    request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: BesluitreactieIn
) -> dict[str, Any]:
    """React to a decision. Clausule 5.3."""
    wie, delen = request.wie, (inhoud.versie, inhoud.mening, inhoud.reden)
    doe(lambda: acties.reageer(wie, dossier, nummer, *delen))
    return {"id": nummer}


@router.post(
    EEN + "/overleggen",
    operation_id="legOverlegVast",
    summary="Leg vast wat er uit het overleg over een bezwaar kwam",
    description="`toelichting` is de uitkomst. Alleen het loket dat beslist.",
    response=BesluitgedaanUit,
    openapi_extra=_voorbeeld({"versie": 2, "toelichting": "We zoeken samen opvang"}),
)
def overleg(
    request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: BesluitdaadIn
) -> dict[str, Any]:
    """Record the consultation. Clausule 5.3, 8.5."""
    return _daad(acties.leg_overleg_vast, request, dossier, nummer, inhoud)


@router.post(
    EEN + "/vaststellingen",
    operation_id="maakBesluitDefinitief",
    summary="Maak een besluit definitief",
    description="Pas als iedereen reageerde of de termijn voorbij is; met bezwaar is een "
    "`toelichting` nodig.",
    response=BesluitgedaanUit,
    openapi_extra=_voorbeeld({"versie": 3, "toelichting": ""}),
)
def definitief(
    request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: BesluitdaadIn
) -> dict[str, Any]:
    """Make it final. Clausule 5.3."""
    return _daad(acties.maak_definitief, request, dossier, nummer, inhoud)


@router.post(
    EEN + "/intrekkingen",
    operation_id="trekBesluitIn",
    summary="Trek een besluit in",
    description="`toelichting` zegt waarom; wie gevraagd was, hoort het.",
    response=BesluitgedaanUit,
    openapi_extra=_voorbeeld({"versie": 1, "toelichting": "Niet meer nodig"}),
)
def trek_in(
    request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: BesluitdaadIn
) -> dict[str, Any]:
    """Withdraw it. Clausule 5.3."""
    return _daad(acties.trek_in, request, dossier, nummer, inhoud)


def _daad(
    act: Callable[..., Any],
    request: Machineverzoek,
    dossier: UUID,
    nummer: UUID,
    inhoud: BesluitdaadIn,
) -> dict[str, Any]:
    doe(lambda: act(request.wie, dossier, nummer, inhoud.versie, inhoud.toelichting))
    return {"id": nummer}


def _lees(
    request: Machineverzoek,
    dossier: UUID,
    handeling: str,
    functie: Callable[[Lezing, Dossier, set[str]], dict[str, Any]],
) -> dict[str, Any]:
    try:
        return lees_dossier(request.wie, dossier, handeling, functie, PLAN)
    except Http404 as fout:
        raise niet_gevonden(GEEN) from fout


def _als_besluit(een: Besluitbeeld) -> dict[str, Any]:
    rij = een.rij
    return {
        "id": rij.pk,
        "versie": rij.versie,
        "soort": rij.soort,
        "categorie": rij.categorie,
        "omschrijving": rij.omschrijving,
        "loket": een.door,
        "naar": rij.naar,
        "ingang": rij.ingang,
        "spoed": rij.spoed,
        "spoedreden": rij.spoedreden,
        "staat": rij.staat,
        "kanDefinitief": een.oordeel.waarde,
        "overleg": rij.overleg,
        "motivering": rij.motivering,
        "definitiefOp": rij.definitief_op,
        "partijen": [
            {
                "loketsoort": r.loketsoort,
                "organisatie": r.organisatie,
                "redenen": r.redenen,
                "bereik": r.bereik,
                "uiterlijk": r.uiterlijk,
                "reactie": r.reactie or None,
                "reden": r.reden,
                "op": r.op,
            }
            for r in rij.reacties.all()
        ],
    }


def _als_verandering(een: Verandering) -> dict[str, Any]:
    def rijen(regels: list[Any]) -> list[dict[str, Any]]:
        return [
            {
                "loket": r.loket,
                "stand": r.stand,
                "op": r.op,
                "uiterlijk": r.uiterlijk,
                "teLaat": r.te_laat,
                "reden": r.reden,
            }
            for r in regels
        ]

    return {
        "op": een.op,
        "wat": een.zin,
        "verteld": rijen(een.verteld),
        "nietVerteld": rijen(een.niet),
    }
