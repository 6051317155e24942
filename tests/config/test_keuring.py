"""Before pages are served: the database is the right one, seen through the right role."""

from __future__ import annotations

import dataclasses
import json
import logging
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client, override_settings

from richting.config import gezond
from richting.config.keuring import check_database, check_poort
from richting.config.logboek import instelling
from richting.config.omgeving import FouteInstelling


def anders(**velden: Any) -> Any:
    return dataclasses.replace(settings.OMGEVING, **velden)


def test_de_database_van_de_tests_is_goed(echte_database: None) -> None:
    check_database(settings.OMGEVING)


def test_een_andere_contextsleutel_wordt_genoemd(echte_database: None) -> None:
    with (
        override_settings(OMGEVING=anders(contextsleutel="een heel andere sleutel")),
        pytest.raises(FouteInstelling, match="RICHTING_CONTEXTSLEUTEL") as fout,
    ):
        check_database(settings.OMGEVING)
    assert "een heel andere sleutel" not in str(fout.value)


def test_een_rol_boven_de_rijbeveiliging_wordt_geweigerd(
    echte_database: None, monkeypatch: pytest.MonkeyPatch, eigenaar: psycopg.Connection
) -> None:
    monkeypatch.setattr(connection, "cursor", eigenaar.cursor)
    with pytest.raises(FouteInstelling, match="richting_eigenaar staat boven"):
        check_database(settings.OMGEVING)


def test_het_webproces_mag_de_eigenaar_niet_kennen() -> None:
    with pytest.raises(FouteInstelling, match="DATABASE_URL_EIGENAAR"):
        check_database(anders(soort="productie"))


def test_een_adres_van_een_ander_wordt_genoemd() -> None:
    with pytest.raises(FouteInstelling, match="RICHTING_ADRES"):
        check_poort("192.0.2.1", 8000)


@pytest.mark.django_db
def test_gezond_zegt_of_de_database_antwoordt(monkeypatch: pytest.MonkeyPatch) -> None:
    goed = Client().get("/gezond", headers={"Host": "10.0.0.7"})

    def weg() -> None:
        raise OperationalError("geheim")

    monkeypatch.setattr(gezond.connection, "cursor", weg)
    slecht = Client().get("/gezond")

    assert (goed.status_code, goed.json()["status"]) == (200, "gezond")
    assert (slecht.status_code, slecht.json()["status"]) == (503, "ziek")
    assert goed["Cache-Control"] == "no-store"
    assert not goed.cookies
    assert Client().post("/gezond").status_code == 405


def opmaak() -> logging.Formatter:
    vorm = dict(instelling("productie")["formatters"]["json"])
    return vorm.pop("()")(**vorm)


def regel(naam: str, tekst: str, *delen: Any, **rest: Any) -> dict[str, Any]:
    logregel = logging.LogRecord(naam, logging.ERROR, __file__, 1, tekst, delen, **rest)
    return dict(json.loads(opmaak().format(logregel)))


def test_het_logboek_noemt_geen_personen() -> None:
    try:
        raise ValueError("Key (bsn)=(999990019) bestaat al: Aldo Verzonnenberg")
    except ValueError as fout:
        met_fout = regel(
            "django.request",
            "Internal Server Error: %s",
            "/dossiers/geheim/",
            exc_info=(type(fout), fout, fout.__traceback__),
        )
    los = regel("richting.x", "Bericht van 999990019 loopt vast", exc_info=None)

    assert met_fout["fout"] == "ValueError"
    assert "test_keuring.py" in met_fout["plek"][-1]
    assert met_fout["event"] == "Internal Server Error"
    assert los["event"] == "Bericht van [weggelaten] loopt vast"
    alles = json.dumps([met_fout, los])
    assert not [w for w in ("999990019", "Verzonnenberg", "geheim") if w in alles]


@pytest.mark.django_db
def test_een_verzoek_staat_in_het_logboek_met_zijn_route(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gezien: list[dict[str, Any]] = []
    monkeypatch.setattr(
        "richting.config.logboek.logboek.info", lambda _naam, **wat: gezien.append(wat)
    )
    Client().get("/api/v1/dossiers/01890000-0000-7000-8000-000000000000")

    assert gezien[0]["status"] == 401
    assert gezien[0]["route"] == "/api/v1/dossiers/{dossier}"


@pytest.mark.django_db
def test_gezond_zegt_of_er_een_werker_is_gezien(eigenaar: psycopg.Connection) -> None:
    assert Client().get("/gezond").json()["werker"] is False
    eigenaar.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
    try:
        assert Client().get("/gezond").json()["werker"] is True
        eigenaar.execute(
            "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '3 minutes'"
        )
        assert Client().get("/gezond").json()["werker"] is False
    finally:
        eigenaar.execute("DELETE FROM procrastinate_workers")
