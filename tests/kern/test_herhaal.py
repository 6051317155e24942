"""A statement that was written down gives, as often as it is asked, what a cursor gives."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import DataError, IntegrityError, InternalError, connection, transaction
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


def test_buiten_een_transactie_wordt_niets_herhaald_en_niets_afgesloten() -> None:
    def werk() -> None:
        vraag = h.leg_vast("SELECT 1", None)
        with pytest.raises(RuntimeError, match="transactie"):
            h.herhaal([vraag])
        with transaction.atomic(), pytest.raises(RuntimeError, match="transactie"):
            h.herhaal([vraag])
        with transaction.atomic(), pytest.raises(RuntimeError, match="transactie"):
            h.sluit_af([vraag], vastleggen=True)

    los(werk)


def los(werk: Callable[[], Any]) -> Any:
    """On a connection of its own, outside the transaction of the test; temporary tables go."""

    def doe() -> Any:
        try:
            return werk()
        finally:
            with connection.cursor() as cursor:
                cursor.execute("DROP TABLE IF EXISTS proef_slot, proef_later")
            connection.close()

    with ThreadPoolExecutor(1) as draad:
        return draad.submit(doe).result()


def test_ondertussen_wordt_gewerkt_en_niets_anders_gevraagd() -> None:
    gedaan: list[str] = []

    def ondertussen() -> None:
        gedaan.append("gewerkt")
        with connection.cursor() as cursor:
            cursor.execute("SELECT 2")

    with pytest.raises(RuntimeError, match="nog antwoordt"):
        h.herhaal([h.leg_vast("SELECT 1", None)], ondertussen)
    assert gedaan == ["gewerkt"]
    assert vraag("SELECT 3") == [[b"3"]]


def test_een_transactie_begint_met_haar_eerste_vraag() -> None:
    zet = h.leg_vast("SELECT set_config('proef.iets', %s, true)", ["begonnen"])

    def werk() -> Any:
        gelezen = []
        for weg in ("SELECT 1", "DEALLOCATE ALL"):
            with transaction.atomic():
                assert h.open_met(zet)
                assert not h.open_met(zet)
                with connection.cursor() as cursor:
                    cursor.execute("SELECT current_setting('proef.iets', true)")
                    gelezen += cursor.fetchone()
            with connection.cursor() as cursor:
                cursor.execute(weg)
        return gelezen

    assert los(werk) == ["begonnen", "begonnen"]
    assert not h.open_met(zet), "this transaction has begun already"


def test_een_transactie_die_mislukte_begint_niet_stil_opnieuw() -> None:
    """What was done before the fault would be gone, and what comes after it kept."""
    zet = h.leg_vast("SELECT set_config('proef.iets', %s, true)", ["begonnen"])

    def werk() -> Any:
        with connection.cursor() as cursor, transaction.atomic():
            with pytest.raises(DataError):
                cursor.execute("SELECT 1 / 0")
            assert not h.open_met(zet)
            with pytest.raises(InternalError):
                cursor.execute("SELECT 1")
            transaction.set_rollback(True)

    los(werk)


@pytest.mark.parametrize("weg", ["SELECT 1", "DEALLOCATE ALL"])
def test_afsluiten_legt_vast_wat_er_staat(weg: str) -> None:
    maak = "CREATE TEMP TABLE proef_slot AS SELECT 1 AS getal"
    erbij = h.leg_vast("INSERT INTO proef_slot VALUES (%s::int) RETURNING getal", [2])

    def werk() -> Any:
        with connection.cursor() as cursor:
            cursor.execute(maak)
            with transaction.atomic():
                cursor.execute("SELECT 1")
                h.herhaal([erbij])
                cursor.execute(weg)
                uitslagen = h.sluit_af([erbij], vastleggen=True)
            cursor.execute("SELECT getal FROM proef_slot")
            return rijen(uitslagen[0]), cursor.fetchall()

    assert los(werk) == ([[b"2"]], [(1,), (2,), (2,)])


@transaction.atomic
def sluit_af_na(cursor: Any, vraag: h.Vastgelegd) -> None:
    cursor.execute("INSERT INTO proef_later VALUES (3)")
    h.sluit_af([vraag], vastleggen=True)


@pytest.mark.parametrize(
    ("fout", "waarden"),
    [
        ("SELECT 1 / %s::int", [0]),
        ("INSERT INTO proef_later VALUES (%s::int)", [1]),
    ],
)
def test_wat_bij_het_afsluiten_misgaat_komt_bij_wie_vroeg_en_niets_blijft(
    fout: str, waarden: list[Any]
) -> None:
    """A statement that fails at once, and one that fails at the commit."""

    def werk() -> Any:
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE TEMP TABLE proef_later (getal int UNIQUE DEFERRABLE INITIALLY DEFERRED)"
            )
            cursor.execute("INSERT INTO proef_later VALUES (1), (2)")
            with pytest.raises((DataError, IntegrityError)):
                sluit_af_na(cursor, h.leg_vast(fout, waarden))
            cursor.execute("SELECT getal FROM proef_later")
            return cursor.fetchall()

    assert los(werk) == [(1,), (2,)]
