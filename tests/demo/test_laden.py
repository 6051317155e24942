"""Loading the nation: through the intake, once, and for every account something to see."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection, transaction

from richting.akkoord.aansluiting import TERUG_DAGEN, Driftsoort
from richting.demo.accounts import ACCOUNTS
from richting.kern.context import Wie, databasecontext, systeem_zelf
from richting.kern.klok import AMSTERDAM
from richting.partijen.models import Lidmaatschap
from richting.regie.overzichten.aansluiting import sluit_aan
from tests.hulp import maak_leeg

VANDAAG = date(2026, 11, 23)
pytestmark = pytest.mark.django_db
ZONDER_DOSSIERS = {"dji", "beheer", "privacy"}
"""These desks work on messages, staff and logs, never on dossiers."""


def richting(*woorden: str) -> str:
    """A command as its owner runs it, on the database of the tests."""
    klaar = subprocess.run(
        [sys.executable, "-m", "richting.config.opdracht", *woorden],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert klaar.returncode == 0, klaar.stderr
    return klaar.stdout


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A demo of twenty stays, really in the database; gone after the last test."""
    with django_db_blocker.unblock():
        richting("migreer")
        richting("demo", "laad", "--omvang", "20", "--vandaag", VANDAAG.isoformat())
        yield
        connection.close()
    maak_leeg()


def zichtbaar(gebruikersnaam: str) -> set[str]:
    """The stays that this account sees, by raw SQL under row security."""
    lid = Lidmaatschap.objects.select_related("loket").get(
        medewerker__gebruikersnaam=gebruikersnaam
    )
    wie = Wie(
        loket=lid.loket_id,
        loketsoort=lid.loket.soort,
        vandaag=VANDAAG,
        nu=datetime(2026, 11, 23, 12, tzinfo=AMSTERDAM),
        ingang="test",
        medewerker=lid.medewerker_id,
    )
    with transaction.atomic(), databasecontext(wie, "lezen"), connection.cursor() as cursor:
        cursor.execute("SELECT kenmerk FROM dossiers_dossier")
        return {kenmerk for (kenmerk,) in cursor.fetchall()}


def test_elk_account_ziet_wat_bij_zijn_loket_hoort() -> None:
    gezien = {account.gebruikersnaam: zichtbaar(account.gebruikersnaam) for account in ACCOUNTS}
    leeg = {naam for naam, dossiers in gezien.items() if not dossiers}
    assert leeg == ZONDER_DOSSIERS
    assert "T1-00" in gezien["burgemeester"] & gezien["om"] & gezien["politie"]
    assert "T1-00" in gezien["veiligheidshuis"] & gezien["reclassering"]
    assert "T1-04" in gezien["burgemeester"]
    assert gezien["burgemeester"] - gezien["om"]
    assert {"T1-01", "T1-13"} <= gezien["kliniek"]
    assert "T1-02" not in gezien["andere-gemeente"]


@pytest.mark.clausule("3.6")
def test_een_terroristisch_misdrijf_ziet_alleen_wie_op_naam_staat() -> None:
    ziet = {a.gebruikersnaam for a in ACCOUNTS if "T1-05" in zichtbaar(a.gebruikersnaam)}
    assert ziet == {"pi", "gemeente", "reclassering"}, "op naam, of beheert een loket met een grond"
    assert "T1-05" not in zichtbaar("collega")
    assert zichtbaar("collega") == zichtbaar("gemeente") - {"T1-05"}


@pytest.mark.clausule("6.5")
def test_burgemeesters_hebben_bestuurlijke_informatie_en_deden_er_iets_mee(
    eigenaar: Any,
) -> None:
    """Told by the same functions as in earnest, and nothing missing or kept too long."""
    (aantal, gelezen) = eigenaar.execute(
        "SELECT count(*), count(*) FILTER (WHERE ontvangen > 0) FROM meldingen_bijbericht"
    ).fetchone()
    assert aantal > gelezen > 0
    assert "Alles klopt." in richting("bij", "--controleer")


@pytest.mark.clausule("5.4", "6.5")
def test_in_een_verse_demo_is_alles_op_de_dag_zelf_verteld(eigenaar: Any) -> None:
    """The last month went by night after night, as it would have."""
    wie = systeem_zelf("test", datetime(2026, 11, 23, 12, tzinfo=AMSTERDAM))
    with transaction.atomic(), databasecontext(wie, "verwerken"):
        uit = sluit_aan(wie)
    nachts = (Driftsoort.ZICHT_BEGIN, Driftsoort.ZICHT_EINDE, Driftsoort.ZICHT_TE_LAAT)
    assert {soort: uit.aantal(soort) for soort in (*nachts, Driftsoort.RONDE_GEMIST)} == (
        dict.fromkeys((*nachts, Driftsoort.RONDE_GEMIST), 0)
    )
    assert uit.gekeken[Driftsoort.ZICHT_TE_LAAT] > 0
    assert uit.gekeken[Driftsoort.RONDE_GEMIST] > TERUG_DAGEN


def test_nog_eens_laden_verandert_niets() -> None:
    voor = zichtbaar("gemeente")
    assert "niets geladen" in richting("demo", "laad", "--vandaag", VANDAAG.isoformat())
    richting("demo", "laad", "--vervolg", "--omvang", "20", "--vandaag", VANDAAG.isoformat())
    assert zichtbaar("gemeente") == voor
