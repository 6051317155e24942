"""Which bringing in counts: what a source tells, and what parties did here."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.feiten import Feiten
from richting.akkoord.inbreng import (
    IN_VERLEDEN,
    Inbreng,
    geldende,
    loopt,
    waarom_niet,
    waarom_niet_beeindigen,
)
from tests.akkoord.bouwers import dag, verblijf

pytestmark = pytest.mark.clausule("1.5")
UTRECHT, ZEELAND = "ZVH-UTRECHT", "ZVH-ZEELAND"
NU = dag(10)


def met(een: Inbreng | None) -> Feiten:
    return verblijf(
        veiligheidshuis=een.huis if een else None,
        veiligheidshuis_vanaf=een.vanaf if een else None,
        veiligheidshuis_tot=een.tot if een else None,
    )


def test_een_bericht_dat_herhaalt_maakt_een_einde_niet_ongedaan() -> None:
    bericht, einde = Inbreng(UTRECHT, dag(1)), Inbreng(UTRECHT, dag(1), dag(9))
    assert geldende(bericht, [einde]) == einde


def test_een_bericht_over_een_latere_dag_is_nieuwer_dan_een_daad() -> None:
    bericht, daad = Inbreng(ZEELAND, dag(20)), Inbreng(UTRECHT, dag(1), dag(9))
    assert geldende(bericht, [daad]) == bericht


def test_op_een_dag_telt_de_laatste_daad() -> None:
    terug, weer = Inbreng(UTRECHT, dag(1), dag(1)), Inbreng(ZEELAND, dag(1))
    assert geldende(None, [terug, weer]) == weer
    assert geldende(None, []) is None


@given(st.integers(0, 40), st.integers(0, 40), st.integers(-5, 90))
def test_een_zaak_ligt_alleen_in_een_huis_tussen_begin_en_einde(
    van: int, lengte: int, op: int
) -> None:
    feiten = met(Inbreng(UTRECHT, dag(van), dag(van + lengte)))
    assert loopt(feiten, dag(op)) is (van <= op < van + lengte)


def test_inbrengen_kan_als_er_niets_loopt_en_niet_met_terugwerkende_kracht() -> None:
    vrij, bezet = met(None), met(Inbreng(UTRECHT, dag(1)))
    voorbij = met(Inbreng(UTRECHT, dag(1), NU))
    assert not waarom_niet(vrij, NU, NU)
    assert not waarom_niet(voorbij, NU, NU)
    assert waarom_niet(bezet, NU, NU)
    assert waarom_niet(vrij, NU - timedelta(days=1), NU) == IN_VERLEDEN


def test_beeindigen_kan_een_keer_en_niet_voor_het_begin() -> None:
    later = met(Inbreng(UTRECHT, dag(15)))
    assert waarom_niet_beeindigen(later, dag(14), NU)
    assert not waarom_niet_beeindigen(later, dag(15), NU)
    al = replace(later, veiligheidshuis_tot=dag(20))
    assert waarom_niet_beeindigen(al, dag(30), NU)
    assert waarom_niet_beeindigen(met(None), NU, NU)
