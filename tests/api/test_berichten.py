"""Messages over the API: one or a batch, an answer per message, and how each stands now."""

from __future__ import annotations

import json

import pytest

from richting.berichten.api import MAX_PER_KEER
from richting.berichten.models import Aanlevering
from richting.berichten.schema import VOORBEELDEN
from richting.kern.werk import verwerking
from tests.api.bouwers import Machine, maak_machine, verwerkingsloket
from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen, programma
from tests.partijen.bouwers import maak_organisatie

pytestmark = pytest.mark.django_db
PAD = "/verblijfsberichten"


@pytest.fixture
def dji() -> Machine:
    maak_partijen()
    return maak_machine(verwerkingsloket())


@pytest.mark.clausule("3.1", "5.4")
def test_een_bericht_wordt_aanvaard_en_een_herhaling_ook(dji: Machine) -> None:
    eerst = dji.post(PAD, begin())
    weer = dji.post(PAD, begin())

    assert eerst.status_code == 201
    assert eerst["Location"] == "/api/v1/verblijfsberichten/V1-begin"
    assert eerst.json()["status"] == "aanvaard"
    assert (weer.status_code, weer.json()["status"], weer.json()["eerder"]) == (
        200,
        "herhaald",
        "aanvaard",
    )
    assert weer.json()["dossier"] == eerst.json()["dossier"]


def test_de_status_van_een_bericht_is_op_te_vragen(dji: Machine) -> None:
    dji.post(PAD, einde_gewijzigd())
    assert dji.get(f"{PAD}/V1-2027-04-01").json()["status"] == "wacht"

    dji.post(PAD, begin())

    assert dji.get(f"{PAD}/V1-2027-04-01").json() == {
        "berichtId": "V1-2027-04-01",
        "soort": "einde_gewijzigd",
        "status": "aanvaard",
    }


def test_het_bericht_van_een_ander_bestaat_niet(dji: Machine) -> None:
    dji.post(PAD, begin())
    ander = maak_machine(verwerkingsloket("ANDERE-BRON"))

    assert ander.get(f"{PAD}/V1-begin").status_code == 404
    assert ander.get(f"{PAD}/BESTAAT-NIET").status_code == 404


def test_een_weigering_noemt_alle_velden(dji: Machine) -> None:
    antwoord = dji.post(PAD, begin(titel="taakstraf", begin="2026-02-30"))

    assert antwoord.status_code == 400
    assert antwoord["Content-Type"] == "application/problem+json"
    fouten = antwoord.json()["errors"]
    assert {(f["in"], f["location"], f["code"]) for f in fouten} == {
        ("body", "titel", "onbekende_waarde"),
        ("body", "begin", "datum_bestaat_niet"),
    }
    assert all(fout["detail"] for fout in fouten)


def test_een_reeks_krijgt_een_antwoord_per_bericht(dji: Machine) -> None:
    antwoord = dji.post(PAD, [begin(), "onzin", begin(), einde_gewijzigd("V9")])

    assert antwoord.status_code == 200
    heel = antwoord.json()
    assert [deel["status"] for deel in heel["berichten"]] == [
        "aanvaard",
        "geweigerd",
        "herhaald",
        "wacht",
    ]
    assert heel["telling"] == {"aanvaard": 1, "geweigerd": 1, "herhaald": 1, "wacht": 1}
    with verwerking(programma()):
        (levering,) = Aanlevering.objects.all()
    assert (levering.soort, levering.systeem) == ("api", dji.systeem and dji.systeem.pk)
    assert levering.uitkomsten == heel["telling"]


@pytest.mark.parametrize(
    "ruw",
    [b" ", b"{", b"\xff", b'{"a": 1, "a": 2}', b"[]", b"null", b"3", b'"x"', b"[" * 50_000],
)
def test_onleesbaar_of_leeg_wordt_geweigerd(dji: Machine, ruw: bytes) -> None:
    antwoord = dji.post(PAD, ruw)

    assert antwoord.status_code == 400
    assert antwoord.json()["errors"]


def test_een_te_lange_reeks_wordt_als_geheel_geweigerd(dji: Machine) -> None:
    antwoord = dji.post(PAD, [{}] * (MAX_PER_KEER + 1))

    assert antwoord.status_code == 400
    assert [fout["code"] for fout in antwoord.json()["errors"]] == ["aantal"]


def test_elk_voorbeeld_van_de_documentatie_gaat_door_de_ontvangst(dji: Machine) -> None:
    for code, soort in (
        ("GM0363", "gemeente"),
        ("GM0193", "gemeente"),
        ("PI-ZWOLLE", "inrichting"),
        ("PPC-ZWOLLE", "inrichting"),
    ):
        maak_organisatie(code, soort)

    for pad in sorted(VOORBEELDEN.glob("*.json")):
        antwoord = dji.post(PAD, json.loads(pad.read_text(encoding="utf-8")))
        assert antwoord.status_code in (201, 202), (pad.name, antwoord.content)
        assert antwoord.json()["status"] != "quarantaine", (pad.name, antwoord.content)
