"""The glossary and the decisions keep up with the code."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from enum import StrEnum
from pathlib import Path

import pytest
import yaml
from django.apps import apps

import richting

WORTEL = Path(__file__).resolve().parents[2]
BEGRIPPEN = (WORTEL / "docs" / "begrippen.md").read_text(encoding="utf-8")
TAAL = {"Termijnfeit", "Clausulesoort", "Bronsoort"}
"""Enumerations whose values are a list of their own in the code."""


def woordenlijsten() -> set[type[StrEnum]]:
    """Every enumeration of words of the house."""
    gevonden: set[type[StrEnum]] = set()
    for info in pkgutil.walk_packages(richting.__path__, "richting."):
        if ".migrations" in info.name or info.name.endswith("wsgi"):
            continue
        for _naam, deel in inspect.getmembers(importlib.import_module(info.name), inspect.isclass):
            if issubclass(deel, StrEnum) and deel.__module__.startswith("richting."):
                gevonden.add(deel)
    return gevonden


def staat_erin(woord: str) -> bool:
    """As code, or as an entry of a table (with or without capital)."""
    return f"`{woord}`" in BEGRIPPEN or bool(
        re.search(rf"^\| {re.escape(woord.lower())}\b", BEGRIPPEN.lower(), re.MULTILINE)
    )


def test_elke_tabel_staat_in_de_begrippen() -> None:
    eigen = [m for m in apps.get_models() if m.__module__.startswith("richting.")]
    assert eigen
    assert not [m.__name__ for m in eigen if not staat_erin(m.__name__)]


def test_elke_vaste_waarde_staat_in_de_begrippen() -> None:
    lijsten = woordenlijsten()
    assert len(lijsten) > 10
    mist = [
        f"{lijst.__name__}.{waarde.value}"
        for lijst in lijsten
        if lijst.__name__ not in TAAL
        for waarde in lijst
        if not staat_erin(waarde.value)
    ]
    assert not sorted(mist)


def eisen(naam: str) -> set[str]:
    regels = (WORTEL / "requirements" / naam).read_text(encoding="utf-8").splitlines()
    return {re.split(r"[\[><= ;]", regel)[0] for regel in regels if re.match(r"[a-z]", regel)}


@pytest.mark.parametrize("lijst", ["draaien.in", "ontwikkelen.in"])
def test_elke_afhankelijkheid_heeft_een_reden(lijst: str) -> None:
    pagina = (WORTEL / "docs" / "keuzes" / "014-afhankelijkheden.md").read_text(encoding="utf-8")
    genoemd = set(re.findall(r"^\| `([a-z0-9-]+)`", pagina, re.MULTILINE))
    assert not eisen(lijst) - genoemd
    assert not genoemd - eisen("draaien.in") - eisen("ontwikkelen.in")


def test_elk_besluit_staat_in_de_lijst() -> None:
    map_ = WORTEL / "docs" / "keuzes"
    lijst = (map_ / "README.md").read_text(encoding="utf-8")
    paginas = {pad.name for pad in map_.glob("[0-9]*.md")}
    assert paginas == set(re.findall(r"\(([0-9][^)]+\.md)\)", lijst))
    for naam in paginas:
        tekst = (map_ / naam).read_text(encoding="utf-8")
        assert all(f"**{deel}.**" in tekst for deel in ("Context", "Choice", "Given up")), naam


def test_de_kaart_van_het_huis_klopt() -> None:
    """The README names every room, in the order of the doors."""
    tekst = (WORTEL / "README.md").read_text(encoding="utf-8")
    kaart = re.findall(r"^      ([a-z]+)/ ", tekst, re.MULTILINE)
    deuren = re.search(r"layers = \[(.*)\]", (WORTEL / "pyproject.toml").read_text())
    assert deuren is not None
    assert kaart == list(reversed(re.findall(r'"([a-z]+)"', deuren[1])))


def test_elke_verwijzing_in_de_documenten_bestaat() -> None:
    paginas = [*WORTEL.glob("*.md"), *(WORTEL / "docs").rglob("*.md")]
    for pagina in paginas:
        for doel in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", pagina.read_text(encoding="utf-8")):
            if not doel.startswith("http"):
                assert (pagina.parent / doel).exists(), f"{pagina.name}: {doel}"


def test_publiccode_is_volledig() -> None:
    """The keys that version 0.4 of the standard demands."""
    inhoud = yaml.safe_load((WORTEL / "publiccode.yml").read_text(encoding="utf-8"))
    verplicht = {"publiccodeYmlVersion", "name", "url", "releaseDate", "platforms", "categories"}
    verplicht |= {"developmentStatus", "softwareType", "description", "legal", "maintenance"}
    verplicht |= {"localisation"}
    assert not verplicht - set(inhoud)
    for uitleg in inhoud["description"].values():
        assert len(uitleg["shortDescription"]) <= 150
        assert 150 <= len(uitleg["longDescription"]) <= 10_000
        assert uitleg["features"]
    assert inhoud["legal"]["license"] == "EUPL-1.2"
    assert "EUPL" in (WORTEL / "LICENSE.md").read_text(encoding="utf-8")
