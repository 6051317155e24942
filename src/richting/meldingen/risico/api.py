"""The table of art. 18b over the API, with scopes of its own: a system of the plan sees none of it.

Artikel Pbw 18b. Clausule 6.3. The same acts and readings as the screens.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from django.http import Http404
from ninja import Query, Router

from richting.akkoord.risico import TAFELSOORTEN
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import lees_dossier
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing, lezing
from richting.kern.probleem import niet_gevonden
from richting.meldingen.acties import risico as acties
from richting.meldingen.risico import overzichten
from richting.meldingen.risico.overzichten import Afspraakbeeld, Deelnemer, Tafelbeeld
from richting.meldingen.risico.vormen import (
    RisicoafrondingIn,
    RisicoafspraakIn,
    RisicobeoordelingIn,
    RisicobijdrageIn,
    RisicogedaanUit,
    RisicoredenIn,
    RisicotafellijstUit,
    RisicotafelUit,
)
from richting.partijen.apivormen import doe
from richting.partijen.machine import Machineverzoek

router = Router(tags=["risico"])
RISICO, VERBLIJF = Gegevenscategorie.RISICO.value, Gegevenscategorie.VERBLIJF.value
GEEN = "Dit is er niet."
DOSSIER = "/dossiers/{uuid:dossier}"
Na = Annotated[UUID | None, Query(description="De waarde `volgende` van de vorige bladzijde.")]


def _voorbeeld(**inhoud: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"example": inhoud}}}}


@router.get(
    "/risicotafels",
    operation_id="leesRisicotafels",
    summary="Vraag de tafels van artikel 18b waar uw loket aan zit",
    description="Het nieuwste dossier eerst. Een loket dat niet aan tafel kan zitten, krijgt 404.",
    response=RisicotafellijstUit,
)
def risicotafels(request: Machineverzoek, na: Na = None) -> Any:
    """The tables of the desk. Clausule 6.3."""
    _check_soort(request)
    with lezing(request.wie, "api risicotafels") as lees:
        blad = overzichten.tafels(request.wie, na)
        lees.gezien([regel.dossier.pk for regel in blad.regels], {VERBLIJF, RISICO})
    regels = [
        {
            "dossier": regel.dossier.pk,
            "vanaf": regel.tafel.vanaf,
            "tot": regel.tafel.tot,
            "staat": regel.staat,
            "openAfspraken": regel.mijn_open,
        }
        for regel in blad.regels
    ]
    return {"tafels": regels, "volgende": blad.volgende}


@router.get(
    f"{DOSSIER}/risicotafels",
    operation_id="leesRisicotafel",
    summary="Lees de tafel van artikel 18b van een dossier",
    description="Wie er zit en waarom, wat elk deelt, en wat is afgesproken. 404 zonder grond.",
    response=RisicotafelUit,
)
def risicotafel(request: Machineverzoek, dossier: UUID) -> Any:
    """One table. Clausule 6.3."""
    _check_soort(request)

    def lees(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any] | None:
        beeld = overzichten.tafelbeeld(lees.wie, rij, aannames_op(lees.wie.vandaag))
        if beeld is None:
            lees.niets_gezien()
            return None
        lees.gezien([rij.pk], {VERBLIJF, RISICO})
        return _als_tafel(beeld)

    try:
        uit = lees_dossier(request.wie, dossier, "api risicotafel", lees, RISICO)
    except Http404 as fout:
        raise niet_gevonden(GEEN) from fout
    if uit is None:
        raise niet_gevonden(GEEN)
    return uit


@router.post(
    f"{DOSSIER}/risicomarkeringen",
    operation_id="markeerRisico",
    summary="Markeer een dossier voor artikel 18b",
    description="Welke soorten loketten dit doen, welke instrumenten er zijn en hoe lang een "
    "beoordeling geldt, zijn aannames. 409 als er al een markering loopt.",
    response=RisicogedaanUit,
    openapi_extra=_voorbeeld(
        niveau="hoog",
        instrument="RISc",
        beoordeeld="2026-11-20",
        geldigTot="2027-05-20",
        reden="Dreiging naar een ex-partner",
    ),
)
def markeer(request: Machineverzoek, dossier: UUID, inhoud: RisicobeoordelingIn) -> Any:
    """Mark. Clausule 3.7, 6.3."""
    wat = inhoud.als_beoordeling()
    return _doe(lambda: acties.markeer(request.wie, dossier, wat, inhoud.reden))


@router.post(
    f"{DOSSIER}/risicomarkeringen/verlengingen",
    operation_id="verlengRisicomarkering",
    summary="Beoordeel opnieuw en verleng de markering",
    description="Ook als een bericht het dossier markeerde. 409 aan een gesloten tafel.",
    response=RisicogedaanUit,
    openapi_extra=_voorbeeld(
        niveau="midden",
        instrument="RISc",
        beoordeeld="2026-11-20",
        geldigTot="2027-05-20",
        reden="De behandeling slaat aan",
    ),
)
def verleng(request: Machineverzoek, dossier: UUID, inhoud: RisicobeoordelingIn) -> Any:
    """Renew. Clausule 6.3."""
    wat = inhoud.als_beoordeling()
    return _doe(lambda: acties.verleng(request.wie, dossier, wat, inhoud.reden))


@router.post(
    f"{DOSSIER}/risicomarkeringen/beeindigingen",
    operation_id="beeindigRisicomarkering",
    summary="Beëindig de markering en sluit de tafel",
    description="De tafel sluit meteen; lezen kan nog zolang de aanname zegt.",
    response=RisicogedaanUit,
    openapi_extra=_voorbeeld(reden="Het risico is nu laag"),
)
def beeindig(request: Machineverzoek, dossier: UUID, inhoud: RisicoredenIn) -> Any:
    """End. Clausule 6.3."""
    return _doe(lambda: acties.beeindig(request.wie, dossier, inhoud.reden))


@router.post(
    f"{DOSSIER}/risicobijdragen",
    operation_id="deelMetRisicotafel",
    summary="Deel iets met de tafel, of zeg dat er niets is",
    description="Alleen wie aan tafel zit, leest het.",
    response=RisicogedaanUit,
    openapi_extra=_voorbeeld(soort="feit", tekst="Drie meldingen in het afgelopen jaar"),
)
def deel(request: Machineverzoek, dossier: UUID, inhoud: RisicobijdrageIn) -> Any:
    """Share. Clausule 6.3."""
    return _doe(lambda: acties.deel(request.wie, dossier, inhoud.soort, inhoud.tekst))


@router.post(
    f"{DOSSIER}/risicobijdragen/{{uuid:nummer}}/intrekkingen",
    operation_id="neemRisicobijdrageTerug",
    summary="Neem terug wat uw loket deelde",
    description="Daarna leest niemand het meer.",
    response=RisicogedaanUit,
    openapi_extra=_voorbeeld(reden="Dit ging over iemand anders"),
)
def neem_terug(request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: RisicoredenIn) -> Any:
    """Take back. Clausule 6.4."""
    return _doe(lambda: acties.neem_terug(request.wie, dossier, nummer, inhoud.reden))


@router.post(
    f"{DOSSIER}/risicoafspraken",
    operation_id="spreekAfAanRisicotafel",
    summary="Spreek iets af met een loket aan tafel",
    description="Het staat daarna op de werkvoorraad van dat loket.",
    response=RisicogedaanUit,
    openapi_extra=_voorbeeld(
        wat="Bespreek een gebiedsverbod met de officier", eigenaar=12, uiterlijk="2026-12-11"
    ),
)
def spreek_af(request: Machineverzoek, dossier: UUID, inhoud: RisicoafspraakIn) -> Any:
    """Agree. Clausule 6.3."""
    delen = (inhoud.wat, inhoud.eigenaar, inhoud.uiterlijk)
    return _doe(lambda: acties.spreek_af(request.wie, dossier, *delen))


@router.post(
    f"{DOSSIER}/risicoafspraken/{{uuid:nummer}}/afrondingen",
    operation_id="rondRisicoafspraakAf",
    summary="Zeg hoe een afspraak is afgelopen",
    description="Door het loket dat haar doet. Bij `niet_gedaan` is een toelichting nodig.",
    response=RisicogedaanUit,
    openapi_extra=_voorbeeld(staat="gedaan", toelichting="Het verbod is gevorderd"),
)
def rond_af(request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: RisicoafrondingIn) -> Any:
    """Finish. Clausule 6.3."""
    delen = (nummer, inhoud.staat, inhoud.toelichting)
    return _doe(lambda: acties.rond_af(request.wie, dossier, *delen))


def _check_soort(request: Machineverzoek) -> None:
    if request.wie.loketsoort not in TAFELSOORTEN:
        raise niet_gevonden(GEEN)


def _doe(act: Callable[[], Any]) -> dict[str, Any]:
    """Do it, and turn a refusal of the room into a refusal of the API."""
    gemaakt = doe(act)
    return {"id": gemaakt.pk if gemaakt else None}


def _als_tafel(beeld: Tafelbeeld) -> dict[str, Any]:
    hand = beeld.hand
    return {
        "vanaf": beeld.markering.vanaf,
        "tot": beeld.markering.tot,
        "bron": beeld.markering.bron,
        "niveau": (hand.niveau or None) if hand else None,
        "instrument": (hand.instrument or None) if hand else None,
        "beoordeeld": hand.beoordeeld_op if hand else None,
        "reden": hand.reden if hand else "",
        "staat": beeld.staat,
        "deelnemers": [_als_deelnemer(een) for een in (*beeld.deelnemers, *beeld.vertrokken)],
        "afspraken": [_als_afspraak(een) for een in beeld.afspraken],
    }


def _als_deelnemer(een: Deelnemer) -> dict[str, Any]:
    return {
        "loket": een.loket,
        "naam": een.naam,
        "waarom": een.zin,
        "regime": een.regime or None,
        "bijdragen": [
            {
                "id": rij.pk,
                "soort": rij.soort,
                "tekst": rij.tekst,
                "door": rij.door,
                "gedeeldOp": rij.gedeeld_op,
            }
            for rij in een.bijdragen
        ],
    }


def _als_afspraak(een: Afspraakbeeld) -> dict[str, Any]:
    rij = een.rij
    return {
        "id": rij.pk,
        "wat": rij.wat,
        "eigenaar": rij.eigenaar_id,
        "uiterlijk": rij.uiterlijk,
        "staat": rij.staat,
        "afgerond": rij.afgerond_op,
        "toelichting": rij.toelichting,
    }
