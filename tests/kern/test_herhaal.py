"""A statement that was written down gives, as often as it is asked, what a cursor gives."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from richting.kern import herhaal as h
from richting.kern.voorbereid import reeks, voorbereide_cursor

pytestmark = pytest.mark.django_db

TEKST = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
WAARDEN = st.tuples(
    st.none() | st.integers(-(2**40), 2**40),
    st.none() | TEKST,
    st.none() | st.uuids(),
    st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.lists(TEKST, max_size=3),
    st.none() | st.booleans(),
)
ALLES = "SELECT %s::bigint, %s::text, %s::uuid, %s::date, %s::text[], %s::boolean, '100%%'"


def rijen(uitslag: Any) -> list[list[bytes | None]]:
    kolommen = range(uitslag.nfields)
    return [[uitslag.get_value(r, k) for k in kolommen] for r in range(uitslag.ntuples)]


def met_cursor(sql: str, waarden: Any) -> list[list[bytes | None]]:
    with voorbereide_cursor() as cursor:
        cursor.execute(sql, waarden)
        return rijen(cursor.cursor.pgresult)


def bereid() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_prepared_statements WHERE name LIKE 'herhaal%%'")
        return [naam for (naam,) in cursor.fetchall()]


def vraag(sql: str, waarden: Any = None, **anders: Any) -> list[list[bytes | None]]:
    (uitslag,) = h.herhaal([h.leg_vast(sql, waarden, **anders)]) or [None]
    assert uitslag is not None
    return rijen(uitslag)


@pytest.fixture(autouse=True)
def in_transactie() -> None:
    """The transaction of the test has asked something."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(waarden=WAARDEN)
def test_hetzelfde_als_een_cursor_voorbereid_of_niet(waarden: tuple[Any, ...]) -> None:
    gezien = met_cursor(ALLES, waarden)
    assert vraag(ALLES, waarden) == gezien
    assert vraag(ALLES, waarden, voorbereid=False) == gezien


def test_een_naam_staat_overal_voor_dezelfde_waarde() -> None:
    sql = "SELECT %(a)s::int + %(b)s::int, %(a)s::int, '%%'"
    assert vraag(sql, {"b": 1, "a": 40}) == [[b"41", b"40", b"%"]]


def test_zonder_waarden_blijft_een_procentteken_wat_het_is() -> None:
    assert vraag("SELECT 7 % 4, 'a' LIKE '%'") == [[b"3", b"t"]]


def test_veel_vragen_geven_elk_hun_eigen_antwoord_in_volgorde() -> None:
    vragen = [h.leg_vast("SELECT %s::int FROM generate_series(1, %s)", [n, n]) for n in range(9)]
    uitslagen = h.herhaal([*vragen, *reversed(vragen)]) or []
    assert [uitslag.ntuples for uitslag in uitslagen] == [*range(9), *reversed(range(9))]


def test_een_vraag_die_niet_kan_laat_niets_achter_en_de_transactie_gaat_door() -> None:
    zet = h.leg_vast("SELECT set_config('proef.iets', %s, true)", ["anders"])
    assert h.herhaal([zet, h.leg_vast("SELECT 1 / %s::int", [0])]) is None
    assert vraag("SELECT current_setting('proef.iets', true)") != [[b"anders"]]
    assert h.herhaal([zet]) is not None
    assert vraag("SELECT current_setting('proef.iets', true)") == [[b"anders"]]


@pytest.mark.parametrize("weg", ["DEALLOCATE ALL", "DISCARD PLANS"])
def test_wat_de_verbinding_vergat_wordt_opnieuw_voorbereid(weg: str) -> None:
    assert vraag("SELECT %s::int", [5]) == [[b"5"]]
    with connection.cursor() as cursor:
        cursor.execute(weg)
    assert vraag("SELECT %s::int", [6]) == [[b"6"]]


def test_een_tabel_die_veranderde_wordt_gelezen_zoals_zij_nu_is() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE proef AS SELECT 1 AS een")
        assert vraag("SELECT * FROM proef") == [[b"1"]]
        cursor.execute("ALTER TABLE proef ADD twee int DEFAULT 2")
    assert vraag("SELECT * FROM proef") == [[b"1", b"2"]]


def test_een_verbinding_onthoudt_niet_eindeloos(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(h, "MEESTE", 5)
    for nr in range(12):
        assert vraag(f"SELECT {nr} + %s::int", [0]) == [[str(nr).encode()]]
    assert len(bereid()) <= 5
    assert vraag("SELECT 0 + %s::int", [1]) == [[b"1"]]


def test_wie_vragen_telt_telt_ook_deze() -> None:
    with CaptureQueriesContext(connection) as geteld:
        vraag("SELECT %s::int", [1])
    assert [een["sql"] for een in geteld.captured_queries] == ["SELECT $1::int"]


def test_een_reeks_nummers_is_een_lijst_in_de_database() -> None:
    nummers = [UUID(int=nr) for nr in range(3)]
    for lijst in (nummers, []):
        assert met_cursor("SELECT %s::uuid[]", [reeks(lijst)]) == met_cursor(
            "SELECT %s::uuid[]", [lijst]
        )


def test_buiten_een_transactie_wordt_niets_herhaald() -> None:
    def buiten() -> None:
        try:
            vraag = h.leg_vast("SELECT 1", None)
            with pytest.raises(RuntimeError, match="transactie"):
                h.herhaal([vraag])
            with transaction.atomic(), pytest.raises(RuntimeError, match="transactie"):
                h.herhaal([vraag])
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as draad:
        draad.submit(buiten).result()
