"""The work list and the terms over the API, for the desk of the key."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router, Schema

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.posten import Hoofdlijst, Poststaat
from richting.akkoord.terugmelden import Gegeven, Terugantwoord
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers import overzichten as dossieroverzichten
from richting.dossiers.feiten import feiten_uit_lijst, feiten_uit_rijen
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import lezing
from richting.kern.probleem import Deelfout, Probleem, niet_gevonden
from richting.partijen.machine import Machineverzoek
from richting.partijen.rechten import LEEST_RISICO
from richting.regie.acties import terugmelden, uitstel
from richting.regie.acties.werkstand import herzie
from richting.regie.api.basis import GEEN_DOSSIER, Dag, In, Leeg, Tekst, doe
from richting.regie.overzichten.hoofdlijsten import Hoofdblad, hoofdblad
from richting.regie.overzichten.postbeeld import (
    Postbeeld,
    dossierbeelden,
    posten_voor,
    regelbeelden,
)
from richting.regie.overzichten.werkvoorraad import Vraag

router = Router(tags=["regie"])
Limiet = Annotated[int, Query(ge=1, le=100, description="Hoeveel regels u hoogstens wilt.")]
Na = Annotated[str, Query(max_length=60, description="`volgende` van de vorige bladzijde.")]
Lijst = Annotated[Hoofdlijst, Query(description="Welke lijst.")]
DOSSIER = "/dossiers/{uuid:dossier}/"


class PostUit(Schema):
    """One thing to do: whose, by when, why, and how it stands today."""

    sleutel: str
    soort: str
    zin: str
    loket: int
    wachter: int | None
    uiterlijk: date
    sinds: date
    bron: str
    categorie: str
    staat: Poststaat
    gedaanOp: date | None
    uitgesteldTot: date | None


class TermijnenUit(Schema):
    """What must be done for a dossier, by day."""

    termijnen: list[PostUit]


class WerkregelUit(Schema):
    """One dossier on a list, with what this desk must do or waits for."""

    dossier: UUID
    thuiskomst: date | None
    nietOpOrde: int | None
    posten: list[PostUit]


class TellingUit(Schema):
    """How long each list is."""

    teLaat: int
    vandaag: int
    week: int
    wacht: int


class WerkvoorraadUit(Schema):
    """One page of a list, the most pressing first; `volgende` is null on the last page."""

    tellingen: TellingUit
    werkregels: list[WerkregelUit]
    volgende: str | None


class UitstelIn(In):
    """Until when, and why."""

    sleutel: Tekst
    tot: Dag
    reden: Tekst


class AfvinkingIn(In):
    """Which term was met, and on which day."""

    sleutel: Tekst
    op: Dag
    toelichting: Leeg = ""


class TerugmeldingIn(In):
    """What is not right: what it says and what it should say; `sleutel` is put aside meanwhile."""

    gegeven: Gegeven
    staatEr: Tekst
    hoort: Tekst
    sleutel: Leeg = ""


class TerugantwoordIn(In):
    """The answer of the source, with the reason."""

    antwoord: Terugantwoord
    reden: Tekst


class TerugmeldingUit(Schema):
    """What was sent back: its key, to which desk, and by when it answers."""

    id: UUID
    aan: int
    uiterlijk: date


class WerkGedaanUit(Schema):
    """It was done; `sleutel` says to what."""

    sleutel: str


def _voorbeeld(**inhoud: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"example": inhoud}}}}


@router.get(
    "/werkregels",
    response=WerkvoorraadUit,
    operation_id="leesWerkregels",
    summary="Vraag wat uw loket moet doen, wat het meest dringt eerst",
    description="Vier lijsten; een dossier staat op de dringendste. De tellingen zijn exact.",
)
def werkvoorraad(
    request: Machineverzoek, lijst: Lijst, limiet: Limiet = 25, na: Na = ""
) -> dict[str, Any]:
    """One page of a main list. Clausule 5.1, 5.4."""
    wie = request.wie
    for _deel in herzie(wie, wie.loket):
        pass
    vraag = Vraag(
        loket=wie.loket or 0,
        loketsoort=wie.loketsoort,
        vandaag=wie.vandaag,
        lijst=lijst.value,
        aannames=aannames_op(wie.vandaag),
        na=na,
    )
    with lezing(wie, "api werkvoorraad") as lees:
        blad = _blad(vraag, lijst, limiet)
        regels = blad.bladzijde.regels
        feiten = {regel.dossier_id: feiten_uit_lijst(regel.dossier) for regel in regels}
        posten, categorieen = posten_voor(wie, feiten, zonder=_zonder(request))
        beelden = regelbeelden(wie, posten, wacht=lijst is Hoofdlijst.WACHT)
        lees.gezien(feiten, {"verblijf", *categorieen}, lijst=lijst.value)
    return {
        "tellingen": _telling(blad),
        "werkregels": [
            {
                "dossier": regel.dossier_id,
                "thuiskomst": regel.thuiskomst,
                "nietOpOrde": regel.niet_op_orde,
                "posten": [_post(beeld) for beeld in beelden[regel.dossier_id]],
            }
            for regel in regels
        ],
        "volgende": blad.bladzijde.volgende or None,
    }


@router.get(
    DOSSIER + "termijnen",
    response=TermijnenUit,
    operation_id="leesTermijnen",
    summary="Lees wat er voor een dossier moet gebeuren, en wanneer uiterlijk",
    description="Ook wat gedaan is of niet meer nodig is. Alles is vandaag berekend.",
)
def termijnen(request: Machineverzoek, dossier: UUID) -> dict[str, Any]:
    """All terms of a dossier that this desk may see. Clausule 5.1, 6.4."""
    wie, beelden = request.wie, None
    with lezing(wie, "api termijnen") as lees:
        rij = dossieroverzichten.dossier(dossier)
        if rij is None or wie.loketsoort not in PLANPARTIJEN:
            lees.niets_gezien()
        else:
            eigen = {rij.pk: feiten_uit_rijen(rij)}
            posten, categorieen = posten_voor(wie, eigen, zonder=_zonder(request))
            lees.gezien([rij.pk], {"verblijf", *categorieen})
            beelden = dossierbeelden(wie, rij.pk, posten[rij.pk])
    if beelden is None:
        raise niet_gevonden(GEEN_DOSSIER)
    return {"termijnen": [_post(beeld) for beeld in beelden]}


@router.post(
    DOSSIER + "uitstellen",
    response=WerkGedaanUit,
    operation_id="stelUit",
    summary="Stel iets uit dat uw loket moet doen",
    description="Met een reden, niet voorbij het vertrek en niet langer dan het maximum.",
    openapi_extra=_voorbeeld(sleutel="termijn:T1", tot="2026-12-01", reden="Wacht op papieren"),
)
def stel_uit(request: Machineverzoek, dossier: UUID, inhoud: UitstelIn) -> dict[str, Any]:
    """Put one post off. Clausule 5.1."""
    doe(lambda: uitstel.stel_uit(request.wie, dossier, inhoud.sleutel, inhoud.tot, inhoud.reden))
    return {"sleutel": inhoud.sleutel}


@router.post(
    DOSSIER + "afvinkingen",
    response=WerkGedaanUit,
    operation_id="vinkAf",
    summary="Zeg dat een termijn van uw loket is gehaald",
    description="Voor wat nergens anders uit blijkt.",
    openapi_extra=_voorbeeld(sleutel="termijn:T4", op="2026-11-20"),
)
def vink_af(request: Machineverzoek, dossier: UUID, inhoud: AfvinkingIn) -> dict[str, Any]:
    """Say that a term was met. Clausule 5.1."""
    doe(
        lambda: uitstel.vink_af(request.wie, dossier, inhoud.sleutel, inhoud.op, inhoud.toelichting)
    )
    return {"sleutel": inhoud.sleutel}


@router.post(
    DOSSIER + "terugmeldingen",
    response=TerugmeldingUit,
    operation_id="meldTerug",
    summary="Meld een gegeven terug dat niet klopt",
    description="Het gaat naar het loket waar het vandaan komt; dat antwoordt.",
    openapi_extra=_voorbeeld(gegeven="einde_verblijf", staatEr="2026-12-01", hoort="2026-12-08"),
)
def meld_terug(request: Machineverzoek, dossier: UUID, inhoud: TerugmeldingIn) -> dict[str, Any]:
    """Send a datum back to its source. Clausule 5.4."""
    wat = inhoud
    rij = doe(
        lambda: terugmelden.meld_terug(
            request.wie, dossier, wat.gegeven, wat.staatEr, wat.hoort, wat.sleutel
        )
    )
    return {"id": rij.pk, "aan": rij.aan_id, "uiterlijk": rij.uiterlijk}


@router.post(
    DOSSIER + "terugmeldingen/{uuid:nummer}/antwoorden",
    response=WerkGedaanUit,
    operation_id="beantwoordTerugmelding",
    summary="Antwoord of een gegeven verbeterd is, of klopt",
    description="Alleen het loket waar het gegeven vandaan komt.",
    openapi_extra=_voorbeeld(antwoord="verbeterd", reden="De datum is aangepast"),
)
def beantwoord(
    request: Machineverzoek, dossier: UUID, nummer: UUID, inhoud: TerugantwoordIn
) -> dict[str, Any]:
    """Mended, or right as it stands. Clausule 5.4."""
    doe(lambda: terugmelden.beantwoord(request.wie, dossier, nummer, inhoud.antwoord, inhoud.reden))
    return {"sleutel": f"terugmelding:{nummer}"}


def _zonder(request: Machineverzoek) -> frozenset[str]:
    """A system of the plan reads nothing of a table of art. 18b; that takes a scope of its own."""
    mag = LEEST_RISICO in request.systeem.scopes
    return frozenset() if mag else frozenset({Gegevenscategorie.RISICO.value})


def _blad(vraag: Vraag, lijst: Hoofdlijst, limiet: int) -> Hoofdblad:
    try:
        return hoofdblad(vraag, lijst.value, limiet)
    except ValueError as fout:
        zin = "Dit is geen `volgende` van deze lijst."
        raise Probleem(400, "Klopt niet", zin, [Deelfout("query", "na", "vorm", zin)]) from fout


def _telling(blad: Hoofdblad) -> dict[str, int]:
    return {
        "teLaat": blad.alle[Hoofdlijst.TE_LAAT],
        "vandaag": blad.alle[Hoofdlijst.VANDAAG],
        "week": blad.alle[Hoofdlijst.WEEK],
        "wacht": blad.alle[Hoofdlijst.WACHT],
    }


def _post(beeld: Postbeeld) -> dict[str, Any]:
    post = beeld.post
    return {
        "sleutel": post.sleutel,
        "soort": post.soort,
        "zin": beeld.zin,
        "loket": post.loket,
        "wachter": post.wachter,
        "uiterlijk": post.uiterlijk,
        "sinds": post.sinds,
        "bron": beeld.bron,
        "categorie": post.categorie.value,
        "staat": beeld.staat,
        "gedaanOp": post.gedaan_op,
        "uitgesteldTot": post.uitgesteld_tot,
    }
