"""The climb through the real database: each step once, moved, put off, done, and who hears."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from richting.akkoord.woorden import Gegevenscategorie
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import journaalregels, maak_beheerder
from tests.regie.bouwers_ladder import (
    NAAR_LEIDING,
    NAAR_LIJST,
    NAAR_POSTBUS,
    OP_DE_DAG,
    UITERLIJK,
    VOORAF,
    Huis,
    belemmeringen,
    gezet,
    klim,
    met_huis,
    program,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("7.5")]
LADDER = (VOORAF, OP_DE_DAG, NAAR_POSTBUS, NAAR_LEIDING, NAAR_LIJST)


@pytest.fixture
def huis() -> Iterator[Huis]:
    with met_huis() as huis:
        yield huis


def herinnerd(loket: int) -> int:
    with verwerking(program(UITERLIJK)):
        return Melding.objects.filter(loket=loket, soort="herinnering").count()


def opgeklommen() -> list[tuple[str, str]]:
    return [(r.na["stap"], r.categorie) for r in journaalregels() if r.soort == "opgeklommen"]


def test_twee_keer_draaien_op_een_dag_doet_alles_een_keer(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    for dag in LADDER:
        assert sum(klim(dag).values()) == 1
        assert klim(dag) == {}
    assert [stap for stap, _over in gezet()] == [
        "vooraf",
        "op_de_dag",
        "postbus",
        "leiding",
        "belemmering",
    ]
    assert herinnerd(huis.ploeg.anna.loket.pk) == 1
    assert opgeklommen() == [("leiding", "verblijf"), ("belemmering", "verblijf")]
    assert len(belemmeringen()) == 1


def test_gemiste_dagen_worden_ingehaald_zonder_de_beheerder_over_te_slaan(huis: Huis) -> None:
    maak_beheerder(huis.ploeg.anna)
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    lang_na = UITERLIJK + timedelta(days=60)
    klim(lang_na)
    assert gezet() == [("vooraf", True), ("op_de_dag", True), ("postbus", False)]
    assert not belemmeringen()
    for plus in range(1, 20):
        klim(lang_na + timedelta(days=plus))
    assert gezet()[3:] == [("leiding", False), ("belemmering", False)]


def test_een_verschoven_dag_begint_opnieuw_te_klimmen(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    klim(VOORAF)
    klim(OP_DE_DAG)
    huis.werk.wijzig(huis.jan, uiterlijk=UITERLIJK + timedelta(days=14))
    assert klim(NAAR_POSTBUS) == {}
    assert klim(VOORAF + timedelta(days=14)) == {"vooraf": 1}
    assert gezet() == [("vooraf", False), ("op_de_dag", False), ("vooraf", False)]


def test_uitgesteld_klimt_niet_en_daarna_weer(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    klim(OP_DE_DAG)
    huis.werk.wijzig(huis.jan, uitgesteld_tot=NAAR_LEIDING)
    assert klim(NAAR_POSTBUS) == {}
    assert klim(NAAR_LEIDING) == {"postbus": 1}


def test_wat_gedaan_is_stopt_en_de_belemmering_is_opgelost(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket, wachter=huis.ploeg.bram.loket.pk)
    for dag in LADDER:
        klim(dag)
    (rij,) = belemmeringen(opgelost_op=None)
    assert (rij.soort, rij.loket_id, rij.wachter_id, rij.uiterlijk) == (
        "termijn",
        huis.ploeg.anna.loket.pk,
        huis.ploeg.bram.loket.pk,
        UITERLIJK,
    )
    gedaan = NAAR_LIJST + timedelta(days=1)
    huis.werk.wijzig(huis.jan, gedaan_op=gedaan)
    assert klim(gedaan) == {}
    assert [b.opgelost_op for b in belemmeringen()] == [gedaan]
    huis.werk.wijzig(huis.jan, gedaan_op=None)
    klim(gedaan + timedelta(days=1))
    assert [b.opgelost_op for b in belemmeringen()] == [None], "toch niet gedaan: dezelfde regel"


def test_ook_van_een_dossier_dat_dicht_is_gaat_de_belemmering_weg(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    for dag in LADDER:
        klim(dag)
    stuur(
        {
            "berichtId": "weg",
            "soort": "intrekking",
            "bronTijd": "2026-11-20T10:00:00+01:00",
            "verblijf": "V1",
            "betreft": "V1-begin",
            "reden": "Vergissing",
        }
    )
    huis.werk.posten[huis.jan].clear()
    klim(NAAR_LIJST)
    assert not belemmeringen(opgelost_op=None)


def test_de_klim_van_wat_weinigen_mogen_weten_staat_in_hun_vak(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket, categorie=Gegevenscategorie.TOEZICHT)
    huis.werk.zet(huis.jan, huis.ploeg.anna.loket, categorie=Gegevenscategorie.ONDERDAK)
    for dag in LADDER[:4]:
        klim(dag)
    assert sorted(opgeklommen()) == [("leiding", "onderdak"), ("leiding", "toezicht")]


@pytest.mark.clausule("6.4")
def test_wie_het_niet_meer_mag_zien_wordt_er_niet_aan_herinnerd(huis: Huis) -> None:
    huis.werk.zet(huis.jan, huis.ploeg.dirk.loket, categorie=Gegevenscategorie.RISICO)
    huis.werk.zet(huis.jan, huis.ploeg.eva.loket)
    for dag in LADDER:
        assert klim(dag) == {}
    assert not gezet()


def test_een_klim_kost_even_veel_vragen_voor_een_en_voor_twintig_dossiers(
    huis: Huis,
) -> None:
    def vragen(dag: date) -> int:
        with CaptureQueriesContext(connection) as gevangen:
            klim(dag)
        return len(gevangen)

    huis.werk.zet(huis.jan, huis.ploeg.anna.loket)
    een = vragen(VOORAF)
    huis.werk.posten.clear()
    for nr in range(20):
        stuur(
            begin(f"X{nr}", persoon={"geslachtsnaam": f"Naam{nr}", "geboortedatum": "1980-01-01"})
        )
        rij = dossier(f"X{nr}")
        assert rij is not None
        huis.werk.zet(rij.pk, huis.ploeg.anna.loket)
    assert vragen(VOORAF) <= een + 2
