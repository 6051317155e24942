"""The command line: it lists what there is, and tells an operator's fault in one sentence."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from psycopg.errors import UndefinedTable
from psycopg_pool import PoolTimeout

from richting.config import opdracht
from richting.config.omgeving import FouteInstelling

BEHEER = Path(__file__).resolve().parents[2] / "docs" / "beheer.md"


def draai(*woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Run the real command line in an environment of its own, without the database of the tests."""
    schoon = {n: w for n, w in os.environ.items() if not n.startswith(("RICHTING_", "DATABASE_"))}
    return subprocess.run(
        [sys.executable, "-m", "richting.config.opdracht", *woorden],
        env={**schoon, **omgeving},
        capture_output=True,
        text=True,
        check=False,
    )


def onderdelen() -> dict[str, argparse.ArgumentParser]:
    for deel in opdracht.ontleder()._subparsers._group_actions:  # type: ignore[union-attr]
        return dict(deel.choices)  # type: ignore[arg-type]
    return {}


def test_elke_opdracht_staat_in_het_beheerboek_en_legt_zich_uit() -> None:
    tekst = BEHEER.read_text(encoding="utf-8")
    assert {"migreer", "dien-op", "lees-in", "gronden", "verifieer", "demo"} <= set(onderdelen())
    for naam, deel in onderdelen().items():
        assert f"`richting {naam}" in tekst, naam
        assert "toon deze uitleg" in deel.format_help()


def test_zonder_opdracht_komt_de_lijst(capsys: pytest.CaptureFixture[str]) -> None:
    assert opdracht.hoofd([]) == 2
    assert "migreer" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["bestaatniet"], "bestaat niet; kies uit"),
        (["gronden"], "kies een van deze: --controleer --herstel"),
        (["lees-in"], "dit ontbreekt nog: bestand"),
        (["demo", "start", "--omvang", "veel"], "kies klein, jaar, groot of een getal"),
        (["demo", "laad", "--vandaag", "morgen"], "'morgen' is geen datum als 2026-11-23"),
    ],
)
def test_wat_niet_kan_wordt_in_het_nederlands_gezegd(
    woorden: list[str], zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as uit:
        opdracht.hoofd(woorden)
    assert uit.value.code == 2
    assert zin in capsys.readouterr().err


def test_schrijven_naar_een_map_die_er_niet_is_geeft_een_zin(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pad = tmp_path / "nergens" / "natie.jsonl"
    assert opdracht.hoofd(["demo", "schrijf", str(pad), "--vandaag", "2026-11-23"]) == 2
    assert capsys.readouterr().err == f"{pad}: dit bestaat niet.\n"


@pytest.mark.parametrize(
    ("fout", "woord"),
    [
        (PoolTimeout("geheim"), "antwoordt niet"),
        (UndefinedTable("geheim"), "richting migreer"),
        (EOFError(), "--genereer"),
        (FouteInstelling("Zo niet."), "Zo niet."),
    ],
)
def test_een_fout_van_de_beheerder_is_een_zin_zonder_inhoud(fout: Exception, woord: str) -> None:
    zin = opdracht._zin(fout)
    assert zin is not None
    assert woord in zin
    assert "geheim" not in zin


def test_een_fout_van_ons_blijft_een_fout() -> None:
    assert opdracht._zin(KeyError("x")) is None


def test_productie_weigert_en_noemt_alles_wat_ontbreekt() -> None:
    klaar = draai("dien-op", RICHTING_OMGEVING="productie")
    assert klaar.returncode == 2
    assert klaar.stdout == ""
    for naam in ("DATABASE_URL", "RICHTING_GEHEIM", "RICHTING_CONTEXTSLEUTEL", "RICHTING_HOSTS"):
        assert naam in klaar.stderr
    assert "Traceback" not in klaar.stderr


def test_een_demo_in_productie_kan_niet(tmp_path: Path) -> None:
    klaar = draai("demo", "start", RICHTING_OMGEVING="productie", RICHTING_DATA=str(tmp_path))
    assert klaar.returncode == 2
    assert not list(tmp_path.iterdir())


def test_een_bezette_poort_wordt_gezegd_voor_er_iets_start(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as bezet:
        poort = str(bezet.getsockname()[1])
        klaar = draai("demo", "start", RICHTING_DATA=str(tmp_path), RICHTING_POORT=poort)
    assert klaar.returncode == 2
    assert f"Poort {poort} op 127.0.0.1 is al in gebruik" in klaar.stderr
    assert not (tmp_path / "postgres").exists()
