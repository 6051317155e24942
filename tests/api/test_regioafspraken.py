"""Regional agreements over the API: read, propose, and refused with every reason."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from richting.delen.acties import regioafspraken as acties
from richting.delen.afspraakapi import VOORBEELD
from richting.delen.models import Regioafspraak
from tests.api.bouwers import Machine, maak_machine
from tests.berichten.bouwers import maak_partijen
from tests.delen.bouwers_afspraken import maak_afspraak, verblijf
from tests.partijen.bouwers import Ploeg, maak_beheerder, maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.6")]
DOCS = Path(__file__).resolve().parents[2] / "docs" / "api.md"


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    for lid in ploeg.allen():
        maak_beheerder(lid)
    return ploeg


@pytest.fixture
def anna(ploeg: Ploeg) -> Machine:
    return maak_machine(ploeg.anna.loket)


def met_bram(ploeg: Ploeg, **anders: object) -> dict[str, object]:
    return {**VOORBEELD, "loketten": [ploeg.bram.loket.pk], **anders}


def test_een_systeem_stelt_voor_en_een_mens_bevestigt(ploeg: Ploeg, anna: Machine) -> None:
    antwoord = anna.post("/regioafspraken", met_bram(ploeg))
    assert antwoord.status_code == 200
    rij = antwoord.json()
    assert rij["stand"] == "voorgesteld"
    assert rij["regelt"] == [
        "Niet gedeeld met gemeente (nazorg): sociaal netwerk, slachtoffer.",
        "Partijen antwoorden elkaar binnen 5 werkdagen.",
    ]
    assert {p["gebondenVanaf"] for p in rij["partijen"]} == {None}
    for lid in (ploeg.anna, ploeg.bram):
        acties.bevestig(lid.wie(), rij["id"])
    gelezen = anna.get(f"/regioafspraken/{rij['id']}").json()
    assert gelezen["stand"] == "komt"
    assert {p["gebondenVanaf"] for p in gelezen["partijen"]} == {"2027-01-01"}


@pytest.mark.clausule("6.4")
def test_ruimer_dan_de_wet_is_409_met_elke_reden(ploeg: Ploeg, anna: Machine) -> None:
    ruim = {
        "grondslag": "pbw_18a",
        "loketsoort": "nazorg",
        "categorieen": [*VOORBEELD["delen"][0]["categorieen"], "risico"],
    }
    fout = met_bram(
        ploeg,
        loketten=[ploeg.bram.loket.pk, ploeg.dirk.loket.pk],
        delen=[ruim],
        antwoordWerkdagen=60,
    )
    antwoord = anna.post("/regioafspraken", fout)
    assert antwoord.status_code == 409
    redenen = {e["code"]: e["detail"] for e in antwoord.json()["errors"]}
    assert redenen["te_ruim"] == (
        "Pbw art. 18a geeft dit niet aan gemeente (nazorg): risico bij terugkeer."
    )
    assert set(redenen) == {"te_ruim", "partij", "te_lang"}
    assert not Regioafspraak.objects.exists()


def test_wie_geen_partij_is_vindt_de_afspraak_niet(ploeg: Ploeg, anna: Machine) -> None:
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    eva = maak_machine(ploeg.eva.loket)
    assert eva.get(f"/regioafspraken/{rij.pk}").status_code == 404
    assert eva.get("/regioafspraken").json() == {"regioafspraken": []}
    (van_anna,) = anna.get("/regioafspraken").json()["regioafspraken"]
    assert van_anna["id"] == str(rij.pk)


def test_een_loket_dat_niet_deelt_stelt_niets_voor(ploeg: Ploeg) -> None:
    beheer = maak_machine(ploeg.fatima.loket)
    assert beheer.post("/regioafspraken", met_bram(ploeg)).status_code == 404


def test_een_loket_dat_er_niet_is_wordt_geweigerd(ploeg: Ploeg, anna: Machine) -> None:
    antwoord = anna.post("/regioafspraken", met_bram(ploeg, loketten=[2_000_000_000]))
    assert (antwoord.status_code, antwoord.json()["errors"][0]["code"]) == (409, "geen_loket")


def test_een_grond_noemt_de_afspraak_die_haar_smaller_maakt(ploeg: Ploeg, anna: Machine) -> None:
    dossier = verblijf()
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    gronden = anna.get(f"/dossiers/{dossier}/gronden").json()["gronden"]
    per_wet = {grond["grondslag"]: grond for grond in gronden}
    assert per_wet["pbw_18a"]["regioafspraken"] == [str(rij.pk)]
    assert "netwerk" not in per_wet["pbw_18a"]["categorieen"]
    assert per_wet["wjsg_51c_2"]["regioafspraken"] == []


def test_het_uitgewerkte_voorbeeld_in_de_documentatie_werkt(ploeg: Ploeg, anna: Machine) -> None:
    tekst = DOCS.read_text(encoding="utf-8")
    deel = tekst[tekst.index("## A regional agreement") : tekst.index("## What there is")]
    plaats = {"PI": str(ploeg.bram.loket.pk)}
    roepen = [r for r in deel.replace("\\\n", " ").splitlines() if r.startswith("    curl")]
    for regel in roepen:
        woorden = [
            re.sub(r"\$(PI|AFSPRAAK)", lambda m: plaats[m[1]], w) for w in shlex.split(regel)
        ]
        pad = next(w for w in woorden if w.startswith("$API")).removeprefix("$API")
        if "-d" in woorden:
            antwoord = anna.post(pad, json.loads(woorden[woorden.index("-d") + 1]))
            plaats["AFSPRAAK"] = antwoord.json()["id"]
        else:
            antwoord = anna.get(pad)
        assert antwoord.status_code == 200, (pad, antwoord.content)
    assert len(roepen) == 3


@pytest.mark.clausule("6.7")
def test_het_register_noemt_van_elke_verwerking_het_regime_en_de_afspraken(
    ploeg: Ploeg, anna: Machine
) -> None:
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    register = anna.get("/verwerkingen").json()
    assert {regel["regime"] for regel in register["verwerkingen"]} == {"avg", "richtlijn"}
    assert all(steun["regimes"] for steun in register["steun"])
    met = {r["code"] for r in register["verwerkingen"] if rij.naam in r["regioafspraken"]}
    assert met == {"pbw_18a:nazorg", "pbw_18a:casemanagement", "pbw_18a:reclassering"}
