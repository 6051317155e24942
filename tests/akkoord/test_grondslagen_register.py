"""The register of laws: what stands in it is what the sources say."""

from __future__ import annotations

from datetime import date

import pytest

from richting.akkoord.aannames import AANNAMES, aangepast
from richting.akkoord.grondslagen import GRONDSLAGEN, gronden, grondslag
from richting.akkoord.grondslagen.zinnen import ZINNEN
from richting.akkoord.woorden import Regime
from tests.akkoord.bouwers import RN, verblijf
from tests.akkoord.hulp_gronden import PBW_18A, PBW_18B, WFZ, WGS, WJSG, C, L


class TestRegister:
    """What stands in the register is what the sources say."""

    @pytest.mark.clausule("6.1", "6.2", "6.3")
    @pytest.mark.parametrize(
        ("code", "vanaf"),
        [
            (WJSG, date(2019, 1, 1)),
            (PBW_18A, date(2021, 7, 1)),
            (PBW_18B, date(2021, 7, 1)),
            ("bjsg_11a", date(2011, 6, 21)),
            (WFZ, date(2019, 6, 6)),
            (WGS, date(2025, 3, 1)),
        ],
    )
    def test_een_wet_geldt_vanaf_een_dag(self, code, vanaf):
        assert grondslag(code).geldig_vanaf == vanaf
        assert grondslag(code).in_werking() == vanaf

    def test_een_dag_die_niet_uit_een_bron_komt_is_een_aanname(self):
        for wet in GRONDSLAGEN:
            if wet.aanname_vanaf:
                assert getattr(AANNAMES, wet.aanname_vanaf) == wet.geldig_vanaf
        later = aangepast({"pbw_18b_vanaf": "2023-09-01"})
        assert grondslag(PBW_18B).in_werking(later) == date(2023, 9, 1)
        assert grondslag(PBW_18A).in_werking(later) == date(2021, 7, 1)

    @pytest.mark.clausule("6.7")
    def test_elke_wet_vertelt_alles_wat_het_overzicht_toont(self):
        assert len({wet.code for wet in GRONDSLAGEN}) == len(GRONDSLAGEN)
        for wet in GRONDSLAGEN:
            assert wet.artikel
            assert wet.naam
            assert wet.doel
            assert wet.voorwaarde
            assert wet.einde
            assert wet.tag
            assert wet.zin.endswith(".")
            assert wet.regime in Regime
            assert wet.opent == bool(wet.ontvangers)

    @pytest.mark.clausule("6.7")
    def test_gemeente_zorg_en_veiligheidshuis_werken_onder_de_avg_de_rest_onder_de_richtlijn(self):
        avg = {L.NAZORG, L.OPENBARE_ORDE, L.FORENSISCH, L.PROCESREGIE}
        for wet in GRONDSLAGEN:
            for ontvanger in wet.ontvangers:
                onder_avg = ontvanger.regime == Regime.AVG
                assert onder_avg == (ontvanger.loketsoort in avg), (wet.code, ontvanger)

    @pytest.mark.clausule("6.7")
    def test_wat_justitie_verstrekt_valt_daar_onder_de_richtlijn(self):
        richtlijn = {wet.code for wet in GRONDSLAGEN if wet.regime == Regime.RICHTLIJN}
        assert richtlijn == {WJSG, PBW_18A, PBW_18B, "bjsg_11a", "wpg_18_20"}

    @pytest.mark.clausule("6.4")
    def test_geen_wet_geeft_een_gemeente_ketengegevens(self):
        for wet in GRONDSLAGEN:
            for soort in set(wet.naar) & {L.NAZORG, L.OPENBARE_ORDE, L.PROCESREGIE}:
                assert C.KETEN not in wet.ontvanger(soort).categorieen

    @pytest.mark.clausule("6.3", "6.5")
    def test_risico_en_bij_staan_nooit_bij_het_plan(self):
        for wet in GRONDSLAGEN:
            apart = wet.categorieen & {C.RISICO, C.BIJ}
            if apart:
                assert wet.categorieen == apart | {C.VERBLIJF}
                assert len(apart) == 1

    def test_geen_wet_noemt_beheer_privacy_of_verwerking_als_ontvanger(self):
        genoemd = {soort for wet in GRONDSLAGEN for soort in wet.naar}
        assert not genoemd & {L.BEHEER, L.PRIVACY, L.VERWERKING}

    @pytest.mark.parametrize(
        ("categorie", "aanname"),
        [(C.SLACHTOFFER, "slachtoffer_loketten"), (C.JUSTITIEEL_ADVIES, "advies_loketten")],
    )
    def test_wie_slachtoffer_en_advies_ziet_is_een_aanname_die_alleen_versmalt(
        self, categorie, aanname
    ):
        mogelijk = {
            ontvanger.loketsoort
            for wet in GRONDSLAGEN
            for ontvanger in wet.ontvangers
            if categorie in ontvanger.categorieen
        }
        assert set(getattr(AANNAMES, aanname)) <= mogelijk
        assert not mogelijk & {L.OPENBARE_ORDE, L.OM, L.POLITIE, L.PROCESREGIE}
        niemand = aangepast({aanname: []})
        feiten = verblijf(reclassering=RN)
        assert not any(categorie in grond.categorieen for grond in gronden(feiten, niemand))
        assert any(categorie in grond.categorieen for grond in gronden(feiten))

    def test_behandeling_blijft_bij_de_instelling(self):
        ontvangers = [ontvanger for wet in GRONDSLAGEN for ontvanger in wet.ontvangers]
        mag = {o.loketsoort for o in ontvangers if C.BEHANDELING in o.categorieen}
        assert mag == {L.FORENSISCH}

    def test_een_onbekende_wet_of_ontvanger_is_een_fout(self):
        with pytest.raises(KeyError):
            grondslag("bestaat_niet")
        with pytest.raises(LookupError, match="beheer"):
            grondslag(WJSG).ontvanger(L.BEHEER)

    def test_elke_zin_hoort_bij_een_wet_die_een_dossier_opent(self):
        assert {code for code, _rol in ZINNEN} == {w.code for w in GRONDSLAGEN if w.opent}
