"""The endpoint of the mailbox: what this desk was told, newest first."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Schema

from richting.akkoord.woorden import Gegevenscategorie
from richting.kern.lezen import lezing
from richting.kern.probleem import niet_gevonden
from richting.meldingen import postbusbeeld
from richting.meldingen.acties.abonnementen import markeer_opgehaald
from richting.partijen.machine import Machineverzoek

router = Router(tags=["meldingen"])
Limiet = Annotated[int, Query(ge=1, le=200, description="Hoeveel regels u hoogstens wilt.")]
Na = Annotated[UUID | None, Query(description="De waarde `volgende` van de vorige bladzijde.")]


class MeldingUit(Schema):
    """Something the desk was told; `uiterlijk` is the day by which that had to happen."""

    id: UUID
    dossier: UUID
    soort: str
    zin: str
    feitdatum: date
    uiterlijk: date
    bron: str
    aangemaaktOp: datetime
    gelezenOp: datetime | None
    bevestigdOp: datetime | None


class MeldinglijstUit(Schema):
    """One page of the mailbox, newest first; `volgende` is null on the last page."""

    meldingen: list[MeldingUit]
    volgende: UUID | None


@router.get(
    "/meldingen",
    operation_id="leesMeldingen",
    summary="Vraag de postbus van uw loket, het nieuwste eerst",
    description="Lezen via de API zet een melding niet op gelezen; dat doet een mens.",
    response=MeldinglijstUit,
)
def meldingen(request: Machineverzoek, limiet: Limiet = 50, na: Na = None) -> HttpResponse:
    """The mailbox of the desk. Clausule 5.4, 6.1."""
    with lezing(request.wie, "api meldingen") as lees:
        beeld = postbusbeeld.meldingen(request.wie.loket, limiet, na)
        lees.gezien(beeld.dossiers, {Gegevenscategorie.VERBLIJF.value})
    return HttpResponse(beeld.json, content_type="application/json")


@router.get(
    "/meldingen/{uuid:nummer}",
    operation_id="leesMelding",
    summary="Haal op wat een webhook aankondigde",
    description="Wat u krijgt, wordt nu beslist: 404 als uw loket er geen grond meer voor heeft.",
    response=MeldingUit,
)
def melding(request: Machineverzoek, nummer: UUID) -> HttpResponse:
    """One melding of the desk: where the `dataref` of a webhook points. Clausule 5.4, 6.4.

    What may be fetched is decided at the moment of fetching, and recorded. Raises Probleem (404).
    """
    with lezing(request.wie, "api melding") as lees:
        beeld = postbusbeeld.melding(request.wie.loket, nummer)
        lees.gezien(beeld.dossiers, {Gegevenscategorie.VERBLIJF.value})
    if not beeld.json:
        raise niet_gevonden("Dit is er niet.")
    markeer_opgehaald(request.wie, nummer)
    return HttpResponse(beeld.json, content_type="application/json")
