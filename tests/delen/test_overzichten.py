"""Why, who may, and who looked: answers only for who may ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from richting.delen import overzichten
from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.partijen.models import Lidmaatschap
from tests.akkoord.bouwers import ARNHEM, UTRECHT, VANDAAG, ingezetene, verblijf, vestiging
from tests.delen.bouwers import als, lezer, maak_dossier, maak_loketten, tel, wijzig
from tests.partijen.bouwers import Lid, maak_medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.4", "6.7")]
RISICO = verblijf(risico_18b_vanaf=date(2026, 8, 1))


def loketten_van(toegangen: list[overzichten.Toegang]) -> set[str]:
    return {toegang.loketsoort for toegang in toegangen}


def test_waarom_noemt_de_grond_en_de_wet() -> None:
    loketten = maak_loketten()
    dossier = maak_dossier(verblijf())
    with als(lezer(loketten["nazorg", UTRECHT], VANDAAG)):
        redenen = overzichten.waarom(dossier, loketten["nazorg", UTRECHT].pk)
    assert {reden.wet.code for reden in redenen} == {"pbw_18a", "wjsg_51c_2"}
    assert all(reden.grond.zin for reden in redenen)


def test_wie_geen_grond_heeft_krijgt_op_geen_vraag_antwoord() -> None:
    loketten = maak_loketten()
    dossier = maak_dossier(verblijf())
    for soort, code in (("nazorg", ARNHEM), ("beheer", "BEHEER"), ("openbare_orde", UTRECHT)):
        with als(lezer(loketten[soort, code], VANDAAG)):
            assert overzichten.waarom(dossier, loketten[soort, code].pk) == []
            assert overzichten.wie_mag(dossier, VANDAAG) == []
            assert overzichten.wie_keek(dossier) == []
            assert overzichten.afschermbaar(dossier) is None


def test_wie_mag_noemt_het_eigen_loket_eerst_en_dan_de_anderen() -> None:
    loketten = maak_loketten()
    dossier = maak_dossier(verblijf(reclassering="RN"))
    with als(lezer(loketten["nazorg", UTRECHT], VANDAAG)):
        toegangen = overzichten.wie_mag(dossier, VANDAAG)
    assert toegangen[0].eigen
    assert loketten_van(toegangen) == {"nazorg", "casemanagement", "reclassering"}


def test_wie_een_vak_apart_van_het_plan_niet_deelt_leest_niet_dat_een_ander_het_ziet() -> None:
    loketten = maak_loketten()
    dossier = maak_dossier(verblijf(reclassering="RN"))
    gezien = {}
    for soort, code in (("nazorg", UTRECHT), ("reclassering", "RN")):
        with als(lezer(loketten[soort, code], VANDAAG)):
            regels = overzichten.wie_mag(dossier, VANDAAG)
        gezien[soort] = {c for r in regels if r.loketsoort == "reclassering" for c in r.categorieen}
    assert gezien["reclassering"] - gezien["nazorg"] == {"justitieel_advies"}
    assert "plan" in gezien["nazorg"]


def test_een_grond_in_een_gesloten_vak_ziet_alleen_wie_dat_vak_deelt() -> None:
    loketten = maak_loketten()
    dossier = maak_dossier(RISICO)
    with als(lezer(loketten["nazorg", UTRECHT], VANDAAG)):
        assert "openbare_orde" not in loketten_van(overzichten.wie_mag(dossier, VANDAAG))
    with als(lezer(loketten["openbare_orde", UTRECHT], VANDAAG)):
        assert {"openbare_orde", "om", "politie"} <= loketten_van(
            overzichten.wie_mag(dossier, VANDAAG)
        )


def test_wie_mocht_op_een_dag_in_het_verleden_zoals_toen_bekend() -> None:
    loketten = maak_loketten()
    twee = verblijf(gemeenten=(ingezetene(UTRECHT), vestiging(ARNHEM)))
    dossier = maak_dossier(twee, nu=klok.nu() - timedelta(days=20))
    with verwerking(systeem_zelf("test", klok.nu() - timedelta(days=10))) as werk:
        wijzig(werk, dossier, verblijf())
    gezien: dict[int, bool] = {}
    with als(lezer(loketten["nazorg", UTRECHT], VANDAAG)):
        for geleden in (25, 20, 15, 10, 9, 0):
            toegangen = overzichten.wie_mag(dossier, VANDAAG - timedelta(days=geleden))
            gezien[geleden] = ARNHEM in {_code(toegang.loket) for toegang in toegangen}
    assert gezien == {25: False, 20: True, 15: True, 10: True, 9: False, 0: False}


def _code(loketnaam: str) -> str:
    from richting.partijen.models import Loket

    return Loket.objects.filter(naam=loketnaam).values_list("organisatie__code", flat=True)[0]


def test_elke_lezing_staat_in_beide_logboeken() -> None:
    loketten = maak_loketten()
    dossier = maak_dossier(verblijf())
    chef = Lid(
        maak_medewerker("chef", loketten["nazorg", UTRECHT], rol=Lidmaatschap.BEHEERDER),
        loketten["nazorg", UTRECHT],
    )
    wie = replace(chef.wie("dossierpagina"), vandaag=VANDAAG)
    with lezing(wie, "dossierpagina") as lees:
        lees.gezien([dossier], {"verblijf", "plan"})
    with als(wie):
        (blik,) = overzichten.wie_keek(dossier)
        assert (blik.door, blik.handeling) == ("Chef", "dossierpagina")
        assert blik.categorieen == ["plan", "verblijf"]
        assert blik.grondslagen == ["pbw_18a", "wjsg_51c_2"]
        assert tel(["delen_inzage", "delen_verwerking"]) == {
            "delen_inzage": 0,
            "delen_verwerking": 0,
        }


def test_een_gewone_medewerker_en_een_ander_loket_zien_niet_wie_keek() -> None:
    loketten = maak_loketten()
    dossier = maak_dossier(verblijf(gemeenten=(ingezetene(UTRECHT), vestiging(ARNHEM))))
    chef, eva = (
        Lid(maak_medewerker(naam, loketten["nazorg", code], rol=rol), loketten["nazorg", code])
        for naam, code, rol in (
            ("chef", UTRECHT, Lidmaatschap.BEHEERDER),
            ("eva_c", ARNHEM, Lidmaatschap.BEHEERDER),
        )
    )
    gewoon = Lid(maak_medewerker("gewoon", chef.loket), chef.loket)
    privacy = Lid(
        maak_medewerker("pia", loketten["privacy", UTRECHT]), loketten["privacy", UTRECHT]
    )
    with lezing(replace(gewoon.wie(), vandaag=VANDAAG), "werklijst") as lees:
        lees.gezien([dossier], {"verblijf"})
    gevonden = {}
    for lid in (chef, eva, gewoon, privacy):
        with als(replace(lid.wie(), vandaag=VANDAAG)):
            gevonden[lid.medewerker.naam] = len(overzichten.wie_keek(dossier))
    assert gevonden == {"Chef": 1, "Eva_C": 0, "Gewoon": 0, "Pia": 1}


def test_het_leeslog_van_vijftig_dossiers_is_een_vraag() -> None:
    loketten = maak_loketten()
    dossiers = [maak_dossier(verblijf(), nummer=f"R-{nr}") for nr in range(50)]
    chef = maak_medewerker("chef", loketten["nazorg", UTRECHT], rol=Lidmaatschap.BEHEERDER)
    wie = replace(Lid(chef, loketten["nazorg", UTRECHT]).wie(), vandaag=VANDAAG)
    aantallen = []
    for veel in (dossiers[:1], dossiers[1:]):
        with CaptureQueriesContext(connection) as gevraagd, lezing(wie, "lijst") as lees:
            lees.gezien(veel, {"verblijf"})
        aantallen.append(len(gevraagd))
    assert aantallen[0] == aantallen[1]
    with als(wie):
        assert [len(overzichten.wie_keek(nummer)) for nummer in dossiers] == [1] * 50
