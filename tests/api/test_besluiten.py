"""Decisions and the duty to tell over the API, for the desk of the key."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from richting.kern import klok
from tests.api.bouwers import V1, Machine, maak_machine
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def zaak(ploeg: Ploeg) -> UUID:
    stuur(begin("API", reclassering="RN"))
    gevonden = dossier("API")
    assert gevonden is not None
    return gevonden.pk


def machine(lid: Lid) -> Machine:
    return maak_machine(lid.loket, "plannen:lezen", "plannen:schrijven")


def voorbeelden() -> dict[str, Any]:
    """The example of each operation of this subject."""
    paden = dict(Client().get(f"{V1}/openapi.json").json())["paths"]
    return {
        deur["operationId"]: deur["requestBody"]["content"]["application/json"]["example"]
        for pad in paden.values()
        for deur in pad.values()
        if isinstance(deur, dict) and "besluiten" in deur.get("tags", ()) and "requestBody" in deur
    }


@pytest.mark.clausule("5.3", "5.4")
def test_van_voornemen_tot_definitief_met_de_voorbeelden(ploeg: Ploeg, zaak: UUID) -> None:
    bram, anna, inhoud = machine(ploeg.bram), machine(ploeg.anna), voorbeelden()
    pad = f"/dossiers/{zaak}/besluiten"
    nummer = bram.post(pad, inhoud["neemBesluitVoor"]).json()["id"]
    gegeven = {**inhoud["reageerOpBesluit"], "mening": "bezwaar", "reden": "Te vroeg"}
    assert anna.post(f"{pad}/{nummer}/reacties", gegeven).status_code == 200
    assert anna.post(f"{pad}/{nummer}/overleggen", inhoud["legOverlegVast"]).status_code == 404
    assert bram.post(f"{pad}/{nummer}/overleggen", inhoud["legOverlegVast"]).status_code == 200
    vast = {**inhoud["maakBesluitDefinitief"], "toelichting": "De groep stopt"}
    te_vroeg = bram.post(f"{pad}/{nummer}/vaststellingen", vast)
    assert (te_vroeg.status_code, te_vroeg.json()["errors"][0]["code"]) == (409, "wacht")
    with klok.op(date(2026, 12, 15)):
        assert bram.post(f"{pad}/{nummer}/vaststellingen", vast).status_code == 200
        (een,) = anna.get(pad).json()["besluiten"]
    assert (een["staat"], een["motivering"]) == ("definitief", "De groep stopt")
    assert {p["organisatie"]: p["reactie"] for p in een["partijen"]} == {
        "GM0344": "bezwaar",
        "RN": None,
    }
    ingetrokken = {**inhoud["trekBesluitIn"], "versie": een["versie"]}
    assert bram.post(f"{pad}/{nummer}/intrekkingen", ingetrokken).status_code == 200


@pytest.mark.clausule("5.4", "6.4")
def test_wie_weet_wat_en_alleen_in_de_kring(ploeg: Ploeg, zaak: UUID) -> None:
    antwoord = machine(ploeg.bram).get(f"/dossiers/{zaak}/meldplichten").json()
    (geopend,) = antwoord["veranderingen"]
    assert {regel["stand"] for regel in geopend["verteld"]} == {"afgeleverd"}
    for ander in (ploeg.eva, ploeg.dirk):
        for deel in ("besluiten", "meldplichten"):
            assert machine(ander).get(f"/dossiers/{zaak}/{deel}").status_code == 404
