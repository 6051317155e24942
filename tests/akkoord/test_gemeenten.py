"""Which municipalities are in play, and which is the origin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.feiten import Feiten, Gemeenteband
from richting.akkoord.gemeenten import (
    ZINNEN,
    banden_in_de_tijd,
    geldende_banden,
    gemeente_aan_zet,
    herkomst,
    in_beeld,
    is_gemeente,
)
from richting.akkoord.verzoeken import aanvaarde_banden
from richting.akkoord.woorden import GemeenteRol
from tests.akkoord.bouwers import (
    AMSTERDAM,
    ARNHEM,
    BEGIN,
    UTRECHT,
    VANDAAG,
    dag,
    ingezetene,
    verbleef,
    verblijf,
    vestiging,
)
from tests.akkoord.strategieen import feiten_op


@pytest.mark.clausule("3.1", "5.7")
def test_drie_gemeenten_in_beeld_met_de_herkomst_voorop():
    drie = verblijf(gemeenten=(vestiging(), verbleef(), ingezetene()))
    beelden = in_beeld(drie, VANDAAG)
    assert [g.gemeente for g in beelden] == [UTRECHT, ARNHEM, AMSTERDAM]
    assert [g.is_herkomst for g in beelden] == [True, False, False]
    assert all(g.sinds == BEGIN for g in beelden)


def test_een_gemeente_in_twee_rollen_staat_er_een_keer():
    (beeld,) = in_beeld(verblijf(gemeenten=(ingezetene(), vestiging(UTRECHT))), VANDAAG)
    assert beeld.rollen == (GemeenteRol.INGEZETENE, GemeenteRol.VESTIGING)
    assert "ingeschreven" in beeld.zin
    assert "wil" in beeld.zin


@pytest.mark.clausule("5.7")
@pytest.mark.parametrize(
    ("banden", "code", "gemeente"),
    [
        ((ingezetene(), verbleef(), vestiging()), "ingezetene", UTRECHT),
        ((verbleef(), vestiging()), "feitelijk_verblijf", ARNHEM),
        ((vestiging(),), "onbekend", None),
        ((ingezetene("GM1999"), verbleef()), "feitelijk_verblijf", ARNHEM),
        ((ingezetene("GM1999"),), "onbekend", None),
        ((), "onbekend", None),
    ],
)
def test_herkomst(banden: tuple, code: str, gemeente: str | None):
    uitkomst = herkomst(verblijf(gemeenten=banden), VANDAAG)
    assert (uitkomst.code, uitkomst.waarde) == (code, gemeente)


@pytest.mark.clausule("5.7")
def test_zonder_herkomst_is_de_gemeente_van_vestiging_aan_zet():
    uitkomst = gemeente_aan_zet(verblijf(gemeenten=(vestiging(),)), VANDAAG)
    assert (uitkomst.code, uitkomst.waarde) == ("vestiging", AMSTERDAM)


def test_wat_herkomst_is_bij_verschil_is_in_te_stellen():
    twee = verblijf(gemeenten=(ingezetene(), verbleef()))
    anders = replace(AANNAMES, inschrijving_is_herkomst=False)
    assert herkomst(twee, VANDAAG).waarde == UTRECHT
    assert herkomst(twee, VANDAAG, anders).waarde == ARNHEM
    assert [g.gemeente for g in in_beeld(twee, VANDAAG, anders)] == [ARNHEM, UTRECHT]


def test_na_een_verhuizing_geldt_de_nieuwe_gemeente():
    verhuisd = verblijf(
        gemeenten=(ingezetene(UTRECHT, tot=dag(10)), ingezetene(ARNHEM, van=dag(10)))
    )
    assert herkomst(verhuisd, dag(9)).waarde == UTRECHT
    assert herkomst(verhuisd, dag(10)).waarde == ARNHEM


def test_van_twee_inschrijvingen_telt_de_nieuwste():
    dubbel = verblijf(gemeenten=(ingezetene(UTRECHT), ingezetene(ARNHEM, van=dag(3))))
    assert herkomst(dubbel, dag(5)).waarde == ARNHEM


def test_een_oudere_inschrijving_geldt_weer_als_de_nieuwere_ophoudt():
    dubbel = verblijf(gemeenten=(ingezetene(UTRECHT), ingezetene(ARNHEM, van=dag(3), tot=dag(9))))
    assert banden_in_de_tijd(dubbel, GemeenteRol) == (
        ingezetene(UTRECHT, tot=dag(3)),
        ingezetene(ARNHEM, van=dag(3), tot=dag(9)),
        ingezetene(UTRECHT, van=dag(9)),
    )


@pytest.mark.clausule("3.1")
@given(feiten_op())
def test_nooit_meer_dan_drie_gemeenten_en_per_rol_een(geval: tuple[Feiten, date]):
    feiten, op = geval
    rollen = [b.rol for b in geldende_banden(feiten, op)]
    assert len(set(rollen)) == len(rollen)
    assert len(in_beeld(feiten, op)) <= 3
    alle = (*feiten.gemeenten, *aanvaarde_banden(feiten))
    assert {b.rol for b in alle if geldt_op(b, op)} == set(rollen)


def geldt_op(band: Gemeenteband, op: date) -> bool:
    """Whether a band names a municipality and holds on a day."""
    loopt = (band.van is None or band.van <= op) and (band.tot is None or op < band.tot)
    return loopt and is_gemeente(band.gemeente)


@given(feiten_op())
def test_in_beeld_zijn_precies_de_gemeenten_van_geldende_banden(geval: tuple[Feiten, date]):
    feiten, op = geval
    beelden = in_beeld(feiten, op)
    assert {g.gemeente for g in beelden} == {b.gemeente for b in geldende_banden(feiten, op)}
    assert len({g.gemeente for g in beelden}) == len(beelden)
    assert sum(g.is_herkomst for g in beelden) == (herkomst(feiten, op).waarde is not None)
    assert all(g.gemeente not in ("GM1999", "GM0000") for g in beelden)


def test_elke_verzameling_rollen_heeft_een_zin():
    assert len(ZINNEN) == 2 ** len(GemeenteRol) - 1
    assert len(set(ZINNEN.values())) == len(ZINNEN)
