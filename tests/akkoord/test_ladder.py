"""The ladder by its rule: who hears of it when, and that nobody is passed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.ladder import (
    BIJ_HET_LOKET,
    HOGEROP,
    STAPPEN,
    Stap,
    Zet,
    kan_niet_wachten,
    laatste_dag_binnen_bereik,
    stapdag,
    te_zetten,
    vroegste_stap,
    wacht,
)
from richting.akkoord.posten import Post
from richting.akkoord.uitkomst import Bron

pytestmark = pytest.mark.clausule("7.5")
UITERLIJK = date(2026, 11, 18)
"""A Wednesday."""


def post(uiterlijk: date = UITERLIJK, **velden: object) -> Post:
    """A post of desk 1, to be done by this day."""
    sinds = uiterlijk - timedelta(days=30)
    basis = Post("termijn", "termijn:x", 1, uiterlijk, sinds, "Doe dit.", Bron("clausule", "5.1"))
    return replace(basis, **velden)  # type: ignore[arg-type]


def loop(een: Post, dagen: list[date], aannames: Aannames = AANNAMES) -> list[tuple[date, Zet]]:
    """What the ladder does when it is asked on these days only."""
    gezet: dict[Stap, date] = {}
    gedaan = []
    for dag in dagen:
        for zet in te_zetten(een, dag, gezet, aannames):
            gezet[zet.stap] = dag
            gedaan.append((dag, zet))
    return gedaan


def elke_dag(van: date, aantal: int) -> list[date]:
    return [van + timedelta(days=n) for n in range(aantal)]


def test_wie_elke_dag_kijkt_zet_elke_stap_op_zijn_dag() -> None:
    gedaan = loop(post(), elke_dag(date(2026, 11, 1), 60))
    assert gedaan == [
        (date(2026, 11, 16), Zet(Stap.VOORAF)),
        (date(2026, 11, 18), Zet(Stap.OP_DE_DAG)),
        (date(2026, 11, 20), Zet(Stap.POSTBUS)),
        (date(2026, 11, 25), Zet(Stap.LEIDING)),
        (date(2026, 12, 2), Zet(Stap.BELEMMERING)),
    ]


def test_een_gemiste_dag_wordt_ingehaald_met_alleen_de_hoogste_stap() -> None:
    assert te_zetten(post(), date(2026, 11, 19), {}) == (
        Zet(Stap.VOORAF, overgeslagen=True),
        Zet(Stap.OP_DE_DAG),
    )


def test_na_een_lange_stilstand_hoort_de_beheerder_het_voor_anderen() -> None:
    lang_na = date(2027, 2, 1)
    gedaan = loop(post(), elke_dag(lang_na, 30))
    gestuurd = [(dag, zet.stap) for dag, zet in gedaan if not zet.overgeslagen]
    assert gestuurd == [
        (lang_na, Stap.POSTBUS),
        (plus_werkdagen(lang_na, 3), Stap.LEIDING),
        (plus_werkdagen(lang_na, 8), Stap.BELEMMERING),
    ]


@pytest.mark.parametrize(
    "einde",
    [
        {"gedaan_op": UITERLIJK},
        {"vervallen_op": UITERLIJK},
        {"uitgesteld_tot": date(2027, 1, 1)},
    ],
)
def test_wat_gedaan_vervallen_of_uitgesteld_is_klimt_niet(einde: dict[str, date]) -> None:
    assert not loop(post(**einde), elke_dag(UITERLIJK, 40))


def test_na_het_uitstel_klimt_het_weer() -> None:
    gedaan = loop(post(uitgesteld_tot=date(2026, 12, 1)), elke_dag(UITERLIJK, 40))
    assert gedaan[0][0] == date(2026, 12, 1)


def test_wat_niet_kan_wachten_staat_er_met_soort_of_sleutel() -> None:
    met = replace(AANNAMES, spoed_postsoorten=("overdracht", "termijn:begin"))
    assert kan_niet_wachten(post(soort="overdracht"), met)
    assert kan_niet_wachten(post(sleutel="termijn:begin:2"), met)
    assert not kan_niet_wachten(post(sleutel="termijn:beginner"), met)


dagen_ = st.dates(date(2024, 1, 1), date(2030, 12, 31))
aannames_ = st.builds(
    lambda a, b, c, d: replace(
        AANNAMES,
        ladder_vooraf_werkdagen=a,
        ladder_postbus_werkdagen=b,
        ladder_leiding_werkdagen=c,
        ladder_belemmering_werkdagen=d,
    ),
    *[st.integers(0, 12)] * 4,
)
wanneer = st.lists(st.integers(-20, 120), max_size=40, unique=True).map(sorted)


@given(dagen_, wanneer, aannames_)
def test_op_welke_dagen_men_ook_kijkt(
    uiterlijk: date, plussen: list[int], aannames: Aannames
) -> None:
    dagen = [uiterlijk + timedelta(days=n) for n in plussen]
    gedaan = loop(post(uiterlijk), dagen, aannames)
    stappen = [zet.stap for _dag, zet in gedaan]
    per_dag = {dag: [z for d, z in gedaan if d == dag] for dag in dagen}

    assert stappen == [stap for stap in STAPPEN if stap in stappen], "op volgorde, elk een keer"
    assert stappen == list(STAPPEN[: len(stappen)]), "geen stap ontbreekt onder een hogere"
    assert all(stapdag(zet.stap, uiterlijk, aannames) <= dag for dag, zet in gedaan)
    for zetten in per_dag.values():
        assert sum(not zet.overgeslagen for zet in zetten) == bool(zetten), "een bericht per dag"
        assert all(zet.stap in BIJ_HET_LOKET for zet in zetten if zet.overgeslagen)
    wanneer_gezet = {zet.stap: dag for dag, zet in gedaan}
    for stap in HOGEROP & wanneer_gezet.keys():
        vorige = STAPPEN[STAPPEN.index(stap) - 1]
        tijd = max(wacht(stap, aannames) - wacht(vorige, aannames), 1)
        assert wanneer_gezet[stap] >= plus_werkdagen(wanneer_gezet[vorige], tijd)


@given(dagen_, st.integers(-10, 100), aannames_)
def test_nog_eens_vragen_zegt_niets_meer(uiterlijk: date, plus: int, aannames: Aannames) -> None:
    op = uiterlijk + timedelta(days=plus)
    gezet = {zet.stap: op for zet in te_zetten(post(uiterlijk), op, {}, aannames)}
    assert not te_zetten(post(uiterlijk), op, gezet, aannames)


@given(dagen_, aannames_)
def test_wie_lang_genoeg_kijkt_ziet_elke_stap(uiterlijk: date, aannames: Aannames) -> None:
    assert [zet.stap for _d, zet in loop(post(uiterlijk), elke_dag(uiterlijk, 90), aannames)] == [
        *STAPPEN
    ]


@given(dagen_, st.integers(-40, 40), aannames_)
def test_buiten_bereik_valt_er_niets_te_zetten(uiterlijk: date, plus: int, a: Aannames) -> None:
    op = uiterlijk + timedelta(days=plus)
    if uiterlijk > laatste_dag_binnen_bereik(op, a):
        assert op < vroegste_stap(uiterlijk, a)
        assert not te_zetten(post(uiterlijk), op, {}, a)
