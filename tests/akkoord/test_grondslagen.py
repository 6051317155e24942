"""The register of laws, and each law applied to a stay. Eva never sees a thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from richting.akkoord.aannames import AANNAMES, aangepast
from richting.akkoord.feiten import Toezicht
from richting.akkoord.grondslagen import GRONDSLAGEN, gronden, grondslag, is_geldig
from richting.akkoord.grondslagen.zinnen import ZINNEN
from richting.akkoord.partij import Partij
from richting.akkoord.woorden import (
    Eindereden,
    Gegevenscategorie,
    Loketsoort,
    Regime,
    SoortPlaats,
    Titel,
    Verblijfsstatus,
)
from tests.akkoord.bouwers import (
    AMSTERDAM,
    ARNHEM,
    BEGIN,
    EINDE,
    NIEUWEGEIN,
    POMPE,
    RN,
    SVG,
    UTRECHT,
    VUGHT,
    dag,
    ingezetene,
    persoon,
    plaats,
    verbleef,
    verblijf,
    vestiging,
)
from tests.akkoord.hulp_gronden import een, van, wie, ziet

C, L = Gegevenscategorie, Loketsoort
WJSG, PBW_18A, PBW_18B, WFZ, WGS = "wjsg_51c_2", "pbw_18a", "pbw_18b", "wfz_bfz", "wgs_zvh"
BASIS = {C.ONDERDAK, C.INKOMEN, C.SCHULDEN, C.IDENTITEIT, C.ZORG}
PLAN = BASIS | {C.VERBLIJF, C.PLAN, C.NETWERK, C.MOTIVATIE, C.TOEZICHT}
ANNA = Partij(L.NAZORG, UTRECHT)
BRAM = Partij(L.CASEMANAGEMENT, NIEUWEGEIN)
CATO = Partij(L.RECLASSERING, RN)
DIRK = Partij(L.OPENBARE_ORDE, UTRECHT)
EVA = Partij(L.NAZORG, ARNHEM)
GIJS = Partij(L.FORENSISCH, POMPE)


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

    def test_niemand_krijgt_slachtoffer_of_justitieel_advies(self):
        alles = frozenset().union(*(wet.categorieen for wet in GRONDSLAGEN))
        assert not alles & {C.SLACHTOFFER, C.JUSTITIEEL_ADVIES}

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


class TestPlan:
    """Pbw 18a: prison, municipality and probation."""

    @pytest.mark.clausule("2.2", "6.2")
    def test_de_driehoek_ziet_het_plan(self):
        alles = gronden(verblijf(reclassering=RN))
        assert ziet(alles, ANNA, BEGIN) == PLAN
        assert ziet(alles, BRAM, BEGIN) == PLAN | {C.KETEN}
        assert ziet(alles, CATO, BEGIN) == PLAN | {C.KETEN}
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
        assert not van(gronden(verblijf(plaatsen=(), titel=Titel.TBS_VERPLEGING)), PBW_18A)

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
        assert ziet(alles, CATO, BEGIN) == PLAN - {C.NETWERK, C.MOTIVATIE} | {C.KETEN}


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


class TestForensisch:
    """Forensic care: the institution owns the plan."""

    TBS = verblijf(
        titel=Titel.TBS_VERPLEGING,
        reclassering=RN,
        plaatsen=(plaats(tot=dag(100)), plaats(SoortPlaats.FPC, POMPE, dag(100))),
    )

    @pytest.mark.clausule("3.4", "5.6")
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
        }


class TestVeiligheidshuis:
    """Only from the day a case is brought in, and only under the WGS."""

    HUIS = Partij(L.PROCESREGIE, "ZVH-UTRECHT")

    @pytest.mark.clausule("1.5")
    def test_vanaf_de_inbreng(self):
        feiten = verblijf(veiligheidshuis="ZVH-UTRECHT", veiligheidshuis_vanaf=dag(15))
        alles = gronden(feiten)
        assert not ziet(alles, self.HUIS, dag(14))
        assert ziet(alles, self.HUIS, dag(15)) == PLAN

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
