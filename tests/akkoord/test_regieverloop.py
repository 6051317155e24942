"""Who directs over time: one holder every day, as the rule says, until people made it otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from richting.akkoord.feiten import Feiten
from richting.akkoord.partij import Partij
from richting.akkoord.regieverloop import (
    ONBEKEND,
    Afspraak,
    Regieherkomst,
    Regietaak,
    Stand,
    Wissel,
    verloop,
    vervolg,
    volgens_regel,
)
from richting.akkoord.woorden import Loketsoort
from tests.akkoord.bouwers import (
    ARNHEM,
    BEGIN,
    EINDE,
    NIEUWEGEIN,
    UTRECHT,
    VUGHT,
    dag,
    ingezetene,
    plaats,
    verblijf,
)
from tests.akkoord.strategieen import feiten_op

CASUS, PROCES = Regietaak.CASUSREGIE, Regietaak.PROCESREGIE
NUMMER = UUID(int=1)
PI = Partij(Loketsoort.CASEMANAGEMENT, NIEUWEGEIN)
PI_VUGHT = Partij(Loketsoort.CASEMANAGEMENT, VUGHT)
GEMEENTE = Partij(Loketsoort.NAZORG, UTRECHT)
BUREN = Partij(Loketsoort.NAZORG, ARNHEM)
taken = st.sampled_from(Regietaak)


def houder_op(wissels: tuple[Wissel, ...], op: date):
    return [een for een in wissels if een.dag <= op][-1].houder


def door_mensen(partij: Partij, regel: Partij) -> Stand:
    return Stand(partij, "overgenomen", "", Regieherkomst.OVERNAME, regel)


def regelstand(taak: Regietaak, feiten: Feiten, op: date) -> Stand:
    houder = volgens_regel(taak, feiten, op)
    return Stand(houder.partij, houder.code, houder.zin, regel=houder.partij)


def op_dag(uit: list[tuple[date, Stand]], nu: Stand | None, op: date) -> Stand | None:
    return next((stand for een, stand in reversed(uit) if een <= op), nu)


@pytest.mark.clausule("1.5", "1.6", "1.7", "1.8")
@given(feiten_op(), taken, st.integers(0, 1500))
def test_het_verloop_zegt_op_elke_dag_wat_de_regel_zegt(
    geval: tuple[Feiten, date], taak: Regietaak, later: int
) -> None:
    feiten, vanaf = geval
    wissels, op = verloop(taak, feiten, vanaf), vanaf + timedelta(days=later)
    regel = volgens_regel(taak, feiten, op)
    assert (houder_op(wissels, op).partij, houder_op(wissels, op).code) == (
        regel.partij,
        regel.code,
    )
    assert wissels[0].dag == vanaf
    assert [een.dag for een in wissels] == sorted({een.dag for een in wissels})


@pytest.mark.clausule("1.5", "1.7")
@given(feiten_op(netjes=True), taken, st.integers(0, 1500))
def test_wie_de_regie_heeft_verliest_haar_nooit_aan_niemand_omdat_iets_onbekend_is(
    geval: tuple[Feiten, date], taak: Regietaak, later: int
) -> None:
    feiten, vanaf = geval
    uit = vervolg(None, verloop(taak, feiten, vanaf))
    op = vanaf + timedelta(days=later)
    stand, regel = op_dag(uit, None, op), volgens_regel(taak, feiten, op)
    assert stand
    if regel.partij or regel.code not in ONBEKEND:
        assert (stand.partij, stand.herkomst) == (regel.partij, Regieherkomst.REGEL)
    eerder = [een for dag_, een in uit if dag_ <= op and een.partij]
    if regel.code in ONBEKEND and eerder and eerder[-1].herkomst == Regieherkomst.HOUDT_AAN:
        assert stand.partij


@given(feiten_op(), taken)
def test_wie_opnieuw_rekent_zonder_nieuw_feit_verandert_niets(
    geval: tuple[Feiten, date], taak: Regietaak
) -> None:
    feiten, vanaf = geval
    wissels = verloop(taak, feiten, vanaf)
    ((eerste, nu), *straks) = vervolg(None, wissels)
    assert eerste == vanaf
    assert vervolg(nu, wissels) == straks


@pytest.mark.clausule("1.7")
def test_de_gemeente_volgt_de_inrichting_op_de_dag_van_vertrek() -> None:
    uit = vervolg(None, verloop(CASUS, verblijf(einde=EINDE), BEGIN))
    assert [(dag_, stand.partij) for dag_, stand in uit] == [(BEGIN, PI), (EINDE, GEMEENTE)]


@pytest.mark.clausule("1.7")
def test_zonder_bekende_gemeente_houdt_de_inrichting_de_casusregie_na_het_vertrek() -> None:
    zonder = verblijf(einde=EINDE, gemeenten=(ingezetene(tot=dag(100)),))
    uit = vervolg(None, verloop(CASUS, zonder, BEGIN))
    laatste = uit[-1][1]
    assert (laatste.partij, laatste.herkomst) == (PI, Regieherkomst.HOUDT_AAN)


def test_bij_het_begin_kan_het_zichtbaar_niemand_zijn() -> None:
    ((_dag, stand),) = vervolg(None, verloop(PROCES, verblijf(gemeenten=()), BEGIN))
    assert (stand.partij, stand.code) == (None, "gemeente_onbekend")


def test_een_overname_staat_tot_de_regel_iets_anders_zegt() -> None:
    nu = door_mensen(GEMEENTE, PI)
    blijft = verblijf(verwacht_einde=verblijf().verwacht_einde)
    assert vervolg(nu, verloop(CASUS, blijft, dag(10))) == []
    verhuist = verblijf(plaatsen=(plaats(tot=dag(20)), plaats(inrichting=VUGHT, van=dag(20))))
    ((wanneer, stand),) = vervolg(nu, verloop(CASUS, verhuist, dag(10)))
    assert (wanneer, stand.partij, stand.herkomst) == (dag(20), PI_VUGHT, Regieherkomst.REGEL)


@pytest.mark.clausule("1.7")
def test_een_aanvaarde_overdracht_geldt_vanaf_de_afgesproken_dag() -> None:
    feiten = verblijf(einde=None)
    nu = regelstand(CASUS, feiten, dag(10))
    ((wanneer, stand),) = vervolg(
        nu, verloop(CASUS, feiten, dag(10)), [Afspraak(dag(50), PI, GEMEENTE, NUMMER)]
    )
    assert (wanneer, stand.partij, stand.overdracht) == (dag(50), GEMEENTE, NUMMER)


def test_wie_de_regie_niet_meer_heeft_kan_haar_niet_overdragen() -> None:
    verhuist = verblijf(plaatsen=(plaats(tot=dag(20)), plaats(inrichting=VUGHT, van=dag(20))))
    nu = regelstand(CASUS, verhuist, dag(10))
    uit = vervolg(nu, verloop(CASUS, verhuist, dag(10)), [Afspraak(dag(50), PI, GEMEENTE, NUMMER)])
    assert [stand.partij for _dag, stand in uit] == [PI_VUGHT]


def test_een_overdracht_die_wordt_verzet_gaat_terug_naar_wie_haar_gaf() -> None:
    feiten = verblijf(einde=None)
    nu = Stand(GEMEENTE, "overgedragen", "", Regieherkomst.OVERDRACHT, PI, NUMMER)
    uit = vervolg(nu, verloop(CASUS, feiten, dag(60)), [Afspraak(dag(90), PI, GEMEENTE, NUMMER)])
    assert [(wanneer, stand.partij) for wanneer, stand in uit] == [
        (dag(60), PI),
        (dag(90), GEMEENTE),
    ]


def test_na_een_aanvaarde_overdracht_bevestigt_het_vertrek_de_nieuwe_houder() -> None:
    nu = Stand(GEMEENTE, "overgedragen", "", Regieherkomst.OVERDRACHT, PI, NUMMER)
    weg = verblijf(einde=dag(60))
    ((wanneer, stand),) = vervolg(nu, verloop(CASUS, weg, dag(60)))
    assert (wanneer, stand.partij, stand.code) == (dag(60), GEMEENTE, "gemeente")


@given(feiten_op(), taken, st.integers(0, 400), st.integers(0, 1500))
def test_ook_met_afspraken_en_overnames_is_er_elke_dag_precies_een_stand(
    geval: tuple[Feiten, date], taak: Regietaak, wanneer: int, later: int
) -> None:
    feiten, vanaf = geval
    regel = volgens_regel(taak, feiten, vanaf)
    nu = replace(door_mensen(GEMEENTE, PI), regel=regel.partij)
    afspraak = Afspraak(vanaf + timedelta(days=wanneer), GEMEENTE, BUREN, NUMMER)
    uit = vervolg(nu, verloop(taak, feiten, vanaf), [afspraak])
    dagen = [dag_ for dag_, _stand in uit]
    assert dagen == sorted(set(dagen))
    assert all(een != ander for (_d, een), (_e, ander) in pairwise(uit))
    assert op_dag(uit, nu, vanaf + timedelta(days=later)) is not None
