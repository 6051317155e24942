"""Which dossiers belong on which agenda, and who calls what."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.feiten import Feiten
from richting.akkoord.meldingen import PLANPARTIJEN, VEILIGHEIDSPARTIJEN
from richting.akkoord.overleg import (
    MAG_BELEGGEN,
    VERSLAGVAKKEN,
    Agendareden,
    Overlegsoort,
    agendaredenen,
    mag_beleggen,
    mdo_uiterlijk,
    soorten_voor,
)
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from tests.akkoord.bouwers import VANDAAG, verblijf
from tests.akkoord.strategieen import feiten_op

pytestmark = pytest.mark.clausule("8.1")
MDO, CASUS = Overlegsoort.MDO, Overlegsoort.CASUSOVERLEG
LANG = timedelta(weeks=6)


def test_elk_soort_overleg_heeft_een_belegger_en_nooit_de_veiligheidskant() -> None:
    assert set(MAG_BELEGGEN) == set(Overlegsoort)
    for soorten in MAG_BELEGGEN.values():
        assert soorten
        assert soorten <= PLANPARTIJEN
        assert not soorten & VEILIGHEIDSPARTIJEN


def test_het_mdo_is_van_de_inrichting_en_de_tafel_van_het_veiligheidshuis() -> None:
    assert mag_beleggen(MDO, Loketsoort.CASEMANAGEMENT)
    assert not mag_beleggen(MDO, Loketsoort.NAZORG)
    tafel = Overlegsoort.VEILIGHEIDSHUISTAFEL
    assert soorten_voor(Loketsoort.PROCESREGIE) == (tafel, CASUS)
    assert soorten_voor(Loketsoort.OM) == ()


def test_een_verslag_raakt_nooit_een_gesloten_vak() -> None:
    dicht = {Gegevenscategorie.RISICO, Gegevenscategorie.BIJ, Gegevenscategorie.SLACHTOFFER}
    assert not dicht & set(VERSLAGVAKKEN)


@pytest.mark.clausule("5.1")
def test_zes_weken_na_het_begin_en_zes_weken_na_elk_mdo() -> None:
    feiten = verblijf(begin=VANDAAG)
    assert mdo_uiterlijk(feiten, ()) == VANDAAG + LANG
    eerste, tweede = VANDAAG + timedelta(days=3), VANDAAG + timedelta(days=30)
    assert mdo_uiterlijk(feiten, (eerste, tweede)) == tweede + LANG


def redenen(feiten: Feiten, soort: Overlegsoort, op: date) -> list[Agendareden]:
    return [reden.reden for reden in agendaredenen(feiten, (), soort, op)]


def test_alleen_een_mdo_komt_op_de_agenda_omdat_het_mdo_nodig_is() -> None:
    feiten = verblijf(begin=VANDAAG)
    assert Agendareden.MDO_NODIG in redenen(feiten, MDO, VANDAAG)
    assert Agendareden.MDO_NODIG not in redenen(feiten, CASUS, VANDAAG)


@given(feiten_op(), st.sampled_from(Overlegsoort))
def test_elke_reden_hangt_aan_een_dag_die_dichtbij_is(
    geval: tuple[Feiten, date], soort: Overlegsoort
) -> None:
    feiten, op = geval
    for reden in agendaredenen(feiten, (), soort, op):
        assert reden.dag <= op + timedelta(weeks=12)
        assert not feiten.ingetrokken
