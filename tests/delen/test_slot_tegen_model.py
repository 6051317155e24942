"""The second lock against the rules: raw SQL as each kind of desk shows what the law allows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given, settings

from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen import gronden
from richting.kern import context, klok
from richting.kern.context import databasecontext, systeem_zelf, token
from richting.kern.lezen import lezing
from richting.kern.slot import ALLEEN_TOEVOEGEN
from richting.kern.werk import verwerking
from tests.akkoord.bouwers import verblijf
from tests.akkoord.strategieen import feiten_op
from tests.delen.bouwers import (
    ANDERS_GETOETST,
    APART,
    TABELLEN,
    Model,
    als,
    lezer,
    maak_dossier,
    maak_loketten,
    tel,
    weg_ermee,
)
from tests.delen.bouwers_posten import POSTTABELLEN
from tests.delen.bouwers_risico import RISICO_MET_ID

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.4", "6.7")]
VEEL = settings(max_examples=25)
DAG = date(2026, 11, 23)
JOURNAAL = "SELECT categorie FROM kern_journaal WHERE soort = 'proef' ORDER BY categorie"


def gelezen_dossier(feiten: Feiten) -> UUID:
    """A dossier with a row in every table, and somebody on record who looked at it."""
    dossier = maak_dossier(feiten)
    with lezing(systeem_zelf("test", klok.nu()), "proef") as lees:
        lees.gezien([dossier], {"verblijf"})
    return dossier


def journaal() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(JOURNAAL)
        return [categorie for (categorie,) in cursor.fetchall()]


def gronden_zichtbaar() -> list[tuple[UUID, int, list[str]]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT dossier_id, loket_id, categorieen FROM delen_grond")
        return cursor.fetchall()


@VEEL
@given(feiten_op())
def test_elk_loket_ziet_per_tabel_precies_wat_de_regels_toestaan(
    geval: tuple[Feiten, date],
) -> None:
    feiten, op = replace(geval[0], terroristisch=False), geval[1]
    with transaction.atomic():
        loketten = maak_loketten()
        dossier = gelezen_dossier(feiten)
        model = Model(gronden(feiten))
        for (soort, code), loket in loketten.items():
            mag = model.categorieen(soort, code, op)
            with als(lezer(loket, op)):
                gezien, regels, eigen = tel([*TABELLEN, *APART]), journaal(), gronden_zichtbaar()
            verwacht = {naam: int(bool(mag & set(nodig or ()))) for naam, nodig in TABELLEN.items()}
            verwacht |= {naam: regel(soort, mag) for naam, regel in APART.items()}
            if soort == "beheer":
                verwacht["dossiers_dossier"] = 1
            assert gezien == verwacht, (soort, code)
            assert set(regels) == mag, (soort, code)
            assert {(d, lok) for d, lok, _c in eigen} <= {(dossier, loket.pk)}
            assert {c for _d, _l, categorieen in eigen for c in categorieen} == mag, (soort, code)
        weg_ermee()


def test_geen_tabel_op_slot_ontbreekt_in_het_model(eigenaar: psycopg.Connection) -> None:
    op_slot = eigenaar.execute(
        "SELECT relname FROM pg_class WHERE relrowsecurity"
        " AND relnamespace = 'public'::regnamespace"
    )
    assert {naam for (naam,) in op_slot} == {*TABELLEN, *APART, *ANDERS_GETOETST}


def test_wat_een_loket_buiten_dossiers_deed_ziet_alleen_dat_loket() -> None:
    loketten = maak_loketten()
    anna = loketten["nazorg", "GM0344"]
    with verwerking(lezer(anna, DAG)) as werk:
        werk.noteer(None, "proef", "beheer")
    for loket in loketten.values():
        with als(lezer(loket, DAG)):
            assert journaal() == (["beheer"] if loket == anna else []), loket


ECHT = ("nazorg", "GM0344")
VERVALSINGEN: dict[str, Callable[[str], str]] = {
    "geen": lambda bewijs: "",
    "ander loket": lambda bewijs: bewijs.replace("|nazorg|", "|beheer|", 1),
    "verwerken": lambda bewijs: bewijs.replace("lezen|", "verwerken|", 1),
    "andere dag": lambda bewijs: bewijs.replace("|2026-11-23|", "|2026-11-24|", 1),
    "langer geldig": lambda bewijs: bewijs[:-65] + "9" + bewijs[-65:],
    "andere handtekening": lambda bewijs: bewijs[:-64] + "0" * 64,
    "een streep erbij": lambda bewijs: bewijs[:-64] + "|" + bewijs[-64:],
}
OVERAL = (*TABELLEN, *APART, *ANDERS_GETOETST)


@pytest.mark.parametrize("vervalsing", VERVALSINGEN)
def test_met_een_vervalste_context_is_elke_tabel_leeg(vervalsing: str) -> None:
    loketten = maak_loketten()
    gelezen_dossier(verblijf())
    echt = token(lezer(loketten[ECHT], DAG), "lezen")
    vals = VERVALSINGEN[vervalsing](echt)
    assert vals != echt
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('richting.context', %s, true)", [echt])
        assert tel(["dossiers_dossier"]) == {"dossiers_dossier": 1}
        cursor.execute("SELECT set_config('richting.context', %s, true)", [vals])
        assert set(tel(OVERAL).values()) == {0}


def test_met_een_verlopen_context_is_elke_tabel_leeg(monkeypatch: pytest.MonkeyPatch) -> None:
    loketten = maak_loketten()
    gelezen_dossier(verblijf())
    monkeypatch.setattr(context, "GELDIG", timedelta(seconds=-1))
    for soort in ("lezen", "verwerken"):
        with transaction.atomic(), databasecontext(lezer(loketten[ECHT], DAG), soort):
            assert set(tel(OVERAL).values()) == {0}


def test_zonder_context_is_elke_tabel_leeg() -> None:
    maak_loketten()
    gelezen_dossier(verblijf())
    assert set(tel(OVERAL).values()) == {0}


def _raakt(vraag: str) -> int | str:
    """How many rows a statement touches, or the code of its refusal; undone afterwards."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(vraag)
            geraakt = cursor.rowcount
            weg_ermee()
    except DatabaseError as fout:
        return str(getattr(fout.__cause__, "sqlstate", ""))
    return geraakt


GEWEIGERD = "42501"
"""The code of PostgreSQL for what one has no right to."""
MET_ID = {
    *("dossiers_dossier", "dossiers_plaats", "dossiers_gemeenteband", "dossiers_openvraag"),
    *("dossiers_toezicht", "dossiers_ketenkenmerk", "dossiers_justitiabele"),
    *("dossiers_verblijfsfeit", "delen_afscherming", "regie_werkregel", *APART, *ANDERS_GETOETST),
    *POSTTABELLEN,
    "regie_herinnering",
    *("overleg_overleg", "overleg_genodigde"),
    *RISICO_MET_ID,
}
"""Tables with a key of their own."""


@pytest.mark.parametrize("met_context", [True, False])
def test_wie_leest_kan_niets_schrijven(met_context: bool) -> None:
    """Also not in rows that one sees: writing takes the context of a unit of work."""
    loketten = maak_loketten()
    gelezen_dossier(verblijf())
    wie = lezer(loketten[ECHT], DAG)
    met: Any = als(wie) if met_context else nullcontext()
    with met:
        for tabel in OVERAL:
            kolom = "id" if tabel in MET_ID else "sleutel" if "geweigerd" in tabel else "dossier_id"
            for vraag in (f"UPDATE {tabel} SET {kolom} = {kolom}", f"DELETE FROM {tabel}"):
                assert _raakt(vraag) == (GEWEIGERD if tabel in ALLEEN_TOEVOEGEN else 0), vraag
            assert _raakt(f"TRUNCATE {tabel} CASCADE") == GEWEIGERD, tabel
            if tabel not in ALLEEN_TOEVOEGEN:
                assert _raakt(f"INSERT INTO {tabel} DEFAULT VALUES") == GEWEIGERD, tabel


def test_een_werk_in_uitvoering_ziet_alles() -> None:
    loketten = maak_loketten()
    gelezen_dossier(verblijf())
    wie = lezer(loketten["verwerking", "DJI"], date(2026, 11, 23))
    with transaction.atomic(), databasecontext(wie, "verwerken"):
        assert tel(["dossiers_dossier", "dossiers_verblijfsfeit"]) == {
            "dossiers_dossier": 1,
            "dossiers_verblijfsfeit": 1,
        }
