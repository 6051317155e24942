"""What can be read of consultations and of the route. Clausule 6.4, 8.1."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from ninja import Router, Schema

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.overleg import (
    Agendareden,
    Overlegsoort,
    Overlegstaat,
    Uitnodigingsantwoord,
)
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers import overzichten
from richting.kern.lezen import Lezing, lezing
from richting.kern.probleem import niet_gevonden
from richting.overleg.models import Overleg
from richting.overleg.overzichten.beeld import Overlegbeeld, Punt, beeld, van_dossier
from richting.overleg.overzichten.lijst import Regel, lijst
from richting.partijen.machine import Machineverzoek
from richting.plannen.toegang import lees_plan
from richting.web.route import banen

router = Router(tags=["overleggen"])
GEEN_OVERLEG = "Dit is er niet."


class OverlegUit(Schema):
    """A consultation: desks, time and place, nothing of a person in detention."""

    id: UUID
    versie: int
    soort: Overlegsoort
    staat: Overlegstaat
    beginTijd: datetime
    eindTijd: datetime
    plaats: str
    link: str
    belegger: int
    verslagVastOp: datetime | None


class OverlegregelUit(OverlegUit):
    """A consultation in the list of a desk, with the own answer."""

    antwoord: Uitnodigingsantwoord


class OverleggenUit(Schema):
    """What is coming, and what the own desk still has to finish."""

    komend: list[OverlegregelUit]
    afTeMaken: list[OverlegregelUit]


class GenodigdeUit(Schema):
    """An invited desk, its answer, and whether it was there."""

    loket: int
    naam: str
    antwoord: Uitnodigingsantwoord
    reden: str
    aanwezig: bool | None


class VerslagUit(Schema):
    """Minutes in one compartment."""

    id: UUID
    versie: int
    categorie: Gegevenscategorie
    tekst: str
    aanvulling: bool
    vastgesteldOp: datetime | None


class AfspraakUit(Schema):
    """An agreement; `actie` is the action in the plan, if it is one."""

    id: UUID
    versie: int
    categorie: Gegevenscategorie
    wat: str
    loket: int
    uiterlijk: date | None
    klaarOp: date | None
    actie: UUID | None


class AgendapuntUit(Schema):
    """A dossier on an agenda, with what was written and agreed that this desk may see."""

    id: UUID
    versie: int
    overleg: UUID
    dossier: UUID
    reden: Agendareden
    toelichting: str
    doorgeschoven: bool
    verslagen: list[VerslagUit]
    afspraken: list[AfspraakUit]


class OverlegheelUit(OverlegUit):
    """A consultation with its table and the items that this desk may see."""

    genodigden: list[GenodigdeUit]
    agenda: list[AgendapuntUit]


class DossieroverlegUit(Schema):
    """A consultation about one dossier."""

    overleg: OverlegUit
    punt: AgendapuntUit


class DossieroverleggenUit(Schema):
    """All consultations about one dossier, the newest first."""

    overleggen: list[DossieroverlegUit]


class RoutedeelUit(Schema):
    """Something on the route of a stay; `tot` equals `van` for what is about one day."""

    baan: str
    naam: str
    van: date
    tot: date | None
    straks: date | None
    categorie: Gegevenscategorie
    toelichting: str


class RouteUit(Schema):
    """The route of a stay, as far as this desk may see it."""

    delen: list[RoutedeelUit]


@router.get(
    "/overleggen",
    response=OverleggenUit,
    operation_id="leesOverleggen",
    summary="De overleggen van uw loket",
    description="Wat eraan komt en wat uw loket nog moet afmaken; zonder personen.",
)
def overleggen(request: Machineverzoek) -> Any:
    """What is coming and what must be finished. Clausule 8.1."""
    if request.wie.loketsoort not in PLANPARTIJEN:
        return {"komend": [], "afTeMaken": []}
    with lezing(request.wie, "overleg: lijst") as lees:
        gevonden = lijst(request.wie.loket or 0, request.wie.nu)
        lees.niets_gezien()
    return {
        "komend": [_regel(een) for een in gevonden.komend],
        "afTeMaken": [_regel(een) for een in gevonden.af_te_maken],
    }


@router.get(
    "/overleggen/{uuid:nummer}",
    response=OverlegheelUit,
    operation_id="leesOverleg",
    summary="Eén overleg",
    description="Wie er zijn, en van de agenda alleen waar uw loket een grond voor heeft.",
)
def overleg(request: Machineverzoek, nummer: UUID) -> Any:
    """One consultation, for who is invited. Clausule 6.4, 8.1."""
    gevonden: Overlegbeeld | None = None
    if request.wie.loketsoort in PLANPARTIJEN:
        with lezing(request.wie, "api overleg") as lees:
            gevonden = beeld(nummer, request.wie.loket)
            if gevonden is None or gevonden.eigen is None:
                lees.niets_gezien()
                gevonden = None
            else:
                lees.gezien(gevonden.dossiers, gevonden.categorieen)
    if gevonden is None:
        raise niet_gevonden(GEEN_OVERLEG)
    return {
        **_overleg(gevonden.overleg),
        "genodigden": [
            {
                "loket": een.loket_id,
                "naam": een.loket.naam,
                "antwoord": een.antwoord,
                "reden": een.reden,
                "aanwezig": een.aanwezig,
            }
            for een in gevonden.genodigden
        ],
        "agenda": [_punt(punt) for punt in gevonden.punten],
    }


@router.get(
    "/dossiers/{uuid:dossier}/overleggen",
    response=DossieroverleggenUit,
    operation_id="leesDossieroverleggen",
    summary="De overleggen over een dossier",
    description="Verslagen en afspraken, de nieuwste eerst, voor zover uw loket ze mag zien.",
)
def over_dossier(request: Machineverzoek, dossier: UUID) -> Any:
    """What was said and agreed about one person. Clausule 6.4, 8.1."""

    def functie(lees: Lezing, rij: Any, _mijn: set[str]) -> list[Punt]:
        punten = van_dossier(rij.pk)
        vakken = {r.categorie for p in punten for r in (p.rij, *p.verslagen, *p.afspraken)}
        lees.gezien([rij.pk], vakken)
        return punten

    try:
        punten = lees_plan(request.wie, dossier, "api overleggen", functie)
    except Http404 as fout:
        raise niet_gevonden(GEEN_OVERLEG) from fout
    return {"overleggen": [{"overleg": _overleg(p.rij.overleg), "punt": _punt(p)} for p in punten]}


@router.get(
    "/dossiers/{uuid:dossier}/routes",
    response=RouteUit,
    operation_id="leesRoute",
    summary="De route van een verblijf",
    description="Verblijf, plaatsen, verlof, vertrek, plan, overleg, termijnen en toezicht, in de "
    "tijd, voor zover uw loket ze mag zien.",
)
def route(request: Machineverzoek, dossier: UUID) -> Any:
    """The route as the page draws it. Clausule 3.5, 4.1, 6.4."""
    with lezing(request.wie, "route") as lees:
        rij = overzichten.dossier(dossier)
        alle = banen(lees, rij) if rij else ()
        lees.gezien([dossier] if rij else [], {i.categorie for b in alle for i in b.items})
    if rij is None:
        raise niet_gevonden(GEEN_OVERLEG)
    return {
        "delen": [
            {
                "baan": baan.naam,
                "naam": str(item.naam),
                "van": item.van,
                "tot": getattr(item, "tot", item.van),
                "straks": getattr(item, "straks", None),
                "categorie": item.categorie,
                "toelichting": str(item.toelichting),
            }
            for baan in alle
            for item in baan.items
        ]
    }


def _overleg(rij: Overleg) -> dict[str, Any]:
    velden = ("id", "versie", "soort", "staat", "plaats", "link")
    uit = {naam: getattr(rij, naam) for naam in velden}
    uit |= {"beginTijd": rij.begin, "eindTijd": rij.eind}
    return {**uit, "belegger": rij.belegger_id, "verslagVastOp": rij.verslag_vast_op}


def _regel(een: Regel) -> dict[str, Any]:
    return {**_overleg(een.overleg), "antwoord": een.eigen.antwoord}


def _punt(punt: Punt) -> dict[str, Any]:
    rij = punt.rij
    return {
        "id": rij.pk,
        "versie": rij.versie,
        "overleg": rij.overleg_id,
        "dossier": rij.dossier_id,
        "reden": rij.reden,
        "toelichting": rij.toelichting,
        "doorgeschoven": rij.doorgeschoven,
        "verslagen": [
            {
                "id": v.pk,
                "versie": v.versie,
                "categorie": v.categorie,
                "tekst": v.tekst,
                "aanvulling": v.aanvulling,
                "vastgesteldOp": v.vastgesteld_op,
            }
            for v in punt.verslagen
        ],
        "afspraken": [
            {
                "id": a.pk,
                "versie": a.versie,
                "categorie": a.categorie,
                "wat": a.wat,
                "loket": a.verantwoordelijk_id,
                "uiterlijk": a.uiterlijk,
                "klaarOp": a.klaar_op,
                "actie": a.actie_id,
            }
            for a in punt.afspraken
        ],
    }
