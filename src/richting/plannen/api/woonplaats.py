"""The municipality of return over the API: where to, asking another, answering. Clausule 5.7."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from ninja import Schema
from pydantic import StringConstraints

from richting.akkoord.plan.woonplaats import Verzoekdaad, Verzoekreden, Verzoekstaat
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.gevraagd import gemeente_van
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.plannen.acties import woonplaats as acties
from richting.plannen.api.basis import GedaanUit, In, Leeg, Tekst, Versie
from richting.plannen.api.hang import Leesdeur, Schrijfdeur
from richting.plannen.overzichten import woonplaats

PLAN = Gegevenscategorie.PLAN.value
Gemeentecode = Annotated[str, StringConstraints(pattern=r"^GM[0-9]{4}$")]


class PlangemeenteUit(Schema):
    """A municipality, and why it is in play."""

    code: str
    naam: str
    reden: str


class TeVragenGemeenteUit(Schema):
    """A municipality that can be asked to receive somebody."""

    code: str
    naam: str


class TeVragenGemeentenUit(Schema):
    """The municipalities that work with the program, but one's own."""

    gemeenten: list[TeVragenGemeenteUit]


class VerzoekstapUit(Schema):
    """One step of a request; `reden` only of its first, for who may see that reason."""

    staat: Verzoekstaat
    reden: Verzoekreden | None
    toelichting: str
    op: date
    door: str


class GemeenteverzoekUit(GedaanUit):
    """A request, its steps, and what the municipality of the reader may do with it now.

    `versie` is the number of the newest step. `redenApart`: the reason lies in a compartment that
    this reader does not see.
    """

    gemeente: str
    gemeentenaam: str
    doorGemeente: str
    doorGemeentenaam: str
    staat: Verzoekstaat
    gevraagdOp: date
    antwoordUiterlijk: date
    teLaat: bool
    redenApart: bool
    daden: list[Verzoekdaad]
    stappen: list[VerzoekstapUit]


class WoonplaatsUit(Schema):
    """Where somebody returns to (null: not known) and why, and what was asked, newest first."""

    terugkeer: PlangemeenteUit | None
    inBeeld: list[PlangemeenteUit]
    kanVragen: bool
    gemeenteverzoeken: list[GemeenteverzoekUit]


class GemeentevraagIn(In):
    """Ask another municipality, for a weighty reason."""

    gemeente: Gemeentecode
    reden: Verzoekreden
    toelichting: Tekst


class VerzoekstapIn(In):
    """One act on a request; every act but accepting needs words."""

    versie: Versie
    daad: Verzoekdaad
    toelichting: Leeg = ""


def _woonplaats(rij: Dossier, _mijn: set[str], wie: Wie) -> dict[str, Any]:
    eigen = gemeente_van(wie.loket)
    beeld = woonplaats.woonplaatsbeeld(rij, eigen, wie.vandaag)
    terugkeer = {"code": beeld.aan_zet_code, "naam": beeld.aan_zet, "reden": beeld.zin}
    return {
        "terugkeer": terugkeer if beeld.aan_zet_code else None,
        "inBeeld": [
            {"code": een.code, "naam": een.naam, "reden": een.zin} for een in beeld.in_beeld
        ],
        "kanVragen": beeld.kan_vragen,
        "gemeenteverzoeken": [_verzoek(een) for een in beeld.verzoeken],
    }


def _verzoek(een: woonplaats.Verzoekbeeld) -> dict[str, Any]:
    return {
        "id": een.nummer,
        "versie": een.versie,
        "gemeente": een.gemeentecode,
        "gemeentenaam": een.gemeente,
        "doorGemeente": een.doorcode,
        "doorGemeentenaam": een.door,
        "staat": een.staat,
        "gevraagdOp": een.gevraagd_op,
        "antwoordUiterlijk": een.uiterlijk,
        "teLaat": een.te_laat,
        "redenApart": een.reden_apart,
        "daden": list(een.daden),
        "stappen": [
            {
                "staat": stap.staatcode,
                "reden": stap.redencode or None,
                "toelichting": stap.toelichting,
                "op": stap.op,
                "door": stap.door,
            }
            for stap in een.stappen
        ],
    }


def _te_vragen(_rij: Dossier, _mijn: set[str], wie: Wie) -> dict[str, Any]:
    eigen = gemeente_van(wie.loket)
    gemeenten = woonplaats.te_vragen_gemeenten(eigen)
    return {"gemeenten": [{"code": code, "naam": naam} for code, naam in gemeenten]}


LEZINGEN = (
    Leesdeur(
        "gemeenteverzoeken",
        "leesGemeenteverzoeken",
        "Lees naar welke gemeente iemand terugkeert, en wat daarover is gevraagd",
        "De gemeente van terugkeer met de reden, en elke vraag aan een andere gemeente met haar "
        "stappen. `daden` zegt wat uw gemeente er nu mee kan doen.",
        WoonplaatsUit,
        _woonplaats,
    ),
    Leesdeur(
        "te-vragen-gemeenten",
        "leesTeVragenGemeenten",
        "Lees welke gemeenten gevraagd kunnen worden",
        "De gemeenten met een loket dat kan antwoorden, behalve uw eigen.",
        TeVragenGemeentenUit,
        _te_vragen,
        toont=frozenset({PLAN}),
    ),
)
"""Where to, and who can be asked."""
DADEN = (
    Schrijfdeur(
        "gemeenteverzoeken",
        "vraagGemeente",
        "Vraag een andere gemeente of iemand daar mag gaan wonen",
        "Alleen de gemeente van herkomst vraagt, en één gemeente tegelijk. De gevraagde gemeente "
        "ziet vanaf nu wat zij nodig heeft om te antwoorden.",
        GemeentevraagIn,
        {
            "gemeente": "GM0363",
            "reden": "werk_of_gezin",
            "toelichting": "Zijn moeder woont daar, en er is werk.",
        },
        lambda wie, d, i, _n: acties.vraag_gemeente(wie, d, i.gemeente, i.reden, i.toelichting),
    ),
    Schrijfdeur(
        "gemeenteverzoeken/{uuid:nummer}/stappen",
        "doeMetGemeenteverzoek",
        "Beantwoord een vraag, vul haar aan of trek haar in",
        "De gevraagde gemeente aanvaardt, weigert of vraagt meer; de vragende vult aan of trekt "
        "in. Alleen aanvaarden kan zonder toelichting. Na een weigering ziet de gevraagde gemeente "
        "het dossier niet meer.",
        VerzoekstapIn,
        {"versie": 1, "daad": "meer_vragen", "toelichting": "Heeft hij al werk?"},
        lambda wie, d, i, n: acties.doe(wie, d, n, i.versie, i.daad, i.toelichting),
    ),
)
"""Asking, and every step that follows."""
