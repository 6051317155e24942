"""Actions over the API: take on, ask, answer, bring further; and what the rules offer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.plannen.acties import actielijst, actievoorstel
from richting.plannen.api.actievormen import (
    ActieIn,
    ActiestapIn,
    ActiesUit,
    ActiewijzigingIn,
    KortkeuzenIn,
    KortpuntenUit,
    LokettenUit,
    UitvoerderIn,
    UitvoerdersUit,
    VoorstelkeuzenIn,
    VoorstellenUit,
)
from richting.plannen.api.basis import (
    RijenUit,
    gedane,
)
from richting.plannen.api.hang import Leesdeur, Schrijfdeur
from richting.plannen.models import Actie
from richting.plannen.overzichten import voorstellen
from richting.plannen.overzichten.actielijst import acties_van, leden

PLAN = Gegevenscategorie.PLAN.value


def _acties(rij: Dossier, _mijn: set[str], _wie: Wie) -> dict[str, Any]:
    return {"acties": [_actie(een) for een in acties_van(rij.pk, stappen=True)]}


def _actie(rij: Actie) -> dict[str, Any]:
    return {
        "id": rij.pk,
        "versie": rij.versie,
        "leefgebied": rij.leefgebied,
        "wat": rij.wat,
        "toelichting": rij.toelichting,
        "staat": rij.staat,
        "reden": rij.reden,
        "verantwoordelijkLoket": rij.verantwoordelijk_id,
        "verantwoordelijk": rij.verantwoordelijk.naam,
        "uitvoerder": rij.uitvoerder.naam if rij.uitvoerder else None,
        "gevraagdDoorLoket": rij.gevraagd_door_id,
        "herkomst": rij.herkomst,
        "kader": rij.kader,
        "begin": rij.begin,
        "uiterlijk": rij.uiterlijk,
        "antwoordUiterlijk": rij.antwoord_uiterlijk,
        "klaarOp": rij.klaar_op,
        "resultaat": rij.resultaat,
        "stappen": [
            {
                "staatVan": stap.van,
                "staatNaar": stap.naar,
                "reden": stap.reden,
                "toelichting": stap.toelichting,
                "op": stap.op,
                "door": stap.door,
            }
            for stap in rij.stappen.all()
        ],
    }


def _loketten(rij: Dossier, _mijn: set[str], wie: Wie) -> dict[str, Any]:
    return {
        "loketten": [
            {
                "loket": een.loket.pk,
                "naam": een.loket.naam,
                "soort": een.loket.soort,
                "leefgebieden": [gebied for gebied in Leefgebied if een.ziet(gebied)],
            }
            for een in voorstellen.deelnemers(rij, wie.vandaag)
        ]
    }


def _uitvoerders(_rij: Dossier, _mijn: set[str], wie: Wie) -> dict[str, Any]:
    eigen = leden(wie.loket) if wie.loket is not None else []
    return {"uitvoerders": [{"medewerker": lid.pk, "naam": lid.naam} for lid in eigen]}


def _voorstellen(rij: Dossier, _mijn: set[str], wie: Wie) -> dict[str, Any]:
    return {
        "actievoorstellen": [
            {
                "code": een.sjabloon.code,
                "leefgebied": een.sjabloon.leefgebied,
                "wat": een.sjabloon.wat.nl,
                "dagZelf": een.sjabloon.dag_zelf.nl,
                "begin": een.begint,
                "uiterlijk": een.uiterlijk,
                "opTijd": een.op_tijd,
            }
            for een in voorstellen.voorstellen_voor(rij, wie.vandaag)
        ]
    }


def _kort(rij: Dossier, mijn: set[str], wie: Wie) -> dict[str, Any]:
    lijst = voorstellen.kort_voor(rij, wie.vandaag, mijn)
    return {
        "dag": lijst.dag,
        "kortpunten": [
            {
                "code": regel.punt.code,
                "leefgebied": regel.punt.leefgebied,
                "vraag": regel.punt.vraag,
                "wat": regel.punt.wat,
                "staat": regel.staat,
                "kanNietNodig": regel.punt.kan_niet_nodig,
            }
            for regel in lijst.regels
        ],
    }


def _maak(wie: Wie, dossier: UUID, wat: ActieIn, _nummer: Any) -> Actie:
    velden = wat.model_dump(exclude={"loket"})
    opdracht = actielijst.Opdracht(actielijst.Inhoud(**velden), wat.loket)
    return actielijst.maak_acties(wie, dossier, [opdracht])[0]


def _doe(wie: Wie, dossier: UUID, stap: ActiestapIn, nummer: UUID) -> Actie:
    delen = (stap.reden, stap.toelichting, stap.tot)
    return actielijst.doe(wie, dossier, nummer, stap.daad, stap.versie, *delen)


def _wijzig(wie: Wie, dossier: UUID, wat: ActiewijzigingIn, nummer: UUID) -> Actie:
    """Days can be taken away with null; the other fields cannot be nothing."""
    velden = wat.model_dump(exclude={"versie"}, exclude_unset=True)
    waarden = {v: w for v, w in velden.items() if w is not None or v in ("begin", "uiterlijk")}
    return actielijst.wijzig(wie, dossier, nummer, wat.versie, waarden)


def _uit_voorstel(wie: Wie, dossier: UUID, wat: VoorstelkeuzenIn, _nummer: Any) -> list[Actie]:
    keuzes = [actievoorstel.Keuze(een.code, een.loket) for een in wat.voorstellen]
    return actievoorstel.uit_sjabloon(wie, dossier, keuzes)


def _regel_kort(wie: Wie, dossier: UUID, wat: KortkeuzenIn, _nummer: Any) -> list[Actie]:
    keuzes = [actievoorstel.Keuze(e.code, e.loket, e.geregeld, e.nietNodig) for e in wat.punten]
    return actievoorstel.regel_kort(wie, dossier, keuzes)


LEZINGEN = (
    Leesdeur(
        "acties",
        "leesActies",
        "Lees de acties met hun geschiedenis",
        "Alleen van leefgebieden die uw loket mag zien.",
        ActiesUit,
        _acties,
    ),
    Leesdeur(
        "te-vragen-loketten",
        "leesTeVragenLoketten",
        "Lees welke loketten iets gevraagd kan worden",
        "De loketten van het plan die vandaag een grond hebben, met de leefgebieden die zij zien.",
        LokettenUit,
        _loketten,
        toont=frozenset({PLAN}),
    ),
    Leesdeur(
        "uitvoerders",
        "leesUitvoerders",
        "Lees wie van uw loket een actie kan doen",
        "De medewerkers van uw eigen loket.",
        UitvoerdersUit,
        _uitvoerders,
        toont=frozenset({PLAN}),
    ),
    Leesdeur(
        "actievoorstellen",
        "leesActievoorstellen",
        "Lees welke acties de regels voorstellen",
        "Wat past bij de standen en antwoorden, en wanneer het moet beginnen en klaar zijn.",
        VoorstellenUit,
        _voorstellen,
    ),
    Leesdeur(
        "kortpunten",
        "leesKortpunten",
        "Lees wat bij een kort verblijf vandaag geregeld moet zijn",
        "Per punt wat er moet gebeuren en hoe het staat.",
        KortpuntenUit,
        _kort,
    ),
)
"""The actions, and what helps to make them."""
DADEN = (
    Schrijfdeur(
        "acties",
        "maakActie",
        "Neem een actie op u, of vraag een ander loket",
        "Zonder `loket` doet uw eigen loket het. Een gevraagd loket antwoordt binnen een termijn.",
        ActieIn,
        {"leefgebied": "onderdak", "wat": "Zoek een kamer", "uiterlijk": "2027-01-15"},
        _maak,
    ),
    Schrijfdeur(
        "acties/{uuid:nummer}/stappen",
        "doeMetActie",
        "Beantwoord een vraag of breng een actie verder",
        "Aanvaarden, weigeren, intrekken, beginnen, afronden, uitstellen, stoppen en meer.",
        ActiestapIn,
        {"daad": "aanvaarden", "versie": 1},
        _doe,
    ),
    Schrijfdeur(
        "acties/{uuid:nummer}/wijzigingen",
        "wijzigActie",
        "Verander de tekst, het kader of de dagen van een actie",
        "Wat u weglaat, blijft zoals het is. Een ander leefgebied is een andere actie.",
        ActiewijzigingIn,
        {"versie": 1, "wat": "Zoek een kamer in Zuilen", "uiterlijk": "2027-01-20"},
        _wijzig,
    ),
    Schrijfdeur(
        "acties/{uuid:nummer}/uitvoerders",
        "wijsUitvoerderAan",
        "Zeg wie van uw loket een actie doet",
        "Alleen het loket dat de actie doet, wijst iemand van dat loket aan.",
        UitvoerderIn,
        {"versie": 1, "medewerker": 1},
        lambda wie, d, i, n: actielijst.wijs_uitvoerder_aan(wie, d, n, i.versie, i.medewerker),
    ),
    Schrijfdeur(
        "actievoorstellen",
        "neemVoorstellenOp",
        "Neem voorstellen van de regels op in het plan",
        "Allemaal, of geen een. De dagen volgen uit de regels.",
        VoorstelkeuzenIn,
        {"voorstellen": [{"code": "schulden-overzicht"}]},
        _uit_voorstel,
        RijenUit,
        gedane,
    ),
    Schrijfdeur(
        "kortpunten",
        "regelKortpunten",
        "Neem punten van een kort verblijf op in het plan",
        "Allemaal, of geen een. `geregeld`: het is al gedaan. `nietNodig`: er is niets te regelen.",
        KortkeuzenIn,
        {"punten": [{"code": "kort-slapen"}, {"code": "kort-dieren", "nietNodig": True}]},
        _regel_kort,
        RijenUit,
        gedane,
    ),
)
"""Everything that can be done with actions."""
