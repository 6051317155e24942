"""The second lock against the rules: raw SQL as each kind of desk shows what the law allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings

from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen import gronden
from richting.kern.context import databasecontext
from tests.akkoord.bouwers import verblijf
from tests.akkoord.strategieen import feiten_op
from tests.delen.bouwers import (
    TABELLEN,
    Model,
    als,
    lezer,
    maak_dossier,
    maak_loketten,
    tel,
    weg_ermee,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.4", "6.7")]
VEEL = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
JOURNAAL = "SELECT categorie FROM kern_journaal WHERE soort = 'proef' ORDER BY categorie"


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
        dossier = maak_dossier(feiten)
        model = Model(gronden(feiten))
        for (soort, code), loket in loketten.items():
            mag = model.categorieen(soort, code, op)
            with als(lezer(loket, op)):
                gezien, regels, eigen = tel(), journaal(), gronden_zichtbaar()
            verwacht = {naam: int(bool(mag & set(nodig or ()))) for naam, nodig in TABELLEN.items()}
            if soort == "beheer":
                verwacht["dossiers_dossier"] = 1
            assert gezien == verwacht, (soort, code)
            assert set(regels) == mag, (soort, code)
            assert {(d, lok) for d, lok, _c in eigen} <= {(dossier, loket.pk)}
            assert {c for _d, _l, categorieen in eigen for c in categorieen} == mag, (soort, code)
        weg_ermee()


def test_zonder_context_is_elke_tabel_leeg() -> None:
    maak_loketten()
    maak_dossier(verblijf())
    assert set(tel([*TABELLEN, "delen_grond", "dossiers_koppelvoorstel"]).values()) == {0}
    assert journaal() == []


def test_een_werk_in_uitvoering_ziet_alles() -> None:
    loketten = maak_loketten()
    maak_dossier(verblijf())
    wie = lezer(loketten["verwerking", "DJI"], date(2026, 11, 23))
    with transaction.atomic(), databasecontext(wie, "verwerken"):
        assert tel(["dossiers_dossier", "dossiers_verblijfsfeit"]) == {
            "dossiers_dossier": 1,
            "dossiers_verblijfsfeit": 1,
        }
