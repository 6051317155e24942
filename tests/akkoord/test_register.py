"""The register of the accord, read from code and tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from richting.akkoord import register
from richting.akkoord.clausules import CLAUSULES, DELEN, Clausulesoort
from tools.akkoord import BRON, TESTS, hoofd, pagina

CODE = '''
def regel():
    """Iemand is binnen. Clausule 3.1,
    3.3."""

class Ding:
    """Clausules 5.4 en 6.1."""

    def doe(self):
        """Doet. Clausule 1.1. Artikel Pbw 18.1."""

def kaal():
    """Zegt niets over het akkoord; 3.8 is geen clausule zonder dat woord."""

AANTAL = 30_000
"""Zoveel. Clausule 3.2."""
'''
REGEL = '''"""Regels. Clausule 3.9."""

def beslis():
    """Beslist. Clausule 3.4."""
'''
PROEF = """
import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("3.4")]

@pytest.mark.clausule("3.1", "5.4")
@pytest.mark.parametrize("x", [1])
def test_iets(x): ...

class TestDing:
    @pytest.mark.clausule("1.1")
    def test_doet(self): ...

@pytest.mark.clausule("3.3")
def hulp(): ...
"""


@pytest.fixture
def huis(tmp_path: Path) -> tuple[Path, Path]:
    """A house of one module and one test."""
    bron, tests = tmp_path / "bron", tmp_path / "tests"
    for map_, naam, tekst in [
        (bron / "kamer", "acties.py", CODE),
        (bron / "akkoord", "regels.py", REGEL),
        (tests, "test_x.py", PROEF),
    ]:
        map_.mkdir(parents=True)
        (map_ / naam).write_text(tekst, encoding="utf-8")
    return bron, tests


def test_dragers_komen_uit_de_docstrings(huis: tuple[Path, Path]):
    assert register.dragers_in(huis[0]) == {
        "3.1": ("kamer.acties.regel",),
        "3.3": ("kamer.acties.regel",),
        "5.4": ("kamer.acties.Ding",),
        "6.1": ("kamer.acties.Ding",),
        "1.1": ("kamer.acties.Ding.doe",),
        "3.2": ("kamer.acties.AANTAL",),
        "3.4": ("akkoord.regels.beslis",),
        "3.9": ("akkoord.regels",),
    }


def test_tests_komen_uit_de_merken(huis: tuple[Path, Path]):
    assert register.tests_in(huis[1]) == {
        "3.1": ("test_x.py::test_iets",),
        "5.4": ("test_x.py::test_iets",),
        "1.1": ("test_x.py::TestDing.test_doet",),
        "3.4": ("test_x.py",),
    }


def test_een_clausule_zonder_code_of_zonder_test_is_open(huis: tuple[Path, Path]):
    gemaakt = register.maak(*huis)
    assert [r.nr for r in gemaakt if not r.open] == ["1.1", "3.1", "3.4", "5.4"]
    assert [r.nr for r in gemaakt] == [c.nr for c in CLAUSULES]


def test_een_clausule_zonder_onderdeel_heeft_alleen_de_regel(huis: tuple[Path, Path]):
    gemaakt = {r.nr: r for r in register.maak(*huis)}
    assert gemaakt["3.4"].stand == register.Stand.REGEL
    assert gemaakt["3.1"].stand == register.Stand.GEDRAGEN
    assert gemaakt["3.9"].stand == register.Stand.OPEN
    assert gemaakt["3.4"].regels == ("akkoord.regels.beslis",)
    assert gemaakt["3.1"].onderdelen == ("kamer.acties.regel",)


def test_een_clausule_die_niet_bestaat_wordt_genoemd(huis: tuple[Path, Path]):
    (huis[0] / "kamer" / "fout.py").write_text('def f():\n    """Clausule 9.9."""\n', "utf-8")
    with pytest.raises(register.OnbekendeClausule, match=r"9\.9 \(in kamer\.fout\.f\)"):
        register.maak(*huis)


def test_de_hele_code_noemt_alleen_bestaande_clausules():
    assert len(register.maak(BRON, TESTS)) == len(CLAUSULES)


UITGAVE_2 = (
    *("1.1", "1.6", "2.2", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9"),
    *("5.4", "6.1", "6.2", "6.4", "6.7", "8.1"),
)


def test_wat_het_huis_belooft_is_gedragen_door_onderdeel_en_test():
    standen = {r.nr: r.stand for r in register.maak(BRON, TESTS)}
    assert {nr for nr in UITGAVE_2 if standen[nr] != register.Stand.GEDRAGEN} == set()


def test_het_register_is_elke_keer_hetzelfde(huis: tuple[Path, Path]):
    een, twee = register.maak(*huis), register.maak(*huis)
    assert register.als_json(een) == register.als_json(twee)
    assert pagina(een) == pagina(twee)


def test_het_bewaarde_register_is_te_lezen():
    regels = register.lees()
    assert [r.nr for r in regels] == [c.nr for c in CLAUSULES]
    assert "akkoord.doelgroep.beoordeel" in {d for r in regels for d in r.dragers}


def test_de_pagina_noemt_elke_clausule_en_wat_open_is(huis: tuple[Path, Path]):
    tekst = pagina(register.maak(*huis))
    koppen = re.findall(r"^### (\d+\.\d+)(?: — \*\*(.+)\*\*)?$", tekst, re.M)
    assert [nr for nr, _ in koppen] == [c.nr for c in CLAUSULES]
    assert [nr for nr, stand in koppen if not stand] == ["1.1", "3.1", "5.4"]
    assert [nr for nr, stand in koppen if stand == "alleen de regel"] == ["3.4"]


def test_controleren_merkt_een_verouderde_pagina(
    huis: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    for naam, waarde in {
        "WORTEL": tmp_path,
        "BRON": huis[0],
        "TESTS": huis[1],
        "REGISTER": tmp_path / "register.json",
        "PAGINA": tmp_path / "akkoord.md",
    }.items():
        monkeypatch.setattr(f"tools.akkoord.{naam}", waarde)
    assert hoofd(["--controleer"]) == 1
    assert hoofd([]) == 0
    assert hoofd(["--controleer"]) == 0
    (tmp_path / "akkoord.md").write_text("met de hand", encoding="utf-8")
    assert hoofd(["--controleer"]) == 1
    assert "akkoord.md is verouderd" in capsys.readouterr().out


def test_elke_clausule_heeft_gewone_woorden_in_twee_talen():
    assert len({c.nr for c in CLAUSULES}) == len(CLAUSULES)
    assert {c.deel for c in CLAUSULES} == set(DELEN)
    assert {c.kind for c in CLAUSULES} == set(Clausulesoort)
    for clausule in CLAUSULES:
        assert clausule.nl.rstrip().endswith((".", "?"))
        assert clausule.en.rstrip().endswith((".", "?"))
        assert clausule.nl != clausule.en
