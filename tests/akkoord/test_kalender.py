"""Working days and holidays by the Algemene termijnenwet, checked against the `holidays` package.

The package agrees with the law except where the tests below say so: it leaves 5 May out of its
public holidays outside lustrum years, keeps Good Friday and 5 May among the optional ones, counts
Easter and Whit Sunday (Sundays anyway), and does not know the days equated by decree.
"""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.kalender import (
    EEN_DAG,
    eerste_paasdag,
    feestdagen,
    gelijkgesteld,
    is_feestdag,
    is_werkdag,
    min_werkdagen,
    naar_werkdag,
    plus_maanden,
    plus_werkdagen,
)

JAREN = range(1980, 2061)
dagen = st.dates(date(1980, 1, 1), date(2060, 12, 31))
aantallen = st.integers(0, 60)


@pytest.mark.parametrize("jaar", JAREN)
def test_feestdagen_komen_overeen_met_het_pakket_op_5_mei_na(jaar: int):
    pakket = set(holidays.country_holidays("NL", years=jaar, categories=("public", "optional")))
    zondagen = {eerste_paasdag(jaar), eerste_paasdag(jaar) + 49 * EEN_DAG}
    bevrijding = {date(jaar, 5, 5)}
    assert pakket - zondagen - bevrijding == feestdagen(jaar) - bevrijding
    assert bevrijding <= feestdagen(jaar)


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2026, 1, 1), "Nieuwjaarsdag"),
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 4, 6), "tweede paasdag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2014, 4, 26), "Koningsdag op zaterdag"),
        (date(2013, 4, 30), "Koninginnedag"),
        (date(2006, 4, 29), "Koninginnedag op zaterdag"),
        (date(2026, 5, 5), "Bevrijdingsdag buiten een lustrumjaar"),
        (date(2026, 5, 14), "Hemelvaartsdag"),
        (date(2026, 5, 15), "gelijkgesteld bij besluit"),
        (date(2026, 5, 25), "tweede pinksterdag"),
        (date(2026, 12, 25), "eerste kerstdag"),
        (date(2026, 12, 26), "tweede kerstdag"),
    ],
)
def test_geen_werkdag(dag: date, naam: str):
    assert is_feestdag(dag), naam
    assert not is_werkdag(dag), naam


@pytest.mark.parametrize("dag", [date(2014, 4, 27), date(2013, 4, 27), date(2014, 4, 30)])
def test_koningsdag_en_koninginnedag_lopen_niet_door_elkaar(dag: date):
    assert dag not in feestdagen(dag.year)


def test_gelijkgestelde_dagen_zijn_doordeweekse_dagen():
    assert gelijkgesteld()
    assert all(dag.weekday() < 5 and dag not in feestdagen(dag.year) for dag in gelijkgesteld())


@pytest.mark.parametrize(
    ("van", "aantal", "tot"),
    [
        (date(2026, 11, 23), 10, date(2026, 12, 7)),
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 5, 13), 1, date(2026, 5, 18)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
    ],
)
def test_plus_werkdagen(van: date, aantal: int, tot: date):
    assert plus_werkdagen(van, aantal) == tot


@given(dagen, aantallen, aantallen)
def test_werkdagen_tellen_op(dag: date, eerst: int, dan: int):
    assert plus_werkdagen(plus_werkdagen(dag, eerst), dan) == plus_werkdagen(dag, eerst + dan)


@given(dagen, dagen, aantallen)
def test_wie_later_begint_is_nooit_eerder_klaar(een: date, ander: date, aantal: int):
    eerst, later = sorted((een, ander))
    assert plus_werkdagen(eerst, aantal) <= plus_werkdagen(later, aantal)
    assert min_werkdagen(eerst, aantal) <= min_werkdagen(later, aantal)
    assert naar_werkdag(eerst) <= naar_werkdag(later)


@given(dagen, aantallen)
def test_meer_werkdagen_is_altijd_later(dag: date, aantal: int):
    assert plus_werkdagen(dag, aantal) < plus_werkdagen(dag, aantal + 1)
    assert min_werkdagen(dag, aantal + 1) < min_werkdagen(dag, aantal)


@given(dagen, st.integers(1, 60))
def test_plus_werkdagen_telt_precies_zoveel_werkdagen(dag: date, aantal: int):
    tot = plus_werkdagen(dag, aantal)
    ertussen = [dag + timedelta(days=n) for n in range(1, (tot - dag).days + 1)]
    assert sum(is_werkdag(d) for d in ertussen) == aantal
    assert is_werkdag(tot)


@given(dagen.filter(is_werkdag), aantallen)
def test_heen_en_terug_is_dezelfde_werkdag(dag: date, aantal: int):
    assert min_werkdagen(plus_werkdagen(dag, aantal), aantal) == dag


@pytest.mark.parametrize("stap", [plus_werkdagen, min_werkdagen])
def test_een_negatief_aantal_werkdagen_wordt_geweigerd(stap):
    with pytest.raises(ValueError, match="nul of meer"):
        stap(date(2026, 1, 1), -1)


@given(dagen)
def test_een_termijn_schuift_naar_de_eerste_werkdag(dag: date):
    werkdag = naar_werkdag(dag)
    assert is_werkdag(werkdag)
    assert werkdag == dag or plus_werkdagen(dag, 1) == werkdag


@pytest.mark.parametrize(
    ("dag", "aantal", "tot"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 6, 10), 0, date(2026, 6, 10)),
    ],
)
def test_plus_maanden(dag: date, aantal: int, tot: date):
    assert plus_maanden(dag, aantal) == tot


@given(dagen, st.integers(0, 400))
def test_meer_maanden_is_nooit_eerder(dag: date, aantal: int):
    assert dag <= plus_maanden(dag, aantal) < plus_maanden(dag, aantal + 1)
