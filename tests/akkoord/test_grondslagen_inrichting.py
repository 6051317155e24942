"""The institution that holds the case, and forensic care."""

from __future__ import annotations

from dataclasses import replace

import pytest

from richting.akkoord.aannames import aangepast
from richting.akkoord.grondslagen import gronden
from richting.akkoord.partij import Partij
from richting.akkoord.woorden import SoortPlaats, Titel
from tests.akkoord.bouwers import BEGIN, POMPE, RN, VUGHT, dag, plaats, verblijf
from tests.akkoord.hulp_gronden import ANNA, BRAM, CATO, GIJS, PLAN, C, L, wie, ziet


class TestInrichting:
    """The institution that holds the case, and no other."""

    @pytest.mark.clausule("1.6", "6.4")
    def test_na_overplaatsing_ziet_de_oude_inrichting_niets_meer(self):
        feiten = verblijf(plaatsen=(plaats(tot=dag(30)), plaats(inrichting=VUGHT, van=dag(30))))
        alles = gronden(feiten)
        vught = Partij(L.CASEMANAGEMENT, VUGHT)
        assert {BRAM, vught} & wie(alles, dag(29)) == {BRAM}
        assert {BRAM, vught} & wie(alles, dag(30)) == {vught}

    def test_de_oude_inrichting_kijkt_mee_zolang_de_aanname_zegt(self):
        feiten = verblijf(plaatsen=(plaats(tot=dag(30)), plaats(inrichting=VUGHT, van=dag(30))))
        alles = gronden(feiten, aangepast({"oude_inrichting_dagen": 5}))
        assert BRAM in wie(alles, dag(34))
        assert BRAM not in wie(alles, dag(35))

    def test_na_het_vertrek_kijkt_de_laatste_inrichting_nog_kort_mee(self):
        alles = gronden(verblijf(einde=dag(100)))
        assert BRAM in wie(alles, dag(127))
        assert BRAM not in wie(alles, dag(128))

    def test_een_onbekende_inrichting_is_geen_partij(self):
        alles = gronden(verblijf(plaatsen=(plaats(inrichting=None),)))
        assert wie(alles, BEGIN) == {ANNA}

    def test_een_plaats_van_na_het_vertrek_telt_niet(self):
        feiten = verblijf(einde=dag(20), plaatsen=(plaats(), plaats(inrichting=VUGHT, van=dag(20))))
        alles = gronden(feiten)
        assert BRAM in wie(alles, dag(30))
        assert VUGHT not in {grond.partij.organisatie for grond in alles}

    def test_een_verblijf_van_nul_dagen_heeft_een_inrichting(self):
        assert BRAM in wie(gronden(verblijf(einde=BEGIN)), BEGIN)

    def test_wie_terugkomt_in_een_inrichting_wordt_daar_weer_gezien(self):
        feiten = verblijf(
            plaatsen=(
                plaats(tot=dag(10)),
                plaats(inrichting=VUGHT, van=dag(10), tot=dag(20)),
                plaats(van=dag(20)),
            )
        )
        perioden = [(g.geldig_vanaf, g.geldig_tot) for g in gronden(feiten) if g.partij == BRAM]
        assert sorted(perioden, key=lambda p: p[0]) == [(BEGIN, dag(10)), (dag(20), None)]


class TestForensisch:
    """Forensic care: the institution owns the plan."""

    TBS = verblijf(
        titel=Titel.TBS_VERPLEGING,
        reclassering=RN,
        plaatsen=(plaats(tot=dag(100)), plaats(SoortPlaats.FPC, POMPE, dag(100))),
    )

    @pytest.mark.clausule("3.4")
    def test_de_instelling_ziet_het_behandelplan(self):
        alles = gronden(self.TBS)
        assert ziet(alles, GIJS, dag(100)) == PLAN | {C.BEHANDELING}
        assert not ziet(alles, GIJS, dag(99))

    def test_met_tbs_houdt_het_plan_van_de_gevangenis_op(self):
        alles = gronden(self.TBS)
        assert ziet(alles, ANNA, dag(99)) == PLAN
        assert ziet(alles, ANNA, dag(100)) == {C.VERBLIJF}
        assert not ziet(alles, BRAM, dag(100))

    def test_de_reclassering_volgt_de_zorg_zonder_de_behandeling(self):
        assert ziet(gronden(self.TBS), CATO, dag(100)) == {
            C.VERBLIJF,
            C.KETEN,
            C.PLAN,
            C.TOEZICHT,
        }

    def test_verlof_vanuit_tbs_valt_niet_onder_de_pbw(self):
        buiten = replace(
            self.TBS, plaatsen=(*self.TBS.plaatsen, plaats(SoortPlaats.VERLOF, None, dag(200)))
        )
        assert ziet(gronden(buiten), ANNA, dag(201)) == {C.VERBLIJF}
        assert C.BEHANDELING in ziet(gronden(buiten), GIJS, dag(201))

    def test_verlof_met_tbs_vanuit_de_gevangenis_valt_wel_onder_de_pbw(self):
        buiten = replace(
            self.TBS, plaatsen=(plaats(), plaats(SoortPlaats.VERLOF, None, dag(20), dag(30)))
        )
        assert ziet(gronden(buiten), ANNA, dag(21)) == PLAN
        assert BRAM in wie(gronden(buiten), dag(21))

    def test_wie_met_tbs_meteen_buiten_is_valt_niet_onder_de_pbw(self):
        buiten = replace(self.TBS, plaatsen=(plaats(SoortPlaats.BUITEN_FASERING, None),))
        assert ziet(gronden(buiten), ANNA, BEGIN) == {C.VERBLIJF}
        straf = replace(buiten, titel=Titel.GEVANGENISSTRAF)
        assert ziet(gronden(straf), ANNA, BEGIN) == PLAN

    def test_zonder_basisvoorwaarden_in_het_behandelplan(self):
        smal = aangepast({"basisvoorwaarden_in_behandelplan": False})
        assert ziet(gronden(self.TBS, smal), GIJS, dag(100)) == {
            C.VERBLIJF,
            C.PLAN,
            C.TOEZICHT,
            C.BEHANDELING,
            C.SLACHTOFFER,
        }
