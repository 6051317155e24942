"""A context that was not given shows nothing: forged, missing, expired or tampered with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from richting.kern import context
from richting.kern.context import databasecontext, token
from richting.kern.lezen import OnverantwoordeLezing, lezing
from richting.kern.werk import verwerking
from tests.partijen.bouwers import maak_ploeg

pytestmark = pytest.mark.django_db


def wie_is_het() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT kern_loket(), kern_verwerkt(), kern_medewerker(), kern_loketsoort()")
        return cursor.fetchone()


def zet(waarde: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('richting.context', %s, true)", [waarde])


NIEMAND = (None, False, None, "")


def test_met_een_echte_context_weet_de_database_wie_er_is() -> None:
    wie = maak_ploeg().anna.wie()
    with transaction.atomic(), databasecontext(wie, "lezen"):
        assert wie_is_het() == (wie.loket, False, wie.medewerker, "nazorg")
    assert wie_is_het() == NIEMAND


@pytest.mark.parametrize(
    "vervals",
    [
        lambda bewijs: "",
        lambda bewijs: "lezen",
        lambda bewijs: bewijs.replace("lezen", "verwerken", 1),
        lambda bewijs: bewijs.replace("nazorg", "privacy", 1),
        lambda bewijs: bewijs[:-1] + ("0" if bewijs[-1] != "0" else "1"),
        lambda bewijs: bewijs + "0",
        lambda bewijs: bewijs.rsplit("|", 1)[0] + "|" + "0" * 64,
        lambda bewijs: "|" * 80,
    ],
    ids=["leeg", "kort", "soort", "loketsoort", "handtekening", "langer", "nullen", "strepen"],
)
def test_een_vervalst_bewijs_is_niemand(vervals: Any) -> None:
    wie = maak_ploeg().anna.wie()
    with transaction.atomic():
        zet(vervals(token(wie, "lezen")))
        assert wie_is_het() == NIEMAND


def test_een_ander_loketnummer_in_het_bewijs_is_niemand() -> None:
    wie = maak_ploeg().anna.wie()
    echt = token(wie, "lezen")
    with transaction.atomic():
        zet(echt.replace(f"|{wie.loket}|", f"|{(wie.loket or 0) + 1}|", 1))
        assert wie_is_het() == NIEMAND


def test_een_bewijs_verloopt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "GELDIG", timedelta(seconds=-1))
    with transaction.atomic(), databasecontext(maak_ploeg().anna.wie(), "lezen"):
        assert wie_is_het() == NIEMAND


def test_een_bewijs_met_een_andere_sleutel_is_niemand(settings: Any) -> None:
    wie = maak_ploeg().anna.wie()
    settings.OMGEVING = replace(settings.OMGEVING, contextsleutel="een heel andere sleutel " * 2)
    with transaction.atomic(), databasecontext(wie, "lezen"):
        assert wie_is_het() == NIEMAND


@pytest.mark.parametrize("tabel", ["kern_contextsleutel", "kern_journaalkop", "django_migrations"])
def test_de_webrol_kan_de_sleutel_niet_lezen(tabel: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {tabel}")


def test_na_een_geneste_lezing_geldt_de_context_eromheen_weer() -> None:
    ploeg = maak_ploeg()
    with verwerking(ploeg.anna.wie()):
        with lezing(ploeg.eva.wie(), "binnenin") as lees:
            assert wie_is_het()[0] == ploeg.eva.loket.pk
            lees.niets_gezien()
        assert wie_is_het()[:2] == (ploeg.anna.loket.pk, True)
    assert wie_is_het() == NIEMAND


def test_een_lezing_zonder_verantwoording_wordt_geweigerd() -> None:
    with pytest.raises(OnverantwoordeLezing), lezing(maak_ploeg().anna.wie(), "stiekem"):
        pass
