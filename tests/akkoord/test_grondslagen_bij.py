"""BIJ: which sentence, which return, which mayor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from richting.akkoord.aannames import aangepast
from richting.akkoord.feiten import Gemeenteband, Veroordeling, Verwachting, Verzoek
from richting.akkoord.grondslagen import gronden
from richting.akkoord.grondslagen.bij import (
    Bijaanleiding,
    aanleiding,
    lijsten,
    valt_onder_bij,
)
from richting.akkoord.partij import Partij
from richting.akkoord.woorden import (
    Gegevenscategorie,
    GemeenteRol,
    Loketsoort,
    SoortPlaats,
    Titel,
    Verzoekantwoord,
)
from tests.akkoord.bouwers import (
    AMSTERDAM,
    ARNHEM,
    BEGIN,
    EINDE,
    UTRECHT,
    dag,
    ingezetene,
    persoon,
    plaats,
    verblijf,
    vestiging,
)
from tests.akkoord.hulp_gronden import van

BIJ = "bjsg_11a"
L = Loketsoort
DOODSLAG = Veroordeling(("Sr 287",), True, 48, False, date(2024, 1, 1))
ZWAAR = verblijf(veroordeling=DOODSLAG)


def valt(*artikelen: str, titel: Titel = Titel.GEVANGENISSTRAF, **anders: object) -> bool:
    """Whether a sentence for these articles is on the list."""
    gewoon = {"onherroepelijk": True, "onvoorwaardelijk_maanden": 12} | anders
    return valt_onder_bij(
        verblijf(titel=titel, veroordeling=Veroordeling(artikelen, **gewoon))  # type: ignore[arg-type]
    )


OUDE_LIJST = [
    *("240b", "242", "243", "244", "245", "246", "247", "248a", "248b", "248c", "248d", "248e"),
    *("249", "250", "250a", "273a", "273f", "282", "282a", "282b", "287", "288", "288a", "289"),
]


@pytest.mark.clausule("6.5")
def test_de_lijst_van_artikel_11a_is_compleet():
    kandidaten = [f"{nr}{letter}" for nr in range(1, 500) for letter in ("", *"abcdef")]
    assert [k for k in kandidaten if valt(f"Sr {k}", onvoorwaardelijk_maanden=1)] == OUDE_LIJST
    vanaf_een_jaar = [k for k in kandidaten if valt(f"Sr {k}")]
    assert sorted(set(vanaf_een_jaar) - set(OUDE_LIJST)) == ["302", "303"]


@pytest.mark.clausule("6.5")
@pytest.mark.parametrize(
    "artikel",
    ["Sr 240b", "Sr 242", "Sr 247", "Sr 248e", "Sr 250a", "Sr 252 lid 2", "Sr 273f", "Sr 282b"]
    + ["Sr 287", "Sr 288a", "Sr 289", "287", "art. 287 Sr", "289 lid 1", "art. 252, lid 3 Sr"],
)
def test_deze_misdrijven_tellen_bij_elke_duur(artikel):
    assert valt(artikel, onvoorwaardelijk_maanden=1)


@pytest.mark.parametrize("artikel", ["Sr 141 lid 2", "Sr 302", "Sr 303 lid 1"])
def test_deze_tellen_vanaf_een_jaar(artikel):
    assert valt(artikel, onvoorwaardelijk_maanden=12)
    assert not valt(artikel, onvoorwaardelijk_maanden=11)
    assert not valt(artikel, onvoorwaardelijk_maanden=None)


@pytest.mark.parametrize(
    "artikel",
    ["Sr 310", "Sr 141", "Sr 141 lid 1", "Sr 252 lid 1", "Sr 28", "Sr 2871", "Sr 285"]
    + ["Opw 287", "WVW 289", "287 Sv", "onbekend", ""],
)
def test_deze_tellen_niet(artikel):
    assert not valt(artikel)


@pytest.mark.clausule("6.5")
def test_alleen_wat_onherroepelijk_en_onvoorwaardelijk_is():
    assert not valt("Sr 287", onherroepelijk=False)
    assert not valt("Sr 287", onvoorwaardelijk_maanden=0)
    assert valt("Sr 287", onvoorwaardelijk_maanden=None)
    assert not valt("Sr 287", onvoorwaardelijk_maanden=None, titel=Titel.VOORLOPIGE_HECHTENIS)
    assert not valt_onder_bij(verblijf())


def test_tbs_met_verpleging_telt_altijd():
    assert valt(tbs_verpleging=True)
    assert valt(titel=Titel.TBS_VERPLEGING)
    assert not valt(tbs_verpleging=True, onherroepelijk=False)


def test_jeugdstrafrecht_telt_niet_behalve_tbs():
    jong = replace(ZWAAR, adolescentenstrafrecht=True)
    assert not valt_onder_bij(jong)
    assert valt_onder_bij(replace(jong, veroordeling=replace(DOODSLAG, tbs_verpleging=True)))


def test_na_de_vernummering_zegt_het_oude_nummer_niets():
    assert valt("Sr 242", pleegdatum=date(2024, 6, 30))
    assert valt("Sr 242", pleegdatum=None)
    assert not valt("Sr 242", pleegdatum=date(2024, 7, 1))
    assert valt("Sr 287", pleegdatum=date(2024, 7, 1))


def test_de_dag_van_de_vernummering_is_een_aanname():
    later = aangepast({"bij_vernummering": "2024-08-01"})
    feiten = verblijf(veroordeling=Veroordeling(("Sr 242",), True, 24, False, date(2024, 7, 15)))
    assert not valt_onder_bij(feiten)
    assert valt_onder_bij(feiten, later)


def test_een_beheerder_vult_de_nieuwe_lijst():
    nieuw = aangepast({"bij_nieuwe_zedenartikelen": ["Sr 243 lid 1"]})
    feiten = verblijf(
        veroordeling=Veroordeling(("Sr 243 lid 1",), True, 24, False, date(2025, 1, 1))
    )
    assert not valt_onder_bij(feiten)
    assert valt_onder_bij(feiten, nieuw)


@pytest.mark.clausule("3.7", "6.5")
def test_de_burgemeester_en_de_politie_horen_het_drie_maanden_vooraf():
    gevonden = van(gronden(ZWAAR), BIJ)
    assert {g.partij for g in gevonden} == {
        Partij(L.OPENBARE_ORDE, UTRECHT),
        Partij(L.POLITIE, "POLITIE"),
    }
    assert {(g.geldig_vanaf, g.geldig_tot) for g in gevonden} == {
        (date(2027, 3, 1), date(2027, 12, 1))
    }
    C = Gegevenscategorie
    assert {g.categorieen for g in gevonden} == {frozenset({C.VERBLIJF, C.BIJ})}


def test_zonder_bekend_einde_is_er_nog_geen_terugkeer():
    assert not van(gronden(replace(ZWAAR, verwacht_einde=Verwachting())), BIJ)


def test_verlof_is_ook_een_terugkeer():
    met_verlof = replace(
        ZWAAR, plaatsen=(plaats(), plaats(SoortPlaats.VERLOF, None, dag(150), dag(151)))
    )
    assert min(g.geldig_vanaf for g in van(gronden(met_verlof), BIJ)) == date(2026, 7, 29)


def test_verlof_dat_al_voorbij_was_hoeft_niemand_meer_te_horen():
    laat = replace(
        ZWAAR,
        bekend_sinds=dag(160),
        plaatsen=(plaats(), plaats(SoortPlaats.VERLOF, None, dag(150), dag(151))),
    )
    assert min(g.geldig_vanaf for g in van(gronden(laat), BIJ)) == date(2027, 3, 1)


def test_verlof_op_de_dag_dat_het_verblijf_bekend_wordt_telt_nog():
    nu = replace(
        ZWAAR,
        bekend_sinds=dag(150),
        plaatsen=(plaats(), plaats(SoortPlaats.VERLOF, None, dag(150), dag(151))),
    )
    assert min(g.geldig_vanaf for g in van(gronden(nu), BIJ)) == dag(150)


def test_de_bewaartermijn_telt_vanaf_de_dag_dat_het_mocht():
    later = aangepast({"bij_vanaf": "2027-04-01"})
    assert {(g.geldig_vanaf, g.geldig_tot) for g in van(gronden(ZWAAR, later), BIJ)} == {
        (date(2027, 4, 1), date(2028, 1, 1))
    }


def test_wie_kort_vastzit_wordt_vanaf_het_begin_gemeld():
    kort = replace(ZWAAR, verwacht_einde=Verwachting(dag(20)))
    assert {g.geldig_vanaf for g in van(gronden(kort), BIJ)} == {BEGIN}


def burgemeesters(feiten, *aannames) -> list[tuple[str, date, date | None]]:
    """Which mayor hears it from when until when."""
    gevonden = van(gronden(feiten, *aannames), BIJ, L.OPENBARE_ORDE)
    return sorted((g.partij.organisatie, g.geldig_vanaf, g.geldig_tot) for g in gevonden)


VENSTER = (date(2027, 3, 1), date(2027, 12, 1))


@pytest.mark.clausule("6.5")
def test_een_burgemeester_tegelijk_en_een_wens_om_te_verhuizen_is_nog_geen_terugkeer():
    feiten = replace(ZWAAR, gemeenten=(ingezetene(), vestiging(AMSTERDAM)))
    assert burgemeesters(feiten) == [(UTRECHT, *VENSTER)]
    zonder_adres = replace(ZWAAR, gemeenten=(vestiging(AMSTERDAM),))
    assert burgemeesters(zonder_adres) == [(AMSTERDAM, *VENSTER)]
    verbleef = Gemeenteband(ARNHEM, GemeenteRol.FEITELIJK_VERBLIJF)
    met_verblijf = replace(ZWAAR, gemeenten=(verbleef, vestiging(AMSTERDAM)))
    assert burgemeesters(met_verblijf) == [(ARNHEM, *VENSTER)]


@pytest.mark.clausule("5.7", "6.5")
def test_wie_in_een_andere_gemeente_is_aanvaard_keert_daarheen_terug():
    dag_ = date(2027, 4, 1)
    verzoek = Verzoek(AMSTERDAM, date(2027, 3, 15), Verzoekantwoord.AANVAARD, dag_)
    feiten = replace(ZWAAR, gemeenten=(ingezetene(),), verzoeken=(verzoek,))
    assert burgemeesters(feiten) == sorted(
        [(UTRECHT, VENSTER[0], dag_), (AMSTERDAM, dag_, VENSTER[1])]
    )


def test_een_beheerder_kan_het_bij_de_inschrijving_houden():
    streng = aangepast({"bij_alleen_inschrijving": True})
    verzoek = Verzoek(AMSTERDAM, date(2027, 3, 15), Verzoekantwoord.AANVAARD, date(2027, 3, 20))
    feiten = replace(ZWAAR, gemeenten=(ingezetene(),), verzoeken=(verzoek,))
    assert burgemeesters(feiten, streng) == [(UTRECHT, *VENSTER)]
    assert burgemeesters(replace(ZWAAR, gemeenten=(vestiging(AMSTERDAM),)), streng) == []


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({}, Bijaanleiding.MISDRIJF),
        ({"artikelen": ("Sr 302",)}, Bijaanleiding.MISDRIJF_EEN_JAAR),
        ({"tbs_verpleging": True}, Bijaanleiding.TBS_VERPLEGING),
        ({"pij_verlengbaar": True, "artikelen": ()}, Bijaanleiding.PIJ_VERLENGBAAR),
        ({"pij_verlengbaar": True, "onherroepelijk": False}, None),
        ({"artikelen": ("Sr 310",)}, None),
    ],
)
def test_de_aanleiding_zegt_waarom(anders, verwacht):
    assert aanleiding(replace(ZWAAR, veroordeling=replace(DOODSLAG, **anders))) is verwacht


def test_een_pij_telt_ook_met_jeugdstrafrecht_en_het_misdrijf_dan_niet():
    jong = replace(ZWAAR, titel=Titel.PIJ, adolescentenstrafrecht=True)
    assert aanleiding(jong) is None
    verlengbaar = replace(DOODSLAG, pij_verlengbaar=True)
    assert aanleiding(replace(jong, veroordeling=verlengbaar)) is Bijaanleiding.PIJ_VERLENGBAAR
    assert aanleiding(replace(ZWAAR, titel=Titel.JEUGDDETENTIE)) is None


def test_de_versies_van_de_lijst_sluiten_op_elkaar_aan():
    versies = lijsten()
    assert (versies[0].vanaf, versies[-1].tot) == (date.min, date.max)
    assert all(a.tot == b.vanaf for a, b in pairwise(versies))
    assert all(versie.bron for versie in versies)


@pytest.mark.clausule("6.5")
def test_na_een_verhuizing_hoort_de_nieuwe_gemeente_het():
    feiten = replace(
        ZWAAR,
        gemeenten=(
            ingezetene(tot=date(2027, 4, 1)),
            ingezetene(AMSTERDAM, van=date(2027, 4, 1)),
        ),
    )
    perioden = {
        g.partij.organisatie: (g.geldig_vanaf, g.geldig_tot)
        for g in van(gronden(feiten), BIJ, L.OPENBARE_ORDE)
    }
    assert perioden == {
        UTRECHT: (date(2027, 3, 1), date(2027, 4, 1)),
        AMSTERDAM: (date(2027, 4, 1), date(2027, 12, 1)),
    }


def test_na_overlijden_komt_niemand_terug():
    dood = replace(ZWAAR, einde=EINDE, persoon=persoon(overleden_op=EINDE))
    assert {g.geldig_tot for g in van(gronden(dood), BIJ)} == {EINDE}


def test_een_ander_vooraf_en_een_andere_bewaartermijn():
    anders = aangepast({"bij_vooraf_maanden": 1, "bij_bewaar_maanden": 2})
    assert {(g.geldig_vanaf, g.geldig_tot) for g in van(gronden(ZWAAR, anders), BIJ)} == {
        (date(2027, 5, 1), date(2027, 7, 1))
    }


def test_twee_inschrijvingen_in_een_gemeente_zijn_een_grond_voor_de_burgemeester():
    (los,) = van(gronden(ZWAAR), BIJ, L.OPENBARE_ORDE)
    grens = los.geldig_vanaf + timedelta(days=10)
    banden = (ingezetene(UTRECHT), ingezetene(UTRECHT, tot=grens))
    gevonden = van(gronden(replace(ZWAAR, gemeenten=banden)), BIJ, L.OPENBARE_ORDE)
    assert [een.geldig_vanaf for een in gevonden] == [los.geldig_vanaf]
    assert gevonden[0].geldig_tot == los.geldig_tot
