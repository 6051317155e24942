"""What a reading made is used again only when all its questions have the same answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from richting.kern import context, gebeurtenissen, instellingen, klok, navraag
from richting.kern.context import Wie, onthoud
from richting.kern.gebeurtenissen import Slotvraag
from richting.kern.lezen import Lezing, lezing
from richting.partijen import loketboek

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def leeg() -> None:
    """Nothing is kept yet."""
    navraag.vergeet()


def lezer(**anders: Any) -> Wie:
    nu = klok.nu()
    return Wie(
        **{"loket": 1, "loketsoort": "nazorg", "vandaag": nu.date(), "nu": nu} | anders,
        ingang="test",
    )


class Maker:
    """Asks one thing and counts how often."""

    def __init__(self, vraag: str, waarden: list[Any] | None = None) -> None:
        self.vraag, self.waarden, self.keer = vraag, waarden, 0

    def __call__(self) -> str:
        self.keer += 1
        with connection.cursor() as cursor:
            cursor.execute(self.vraag, self.waarden)
            return f"{cursor.fetchall()}"


def vraag_op(maak: Callable[[], Any], wie: Wie | None = None, wat: Any = "wat") -> Any:
    with lezing(wie or lezer(), "test") as lees:
        gemaakt = navraag.nagevraagd(lees, wat, maak)
        lees.niets_gezien()
    return gemaakt


def test_hetzelfde_antwoord_hetzelfde_blad() -> None:
    maak = Maker("SELECT 1, NULL, 'x'")
    assert vraag_op(maak) == vraag_op(maak) == "[(1, None, 'x')]"
    assert maak.keer == 1


def test_wat_de_database_niet_kan_voorbereiden_wordt_gevraagd_zoals_het_was() -> None:
    """Apart from the text this parameter has no type; the rest of the page is not harmed by it."""
    maak = Maker("SELECT json_build_object('a', %s)::text", ["x"])
    assert vraag_op(maak) == vraag_op(maak) == """[('{"a" : "x"}',)]"""
    assert maak.keer == 1


def test_wat_voorbereid_iets_anders_zegt_wordt_daarna_gevraagd_zoals_het_was() -> None:
    """It was learned with values for which both ways agree: a page is not made anew for ever."""
    vraag = "SELECT %s::integer = 2 AND current_query() ~ '[$]1'"
    eens, oneens = Maker(vraag, [1]), Maker(vraag, [2])
    assert vraag_op(eens, wat="eens") == vraag_op(eens, wat="eens")
    assert eens.keer == 1
    for _keer in range(4):
        assert vraag_op(oneens, wat="oneens") == "[(False,)]"
    assert oneens.keer == 2


def test_wat_voor_iedereen_wordt_gelezen_hoort_niet_bij_het_blad() -> None:
    """Desks and assumptions are read again now and then, perhaps just while a page is made."""
    maak, klok_ = Maker("SELECT 1"), Maker("SELECT clock_timestamp()::text")

    def met_naslag() -> str:
        with context.als_naslag():
            klok_()
        return maak()

    assert vraag_op(met_naslag) == vraag_op(met_naslag) == "[(1,)]"
    assert (maak.keer, klok_.keer) == (1, 1)


@pytest.mark.parametrize("lees", [loketboek.boek, instellingen.staat])
def test_een_minuut_later_hoort_het_lezen_daarvan_niet_bij_het_blad(
    lees: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    maak = Maker("SELECT 1")

    def een_minuut_later() -> str:
        uur = time.monotonic() + 3600
        with monkeypatch.context() as later:
            later.setattr(time, "monotonic", lambda: uur)
            lees()
        return maak()

    with CaptureQueriesContext(connection) as eerst:
        vraag_op(een_minuut_later)
    with CaptureQueriesContext(connection) as daarna:
        assert vraag_op(een_minuut_later) == "[(1,)]"
    assert maak.keer == 1
    gelezen = {een["sql"] for een in eerst if een["sql"].startswith('SELECT "')}
    assert gelezen
    assert not gelezen.intersection(een["sql"] for een in daarna)
    loketboek._leeg()
    instellingen._vergeet()


def test_een_vraag_die_twee_keer_is_gesteld_wordt_een_keer_nagevraagd() -> None:
    maak = Maker("SELECT 1")
    assert vraag_op(lambda: maak() + maak()) == vraag_op(lambda: maak() + maak())
    assert maak.keer == 2


def test_wat_onder_het_lezen_veranderde_wordt_niet_bewaard(eigenaar: psycopg.Connection) -> None:
    """The first half of the page is old, whatever the answer is now."""
    tel = Maker("SELECT count(*) FROM django_content_type WHERE app_label = 'proef'")

    def onderbroken() -> str:
        voor = tel()
        eigenaar.execute("INSERT INTO django_content_type (app_label, model) VALUES ('proef', 'x')")
        return voor + tel()

    try:
        assert vraag_op(onderbroken) == "[(0,)][(1,)]"
        assert vraag_op(lambda: tel() + tel()) == "[(1,)][(1,)]"
    finally:
        eigenaar.execute("DELETE FROM django_content_type WHERE app_label = 'proef'")


def test_een_ander_antwoord_een_ander_blad() -> None:
    maak = Maker("SELECT clock_timestamp()::text")
    assert vraag_op(maak) != vraag_op(maak)
    assert maak.keer == 2


def test_wat_meer_doet_dan_lezen_wordt_niet_bewaard() -> None:
    maak = Maker("SELECT set_config('richting.proef', 'x', true)")
    for _keer in range(2):
        vraag_op(maak)
    assert maak.keer == 2


def als_wie() -> str:
    """What the database thinks of who asks: the kind of context, and the desk in it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT (kern_context())[1:2]")
        return str(cursor.fetchall())


def test_wat_als_programma_is_gevraagd_wordt_als_programma_nagevraagd() -> None:
    keer: list[int] = []

    def maak() -> tuple[str, str, str]:
        keer.append(1)
        voor = als_wie()
        with context.databasecontext(context.wie_nu(), context.VERWERKEN):
            binnen = als_wie()
        return voor, binnen, als_wie()

    voor, binnen, na = vraag_op(maak)
    assert voor == na != binnen
    assert vraag_op(maak) == (voor, binnen, na)
    assert len(keer) == 1


def test_na_het_navragen_leest_de_lezer_weer_als_zichzelf() -> None:
    def maak() -> str:
        with context.databasecontext(context.wie_nu(), context.VERWERKEN):
            return als_wie()

    for _keer in range(2):
        with lezing(lezer(), "test") as lees:
            binnen = navraag.nagevraagd(lees, "wat", maak)
            assert als_wie() != binnen
            lees.niets_gezien()


def test_wat_een_ander_onderweg_vroeg_wordt_niet_bewaard() -> None:
    maak = Maker("SELECT 1")
    ander = lezer(loket=9)

    def met_ander() -> str:
        with context.databasecontext(ander, context.LEZEN):
            return maak()

    for _keer in range(2):
        vraag_op(met_ander)
    assert maak.keer == 2


def test_een_bewaard_blad_zonder_iemand_erop_is_ook_gelezen() -> None:
    for _keer in range(2):
        with lezing(lezer(), "test") as lees:
            navraag.nagevraagd(lees, "wat", lambda: lees.niets_gezien(lijst="x") or "leeg")
        assert lees.verantwoord
        assert lees.extra == {"lijst": "x"}


def test_een_vraag_met_een_tijdstip_erin_wordt_niet_bewaard() -> None:
    maak = Maker("SELECT %s", [klok.nu()])
    for _keer in range(2):
        vraag_op(maak)
    assert maak.keer == 2


@pytest.mark.parametrize(
    "ander",
    [
        {"loket": 2},
        {"loketsoort": "politie"},
        {"medewerker": 3},
        {"systeem": 4},
        {"naam": "Een ander"},
        {"vandaag": date(2020, 2, 29)},
    ],
)
def test_een_andere_lezer_of_dag_krijgt_een_eigen_blad(ander: dict[str, Any]) -> None:
    maak = Maker("SELECT 1")
    vraag_op(maak)
    vraag_op(maak, lezer(**ander))
    assert maak.keer == 2


def test_een_ander_blad_is_een_ander_blad() -> None:
    maak = Maker("SELECT 1")
    vraag_op(maak, wat="een")
    vraag_op(maak, wat="ander")
    assert maak.keer == 2


def test_niets_wordt_niet_bewaard() -> None:
    keer = []
    for _keer in range(2):
        assert vraag_op(lambda: keer.append(1)) is None
    assert len(keer) == 2


def test_er_blijven_er_niet_meer_dan_het_meeste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("richting.kern.voorraad.MEESTE", 3)
    maak = Maker("SELECT 1")
    for nummer in (1, 2, 3, 1, 4):
        vraag_op(maak, wat=nummer)
    assert maak.keer == 4
    vraag_op(maak, wat=1)
    assert maak.keer == 4
    vraag_op(maak, wat=2)
    assert maak.keer == 5


def test_wat_eerder_is_gelezen_zou_niet_worden_nagevraagd() -> None:
    with lezing(lezer(), "test") as lees:
        lees.niets_gezien()
        onthoud("iets", lambda: 1)
        with pytest.raises(RuntimeError, match="nog niets gelezen"):
            navraag.nagevraagd(lees, "wat", lambda: 1)


def test_een_lezing_onthoudt_en_de_volgende_begint_opnieuw() -> None:
    keer: list[int] = []

    def lees_iets() -> int:
        keer.append(1)
        return len(keer)

    for verwacht in (1, 2):
        with lezing(lezer(), "test") as lees:
            lees.niets_gezien()
            assert [onthoud("x", lees_iets) for _nog in range(3)] == [verwacht] * 3
    assert onthoud("x", lees_iets) == 3
    with pytest.raises(RuntimeError, match="Buiten"):
        context.wie_nu()


def test_wat_door_versies_wordt_beoordeeld_wordt_zelf_niet_nagevraagd() -> None:
    """The statement that tells versions is asked again; what it stands for is not."""
    stand = {"versie": 1, "keer": 0}

    def maak() -> int:
        stand["keer"] += 1
        door = navraag.door_versies("SELECT current_setting('proef.versie', true)", None)
        with door, connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('proef.rijen', true)")
        return stand["keer"]

    def zet(naam: str, waarde: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, %s, false)", [naam, waarde])

    zet("proef.versie", "1")
    assert [vraag_op(maak), vraag_op(maak)] == [1, 1]
    zet("proef.rijen", "anders")
    assert vraag_op(maak) == 1
    zet("proef.versie", "2")
    assert vraag_op(maak) == 2


def test_zonder_blad_wordt_naar_versies_niet_gevraagd() -> None:
    with CaptureQueriesContext(connection) as gevraagd, navraag.door_versies("SELECT 1", None):
        pass
    assert not gevraagd.captured_queries


def test_wat_na_een_bewaard_blad_wordt_gezien_wordt_ook_opgeschreven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opgeschreven: list[set[UUID]] = []

    def schrijf_op(lees: Lezing) -> Slotvraag:
        nummers = set(lees.dossiers)
        return Slotvraag("SELECT 1", None, lambda _tekst: opgeschreven.append(nummers))

    monkeypatch.setattr(gebeurtenissen, "_leesreacties", [schrijf_op])
    maak = Maker("SELECT 1")
    nummers = [UUID(int=nr) for nr in (1, 2)]
    for nummer in nummers:
        with lezing(lezer(), "test") as lees:
            navraag.nagevraagd(lees, "wat", maak)
            lees.gezien([nummer], {"verblijf"})
    assert maak.keer == 1
    assert opgeschreven == [{nummer} for nummer in nummers]
