"""Provisions and places over the API: kept, asked and answered by the desk of the key."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from tests.api.bouwers import Machine, maak_machine
from tests.api.test_plannen import LEZEN, SCHRIJVEN, beschrijving
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import Ploeg, maak_ploeg
from tests.plannen.bouwers_plaats import gevraagd, voorziening, zelfde_regio

DOCS = Path(__file__).parents[2] / "docs" / "api.md"
OPVANG = {
    "naam": "Opvang Oost",
    "soort": "opvang",
    "leefgebied": "onderdak",
    "plaatsen": 1,
    "geldigVanaf": "2026-01-01",
}
pytestmark = pytest.mark.clausule("4.3", "8.3")


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def zaak(ploeg: Ploeg) -> UUID:
    stuur(begin("PLAN", reclassering="RN"))
    gevonden = dossier("PLAN")
    assert gevonden is not None
    return gevonden.pk


@pytest.fixture
def anna(ploeg: Ploeg) -> Machine:
    return maak_machine(ploeg.anna.loket, LEZEN, SCHRIJVEN)


@pytest.fixture
def bram(ploeg: Ploeg) -> Machine:
    return maak_machine(ploeg.bram.loket, LEZEN, SCHRIJVEN)


def keur(pad: str, waarde: Any) -> None:
    """The answer is as the description of this path says."""
    heel = beschrijving()
    vorm = heel["paths"][pad]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    keurder = Draft202012Validator({**vorm, **heel})
    assert not [fout.message for fout in keurder.iter_errors(waarde)]


def test_een_voorziening_wordt_bijgehouden(anna: Machine, bram: Machine) -> None:
    gemaakt = anna.post("/voorzieningen", {**OPVANG, "wachttijd": 3, "voorWie": "Volwassenen"})
    nummer = gemaakt.json()["id"]
    assert gemaakt.json()["versie"] == 1
    adres = f"/voorzieningen/{nummer}/wijzigingen"
    assert anna.post(adres, {**OPVANG, "versie": 1, "isOpen": False}).json()["versie"] == 2
    botst = anna.post(adres, {**OPVANG, "versie": 1, "naam": "Anders"})
    assert (botst.status_code, botst.json()["nu"]["naam"]) == (409, "Opvang Oost")
    gelezen = bram.get("/voorzieningen?gemeente=GM0344").json()
    keur("/voorzieningen", gelezen)
    (een,) = gelezen["voorzieningen"]
    assert (een["isOpen"], een["vrij"], een["wachttijd"]) == (False, 1, None)
    assert bram.get("/voorzieningen?gemeente=GM0344&leefgebied=zorg").json() == {
        "voorzieningen": []
    }
    assert bram.get("/voorzieningen?gemeente=Utrecht").status_code == 400
    assert bram.post("/voorzieningen", OPVANG).status_code == 404
    assert bram.post(adres, {**OPVANG, "versie": 2}).status_code == 404


def test_een_plek_van_vraag_tot_bevestiging(
    ploeg: Ploeg, zaak: UUID, anna: Machine, bram: Machine
) -> None:
    bij = anna.post("/voorzieningen", OPVANG).json()["id"]
    begin_ = f"/dossiers/{zaak}"
    (te_vragen,) = bram.get(f"{begin_}/voorzieningen").json()["voorzieningen"]
    assert te_vragen["id"] == bij
    actie = {"leefgebied": "onderdak", "wat": "Een bed"}
    wat = {
        "actie": bram.post(f"{begin_}/acties", actie).json()["id"],
        "voorziening": bij,
        "vanaf": "2027-01-11",
    }
    plaats = bram.post(f"{begin_}/plaatsen", wat).json()
    later = {"versie": plaats["versie"], "vanaf": "2027-01-25", "toelichting": "Beneden"}
    gewijzigd = bram.post(f"{begin_}/plaatsen/{plaats['id']}/wijzigingen", later)
    assert gewijzigd.json() == {"id": plaats["id"], "versie": 2}
    rij = anna.get(f"/voorzieningen/{bij}/aanvragen").json()
    keur("/voorzieningen/{nummer}/aanvragen", rij)
    (vraag,) = rij["aanvragen"]
    assert (vraag["wachtplek"], vraag["toelichting"], vraag["dossier"]) == (
        1,
        "Beneden",
        str(zaak),
    )
    adres = f"/voorzieningen/{bij}/aanvragen/{plaats['id']}/stappen"
    zonder_dag = anna.post(adres, {"versie": 2, "daad": "reserveren"})
    assert (zonder_dag.status_code, zonder_dag.json()["errors"][0]["code"]) == (409, "datum")
    vast = {"versie": 2, "daad": "reserveren", "gereserveerdTot": "2026-12-07"}
    assert anna.post(adres, vast).json()["versie"] == 3
    assert anna.post(adres, {"versie": 3, "daad": "bevestigen"}).json()["versie"] == 4
    gelezen = bram.get(f"{begin_}/plaatsen").json()
    keur("/dossiers/{dossier}/plaatsen", gelezen)
    assert [p["staat"] for p in gelezen["plaatsen"]] == ["bevestigd"]
    weg = {"versie": 4, "daad": "intrekken", "reden": "wil_niet"}
    assert bram.post(f"{begin_}/plaatsen/{plaats['id']}/stappen", weg).json()["versie"] == 5


@pytest.mark.clausule("6.4")
def test_een_houder_zonder_grond_leest_geen_persoon(
    ploeg: Ploeg, zaak: UUID, anna: Machine
) -> None:
    zelfde_regio(ploeg.anna, ploeg.eva)
    bij = voorziening(ploeg.eva, gedeeld_met=("GM0344",))
    plaats = gevraagd(ploeg.bram, zaak, bij)
    eva = maak_machine(ploeg.eva.loket, LEZEN, SCHRIJVEN)
    antwoord = eva.get(f"/voorzieningen/{bij.pk}/aanvragen")
    (vraag,) = antwoord.json()["aanvragen"]
    assert (vraag["dossier"], vraag["actie"], vraag["toelichting"]) == (None, None, "")
    assert str(zaak) not in antwoord.content.decode()
    assert anna.get(f"/voorzieningen/{bij.pk}/aanvragen").status_code == 404
    adres = f"/voorzieningen/{bij.pk}/aanvragen/{plaats.pk}/stappen"
    assert anna.post(adres, {"versie": 1, "daad": "weigeren"}).status_code == 404
    bevestigen = eva.post(adres, {"versie": 1, "daad": "bevestigen"})
    assert bevestigen.json()["errors"][0]["code"] == "geen_grond"
    nee = {"versie": 1, "daad": "weigeren", "reden": "past_niet"}
    assert eva.post(adres, nee).status_code == 200


def curls() -> list[list[str]]:
    """The calls of the worked example, in order, as words."""
    tekst = DOCS.read_text(encoding="utf-8")
    begin = tekst.index("## A place, worked out")
    deel = tekst[begin : tekst.index("## A regional agreement, worked out")]
    regels = deel.replace("\\\n", " ").splitlines()
    return [shlex.split(r) for r in regels if r.startswith("    curl")]


def test_het_uitgewerkte_voorbeeld_in_de_documentatie_werkt(
    zaak: UUID, anna: Machine, bram: Machine
) -> None:
    plaats = {"DOSSIER": str(zaak)}
    for woorden in curls():
        for naam, waarde in plaats.items():
            woorden = [woord.replace(f"${naam}", waarde) for woord in woorden]
        machine = anna if "$SLEUTEL_GEMEENTE" in " ".join(woorden) else bram
        pad = next(w for w in woorden if w.startswith("$API")).removeprefix("$API")
        if "-d" in woorden:
            antwoord = machine.post(pad, json.loads(woorden[woorden.index("-d") + 1]))
        else:
            antwoord = machine.get(pad)
        assert antwoord.status_code == 200, (pad, antwoord.content)
        for naam, einde in (("VOORZIENING", "/voorzieningen"), ("ACTIE", "/acties")):
            if "-d" in woorden and re.search(f"{einde}$", pad):
                plaats[naam] = antwoord.json()["id"]
        if "-d" in woorden and pad.endswith("/plaatsen"):
            plaats["PLAATS"] = antwoord.json()["id"]
    assert len(curls()) == 8
    assert [p["staat"] for p in antwoord.json()["plaatsen"]] == ["bevestigd"]
