"""For whom the accord is: a truth table per sentence of § 3."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from richting.akkoord.doelgroep import HANDREIKING_JEUGD, beoordeel, leeftijd
from richting.akkoord.feiten import Feiten, Persoonsfeiten
from richting.akkoord.woorden import Eindereden, SoortPlaats, Titel, Verblijfsstatus
from tests.akkoord.bouwers import (
    BEGIN,
    EINDE,
    VANDAAG,
    dag,
    ingezetene,
    persoon,
    plaats,
    verblijf,
    vestiging,
)
from tests.akkoord.strategieen import feiten_op

UITKOMST_PER_TITEL = {
    Titel.VOORLOPIGE_HECHTENIS: (True, "volwassene"),
    Titel.INVERZEKERINGSTELLING: (True, "kort_of_arrestant"),
    Titel.GEVANGENISSTRAF: (True, "volwassene"),
    Titel.HECHTENIS: (True, "kort_of_arrestant"),
    Titel.VERVANGENDE_HECHTENIS: (True, "kort_of_arrestant"),
    Titel.GIJZELING: (True, "kort_of_arrestant"),
    Titel.ISD: (True, "forensisch"),
    Titel.TBS_VERPLEGING: (True, "forensisch"),
    Titel.TBS_VOORWAARDEN_OPNAME: (True, "forensisch"),
    Titel.JEUGDDETENTIE: (False, "jeugd"),
    Titel.PIJ: (False, "jeugd"),
    Titel.VREEMDELINGENBEWARING: (False, "vreemdelingenbewaring"),
    Titel.ONBEKEND: (True, "volwassene"),
}


def test_elke_titel_staat_in_de_tabel():
    assert set(UITKOMST_PER_TITEL) == set(Titel)


@pytest.mark.clausule("3.1", "3.3", "3.4", "3.8")
@pytest.mark.parametrize(("titel", "verwacht"), UITKOMST_PER_TITEL.items())
def test_titel_bepaalt_binnen_of_buiten(titel: Titel, verwacht: tuple[bool, str]):
    oordeel = beoordeel(verblijf(titel=titel), VANDAAG)
    assert (oordeel.binnen, oordeel.code) == verwacht


@pytest.mark.clausule("3.1")
def test_volwassene_met_alles_bekend_is_binnen_zonder_vragen():
    oordeel = beoordeel(verblijf(), VANDAAG)
    assert oordeel.binnen
    assert oordeel.vragen == ()
    assert [b.verwijzing for b in oordeel.bronnen] == ["3.1"]


@pytest.mark.clausule("3.1")
@pytest.mark.parametrize(
    ("anders", "vraag"),
    [
        ({"persoon": persoon(geboortedatum=None)}, "geboortedatum"),
        ({"persoon": persoon(verblijfsstatus=Verblijfsstatus.ONBEKEND)}, "verblijfsstatus"),
        ({"gemeenten": ()}, "gemeente"),
        ({"gemeenten": (ingezetene("GM1999"),)}, "gemeente"),
        ({"titel": Titel.ONBEKEND}, "titel"),
        ({"adolescentenstrafrecht": True, "plaatsen": ()}, "jeugdinrichting"),
    ],
)
def test_wat_onbekend_is_geeft_een_vraag_en_geen_weigering(anders: dict, vraag: str):
    oordeel = beoordeel(verblijf(**anders), VANDAAG)
    assert oordeel.binnen
    assert [v.code for v in oordeel.vragen] == [vraag]
    assert oordeel.vragen[0].tekst.endswith("?")


@pytest.mark.clausule("3.1")
def test_alleen_een_gemeente_van_vestiging_is_genoeg():
    assert beoordeel(verblijf(gemeenten=(vestiging(),)), VANDAAG).vragen == ()


@pytest.mark.clausule("3.1")
def test_zonder_geldige_verblijfsstatus_buiten():
    ongeldig = persoon(verblijfsstatus=Verblijfsstatus.ONGELDIG)
    oordeel = beoordeel(verblijf(persoon=ongeldig), VANDAAG)
    assert (oordeel.binnen, oordeel.code) == (False, "geen_verblijfsstatus")
    assert oordeel.verwijzing is None


@pytest.mark.clausule("3.8")
@pytest.mark.parametrize(
    "anders",
    [
        {"titel": Titel.JEUGDDETENTIE},
        {"titel": Titel.PIJ},
        {"adolescentenstrafrecht": True, "plaatsen": (plaats(SoortPlaats.JJI, "JJI-X"),)},
        {"persoon": persoon(geboortedatum=date(2010, 1, 1))},
    ],
)
def test_jeugdigen_krijgen_hun_eigen_handreiking(anders: dict):
    oordeel = beoordeel(verblijf(**anders), VANDAAG)
    assert not oordeel.binnen
    assert oordeel.verwijzing == HANDREIKING_JEUGD


@pytest.mark.clausule("3.8")
def test_jongvolwassene_onder_adolescentenstrafrecht_in_een_gevangenis_is_binnen():
    jong = verblijf(persoon=persoon(geboortedatum=date(2006, 1, 1)), adolescentenstrafrecht=True)
    assert beoordeel(jong, VANDAAG).binnen


@pytest.mark.clausule("3.8")
def test_wie_van_de_jeugdinrichting_naar_een_gevangenis_gaat_is_vanaf_dan_binnen():
    plaatsen = (
        plaats(SoortPlaats.JJI, "JJI-X", tot=dag(30)),
        plaats(van=dag(30)),
    )
    overgeplaatst = verblijf(adolescentenstrafrecht=True, plaatsen=plaatsen)
    assert not beoordeel(overgeplaatst, dag(29)).binnen
    assert beoordeel(overgeplaatst, dag(30)).binnen


@pytest.mark.clausule("3.8")
@pytest.mark.parametrize(
    "soort", [SoortPlaats.VERLOF, SoortPlaats.BUITEN_FASERING, SoortPlaats.VOORTVLUCHTIG]
)
def test_wie_met_verlof_is_uit_de_jeugdinrichting_blijft_buiten(soort: SoortPlaats):
    plaatsen = (
        plaats(SoortPlaats.JJI, "JJI-X", tot=dag(30)),
        plaats(soort, None, dag(30), dag(40)),
    )
    jong = verblijf(adolescentenstrafrecht=True, plaatsen=plaatsen, einde=dag(60))
    for op in (dag(29), dag(30), dag(45), dag(60)):
        assert beoordeel(jong, op).code == "jeugd"


@pytest.mark.clausule("3.8")
def test_wie_nog_bij_de_politie_zit_krijgt_de_vraag_naar_de_jeugdinrichting():
    cel = verblijf(adolescentenstrafrecht=True, plaatsen=(plaats(SoortPlaats.POLITIECEL, None),))
    assert [v.code for v in beoordeel(cel, dag(1)).vragen] == ["jeugdinrichting"]


@pytest.mark.clausule("3.1")
@pytest.mark.parametrize(
    ("op", "binnen"),
    [(date(2026, 7, 9), False), (date(2026, 7, 10), True), (date(2026, 7, 11), True)],
)
def test_op_de_achttiende_verjaardag_binnen(op: date, binnen: bool):
    jarig = verblijf(persoon=persoon(geboortedatum=date(2008, 7, 10)))
    assert beoordeel(jarig, op).binnen is binnen


def test_wie_bij_het_aangekondigde_begin_achttien_is_telt_als_volwassene():
    komend = verblijf(begin=date(2026, 12, 1), persoon=persoon(geboortedatum=date(2008, 11, 30)))
    assert beoordeel(komend, VANDAAG).binnen


@pytest.mark.parametrize(
    ("op", "jaren"),
    [(date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2028, 2, 29), 20)],
)
def test_leeftijd_van_wie_op_schrikkeldag_is_geboren(op: date, jaren: int):
    assert leeftijd(date(2008, 2, 29), op) == jaren


@pytest.mark.clausule("3.4", "3.5")
@pytest.mark.parametrize(
    ("soort", "code"),
    [
        (SoortPlaats.FPC, "forensisch"),
        (SoortPlaats.ZORGINSTELLING, "forensisch"),
        (SoortPlaats.BUITEN_FASERING, "buiten_onder_titel"),
        (SoortPlaats.BUITEN_ONGESCHIKT, "buiten_onder_titel"),
        (SoortPlaats.PPC, "volwassene"),
        (SoortPlaats.VERLOF, "volwassene"),
        (SoortPlaats.VOORTVLUCHTIG, "volwassene"),
        (SoortPlaats.POLITIECEL, "volwassene"),
    ],
)
def test_ook_wie_in_zorg_of_buiten_verblijft(soort: SoortPlaats, code: str):
    oordeel = beoordeel(verblijf(plaatsen=(plaats(soort),)), VANDAAG)
    assert (oordeel.binnen, oordeel.code) == (True, code)


@pytest.mark.clausule("3.6", "3.7")
@pytest.mark.parametrize("anders", [{"terroristisch": True}, {"risico_18b_vanaf": BEGIN}])
def test_terrorisme_en_risico_zijn_binnen_en_staan_niet_in_de_zin(anders: dict):
    assert beoordeel(verblijf(**anders), VANDAAG) == beoordeel(verblijf(), VANDAAG)


@pytest.mark.clausule("3.1")
def test_overdracht_aan_het_buitenland_is_buiten_vanaf_die_dag():
    weg = verblijf(einde=EINDE, eindereden=Eindereden.OVERDRACHT_BUITENLAND)
    assert beoordeel(weg, VANDAAG).binnen
    assert beoordeel(weg, EINDE).code == "naar_buitenland"


@given(feiten_op())
def test_elk_oordeel_heeft_een_zin_en_een_clausule(geval: tuple[Feiten, date]):
    feiten, op = geval
    oordeel = beoordeel(feiten, op)
    assert oordeel.zin.endswith(".")
    assert all(b.soort == "clausule" for b in oordeel.bronnen)
    assert oordeel.bronnen
    assert oordeel.binnen or not oordeel.vragen
    assert len({v.code for v in oordeel.vragen}) == len(oordeel.vragen)


@pytest.mark.clausule("3.1")
@given(feiten_op())
def test_minder_weten_zet_niemand_erbuiten(geval: tuple[Feiten, date]):
    feiten, op = geval
    if not beoordeel(feiten, op).binnen:
        return
    onbekend = replace(
        feiten, persoon=Persoonsfeiten(None), titel=Titel.ONBEKEND, gemeenten=(), verzoeken=()
    )
    oordeel = beoordeel(onbekend, op)
    assert oordeel.binnen
    assert {"geboortedatum", "verblijfsstatus", "titel", "gemeente"} <= {
        v.code for v in oordeel.vragen
    }


@given(feiten_op(netjes=True))
def test_risico_en_terrorisme_veranderen_het_oordeel_nooit(geval: tuple[Feiten, date]):
    feiten, op = geval
    kaal = replace(feiten, terroristisch=False, risico_18b_vanaf=None, risico_18b_tot=None)
    assert beoordeel(kaal, op) == beoordeel(feiten, op)
