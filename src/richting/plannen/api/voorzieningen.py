"""Provisions and places over the API: keeping them, asking a place, answering. Clausule 4.3, 8.3.

What belongs to a dossier hangs under it, like the rest of the plan. Provisions hold no personal
data and have addresses of their own; their queue shows a person only with a ground.
"""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.plan.voorzieningen import staat_op
from richting.akkoord.plan.woorden import Leefgebied
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.lezen import lezing
from richting.kern.probleem import niet_gevonden
from richting.partijen.machine import Machineverzoek
from richting.plannen.acties import plaatsen as plaatsacties
from richting.plannen.acties import voorzieningen as acties
from richting.plannen.api.basis import (
    GEEN_DOSSIER,
    GedaanUit,
    als_rij,
    lijstvorm,
    rijvorm,
    schrijf,
)
from richting.plannen.api.hang import Leesdeur, Schrijfdeur
from richting.plannen.api.voorzieningvormen import (
    GEMEENTECODE,
    AanvragenUit,
    PlaatsIn,
    PlaatsstapIn,
    PlaatswijzigingIn,
    VoorzieningenUit,
    VoorzieningIn,
)
from richting.plannen.models import Plaatsing
from richting.plannen.overzichten import plaatsen, voorzieningen
from richting.plannen.overzichten.voorzieningen import Voorzieningbeeld

HANDELING = "voorzieningen"
GEEN_NUMMER = "01890000-0000-7000-8000-000000000000"
Gemeente = Annotated[
    str, Query(pattern=GEMEENTECODE, description="De code van de gemeente, zoals GM0344.")
]
Gebied = Annotated[Leefgebied | None, Query(description="Alleen van dit leefgebied.")]
PLAATSVELDEN = (
    "actie_id",
    "voorziening_id",
    "gevraagd_door_id",
    "gevraagd_op",
    "antwoord_uiterlijk",
    "toelichting",
    "vanaf",
    "tot",
    "staat",
    "gereserveerd_tot",
    "reden",
    "antwoord",
)


def _plaatsen(rij: Dossier, _mijn: set[str], wie: Wie) -> dict[str, Any]:
    uit = []
    for een in plaatsen.plaatsen_van(rij.pk):
        een.staat = staat_op(een.plek, wie.vandaag).value
        uit.append(als_rij(een, *PLAATSVELDEN))
    return {"plaatsen": uit}


def _aanbod(rij: Dossier, _mijn: set[str], wie: Wie) -> dict[str, Any]:
    gebieden = voorzieningen.te_vragen_gebieden(rij, wie.vandaag)
    beelden = [
        beeld
        for gebied in Leefgebied
        if gebied in gebieden
        for beeld in voorzieningen.te_vragen(rij, gebied, wie.vandaag, wie.loket)
    ]
    return {"voorzieningen": [_voorziening(beeld) for beeld in beelden]}


LEZINGEN = (
    Leesdeur(
        "plaatsen",
        "leesPlaatsen",
        "Lees de plekken van de acties",
        "Gevraagd, gereserveerd, bevestigd of afgelopen; de staat geldt voor vandaag.",
        lijstvorm("PlaatsenUit", "plaatsen", rijvorm("PlaatsingUit", Plaatsing, *PLAATSVELDEN)),
        _plaatsen,
    ),
    Leesdeur(
        "voorzieningen",
        "leesAanbod",
        "Lees waar voor deze persoon een plek te vragen is",
        "De open voorzieningen voor mensen uit de gemeenten van dit dossier.",
        VoorzieningenUit,
        _aanbod,
        toont=frozenset({"plan"}),
    ),
)
"""What can be read under a dossier."""
PLAATSEN = "plaatsen/{uuid:nummer}/"
DADEN = (
    Schrijfdeur(
        "plaatsen",
        "vraagPlaats",
        "Vraag een plek voor een actie",
        "De plek komt in de wachtrij van de voorziening; het loket antwoordt binnen een termijn.",
        PlaatsIn,
        {"actie": GEEN_NUMMER, "voorziening": GEEN_NUMMER, "vanaf": "2027-01-11"},
        lambda wie, d, i, _n: plaatsacties.vraag_plaats(wie, d, **i.model_dump()),
    ),
    Schrijfdeur(
        PLAATSEN + "wijzigingen",
        "wijzigPlaatsvraag",
        "Pas een vraag om een plek aan",
        "Zolang er geen antwoord is; de plek in de wachtrij blijft.",
        PlaatswijzigingIn,
        {"versie": 1, "vanaf": "2027-01-25"},
        lambda wie, d, i, n: plaatsacties.pas_vraag_aan(
            wie, d, n, i.versie, i.model_dump(exclude={"versie"})
        ),
    ),
    Schrijfdeur(
        PLAATSEN + "stappen",
        "doeMetPlaats",
        "Trek een vraag in, of beantwoord haar",
        "Intrekken doet wie vroeg; reserveren, bevestigen, weigeren en vrijgeven de houder.",
        PlaatsstapIn,
        {"versie": 1, "daad": "intrekken", "reden": "anders_geregeld"},
        lambda wie, d, i, n: plaatsacties.doe(wie, n, i.versie, i.stap(), d),
    ),
)
"""What can be done under a dossier."""
router = Router(tags=["voorzieningen"])


@router.get(
    "/voorzieningen",
    operation_id="leesVoorzieningen",
    summary="Lees de voorzieningen van een gemeente",
    description="Wat er is voor mensen uit die gemeente, en hoeveel plek er vandaag is.",
    response=VoorzieningenUit,
)
def lees_voorzieningen(
    request: Machineverzoek, gemeente: Gemeente, leefgebied: Gebied = None
) -> dict[str, Any]:
    """What there is for people of a municipality. Clausule 8.3."""
    wie = _planpartij(request)
    with lezing(wie, HANDELING) as lees:
        gebied = leefgebied.value if leefgebied else ""
        beelden = voorzieningen.voorzieningen(gemeente, gebied, wie.vandaag, wie.loket)
        lees.niets_gezien()
    return {"voorzieningen": [_voorziening(beeld) for beeld in beelden]}


@router.post(
    "/voorzieningen",
    operation_id="voegVoorzieningToe",
    summary="Voeg een voorziening van uw loket toe",
    description="Alleen een loket nazorg of procesregie houdt voorzieningen bij.",
    response=GedaanUit,
)
def voeg_toe(request: Machineverzoek, inhoud: VoorzieningIn) -> dict[str, Any]:
    """A new provision of the desk. Clausule 4.3, 8.3."""
    return schrijf(lambda: acties.voeg_toe(request.wie, inhoud.inhoud()))


@router.post(
    "/voorzieningen/{uuid:nummer}/wijzigingen",
    operation_id="wijzigVoorziening",
    summary="Pas een voorziening van uw loket aan, of sluit haar",
    description="Stuur alle velden, met de versie die u las.",
    response=GedaanUit,
)
def wijzig(request: Machineverzoek, nummer: UUID, inhoud: VoorzieningIn) -> dict[str, Any]:
    """Change, open or close a provision. Clausule 8.3."""
    return schrijf(lambda: acties.wijzig(request.wie, nummer, inhoud.versie, inhoud.inhoud()))


@router.get(
    "/voorzieningen/{uuid:nummer}/aanvragen",
    operation_id="leesAanvragen",
    summary="Lees de wachtrij van een voorziening van uw loket",
    description="Voor wie de plek is, ziet u alleen als uw loket daar een grond voor heeft.",
    response=AanvragenUit,
)
def lees_aanvragen(request: Machineverzoek, nummer: UUID) -> dict[str, Any]:
    """The queue of a provision, for its keeper. Clausule 6.4, 8.3."""
    wie = _planpartij(request)
    with lezing(wie, HANDELING) as lees:
        beeld = voorzieningen.voorziening(nummer, wie.vandaag, wie.loket)
        van_ons = beeld is not None and beeld.van_ons
        vragen = voorzieningen.aanvragen(wie.vandaag, nummer) if van_ons else []
        lees.niets_gezien()
        for dossier, vakken in voorzieningen.gezien(vragen, [beeld] if beeld else []).items():
            lees.gezien([dossier], vakken)
    if not van_ons:
        raise niet_gevonden(GEEN_DOSSIER)
    return {"aanvragen": [_aanvraag(vraag) for vraag in vragen]}


@router.post(
    "/voorzieningen/{uuid:nummer}/aanvragen/{uuid:plaatsing}/stappen",
    operation_id="beantwoordAanvraag",
    summary="Beantwoord een vraag om een plek",
    description="Reserveren, bevestigen, weigeren of vrijgeven, met de versie die u las.",
    response=GedaanUit,
)
def beantwoord(
    request: Machineverzoek, nummer: UUID, plaatsing: UUID, inhoud: PlaatsstapIn
) -> dict[str, Any]:
    """Answer as the keeper, also without seeing whose place it is. Clausule 8.3."""
    return schrijf(
        lambda: plaatsacties.doe(
            request.wie, plaatsing, inhoud.versie, inhoud.stap(), voorziening=nummer
        )
    )


def _planpartij(request: Machineverzoek) -> Wie:
    """Who asks, at a desk that makes plans; to others this is not there."""
    if request.wie.loketsoort not in PLANPARTIJEN:
        raise niet_gevonden(GEEN_DOSSIER)
    return request.wie


def _voorziening(beeld: Voorzieningbeeld) -> dict[str, Any]:
    rij = beeld.rij
    return {
        "id": rij.pk,
        "versie": rij.versie,
        "naam": rij.naam,
        "soort": rij.soort,
        "leefgebied": rij.leefgebied,
        "loket": rij.houder_id,
        "loketnaam": rij.houder.naam,
        "gemeenten": sorted(rij.gemeenten),
        "plaatsen": rij.plaatsen,
        "vrij": beeld.vrij,
        "vrijVanaf": beeld.eerste_dag,
        "wachtenden": len(beeld.wachtenden),
        "voorWie": rij.voor_wie,
        "nietVoor": rij.niet_voor,
        "wachttijd": rij.wachttijd,
        "wachttijdEenheid": rij.wachttijd_eenheid,
        "wachttijdOp": rij.wachttijd_op,
        "isOpen": rij.is_open,
        "geldigVanaf": rij.geldig_vanaf,
        "geldigTot": rij.geldig_tot,
    }


def _aanvraag(vraag: voorzieningen.Aanvraag) -> dict[str, Any]:
    return {
        "plaatsing": vraag.nummer,
        "versie": vraag.versie,
        "gevraagdDoor": vraag.gevraagd_door,
        "gevraagdOp": vraag.gevraagd_op,
        "antwoordUiterlijk": vraag.antwoord_uiterlijk,
        "vanaf": vraag.vanaf,
        "tot": vraag.tot,
        "staat": vraag.staat,
        "gereserveerdTot": vraag.gereserveerd_tot,
        "wachtplek": vraag.wachtplek,
        "dossier": vraag.dossier,
        "actie": vraag.actie,
        "toelichting": vraag.toelichting,
    }
