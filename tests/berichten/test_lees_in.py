"""`richting lees-in`: files from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen

RICHTING = (sys.executable, "-m", "richting.config.opdracht")


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

    vreemd = lees_in(schrijf(tmp_path / "goed.jsonl", begin("V1")), "--bron", "DIJ")
    assert vreemd.returncode == 2
    assert "Kies met --bron uit: DJI" in vreemd.stderr
    for pad in (verkeerd, tmp_path / "weg.jsonl", schrijf(tmp_path / "levering.txt", b"x")):
        klaar = lees_in(pad)
        assert klaar.returncode == 2, klaar.stdout
        assert klaar.stderr.strip().endswith(".")
