"""Pbw 18b and the WGS: tables of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from richting.akkoord.aannames import AANNAMES, aangepast
from richting.akkoord.grondslagen import gronden
from richting.akkoord.partij import Partij
from tests.akkoord.bouwers import (
    AMSTERDAM,
    EINDE,
    RN,
    UTRECHT,
    dag,
    ingezetene,
    persoon,
    verblijf,
    vestiging,
)
from tests.akkoord.hulp_gronden import (
    ANNA,
    BRAM,
    CATO,
    DIRK,
    PBW_18B,
    PLAN,
    WGS,
    C,
    L,
    een,
    van,
    ziet,
)


class TestRisico:
    """Pbw 18b: an own table, an own lane."""

    FEITEN = verblijf(reclassering=RN, risico_18b_vanaf=dag(10))
    TAFEL = {DIRK, BRAM, CATO, Partij(L.OM, "OM"), Partij(L.POLITIE, "POLITIE")}

    @pytest.mark.clausule("3.7", "6.3")
    def test_de_tafel_van_18b(self):
        alles = van(gronden(self.FEITEN), PBW_18B)
        assert {g.partij for g in alles} == self.TAFEL
        assert {g.categorieen for g in alles} == {frozenset({C.VERBLIJF, C.RISICO})}
        assert {g.geldig_vanaf for g in alles} == {dag(10)}

    @pytest.mark.clausule("6.3")
    def test_nazorg_weet_van_niets(self):
        assert C.RISICO not in ziet(gronden(self.FEITEN), ANNA, dag(20))

    def test_van_welke_gemeenten_de_burgemeester_het_weet_is_een_aanname(self):
        twee = replace(self.FEITEN, gemeenten=(ingezetene(), vestiging(AMSTERDAM)))
        allen = {g.partij.organisatie for g in van(gronden(twee), PBW_18B, L.OPENBARE_ORDE)}
        assert allen == {UTRECHT, AMSTERDAM}
        smal = aangepast({"risico_alle_gemeenten": False})
        assert een(gronden(twee, smal), PBW_18B, L.OPENBARE_ORDE).partij == DIRK

    def test_zonder_markering_is_er_geen_tafel(self):
        assert not van(gronden(replace(self.FEITEN, risico_18b_vanaf=None)), PBW_18B)

    def test_het_einde_van_het_risico_is_het_einde_van_de_grond(self):
        alles = gronden(replace(self.FEITEN, risico_18b_tot=dag(40)))
        assert {g.geldig_tot for g in van(alles, PBW_18B)} == {dag(40)}

    def test_na_het_vertrek_eindigt_het_ook_zonder_einddatum(self):
        alles = gronden(replace(self.FEITEN, einde=EINDE), aangepast({"risico_maanden": 3}))
        om = een(alles, PBW_18B, L.OM)
        assert om.geldig_tot == date(2027, 9, 1)

    def test_wie_overlijdt_keert_niet_terug(self):
        dood = replace(self.FEITEN, einde=dag(60), persoon=persoon(overleden_op=dag(60)))
        assert {g.geldig_tot for g in van(gronden(dood), PBW_18B)} == {dag(60)}

    def test_een_verblijf_van_voor_de_wet_geeft_geen_risicogrond(self):
        oud = verblijf(
            begin=date(2020, 1, 1), einde=date(2021, 6, 1), risico_18b_vanaf=date(2020, 2, 1)
        )
        assert not van(gronden(oud), PBW_18B)

    def test_de_codes_van_om_en_politie_zijn_een_instelling(self):
        anders = aangepast({"om_organisatie": "OM-MN", "politie_organisatie": "POL-MN"})
        alles = gronden(self.FEITEN, anders)
        assert een(alles, PBW_18B, L.OM).partij.organisatie == "OM-MN"
        assert een(alles, PBW_18B, L.POLITIE).partij.organisatie == "POL-MN"


class TestVeiligheidshuis:
    """Only from the day a case is brought in, and only under the WGS."""

    HUIS = Partij(L.PROCESREGIE, "ZVH-UTRECHT")

    @pytest.mark.clausule("1.5")
    def test_vanaf_de_inbreng(self):
        feiten = verblijf(veiligheidshuis="ZVH-UTRECHT", veiligheidshuis_vanaf=dag(15))
        alles = gronden(feiten)
        assert not ziet(alles, self.HUIS, dag(14))
        assert ziet(alles, self.HUIS, dag(15)) == PLAN - {C.SLACHTOFFER}

    @pytest.mark.clausule("1.5", "6.4")
    def test_na_het_einde_van_de_inbreng_alleen_nog_om_af_te_ronden(self):
        feiten = verblijf(
            veiligheidshuis="ZVH-UTRECHT",
            veiligheidshuis_vanaf=dag(15),
            veiligheidshuis_tot=dag(20),
        )
        na = AANNAMES.veiligheidshuis_na_einde_dagen
        alles = gronden(feiten)
        assert ziet(alles, self.HUIS, dag(20 + na - 1))
        assert not ziet(alles, self.HUIS, dag(20 + na))

    def test_wat_eindigt_voor_het_begint_geeft_niets(self):
        feiten = verblijf(
            veiligheidshuis="ZVH-UTRECHT",
            veiligheidshuis_vanaf=dag(15),
            veiligheidshuis_tot=dag(15),
        )
        assert not van(gronden(feiten), WGS)

    def test_zonder_inbreng_niets(self):
        assert not van(gronden(verblijf(veiligheidshuis_vanaf=dag(1))), WGS)

    @pytest.mark.clausule("6.4")
    def test_voor_de_wet_niets(self):
        feiten = verblijf(
            begin=date(2024, 6, 1),
            veiligheidshuis="ZVH-UTRECHT",
            veiligheidshuis_vanaf=date(2024, 7, 1),
        )
        assert een(gronden(feiten), WGS, L.PROCESREGIE).geldig_vanaf == date(2025, 3, 1)
        assert not van(gronden(replace(feiten, einde=date(2025, 2, 1))), WGS)
