"""Turns in what a desk sees: worked out from grounds, told once, each in its own lane."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.woorden import Feitsoort
from richting.akkoord.zicht import (
    ALTIJD,
    BEGIN,
    EINDE,
    Baan,
    Grondtijd,
    Verteld,
    Wending,
    is_verteld,
    nog_te_vertellen,
    wendingen,
)

EERSTE = date(2026, 11, 23)
LOKET = 7
SOORTEN = {
    Baan.GEWOON: frozenset({"verblijf", "plan"}),
    Baan.RISICO: frozenset({"verblijf", "risico"}),
    Baan.BIJ: frozenset({"verblijf", "bij"}),
}


def dag(nummer: int) -> date:
    return EERSTE + timedelta(days=nummer)


def moment(nummer: int, uur: int = 9) -> datetime:
    return datetime.combine(dag(nummer), time(uur), UTC)


def grond(
    van: int,
    tot: int | None = None,
    baan: Baan = Baan.GEWOON,
    bekend: int = 0,
    weg: int | None = None,
) -> Grondtijd:
    return Grondtijd(
        LOKET,
        SOORTEN[baan],
        dag(van),
        None if tot is None else dag(tot),
        moment(bekend),
        None if weg is None else moment(weg),
    )


def draai(gronden: list[Grondtijd], op: int) -> list[Wending]:
    return wendingen(gronden, moment(op, 12), UTC)


def test_een_grond_die_nu_geldt_begint_bij_de_wijziging() -> None:
    (een,) = draai([grond(-5)], 0)
    assert (een.op, een.vanzelf, een.feit) == (moment(0), False, Feitsoort.ZICHT_BEGONNEN)


def test_een_grond_die_komt_begint_vanzelf_om_middernacht() -> None:
    assert draai([grond(3)], 2) == []
    (een,) = draai([grond(3)], 3)
    assert (een.op, een.vanzelf) == (moment(3, 0), True)


def test_wie_niets_meer_ziet_hoort_dat_het_dossier_weg_is() -> None:
    begin, einde = draai([grond(-5, 4)], 5)
    assert begin.begint
    assert (einde.feit, einde.dicht) == (Feitsoort.NIET_MEER_VAN_U, True)


def test_een_baan_die_sluit_terwijl_een_ander_loopt_heeft_een_eigen_zin() -> None:
    alle = draai([grond(-5), grond(-5, 4, Baan.RISICO)], 5)
    assert [w.feit for w in alle if not w.begint] == [EINDE[Baan.RISICO]]


def test_een_nieuwe_rij_met_dezelfde_inhoud_is_geen_wending() -> None:
    rijen = [grond(-5, weg=2), grond(-5, 90, bekend=2)]
    assert len(draai(rijen, 10)) == 1


def test_in_de_gewone_baan_volstaat_wat_op_dat_moment_werd_verteld() -> None:
    alle = draai([grond(-5)], 0)
    assert nog_te_vertellen(alle, [Verteld(LOKET, "verblijf_begonnen", moment(0))], ALTIJD) == []
    assert len(nog_te_vertellen(alle, [], ALTIJD)) == 1


def test_een_gesloten_baan_heeft_altijd_een_eigen_zin_nodig() -> None:
    for baan in (Baan.RISICO, Baan.BIJ):
        alle = draai([grond(-5, baan=baan)], 0)
        (een,) = nog_te_vertellen(alle, [Verteld(LOKET, "einde_gewijzigd", moment(0))], ALTIJD)
        assert een.feit is BEGIN[baan]


def test_wat_vooraf_in_de_postbus_lag_wordt_op_de_dag_zichtbaar() -> None:
    alle = draai([grond(3)], 3)
    vooraf = Verteld(LOKET, "overgeplaatst", moment(0))
    assert is_verteld(alle[0], alle, [vooraf]) == alle[0].op


def test_wat_voor_de_ondergrens_was_blijft_rusten() -> None:
    alle = draai([grond(3, baan=Baan.BIJ)], 9)
    assert nog_te_vertellen(alle, [], moment(5)) == []
    assert len(nog_te_vertellen(alle, [], moment(1))) == 1


gronden = st.lists(
    st.builds(
        lambda van, lang, baan, bekend, weg: grond(
            van, None if lang is None else van + lang, baan, bekend,
            None if weg is None else bekend + weg,
        ),
        st.integers(-10, 40),
        st.none() | st.integers(1, 30),
        st.sampled_from(Baan),
        st.integers(0, 20),
        st.none() | st.integers(1, 20),
    ),
    max_size=6,
)  # fmt: skip


def _regel(wending: Wending, op: datetime) -> Verteld:
    weg = wending.feit is Feitsoort.NIET_MEER_VAN_U
    return Verteld(wending.loket, wending.feit.value, op, zonder_grond=weg)


@given(gronden, st.lists(st.integers(0, 60), max_size=8))
def test_welke_dagen_de_ronde_ook_mist_zij_vertelt_precies_wat_nieuw_is(
    rijen: list[Grondtijd], rondes: list[int]
) -> None:
    """After every round the desk knows of each lane whether it is open, and heard nothing twice."""
    post: list[Verteld] = []
    weet: dict[Baan, bool] = dict.fromkeys(Baan, False)
    for nummer in sorted({*rondes, 61}):
        alle = draai(rijen, nummer)
        nieuw = nog_te_vertellen(alle, post, ALTIJD)
        post += [_regel(wending, moment(nummer, 12)) for wending in nieuw]
        assert nog_te_vertellen(draai(rijen, nummer), post, ALTIJD) == [], (rijen, rondes, post)
        assert len({w.feit for w in nieuw}) == len(nieuw)
        for wending in nieuw:
            if wending.feit is Feitsoort.NIET_MEER_VAN_U:
                weet = dict.fromkeys(Baan, False)
            else:
                weet[wending.baan] = bool(wending.na)
        for baan in Baan:
            open_ = any(
                g.baan is baan and g.open_op(moment(nummer, 12), dag(nummer)) for g in rijen
            )
            assert weet[baan] == open_, (baan, nummer, rijen, rondes, post)


@given(gronden)
def test_wendingen_volgen_elkaar_zonder_gat(rijen: list[Grondtijd]) -> None:
    """Each turn starts where the one before it in the lane ended, and changes something."""
    stand: dict[Baan, frozenset[str]] = dict.fromkeys(Baan, frozenset())
    for wending in draai(rijen, 61):
        assert wending.voor == stand[wending.baan] != wending.na
        stand[wending.baan] = wending.na
