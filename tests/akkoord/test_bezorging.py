"""When a delivery goes again: later each time, never all at once, and never without end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.aannames import aangepast
from richting.akkoord.bezorging import (
    REDENZINNEN,
    Bezorgreden,
    is_onbestelbaar,
    ontvanger_rust,
    oordeel,
    pauze,
)

pytestmark = pytest.mark.clausule("5.4")
TOEVAL = st.floats(0, 1, exclude_max=True)
UUR = timedelta(hours=1)


@given(st.integers(1, 500), TOEVAL)
def test_een_pauze_is_nooit_langer_dan_de_langste_en_nooit_niets(keer: int, toeval: float) -> None:
    assert timedelta(seconds=7.5) <= pauze(keer, toeval) <= UUR


@given(st.integers(1, 7), TOEVAL)
def test_een_volgende_pauze_is_nooit_korter(keer: int, toeval: float) -> None:
    """Whatever chance says, up to the longest: half of the next one is the whole of this one."""
    assert pauze(keer, 0.999999) <= pauze(keer + 1, toeval) + timedelta(seconds=1)


def test_wie_samen_mislukten_komen_niet_samen_terug() -> None:
    assert len({pauze(5, toeval / 10) for toeval in range(10)}) == 10


@given(st.integers(1, 10), TOEVAL, st.integers(0, 10**6))
def test_wie_om_tijd_vraagt_krijgt_die_tot_de_langste_pauze(
    keer: int, toeval: float, gevraagd: int
) -> None:
    assert pauze(keer, toeval, gevraagd) >= min(timedelta(seconds=gevraagd), UUR)
    assert pauze(keer, toeval, gevraagd) <= UUR


def test_een_beheerder_stelt_het_tempo_bij() -> None:
    rustig = aangepast({"webhook_eerste_pauze_seconden": 60, "webhook_pogingen": 2})
    assert pauze(1, 0.999999, aannames=rustig) > timedelta(seconds=59)
    assert [is_onbestelbaar(keer, rustig) for keer in (1, 2, 3)] == [False, True, True]


@pytest.mark.parametrize(
    ("status", "reden"),
    [
        (200, None),
        (204, None),
        (299, None),
        (301, Bezorgreden.DOORVERWEZEN),
        (404, Bezorgreden.ANTWOORD),
        (410, Bezorgreden.ADRES_WEG),
        (429, Bezorgreden.DRUK),
        (500, Bezorgreden.ANTWOORD),
        (503, Bezorgreden.DRUK),
    ],
)
def test_wat_een_antwoord_zegt(status: int, reden: Bezorgreden | None) -> None:
    assert oordeel(status) == reden


def test_drie_keer_op_rij_is_de_ontvanger_en_niet_het_bericht() -> None:
    assert [ontvanger_rust(keer) for keer in range(5)] == [False, False, False, True, True]


def test_elke_reden_heeft_een_zin() -> None:
    assert set(REDENZINNEN) == set(Bezorgreden)
