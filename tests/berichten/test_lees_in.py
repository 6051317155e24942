"""`richting lees-in`: files from the command line, and a kill -9 in the middle of one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen

RICHTING = (sys.executable, "-m", "richting.config.opdracht")
AANTAL = 400


def schrijf(pad: Path, *regels: Any) -> Path:
    pad.write_bytes(
        b"\n".join(r if isinstance(r, bytes) else json.dumps(r).encode() for r in regels)
    )
    return pad


def lees_in(*woorden: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RICHTING, "lees-in", *map(str, woorden)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def uitslag(pad: Path) -> list[dict[str, Any]]:
    """The acknowledged lines; a last line cut off by a crash was not acknowledged."""
    heel = pad.read_text(encoding="utf-8").rpartition("\n")[0]
    return [json.loads(regel) for regel in heel.splitlines()]


@pytest.mark.usefixtures("echte_database")
def test_een_bestand_wordt_ingelezen_met_een_uitslag_per_regel(
    tmp_path: Path, eigenaar: psycopg.Connection
) -> None:
    maak_partijen()
    bestand = schrijf(
        tmp_path / "levering.jsonl",
        begin("V1"),
        b"{kapot",
        begin("V2", titel="taakstraf"),
        einde_gewijzigd("V1"),
    )

    klaar = lees_in(bestand, "--uitslag", tmp_path / "uitslag.jsonl")

    assert klaar.returncode == 1, klaar.stderr
    assert [(r["regel"], r["status"]) for r in uitslag(tmp_path / "uitslag.jsonl")] == [
        (1, "aanvaard"),
        (2, "geweigerd"),
        (3, "geweigerd"),
        (4, "aanvaard"),
    ]
    assert "Regel 3 (V2-begin), geweigerd: titel:" in klaar.stdout
    (rij,) = eigenaar.execute(
        "SELECT bestandsnaam, uitkomsten, jsonb_array_length(fouten) FROM berichten_aanlevering"
    ).fetchall()
    assert rij == ("levering.jsonl", {"aanvaard": 2, "geweigerd": 2}, 2)


@pytest.mark.usefixtures("echte_database")
def test_nog_eens_inlezen_kan_geen_kwaad(tmp_path: Path, eigenaar: psycopg.Connection) -> None:
    maak_partijen()
    bestand = schrijf(tmp_path / "levering.jsonl", begin("V1"), einde_gewijzigd("V1"))
    assert lees_in(bestand).returncode == 0
    voor = eigenaar.execute("SELECT count(*), max(id) FROM kern_journaal").fetchone()

    klaar = lees_in(bestand)

    assert klaar.returncode == 0
    assert "herhaald" in klaar.stdout
    assert eigenaar.execute("SELECT count(*), max(id) FROM kern_journaal").fetchone() == voor


@pytest.mark.usefixtures("echte_database")
def test_een_onbruikbaar_bestand_geeft_uitgang_2(tmp_path: Path) -> None:
    verkeerd = schrijf(tmp_path / "levering.csv", b"naam,leeftijd", b"Jan,3")

    for pad in (verkeerd, tmp_path / "weg.jsonl", schrijf(tmp_path / "levering.txt", b"x")):
        klaar = lees_in(pad)
        assert klaar.returncode == 2, klaar.stdout
        assert klaar.stderr.strip().endswith(".")


def levering() -> list[dict[str, Any]]:
    """Stays with two messages each; every second stay sends its change before its begin."""
    regels: list[dict[str, Any]] = []
    for nr in range(AANTAL // 2):
        paar = [
            begin(f"V{nr}", persoon={"geslachtsnaam": f"Naam{nr}", "geboortedatum": "1980-01-01"}),
            einde_gewijzigd(f"V{nr}"),
        ]
        regels += paar if nr % 2 else reversed(paar)
    return regels


def wacht_op_regels(pad: Path, proces: subprocess.Popen[bytes], aantal: int) -> None:
    for _keer in range(3000):
        if pad.exists() and pad.read_bytes().count(b"\n") >= aantal:
            return
        assert proces.poll() is None, "het inlezen eindigde voor de klap"
        time.sleep(0.01)
    raise AssertionError("het inlezen kwam niet op gang")


@pytest.mark.usefixtures("echte_database")
@pytest.mark.clausule("5.4")
def test_kill_9_verliest_niets_wat_bevestigd_was_en_verdubbelt_niets(
    tmp_path: Path, eigenaar: psycopg.Connection
) -> None:
    maak_partijen()
    regels = levering()
    bestand, bevestigd = schrijf(tmp_path / "groot.jsonl", *regels), tmp_path / "uitslag.jsonl"
    proces = subprocess.Popen(
        [*RICHTING, "lees-in", str(bestand), "--uitslag", str(bevestigd)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ,
    )
    wacht_op_regels(bevestigd, proces, 50)
    proces.send_signal(signal.SIGKILL)
    proces.wait(timeout=30)

    erkend = {regel["berichtId"] for regel in uitslag(bevestigd)}
    bewaard = {
        naam for (naam,) in eigenaar.execute("SELECT bericht_id FROM berichten_bericht").fetchall()
    }
    assert 50 <= len(erkend) < AANTAL
    assert erkend <= bewaard

    klaar = lees_in(bestand, "--uitslag", tmp_path / "opnieuw.jsonl")
    assert klaar.returncode == 0, klaar.stdout
    telling = Counter(regel["status"] for regel in uitslag(tmp_path / "opnieuw.jsonl"))
    assert telling["herhaald"] == len(bewaard)
    assert sum(telling.values()) == AANTAL
    _alles_precies_een_keer(eigenaar, regels)


def _alles_precies_een_keer(eigenaar: psycopg.Connection, regels: list[dict[str, Any]]) -> None:
    (berichten, aanvaard) = eigenaar.execute(
        "SELECT count(*), count(*) FILTER (WHERE status = 'aanvaard') FROM berichten_bericht"
    ).fetchone() or (0, 0)
    assert (berichten, aanvaard) == (len(regels), len(regels))
    for vraag, verwacht in (
        ("SELECT count(*) FROM dossiers_dossier", AANTAL // 2),
        ("SELECT count(*) FROM dossiers_verblijfsfeit", AANTAL),
        ("SELECT count(*) FROM kern_journaal WHERE soort = 'dossier_geopend'", AANTAL // 2),
    ):
        assert eigenaar.execute(vraag).fetchone() == (verwacht,), vraag
