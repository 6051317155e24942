"""What can be read of a plan over the API, one line per endpoint. Clausule 5.4, 6.4, 7.1."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Literal

from django.urls import reverse
from ninja import Schema

from richting.akkoord.plan.antwoorden import als_json
from richting.akkoord.plan.vijf_antwoorden import Antwoordcel
from richting.akkoord.plan.woorden import (
    Antwoordbron,
    Antwoordsoort,
    Leefgebied,
    Standwaarde,
)
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.probleem import niet_gevonden
from richting.plannen.api.basis import GEEN_DOSSIER
from richting.plannen.api.hang import Leesdeur
from richting.plannen.api.rijen import RIJDEUREN
from richting.plannen.models import Planversie
from richting.plannen.onderdelen import Blok
from richting.plannen.overzichten import versies
from richting.plannen.overzichten.overzicht import planbeeld
from richting.plannen.overzichten.screening import antwoorden
from richting.plannen.overzichten.standen import Gebiedsstand, standen


class StandUit(Schema):
    """How a life area stands now and on the day of release, with the reason."""

    leefgebied: Leefgebied
    nu: Standwaarde
    redenNu: str
    opOntslag: Standwaarde
    redenOpOntslag: str
    ontslag: date | None
    afgeweken: bool
    gemetenOp: datetime | None


class CelUit(Schema):
    """One of the five answers: complete, or what is missing."""

    antwoord: Antwoordcel
    volledig: bool
    ontbreekt: list[str]


class PuntUit(Schema):
    """Something about the plan; `houdtTegen`: without it no version can be fixed."""

    code: str
    zin: str
    houdtTegen: bool


class PlanoverzichtUit(Schema):
    """The plan in one glance."""

    standen: list[StandUit]
    vijfAntwoorden: list[CelUit]
    punten: list[PuntUit]
    laatsteVersie: int | None


class PlanantwoordUit(Schema):
    """An answer that stands; a day comes as {"datum": "..."}."""

    leefgebied: Leefgebied
    vraag: str
    soort: Antwoordsoort
    waarde: Any
    bron: Antwoordbron
    peildatum: date | None


class PlanantwoordenUit(Schema):
    """The answers of the screening that stand."""

    antwoorden: list[PlanantwoordUit]


class PlanregelUit(Schema):
    """A line of a version; `sleutel` stays the same between versions."""

    sleutel: str
    label: str
    tekst: str


class PlanblokUit(Schema):
    """A heading with lines, in one compartment."""

    sleutel: str
    titel: str
    categorie: Gegevenscategorie
    regels: list[PlanregelUit]


class VersieregelUit(Schema):
    """A fixed version in a list; `ontbreekt` are codes of what was missing."""

    nummer: int
    vastgesteldOp: datetime
    door: str
    toelichting: str
    ontbreekt: list[str]


class VersiesUit(Schema):
    """The fixed versions, newest first."""

    versies: list[VersieregelUit]


class PlanversieUit(VersieregelUit):
    """A fixed version with its content, as far as this desk may see it."""

    blokken: list[PlanblokUit]


class VerschilUit(Schema):
    """A line that differs."""

    titel: str
    label: str
    soort: Literal["nieuw", "weg", "anders"]
    oud: str
    nieuw: str


class VerschillenUit(Schema):
    """How the working version differs from a fixed one."""

    verschillen: list[VerschilUit]


class PlandocumentUit(Schema):
    """A PDF of the plan; a human opens the address after signing in."""

    titel: str
    adres: str


class PlandocumentenUit(Schema):
    """The plan on paper."""

    documenten: list[PlandocumentUit]


def _overzicht(rij: Dossier, _mijn: set[str], wie: Wie) -> dict[str, Any]:
    laatste = versies.laatste_versie(rij.pk)
    anders = versies.veranderd_sinds(laatste, rij) if laatste else []
    nieuws = laatste is None or bool(anders)
    beeld = planbeeld(rij, wie.vandaag, aannames_op(wie.vandaag), iets_nieuws=nieuws)
    return {
        "standen": [_stand(een) for een in standen(rij, wie.vandaag).values()],
        "vijfAntwoorden": [asdict(cel) for cel in beeld.cellen],
        "punten": [
            {"code": p.code, "zin": p.zin, "houdtTegen": p.houdt_tegen} for p in beeld.punten
        ],
        "laatsteVersie": laatste.nummer if laatste else None,
    }


def _stand(een: Gebiedsstand) -> dict[str, Any]:
    nu, straks = een.afwijking_nu, een.afwijking_ontslag
    return {
        "leefgebied": een.leefgebied,
        "nu": een.nu,
        "redenNu": nu.reden if nu else een.regel_nu.zin,
        "opOntslag": een.op_ontslag,
        "redenOpOntslag": straks.reden if straks else een.regel_ontslag.zin,
        "ontslag": een.ontslag,
        "afgeweken": bool(nu or straks),
        "gemetenOp": een.gemeten.op if een.gemeten else None,
    }


def _antwoorden(rij: Dossier, mijn: set[str], _wie: Wie) -> dict[str, Any]:
    uit = []
    for gebied, gezegd in antwoorden(rij.pk).items():
        if gebied.categorie.value in mijn:
            for code, deel in als_json(gezegd.antwoorden).items():
                leeg = {"waarde": None, "peildatum": None}
                uit.append({"leefgebied": gebied, "vraag": code, **leeg, **deel})
    return {"antwoorden": uit}


def _versies(rij: Dossier, _mijn: set[str], _wie: Wie) -> dict[str, Any]:
    return {"versies": [_versieregel(een) for een in versies.versies(rij.pk)]}


def _versieregel(een: Planversie) -> dict[str, Any]:
    return {
        "nummer": een.nummer,
        "vastgesteldOp": een.gemaakt_op,
        "door": een.door,
        "toelichting": een.toelichting,
        "ontbreekt": een.ontbreekt,
    }


def _versie(rij: Dossier, _mijn: set[str], _wie: Wie, nummer: int) -> dict[str, Any]:
    een = _gevonden(rij, nummer)
    return {**_versieregel(een), "blokken": [_blok(blok) for blok in versies.inhoud_van(een)]}


def _gevonden(rij: Dossier, nummer: int) -> Planversie:
    een = versies.versie(rij.pk, nummer)
    if een is None:
        raise niet_gevonden(GEEN_DOSSIER)
    return een


def _blok(blok: Blok) -> dict[str, Any]:
    return blok.als_json()


def _verschillen(rij: Dossier, _mijn: set[str], _wie: Wie, nummer: int) -> dict[str, Any]:
    anders = versies.veranderd_sinds(_gevonden(rij, nummer), rij)
    return {"verschillen": [asdict(een) for een in anders]}


def _documenten(rij: Dossier, _mijn: set[str], _wie: Wie) -> dict[str, Any]:
    def een(titel: str, naam: str, *args: object) -> dict[str, str]:
        return {"titel": titel, "adres": reverse(f"plannen:{naam}", args=[rij.pk, *args])}

    uit = [een("Werkversie", "papier_plan")]
    uit += [een(f"Versie {v.nummer}", "papier_versie", v.nummer) for v in versies.versies(rij.pk)]
    uit += [een("Voor de persoon, Nederlands", "papier_persoon", "nl")]
    return {"documenten": [*uit, een("Voor de persoon, Engels", "papier_persoon", "en")]}


LEZINGEN = (
    Leesdeur(
        "planoverzichten",
        "leesPlanoverzicht",
        "Lees hoe het plan ervoor staat",
        "De standen nu en op de dag van vrijlating, de vijf antwoorden, en wat nog ontbreekt.",
        PlanoverzichtUit,
        _overzicht,
    ),
    Leesdeur(
        "antwoorden",
        "leesAntwoorden",
        "Lees de antwoorden van de screening die gelden",
        "Per vraag het laatste antwoord dat is vastgesteld; een concept staat hier niet.",
        PlanantwoordenUit,
        _antwoorden,
    ),
    Leesdeur(
        "planversies",
        "leesPlanversies",
        "Lees welke versies zijn vastgesteld",
        "De nieuwste eerst, met wat er toen nog ontbrak.",
        VersiesUit,
        _versies,
        toont=frozenset({"plan"}),
    ),
    Leesdeur(
        "planversies/{int:nummer}",
        "leesPlanversie",
        "Lees één vastgestelde versie",
        "De delen van de versie die uw loket nu mag zien.",
        PlanversieUit,
        _versie,
        nummer="nummer",
    ),
    Leesdeur(
        "planversies/{int:nummer}/verschillen",
        "leesPlanverschillen",
        "Lees wat er sinds een versie veranderde",
        "De werkversie van nu tegenover een vastgestelde versie.",
        VerschillenUit,
        _verschillen,
        nummer="nummer",
    ),
    Leesdeur(
        "plandocumenten",
        "leesPlandocumenten",
        "Vraag waar het plan als PDF staat",
        "Adressen die een medewerker na aanmelden opent; elk document toont wat die mag zien.",
        PlandocumentenUit,
        _documenten,
        toont=frozenset({"plan"}),
    ),
    *RIJDEUREN,
)
"""Every door to read through."""
