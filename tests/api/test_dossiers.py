"""Dossiers and mailbox over the API: one's own, through the grounds, on record, and fast."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator

from tests.api.bouwers import V1, Machine, maak_machine
from tests.berichten.bouwers import (
    ANDERE_GEMEENTE,
    begin,
    dossier,
    maak_partijen,
    stuur,
)
from tests.partijen.bouwers import Ploeg, maak_ploeg

ONBEKEND = UUID("01890000-0000-7000-8000-000000000000")


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def anna(ploeg: Ploeg) -> Machine:
    return maak_machine(ploeg.anna.loket)


@pytest.fixture
def eva(ploeg: Ploeg) -> Machine:
    return maak_machine(ploeg.eva.loket)


def nummer_van(verblijf: str = "V1") -> UUID:
    gevonden = dossier(verblijf)
    assert gevonden is not None
    return gevonden.pk


def keur(naam: str, waarde: Any) -> None:
    vorm = Client().get(f"{V1}/openapi.json").json()
    fouten = Draft202012Validator({"$ref": f"#/components/schemas/{naam}", **vorm})
    assert not [fout.message for fout in fouten.iter_errors(waarde)]


@pytest.mark.clausule("5.4", "6.4")
def test_een_gemeente_leest_haar_eigen_dossier(anna: Machine) -> None:
    stuur(begin(parketnummers=["13/654321-26"], reclassering="RN"))

    antwoord = anna.get(f"/dossiers/{nummer_van()}")

    assert antwoord.status_code == 200
    heel = antwoord.json()
    keur("DossierUit", heel)
    assert heel["persoon"]["geslachtsnaam"] == "Verzonnen"
    assert heel["plaatsen"][0]["inrichting"] == "PI-NIEUWEGEIN"
    assert heel["gewijzigdOp"].endswith("Z")
    assert heel["ketenkenmerken"] == []
    assert "13/654321-26" not in antwoord.content.decode()


@pytest.mark.clausule("6.4")
def test_voor_een_andere_gemeente_bestaat_het_niet(anna: Machine, eva: Machine) -> None:
    stuur(begin())
    nummer = nummer_van()

    for pad in (f"/dossiers/{nummer}", f"/dossiers/{nummer}/gronden"):
        niet, nooit = eva.get(pad), eva.get(pad.replace(str(nummer), str(ONBEKEND)))
        assert niet.status_code == nooit.status_code == 404
        assert niet.content == nooit.content
        assert anna.get(pad).status_code == 200
    assert eva.get("/dossiers").json() == {"dossiers": [], "volgende": None}
    assert eva.get("/meldingen").json() == {"meldingen": [], "volgende": None}


@pytest.mark.clausule("6.4", "6.7")
def test_de_gronden_zeggen_waarom(anna: Machine) -> None:
    stuur(begin())

    heel = anna.get(f"/dossiers/{nummer_van()}/gronden").json()

    keur("GrondenUit", heel)
    assert heel["gronden"]
    assert all(grond["zin"] and "verblijf" in grond["categorieen"] for grond in heel["gronden"])


def test_de_lijst_bladert_zonder_gaten_of_dubbelen(anna: Machine, eva: Machine) -> None:
    stuur(*(begin(f"V{nr}", persoon={"geslachtsnaam": f"Naam{nr}"}) for nr in range(7)))
    elders = [{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}]
    stuur(begin("VX", persoon={"geslachtsnaam": "Elders"}, gemeenten=elders))

    gezien: list[str] = []
    na = ""
    while True:
        blad = anna.get(f"/dossiers?limiet=3{na}").json()
        keur("DossierlijstUit", blad)
        gezien += [regel["id"] for regel in blad["dossiers"]]
        if blad["volgende"] is None:
            break
        na = f"&na={blad['volgende']}"

    assert gezien == sorted((str(nummer_van(f"V{nr}")) for nr in range(7)), reverse=True)
    assert [regel["id"] for regel in eva.get("/dossiers").json()["dossiers"]] == [
        str(nummer_van("VX"))
    ]


def test_de_postbus_bladert(anna: Machine) -> None:
    stuur(*(begin(f"V{nr}", persoon={"geslachtsnaam": f"Naam{nr}"}) for nr in range(3)))

    eerste = anna.get("/meldingen?limiet=2").json()
    tweede = anna.get(f"/meldingen?limiet=200&na={eerste['volgende']}").json()

    keur("MeldinglijstUit", eerste)
    alles = [*eerste["meldingen"], *tweede["meldingen"]]
    nummers = [melding["id"] for melding in alles]
    assert nummers == sorted(nummers, reverse=True)
    assert len(set(nummers)) == len(nummers)
    assert {melding["dossier"] for melding in alles} == {str(nummer_van(f"V{n}")) for n in range(3)}


@pytest.mark.clausule("6.7")
@pytest.mark.usefixtures("echte_database")
def test_elke_lezing_wordt_vastgelegd(eigenaar: psycopg.Connection) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    anna, eva = maak_machine(ploeg.anna.loket), maak_machine(ploeg.eva.loket)
    stuur(begin())
    nummer = nummer_van()
    eigenaar.execute("TRUNCATE delen_inzage, delen_verwerking")
    anna.get(f"/dossiers/{nummer}")
    eva.get(f"/dossiers/{nummer}")

    gelukt, mislukt = eigenaar.execute(
        "SELECT handeling, ingang, dossier_id, systeem, categorieen, grondslagen"
        " FROM delen_inzage ORDER BY id"
    ).fetchall()

    assert gelukt[:3] == ("api dossier", "GET /api/v1/dossiers/{dossier}", nummer)
    assert gelukt[3] == (anna.systeem and anna.systeem.pk)
    assert "verblijf" in gelukt[4]
    assert gelukt[5]
    assert mislukt[2] is None
    (betrokken,) = eigenaar.execute("SELECT dossier_id FROM delen_verwerking").fetchall()
    assert betrokken == (nummer,)


def test_een_dossier_is_een_vraag_aan_de_database(anna: Machine) -> None:
    stuur(begin())
    pad = f"/dossiers/{nummer_van()}"
    anna.get(pad)

    with CaptureQueriesContext(connection) as vragen:
        anna.get(pad)

    teksten = [vraag["sql"] for vraag in vragen]
    assert len([t for t in teksten if "delen_dossierbeeld" in t]) == 1
    assert not [t for t in teksten if "dossiers_" in t]
    assert len(teksten) <= 8, teksten


def test_een_lijst_van_vijf_kost_evenveel_vragen_als_een_van_een(anna: Machine) -> None:
    def aantal() -> int:
        with CaptureQueriesContext(connection) as vragen:
            anna.get("/dossiers")
        return len(vragen)

    stuur(begin("V0", persoon={"geslachtsnaam": "Een"}))
    een = aantal()
    stuur(*(begin(f"V{nr}", persoon={"geslachtsnaam": f"Naam{nr}"}) for nr in range(1, 6)))

    assert aantal() == een


def test_een_nummer_dat_geen_nummer_is_bestaat_niet(anna: Machine) -> None:
    for pad in ("/dossiers/1", "/dossiers/abc", "/dossiers/999990019", "/dossiers/%00"):
        assert anna.get(pad).status_code == 404


def test_grenzen_van_een_bladzijde(anna: Machine) -> None:
    for vraag in ("limiet=0", "limiet=201", "limiet=x", "na=x", "limiet=-1&na=1"):
        antwoord = anna.get(f"/dossiers?{vraag}")
        assert antwoord.status_code == 400
        assert json.loads(antwoord.content)["errors"]
