"""A screening over the API: answers that are checked all at once, then saved or fixed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field, Strict

from richting.akkoord.plan.antwoorden import als_json
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.vragenlijst import Vraagsoort, Vragenlijst, check_antwoord
from richting.akkoord.plan.woorden import Antwoordbron, Antwoordsoort, Leefgebied, Meetmoment
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.probleem import Deelfout, Probleem
from richting.plannen.acties.screening import (
    Bewaard,
    Inzending,
    bewaar,
    gooi_weg,
    neem_over,
    stel_vast,
)
from richting.plannen.api.basis import GedaanUit, In, Ja, Leeg, RijenUit, Tekst, gedaan, gedane
from richting.plannen.api.hang import Leesdeur, Schrijfdeur
from richting.plannen.models import Afname
from richting.plannen.overzichten.screening import concepten, geschiedenis, gevraagd
from richting.plannen.vragenlijsten import nieuwste

Waarde = Ja | Annotated[int, Strict(), Field(ge=0, le=10**9)] | Leeg | None


class AntwoordIn(In):
    """An answer; `waarde` only when `soort` is `gegeven`, a day as 2026-11-23."""

    vraag: Tekst
    soort: Antwoordsoort
    waarde: Waarde = None
    bron: Antwoordbron = Antwoordbron.CASEMANAGER


class MetingIn(In):
    """Answers of one moment; `gelezen` are those that stood on the screen of the sender."""

    moment: Meetmoment
    antwoorden: Annotated[list[AntwoordIn], Field(min_length=1, max_length=200)]
    gelezen: Annotated[list[AntwoordIn], Field(max_length=200)] = []
    vaststellen: Ja = False


class OvernameIn(In):
    """Of which moment, and of which life areas."""

    moment: Meetmoment
    leefgebieden: Annotated[list[Leefgebied], Field(min_length=1, max_length=len(Leefgebied))]


class OvernameUit(RijenUit):
    """The drafts that were written in, and how many answers came over."""

    overgenomen: int


class WeggegooidUit(Schema):
    """Of how many life areas a draft was thrown away."""

    aantal: int


class MetingregelUit(Schema):
    """An answer of a measurement; a day comes as {"datum": "..."}."""

    vraag: str
    soort: Antwoordsoort
    waarde: Any
    bron: Antwoordbron
    peildatum: date | None


class MetingUit(GedaanUit):
    """A measurement of one life area; a draft has `vervaltOp` and no `vastgesteldOp`."""

    leefgebied: Leefgebied
    moment: Meetmoment
    vragenlijst: str
    vastgesteldOp: datetime | None
    vervaltOp: date | None
    gewijzigdOp: datetime
    door: str
    antwoorden: list[MetingregelUit]


class MetingenUit(Schema):
    """Measurements, newest first."""

    metingen: list[MetingUit]


class ConceptenUit(Schema):
    """The drafts that somebody is filling in."""

    concepten: list[MetingUit]


def meet(wie: Wie, dossier: UUID, inhoud: MetingIn, _nummer: Any) -> Bewaard:
    """Save in the shared draft, and fix it when asked. Clausule 5.1, 5.2.

    Raises Probleem: 400 with every answer that does not fit, 409 with the answers on which somebody
    else was first.
    """
    lijst = nieuwste(wie.vandaag)
    fouten: list[Deelfout] = []
    nieuw = antwoorden_per_gebied(lijst, inhoud.antwoorden, "antwoorden", fouten)
    oud = antwoorden_per_gebied(lijst, inhoud.gelezen, "gelezen", fouten)
    if fouten:
        raise Probleem(400, "Ongeldig verzoek", "Verbeter wat hieronder staat.", fouten)
    inzendingen = {
        gebied: Inzending({**oud.get(gebied, {}), **gezegd}, oud.get(gebied, {}))
        for gebied, gezegd in nieuw.items()
    }
    doe = stel_vast if inhoud.vaststellen else bewaar
    bewaard = doe(wie, dossier, inhoud.moment, inzendingen)
    _check_verschil(bewaard)
    return bewaard


def antwoorden_per_gebied(
    lijst: Vragenlijst, gezegd: Iterable[AntwoordIn], veld: str, fouten: list[Deelfout]
) -> dict[Leefgebied, dict[str, Antwoord]]:
    """The answers by life area; what does not fit is added to `fouten`. No query."""
    uit: dict[Leefgebied, dict[str, Antwoord]] = {}
    for plek, een in enumerate(gezegd):
        vraag = lijst.vraag(een.vraag)
        try:
            if vraag is None:
                raise ValueError("Deze vraag staat niet in de vragenlijst.")
            antwoord = Antwoord(een.vraag, een.soort, _waarde(een, vraag.soort), een.bron)
            check_antwoord(vraag, antwoord)
        except ValueError as fout:
            fouten.append(Deelfout("body", f"{veld}.{plek}", "antwoord", str(fout)))
        else:
            uit.setdefault(vraag.leefgebied, {})[een.vraag] = antwoord
    return uit


def _waarde(een: AntwoordIn, soort: Vraagsoort) -> Any:
    if een.soort is not Antwoordsoort.GEGEVEN:
        return None
    if soort is Vraagsoort.DATUM and isinstance(een.waarde, str):
        try:
            return date.fromisoformat(een.waarde)
        except ValueError as fout:
            raise ValueError("Gebruik een datum zoals 2026-11-23.") from fout
    return een.waarde


def _check_verschil(bewaard: Bewaard) -> None:
    """Somebody else answered a question meanwhile: that one was not saved, the others were."""
    if not bewaard.verschillen:
        return
    zin = (
        "Iemand anders beantwoordde deze vragen intussen. De andere antwoorden staan in het "
        "concept; er is niets vastgesteld. Stuur uw keuze opnieuw, met in `gelezen` wat er nu "
        "staat."
    )
    fouten = [
        Deelfout("body", v.vraag, "veranderd", "Hier staat nu iets anders.")
        for v in bewaard.verschillen
    ]
    probleem = Probleem(409, "Botsing", zin, fouten)
    probleem.extra["nu"] = als_json({v.vraag: v.nu for v in bewaard.verschillen})
    raise probleem


def _afnames(bewaard: Bewaard) -> dict[str, Any]:
    return gedane(bewaard.afnames)


def _overname(bewaard: Bewaard) -> dict[str, Any]:
    return {**gedane(bewaard.afnames), "overgenomen": bewaard.overgenomen}


def _meting(rij: Afname) -> dict[str, Any]:
    leeg = {"waarde": None, "peildatum": None}
    return {
        **gedaan(rij),
        "leefgebied": rij.leefgebied,
        "moment": rij.meetmoment,
        "vragenlijst": rij.vragenlijst,
        "vastgesteldOp": rij.vastgesteld_op,
        "vervaltOp": rij.vervalt_op,
        "gewijzigdOp": rij.gewijzigd_op,
        "door": rij.door,
        "antwoorden": [
            {"vraag": code, **leeg, **deel} for code, deel in als_json(gevraagd(rij)).items()
        ],
    }


def _metingen(rij: Dossier, _mijn: set[str], _wie: Wie) -> dict[str, Any]:
    return {"metingen": [_meting(een) for een in geschiedenis(rij.pk)]}


def _concepten(rij: Dossier, _mijn: set[str], wie: Wie) -> dict[str, Any]:
    alle = [concepten(rij.pk, moment, wie.vandaag) for moment in Meetmoment]
    return {"concepten": [_meting(een) for per_gebied in alle for een in per_gebied.values()]}


LEZINGEN = (
    Leesdeur(
        "metingen",
        "leesMetingen",
        "Lees wat er wanneer is gemeten",
        "Alle vastgestelde metingen met hun antwoorden, de nieuwste eerst.",
        MetingenUit,
        _metingen,
    ),
    Leesdeur(
        "concepten",
        "leesConcepten",
        "Lees wat er van een screening al is ingevuld",
        "De gedeelde concepten; een concept vervalt vanzelf.",
        ConceptenUit,
        _concepten,
    ),
)
"""What was measured, and what is being filled in."""
ALLE_GEBIEDEN = {"moment": "voor_ontslag", "leefgebieden": ["onderdak", "schulden"]}
DADEN = (
    Schrijfdeur(
        "metingen",
        "meetLeefgebieden",
        "Vul de screening in, of stel haar vast",
        "Bewaart in het gedeelde concept. Wat een ander intussen anders beantwoordde, blijft staan "
        "en komt als 409 terug; `gelezen` zegt wat er stond toen u begon. Het antwoord noemt de "
        "concepten waarin is geschreven, of wat is vastgesteld.",
        MetingIn,
        {
            "moment": "begin",
            "antwoorden": [
                {"vraag": "id_document", "soort": "gegeven", "waarde": "identiteitskaart"},
                {"vraag": "id_geldig_tot", "soort": "gegeven", "waarde": "2027-03-01"},
                {"vraag": "schulden", "soort": "onbekend"},
            ],
            "vaststellen": True,
        },
        meet,
        RijenUit,
        _afnames,
    ),
    Schrijfdeur(
        "metingen/overnames",
        "neemAntwoordenOver",
        "Neem over wat al bekend is",
        "Zet eerdere antwoorden in het concept, bij vragen die nog open zijn. Elk antwoord houdt "
        "zijn bron en dag.",
        OvernameIn,
        ALLE_GEBIEDEN,
        lambda wie, d, i, _n: neem_over(wie, d, i.moment, i.leefgebieden),
        OvernameUit,
        _overname,
    ),
    Schrijfdeur(
        "metingen/verwijderingen",
        "gooiConceptWeg",
        "Gooi een concept weg",
        "Wat nog niet is vastgesteld, is dan weg.",
        OvernameIn,
        ALLE_GEBIEDEN,
        lambda wie, d, i, _n: gooi_weg(wie, d, i.moment, i.leefgebieden),
        WeggegooidUit,
        lambda aantal: {"aantal": aantal},
    ),
)
"""Filling in a screening."""
