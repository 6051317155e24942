"""Where sharing stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from richting.akkoord.grondslagen import gronden
from richting.akkoord.woorden import Eindereden, SoortPlaats, Titel, Verblijfsstatus
from tests.akkoord.bouwers import BEGIN, RN, dag, persoon, plaats, verblijf
from tests.akkoord.hulp_gronden import ANNA, BRAM, CATO, PBW_18B, C, L, van, wie, ziet


class TestGrenzen:
    """Where sharing stops."""

    VOL = verblijf(
        reclassering=RN,
        risico_18b_vanaf=BEGIN,
        veiligheidshuis="ZVH-UTRECHT",
        veiligheidshuis_vanaf=BEGIN,
    )

    @pytest.mark.clausule("6.4")
    def test_een_ingetrokken_verblijf_geeft_niemand_iets(self):
        assert gronden(self.VOL)
        assert gronden(replace(self.VOL, ingetrokken=True)) == frozenset()

    @pytest.mark.clausule("3.8")
    @pytest.mark.parametrize(
        "anders",
        [
            {"titel": Titel.PIJ},
            {"titel": Titel.JEUGDDETENTIE},
            {"titel": Titel.VREEMDELINGENBEWARING},
            {"persoon": persoon(verblijfsstatus=Verblijfsstatus.ONGELDIG)},
            {"plaatsen": (plaats(SoortPlaats.JJI, "JJI-X"),)},
        ],
    )
    def test_wie_buiten_het_akkoord_valt_wordt_met_niemand_gedeeld(self, anders):
        assert gronden(replace(self.VOL, **anders)) == frozenset()

    @pytest.mark.clausule("3.1", "3.8")
    def test_wie_achttien_wordt_telt_vanaf_die_dag(self):
        jong = replace(self.VOL, persoon=persoon(geboortedatum=date(2008, 7, 15)))
        assert min(g.geldig_vanaf for g in gronden(jong)) == date(2026, 7, 15)

    def test_wie_op_schrikkeldag_is_geboren_wordt_achttien_op_een_maart(self):
        jong = verblijf(begin=date(2026, 1, 5), persoon=persoon(geboortedatum=date(2008, 2, 29)))
        assert min(g.geldig_vanaf for g in gronden(jong)) == date(2026, 3, 1)

    @pytest.mark.clausule("3.6")
    def test_een_terroristisch_misdrijf_verandert_geen_grond(self):
        assert gronden(replace(self.VOL, terroristisch=True)) == gronden(self.VOL)

    @pytest.mark.clausule("6.1", "6.4")
    def test_na_overlijden_ronden_partijen_af(self):
        dood = replace(self.VOL, einde=dag(50), persoon=persoon(overleden_op=dag(50)))
        alles = gronden(dood)
        assert {ANNA, BRAM, CATO} <= wie(alles, dag(77))
        assert wie(alles, dag(78)) == {ANNA}
        assert ziet(alles, ANNA, dag(78)) == {C.VERBLIJF}

    def test_wie_naar_het_buitenland_gaat_komt_niet_terug(self):
        weg = replace(self.VOL, einde=dag(50), eindereden=Eindereden.OVERDRACHT_BUITENLAND)
        alles = gronden(weg)
        assert {ANNA, BRAM, CATO} <= wie(alles, dag(50))
        assert wie(alles, dag(78)) == {ANNA}
        assert {g.geldig_tot for g in van(alles, PBW_18B)} == {dag(50)}

    def test_niemand_bij_beheer_of_privacy_ziet_iets(self):
        soorten = {g.partij.loketsoort for g in gronden(self.VOL)}
        assert not soorten & {L.BEHEER, L.PRIVACY, L.VERWERKING}
