"""Loading the nation: through the intake, once, and for every account something to see."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime
from itertools import count
from typing import Any

import pytest
from django.db import connection, transaction

from richting.akkoord.aansluiting import TERUG_DAGEN, Driftsoort
from richting.demo import laden
from richting.demo.accounts import ACCOUNTS
from richting.kern.context import Wie, databasecontext, systeem_zelf
from richting.kern.klok import AMSTERDAM
from richting.partijen.models import Lidmaatschap
from richting.regie.overzichten.aansluiting import sluit_aan

VANDAAG = date(2026, 11, 23)
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


@pytest.fixture
def demo(echte_database: None) -> str:
    richting("migreer")
    return richting("demo", "laad", "--omvang", "20", "--vandaag", VANDAAG.isoformat())


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


def test_elk_account_ziet_wat_bij_zijn_loket_hoort(demo: str) -> None:
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
def test_een_terroristisch_misdrijf_ziet_alleen_wie_op_naam_staat(demo: str) -> None:
    ziet = {a.gebruikersnaam for a in ACCOUNTS if "T1-05" in zichtbaar(a.gebruikersnaam)}
    assert ziet == {"pi", "gemeente", "reclassering"}, "op naam, of beheert een loket met een grond"
    assert "T1-05" not in zichtbaar("collega")
    assert zichtbaar("collega") == zichtbaar("gemeente") - {"T1-05"}


@pytest.mark.clausule("6.5")
def test_burgemeesters_hebben_bestuurlijke_informatie_en_deden_er_iets_mee(
    demo: str, eigenaar: Any
) -> None:
    """Told by the same functions as in earnest, and nothing missing or kept too long."""
    (aantal, gelezen) = eigenaar.execute(
        "SELECT count(*), count(*) FILTER (WHERE ontvangen > 0) FROM meldingen_bijbericht"
    ).fetchone()
    assert aantal > gelezen > 0
    assert "Alles klopt." in richting("bij", "--controleer")


@pytest.mark.clausule("5.4", "6.5")
def test_in_een_verse_demo_is_alles_op_de_dag_zelf_verteld(demo: str, eigenaar: Any) -> None:
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


def test_nog_eens_laden_verandert_niets(demo: str) -> None:
    voor = zichtbaar("gemeente")
    assert "niets geladen" in richting("demo", "laad", "--vandaag", VANDAAG.isoformat())
    richting("demo", "laad", "--vervolg", "--omvang", "20", "--vandaag", VANDAAG.isoformat())
    assert zichtbaar("gemeente") == voor


def test_een_afgebroken_lading_gaat_verder(
    echte_database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second group breaks off; the next time the first is skipped and the rest comes in."""
    richting("migreer")
    echt, keren = laden.ontvang, count()

    def breekt(wie: Any, bron: str, groep: list[dict[str, Any]]) -> Any:
        if next(keren) == 1:
            raise KeyboardInterrupt
        return echt(wie, bron, groep)

    monkeypatch.setattr(laden, "ontvang", breekt)
    with pytest.raises(KeyboardInterrupt):
        laden.laad(40, 1, VANDAAG)
    uit = richting("demo", "laad", "--vervolg", "--omvang", "40", "--vandaag", "2026-11-23")

    assert "50 al geladen" in uit
    assert "aanvaard" in uit
