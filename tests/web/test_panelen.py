"""Rooms hang their panels, links and counts on shared pages."""

from __future__ import annotations

from typing import Any

import pytest

from richting.web import context, panelen


@pytest.fixture(autouse=True)
def schone_lei(monkeypatch):
    for naam in ("_panelen", "_navigatie", "_teller"):
        monkeypatch.setattr(panelen, naam, {})


def paneel(naam: str, volgorde: int, inhoud: dict[str, Any] | None = None, kolom="hoofd"):
    panelen.registreer_paneel(
        naam, volgorde, naam.title(), lambda lees, dossier: inhoud, "x.html", kolom
    )


def test_panelen_staan_op_volgorde_en_daarna_op_naam():
    paneel("tijdlijn", 90)
    paneel("route", 10)
    paneel("einde", 10)
    assert [p.naam for p in panelen.panelen()] == ["einde", "route", "tijdlijn"]


def test_nog_eens_registreren_vervangt():
    paneel("route", 10)
    paneel("route", 20)
    assert [(p.naam, p.volgorde) for p in panelen.panelen()] == [("route", 20)]


def test_een_paneel_zonder_inhoud_verschijnt_niet():
    paneel("leeg", 1, None)
    paneel("route", 2, {"stukken": []})
    paneel("delen", 3, {"gronden": 2}, kolom="zij")
    gevuld = panelen.vul_panelen(lees=None, dossier=None)
    assert [g.paneel.naam for g in gevuld["hoofd"]] == ["route"]
    assert [g.inhoud for g in gevuld["zij"]] == [{"gronden": 2}]


def test_menu_toont_alleen_wat_zichtbaar_is_en_bestaat(rf):
    panelen.registreer_navigatie("gids", 2, "Gids", "web:stijlgids", lambda request: True)
    panelen.registreer_navigatie("dicht", 1, "Dicht", "web:stijlgids", lambda request: False)
    panelen.registreer_navigatie("weg", 3, "Weg", "web:bestaat-niet", lambda request: True)
    punten = panelen.navigatie(rf.get("/stijlgids/"))
    assert [(p.titel, p.url, p.huidig) for p in punten] == [("Gids", "/stijlgids/", True)]


def test_het_begin_is_alleen_op_het_begin_de_huidige_pagina():
    assert panelen._is_hier("/", "/")
    assert not panelen._is_hier("/", "/dossiers/1/")
    assert panelen._is_hier("/postbus/", "/postbus/2026/")


def test_zonder_teller_is_er_geen_aantal(rf):
    assert panelen.postbus_ongelezen(rf.get("/")) is None


def test_de_postbus_wordt_pas_geteld_als_de_pagina_erom_vraagt_en_dan_een_keer(rf):
    tellingen = []
    panelen.registreer_postbusteller(lambda request: tellingen.append(1) or 3)
    inhoud = context.pagina(rf.get("/"))
    assert tellingen == []
    assert [inhoud["postbus_ongelezen"](), inhoud["postbus_ongelezen"]()] == [3, 3]
    assert tellingen == [1]


def test_een_lang_menu_laat_achter_meer_wat_geen_werk_van_de_dag_is(rf) -> None:
    def voeg_toe(naam: str, volgorde: int) -> None:
        panelen.registreer_navigatie(naam, volgorde, naam, "web:stijlgids", lambda request: True)

    for nummer in range(panelen.MEESTE_PUNTEN):
        voeg_toe(f"W{nummer}", nummer)
    assert not any(punt.achter for punt in panelen.navigatie(rf.get("/")))
    voeg_toe("Beheer", panelen.BEHEER)
    achter = [punt.titel for punt in panelen.navigatie(rf.get("/")) if punt.achter]
    assert achter == ["Beheer"]
