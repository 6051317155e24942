"""Wjsg 51c and the municipalities in play. Eva never sees a thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from richting.akkoord.aannames import aangepast
from richting.akkoord.grondslagen import gronden, is_geldig
from richting.akkoord.partij import Partij
from richting.akkoord.woorden import Regime
from tests.akkoord.bouwers import (
    AMSTERDAM,
    ARNHEM,
    BEGIN,
    RN,
    UTRECHT,
    dag,
    ingezetene,
    verbleef,
    verblijf,
    vestiging,
)
from tests.akkoord.hulp_gronden import (
    ANNA,
    BRAM,
    EVA,
    PBW_18A,
    PLAN,
    WJSG,
    C,
    L,
    een,
    van,
    wie,
    ziet,
)


class TestWjsg:
    """Begin and end of the stay, to municipalities."""

    @pytest.mark.clausule("6.1")
    def test_de_gemeente_krijgt_alleen_het_verblijf(self):
        grond = een(gronden(verblijf()), WJSG, L.NAZORG)
        assert grond.partij == ANNA
        assert grond.categorieen == {C.VERBLIJF}
        assert grond.regime == Regime.AVG
        assert (grond.geldig_vanaf, grond.geldig_tot) == (BEGIN, None)

    @pytest.mark.clausule("6.1")
    def test_zes_maanden_na_het_vertrek_is_het_voorbij(self):
        grond = een(gronden(verblijf(einde=date(2026, 8, 31))), WJSG, L.NAZORG)
        assert grond.geldig_tot == date(2027, 2, 28)
        assert is_geldig(grond, date(2027, 2, 27))
        assert not is_geldig(grond, date(2027, 2, 28))

    @pytest.mark.clausule("1.1")
    def test_een_aangekondigd_verblijf_mag_de_gemeente_al_zien(self):
        feiten = verblijf(bekend_sinds=dag(-10))
        assert een(gronden(feiten), WJSG, L.NAZORG).geldig_vanaf == dag(-10)
        niet = aangepast({"aankondiging_delen": False})
        assert een(gronden(feiten, niet), WJSG, L.NAZORG).geldig_vanaf == BEGIN

    def test_voor_het_bericht_kwam_was_er_niets_te_delen(self):
        assert een(gronden(verblijf(bekend_sinds=dag(5))), WJSG, L.NAZORG).geldig_vanaf == dag(5)

    @pytest.mark.clausule("6.4")
    def test_een_verblijf_van_voor_2019_geeft_geen_grond(self):
        oud = verblijf(begin=date(2018, 1, 1), einde=date(2019, 1, 1))
        assert gronden(oud) == frozenset()
        lopend = replace(oud, einde=date(2019, 1, 2))
        assert een(gronden(lopend), WJSG, L.NAZORG).geldig_vanaf == date(2019, 1, 1)


class TestGemeenten:
    """Up to three municipalities, each in its role and time."""

    @pytest.mark.clausule("6.2")
    def test_drie_gemeenten_doen_mee_elk_met_een_eigen_reden(self):
        feiten = verblijf(gemeenten=(ingezetene(), verbleef(ARNHEM), vestiging(AMSTERDAM)))
        per_rol = {g.rol: g for g in van(gronden(feiten), PBW_18A, L.NAZORG)}
        assert {rol: g.partij.organisatie for rol, g in per_rol.items()} == {
            "ingezetene": UTRECHT,
            "feitelijk_verblijf": ARNHEM,
            "vestiging": AMSTERDAM,
        }
        assert "ingeschreven" in per_rol["ingezetene"].zin
        assert "het meest" in per_rol["feitelijk_verblijf"].zin
        assert "wonen" in per_rol["vestiging"].zin

    def test_twee_rollen_in_een_gemeente_geven_een_grond(self):
        feiten = verblijf(gemeenten=(vestiging(UTRECHT), ingezetene(UTRECHT)))
        grond = een(gronden(feiten), PBW_18A, L.NAZORG)
        assert grond.rol == "ingezetene,vestiging"
        assert "ingeschreven" in grond.zin

    @pytest.mark.clausule("6.4")
    def test_een_gemeente_ziet_vanaf_de_dag_dat_haar_rol_bekend_is(self):
        feiten = verblijf(gemeenten=(ingezetene(tot=dag(50)), vestiging(AMSTERDAM, van=dag(30))))
        alles = gronden(feiten)
        amsterdam = Partij(L.NAZORG, AMSTERDAM)
        assert not ziet(alles, amsterdam, dag(29))
        assert ziet(alles, amsterdam, dag(30)) == PLAN
        assert ziet(alles, ANNA, dag(49)) == PLAN
        assert not ziet(alles, ANNA, dag(50))

    def test_wie_terugkomt_in_een_gemeente_heeft_twee_keer_een_grond(self):
        feiten = verblijf(gemeenten=(ingezetene(tot=dag(20)), ingezetene(van=dag(40))))
        perioden = [(g.geldig_vanaf, g.geldig_tot) for g in van(gronden(feiten), WJSG)]
        assert perioden == [(BEGIN, dag(20)), (dag(40), None)]

    @pytest.mark.parametrize("code", ["GM0000", "GM1999"])
    def test_onbekend_en_niet_ingezetene_zijn_geen_gemeente(self, code):
        alles = gronden(verblijf(gemeenten=(ingezetene(code),)))
        assert not van(alles, WJSG)
        assert not van(alles, PBW_18A, L.NAZORG)

    def test_zonder_gemeente_ziet_de_inrichting_het_wel(self):
        assert wie(gronden(verblijf(gemeenten=())), BEGIN) == {BRAM}

    @pytest.mark.clausule("6.4")
    def test_een_andere_gemeente_ziet_nooit_iets(self):
        feiten = verblijf(reclassering=RN, risico_18b_vanaf=BEGIN)
        assert EVA.organisatie not in {g.partij.organisatie for g in gronden(feiten)}
