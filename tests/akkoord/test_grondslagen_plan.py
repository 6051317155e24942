"""Pbw 18a: the plan of prison, municipality and probation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from richting.akkoord.aannames import aangepast
from richting.akkoord.feiten import Toezicht
from richting.akkoord.grondslagen import gronden
from richting.akkoord.woorden import SoortPlaats, Titel
from tests.akkoord.bouwers import BEGIN, EINDE, POMPE, RN, SVG, dag, plaats, verblijf
from tests.akkoord.hulp_gronden import (
    ANNA,
    BRAM,
    CATO,
    GIJS,
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


class TestPlan:
    """Pbw 18a: prison, municipality and probation."""

    @pytest.mark.clausule("2.2", "6.2")
    def test_de_driehoek_ziet_het_plan(self):
        alles = gronden(verblijf(reclassering=RN))
        assert ziet(alles, ANNA, BEGIN) == PLAN
        assert ziet(alles, BRAM, BEGIN) == PLAN | {C.KETEN}
        assert ziet(alles, CATO, BEGIN) == PLAN | {C.KETEN, C.JUSTITIEEL_ADVIES}
        assert wie(alles, BEGIN) == {ANNA, BRAM, CATO}

    @pytest.mark.clausule("6.4")
    def test_een_verblijf_dat_voor_de_wet_eindigde_geeft_geen_grond(self):
        oud = verblijf(begin=date(2021, 1, 1), einde=date(2021, 6, 30))
        assert not van(gronden(oud), PBW_18A)
        assert van(gronden(oud), WJSG)

    @pytest.mark.clausule("6.2", "6.4")
    def test_een_lopend_verblijf_geeft_een_grond_vanaf_de_wet(self):
        lopend = verblijf(begin=date(2021, 1, 1), einde=date(2021, 7, 2))
        assert {g.geldig_vanaf for g in van(gronden(lopend), PBW_18A)} == {date(2021, 7, 1)}

    def test_wie_op_de_dag_van_de_wet_al_weg_is_geeft_geen_grond(self):
        weg = verblijf(begin=date(2021, 1, 1), einde=date(2021, 7, 1))
        assert not van(gronden(weg), PBW_18A)

    def test_een_politiecel_maakt_geen_plan(self):
        cel = plaats(SoortPlaats.POLITIECEL, None)
        assert not van(gronden(verblijf(plaatsen=(cel,))), PBW_18A)
        daarna = verblijf(plaatsen=(replace(cel, tot=dag(3)), plaats(van=dag(3))))
        assert {g.geldig_vanaf for g in van(gronden(daarna), PBW_18A)} == {dag(3)}

    def test_zonder_bekende_plaats_beslist_de_titel(self):
        assert van(gronden(verblijf(plaatsen=())), PBW_18A, L.NAZORG)
        for elders in (Titel.TBS_VERPLEGING, Titel.INVERZEKERINGSTELLING):
            assert not van(gronden(verblijf(plaatsen=(), titel=elders)), PBW_18A)

    @pytest.mark.clausule("3.5")
    def test_buiten_onder_titel_loopt_het_plan_door(self):
        feiten = verblijf(plaatsen=(plaats(), plaats(SoortPlaats.BUITEN_FASERING, None, dag(90))))
        alles = gronden(feiten)
        assert {ANNA, BRAM} <= wie(alles, dag(200))

    @pytest.mark.clausule("3.4")
    def test_een_zorginstelling_onder_de_pbw_houdt_het_plan(self):
        feiten = verblijf(plaatsen=(plaats(SoortPlaats.ZORGINSTELLING, POMPE),))
        alles = gronden(feiten)
        assert ziet(alles, ANNA, BEGIN) == PLAN
        assert C.BEHANDELING in ziet(alles, GIJS, BEGIN)

    def test_aannames_kunnen_het_plan_alleen_kleiner_maken(self):
        smal = aangepast({"netwerk_motivatie_in_plan": False, "toezicht_naar_gemeente": False})
        alles = gronden(verblijf(reclassering=RN), smal)
        assert ziet(alles, ANNA, BEGIN) == PLAN - {C.NETWERK, C.MOTIVATIE, C.TOEZICHT}
        assert ziet(alles, CATO, BEGIN) == PLAN - {C.NETWERK, C.MOTIVATIE} | {
            C.KETEN,
            C.JUSTITIEEL_ADVIES,
        }


class TestReclassering:
    """At the table, or supervising."""

    @pytest.mark.clausule("3.9")
    def test_toezicht_na_het_verblijf_houdt_de_reclassering_erbij(self):
        feiten = verblijf(einde=EINDE, toezicht=(Toezicht(SVG, EINDE, date(2029, 6, 1)),))
        grond = een(gronden(feiten), PBW_18A, L.RECLASSERING)
        assert grond.rol == "toezicht"
        assert (grond.geldig_vanaf, grond.geldig_tot) == (BEGIN, date(2029, 6, 1))

    def test_toezicht_zonder_einde_loopt_door(self):
        feiten = verblijf(einde=EINDE, toezicht=(Toezicht(RN, EINDE),))
        assert een(gronden(feiten), PBW_18A, L.RECLASSERING).geldig_tot is None

    def test_toezicht_van_voor_het_verblijf_telt_niet(self):
        feiten = verblijf(toezicht=(Toezicht(RN, dag(-400), BEGIN),))
        assert not van(gronden(feiten), PBW_18A, L.RECLASSERING)

    def test_aan_tafel_eindigt_met_de_nazorg(self):
        grond = een(gronden(verblijf(reclassering=RN, einde=EINDE)), PBW_18A, L.RECLASSERING)
        assert grond.rol == "aan_tafel"
        assert grond.geldig_tot == date(2027, 12, 1)

    def test_aan_tafel_en_toezicht_geven_een_grond(self):
        feiten = verblijf(reclassering=RN, einde=EINDE, toezicht=(Toezicht(RN, EINDE),))
        assert een(gronden(feiten), PBW_18A, L.RECLASSERING).rol == "aan_tafel,toezicht"
