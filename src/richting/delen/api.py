"""The endpoints for dossiers: the list of one's own desk, one dossier, and why one may see it.

Every answer goes through `lezing`: row security shows only what the desk has a ground for, and the
read log keeps who looked. The JSON comes ready from PostgreSQL (`dossierbeeld.py`).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Schema

from richting.akkoord.woorden import (
    Eindereden,
    Gegevenscategorie,
    GemeenteRol,
    Regime,
    SoortPlaats,
    Titel,
    Verblijfsstatus,
    Zekerheid,
)
from richting.delen import dossierbeeld
from richting.kern.lezen import lezing
from richting.kern.probleem import niet_gevonden
from richting.partijen.machine import Machineverzoek

router = Router(tags=["dossiers"])
Limiet = Annotated[int, Query(ge=1, le=200, description="Hoeveel regels u hoogstens wilt.")]
Na = Annotated[UUID | None, Query(description="De waarde `volgende` van de vorige bladzijde.")]
GEEN_DOSSIER = "Dit dossier is er niet."


class VerwachtEindeUit(Schema):
    """When the stay is expected to end, and how certain that is."""

    vroegst: date | None
    laatst: date | None
    zekerheid: Zekerheid
    reden: str


class EindeUit(Schema):
    """The last day of the stay and why it ended."""

    datum: date
    reden: Eindereden | None


class DossierregelUit(Schema):
    """One dossier in a list: the stay, without the person."""

    id: UUID
    nummer: str
    status: str
    titel: Titel
    begin: date
    verwachtEinde: VerwachtEindeUit
    einde: EindeUit | None
    bekendSinds: date
    gewijzigdOp: datetime


class DossierlijstUit(Schema):
    """One page of dossiers, newest first; `volgende` is null on the last page."""

    dossiers: list[DossierregelUit]
    volgende: UUID | None


class PersoonUit(Schema):
    """Who the person is, as known in this dossier."""

    bsn: str | None
    voornamen: str
    voorvoegsel: str
    geslachtsnaam: str
    geboortedatum: date | None
    geboorteplaats: str
    geslacht: str
    verblijfsstatus: Verblijfsstatus
    overledenOp: date | None


class PlaatsUit(Schema):
    """Where the person is from `van` until (not including) `tot`."""

    soort: SoortPlaats
    inrichting: str | None
    van: date
    tot: date | None


class GemeenteUit(Schema):
    """A municipality in play and why."""

    gemeente: str
    rol: GemeenteRol
    van: date | None
    tot: date | None


class ToezichtUit(Schema):
    """Supervision by a probation organisation."""

    organisatie: str
    van: date | None
    tot: date | None
    voorwaarden: list[str]


class KetenkenmerkUit(Schema):
    """An identifier of the justice chain; empty for who may not see it."""

    soort: str
    waarde: str


class VeroordelingUit(Schema):
    """The sentence; null for who may not see it."""

    artikelen: list[str]
    onherroepelijk: bool
    onvoorwaardelijkMaanden: int | None
    tbsVerpleging: bool
    pleegdatum: date | None


class RisicoUit(Schema):
    """Marked for art. 18b Pbw; null for who may not see it."""

    vanaf: date
    tot: date | None


class VeiligheidshuisUit(Schema):
    """The case was brought to a Zorg- en Veiligheidshuis."""

    code: str
    vanaf: date
    tot: date | None


class VraagUit(Schema):
    """A question that is still open."""

    code: str
    tekst: str
    gesteldOp: date


class DossierUit(DossierregelUit):
    """One dossier with every part that this desk may see."""

    persoon: PersoonUit | None
    plaatsen: list[PlaatsUit]
    gemeenten: list[GemeenteUit]
    toezicht: list[ToezichtUit]
    ketenkenmerken: list[KetenkenmerkUit]
    veroordeling: VeroordelingUit | None
    risico18b: RisicoUit | None
    veiligheidshuis: VeiligheidshuisUit | None
    vragen: list[VraagUit]


class GrondUit(Schema):
    """Why this desk may see this dossier: the ground, for what, and until when (exclusive).

    `regioafspraken`: the agreements by which the categories are fewer than the law gives.
    """

    grondslag: str
    categorieen: list[Gegevenscategorie]
    doel: str
    regime: Regime
    rol: str
    zin: str
    geldigVanaf: date
    geldigTot: date | None
    regioafspraken: list[UUID]


class GrondenUit(Schema):
    """The grounds of this desk that are in force today."""

    gronden: list[GrondUit]


@router.get(
    "/dossiers",
    operation_id="leesDossiers",
    summary="Vraag de dossiers van uw loket, het nieuwste eerst",
    description="Alleen dossiers waarvoor uw loket vandaag een grond heeft.",
    response=DossierlijstUit,
)
def dossiers(request: Machineverzoek, limiet: Limiet = 50, na: Na = None) -> HttpResponse:
    """The dossiers for which the desk has a ground today. Clausule 5.4, 6.4."""
    with lezing(request.wie, "api dossiers") as lees:
        beeld = dossierbeeld.dossiers(request.wie.loket, limiet, na)
        lees.gezien(beeld.dossiers, beeld.categorieen)
    return _json(beeld)


@router.get(
    "/dossiers/{uuid:dossier}",
    operation_id="leesDossier",
    summary="Lees één dossier",
    description="Wat uw loket niet mag zien, is null of leeg; een dossier zonder grond is er niet.",
    response=DossierUit,
)
def dossier(request: Machineverzoek, dossier: UUID) -> HttpResponse:
    """One dossier, as far as the grounds of the desk reach. Clausule 5.4, 6.4."""
    with lezing(request.wie, "api dossier") as lees:
        beeld = dossierbeeld.dossier(dossier, request.wie.loket)
        if beeld is None:
            lees.niets_gezien()
        else:
            lees.gezien(beeld.dossiers, beeld.categorieen)
    return _json(beeld)


@router.get(
    "/dossiers/{uuid:dossier}/gronden",
    operation_id="leesGronden",
    summary="Vraag waarom uw loket dit dossier mag zien",
    description="De gronden van uw eigen loket die vandaag gelden, met artikel en einde.",
    response=GrondenUit,
)
def gronden(request: Machineverzoek, dossier: UUID) -> HttpResponse:
    """Why the desk may see this dossier. Clausule 6.4, 6.7."""
    with lezing(request.wie, "api gronden") as lees:
        beeld = dossierbeeld.gronden(dossier, request.wie.loket)
        if beeld is None:
            lees.niets_gezien()
        else:
            lees.gezien(beeld.dossiers, beeld.categorieen)
    return _json(beeld)


def _json(beeld: dossierbeeld.Beeld | None) -> HttpResponse:
    if beeld is None:
        raise niet_gevonden(GEEN_DOSSIER)
    return HttpResponse(beeld.json, content_type="application/json")
