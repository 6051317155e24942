"""The BIJ message: told when due, told again, taken back, told elsewhere. Clausule 3.7, 6.5."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from richting.akkoord.bijberichten import Bijgegeven, Bijstaat, staat
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.delen.models import Grond
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.acties import bij as acties
from richting.meldingen.acties.bijcontrole import afwijkingen, zonder_burgemeester
from richting.meldingen.models import Bijbericht, Bijversie
from richting.partijen.fouten import NietToegestaan
from tests.berichten.bouwers import (
    begin,
    correctie,
    einde_gewijzigd,
    maak_partijen,
    programma,
    stuur,
)
from tests.meldingen.bouwers_bij import (
    DOODSLAG,
    JULI,
    andere_burgemeester,
    bericht,
    berichten,
    nacht,
    ontvang,
    overleden,
    post,
    verlof,
    versies,
    zware_zaak,
)
from tests.partijen.bouwers import (
    Ploeg,
    journaalregels,
    journaalsoorten,
    maak_loket,
    maak_organisatie,
    maak_ploeg,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.5")]
VANDAAG = date(2026, 11, 23)
NIETS: dict[str, int] = {}


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


# Told


@pytest.mark.clausule("3.7")
def test_wie_binnen_drie_maanden_terugkeert_wordt_meteen_gemeld(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    rij = bericht(zaak)
    assert (rij.loket_id, rij.versie) == (ploeg.dirk.loket.pk, 1)
    assert staat(rij.stappen) is Bijstaat.NIEUW
    assert (rij.mag_vanaf, rij.uiterlijk) == (VANDAAG, date(2027, 1, 4))
    (versie,) = versies(zaak)
    assert (versie.terugkeer, versie.bewaren_tot) == (date(2027, 2, 1), date(2027, 8, 23))
    assert post(zaak, ploeg.dirk.loket.pk) == ["bij_verstrekt"]
    assert "bij_verstrekt" in journaalsoorten()


@pytest.mark.clausule("3.7")
def test_er_staat_precies_in_wat_de_wet_noemt_en_bekend_is(ploeg: Ploeg) -> None:
    """The SKN is of the justice chain: a municipality does not use it."""
    persoon = {**begin()["persoon"], "skn": "D0010000013"}
    zaak = zware_zaak(parketnummers=["16/123456-24"], persoon=persoon)
    (versie,) = versies(zaak)
    assert versie.inhoud == {
        "naam": "Verzonnen",
        "voornamen": "Jan",
        "geboortedatum": "1990-05-17",
        "nummers": ["BSN 999990019"],
        "beslissingen": ["gevangenisstraf"],
        "parketnummers": ["16/123456-24"],
        "strafbepalingen": ["Sr 287"],
        "pleegdatum": "2024-01-05",
        "inhoud_uitspraak": "onvoorwaardelijk 48 maanden",
        "onherroepelijk": "ja",
        "begin_tenuitvoerlegging": "2026-11-01",
        "invrijheidstelling": "2027-02-01",
    }
    assert set(versie.inhoud) <= {gegeven.value for gegeven in Bijgegeven}


def test_te_vroeg_hoort_de_burgemeester_niets_en_op_de_dag_zelf_wel(ploeg: Ploeg) -> None:
    zaak = zware_zaak(verwachtEinde=JULI)
    assert berichten(zaak) == []
    assert nacht(date(2027, 3, 31)) == NIETS
    assert nacht(date(2027, 4, 1)) == {"verstrekt": 1}
    assert nacht(date(2027, 4, 1)) == NIETS
    assert bericht(zaak).mag_vanaf == date(2027, 4, 1)


def test_verlof_is_ook_een_terugkeer_en_de_vrijlating_komt_er_later_bij(ploeg: Ploeg) -> None:
    zaak = zware_zaak(verwachtEinde=JULI)
    stuur(verlof("BIJ", "2026-12-20", "2026-12-22"))
    (eerste,) = versies(zaak)
    assert (eerste.terugkeer, eerste.terugkeersoort) == (date(2026, 12, 20), "tijdelijk")
    assert nacht(date(2027, 3, 31)) == NIETS
    assert nacht(date(2027, 4, 1)) == {"gewijzigd": 1}
    laatste = versies(zaak)[-1]
    assert (laatste.terugkeer, laatste.reden) == (date(2027, 7, 1), "vrijlating")
    assert len(berichten(zaak)) == 1


@pytest.mark.parametrize(
    ("anders", "wat"),
    [
        ({"onherroepelijk": False}, "nog niet onherroepelijk"),
        ({"artikelen": ["Sr 310"]}, "niet op de lijst"),
        ({"artikelen": ["Sr 302"], "onvoorwaardelijkMaanden": 11}, "te kort"),
        ({"artikelen": ["Sr 242"], "pleegdatum": "2025-01-01"}, "een oud nummer"),
    ],
)
def test_wie_niet_op_de_lijst_staat_wordt_niet_gemeld(
    ploeg: Ploeg, anders: dict[str, Any], wat: str
) -> None:
    assert berichten(zware_zaak(veroordeling={**DOODSLAG, **anders})) == [], wat


def test_te_laat_bekend_is_te_laat_verstrekt(ploeg: Ploeg) -> None:
    """The sentence became known one week before the release."""
    zaak = zware_zaak(veroordeling=None)
    assert berichten(zaak) == []
    with klok.op(date(2027, 1, 25)):
        stuur(correctie("BIJ-begin", {"veroordeling": DOODSLAG}, "BIJ"))
    assert bericht(zaak).uiterlijk == date(2027, 1, 4)
    regel = next(r for r in journaalregels() if r.soort == "bij_verstrekt")
    assert regel.na["dagen_te_laat"] == 21


# Told again, taken back, told elsewhere


def test_een_andere_vrijlating_is_een_nieuwe_versie(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    ontvang(ploeg.dirk, zaak)
    stuur(einde_gewijzigd("BIJ", "2027-01-15"))
    rij = bericht(zaak)
    assert (rij.versie, staat(rij.stappen)) == (2, Bijstaat.NIEUW)
    oud, nieuw = versies(zaak)
    assert (oud.inhoud["invrijheidstelling"], nieuw.inhoud["invrijheidstelling"]) == (
        "2027-02-01",
        "2027-01-15",
    )
    assert post(zaak, ploeg.dirk.loket.pk) == ["bij_verstrekt", "bij_gewijzigd"]


def test_dezelfde_feiten_maken_geen_nieuwe_versie(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    stuur(einde_gewijzigd("BIJ", "2027-02-01"))
    nacht(date(2026, 11, 24))
    assert bericht(zaak).versie == 1


def test_wordt_de_vrijlating_ver_weg_dan_wordt_het_bericht_ingetrokken(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    stuur(einde_gewijzigd("BIJ", "2027-07-01"))
    assert berichten(zaak) == []
    (rij,) = berichten(zaak, lopend=False)
    assert (rij.eindreden, rij.beeindigd_op) == ("te_vroeg", VANDAAG)
    assert post(zaak, ploeg.dirk.loket.pk) == ["bij_verstrekt", "bij_ingetrokken"]
    assert nacht(date(2026, 11, 24)) == {"vernietigd": 1}
    assert nacht(date(2027, 4, 1)) == {"verstrekt": 1}


@pytest.mark.parametrize(
    ("wat", "reden"),
    [
        (overleden(), "geen_terugkeer"),
        (
            correctie("BIJ-begin", {"veroordeling": {**DOODSLAG, "onherroepelijk": False}}, "BIJ"),
            "niet_meer_op_lijst",
        ),
    ],
)
def test_wat_niet_meer_klopt_wordt_ingetrokken(
    ploeg: Ploeg, wat: dict[str, Any], reden: str
) -> None:
    zaak = zware_zaak()
    assert stuur(wat)[0].status.value == "aanvaard"
    (rij,) = berichten(zaak, lopend=False)
    assert rij.eindreden == reden


@pytest.mark.clausule("3.7")
def test_na_een_verhuizing_krijgt_de_andere_burgemeester_het_en_sluit_het_oude(
    ploeg: Ploeg,
) -> None:
    esra = andere_burgemeester()
    zaak = zware_zaak()
    arnhem = [{"gemeente": "GM0202", "rol": "ingezetene"}]
    stuur(correctie("BIJ-begin", {"gemeenten": arnhem}, "BIJ"))
    assert bericht(zaak).loket_id == esra.loket.pk
    oud = next(r for r in berichten(zaak, lopend=False) if r.loket_id == ploeg.dirk.loket.pk)
    assert oud.eindreden == "andere_gemeente"
    assert post(zaak, esra.loket.pk) == ["bij_verstrekt"]
    assert post(zaak, ploeg.dirk.loket.pk)[-1] == "bij_ingetrokken"
    with pytest.raises(NietToegestaan):
        acties.bevestig_ontvangst(ploeg.dirk.wie(), zaak, oud.pk, oud.stand)


def test_een_lopend_bericht_is_er_maar_een_per_burgemeester(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    rij = bericht(zaak)
    rij.pk = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic(), verwerking(programma()):
        rij.save(force_insert=True)


def test_een_verlengbare_pij_telt_ook_zonder_misdrijf_van_de_lijst(ploeg: Ploeg) -> None:
    zaak = zware_zaak(veroordeling={"onherroepelijk": True, "pijVerlengbaar": True})
    assert bericht(zaak).aanleiding == "pij_verlengbaar"


def test_de_controle_telt_wat_ontbreekt_te_veel_is_of_te_lang_blijft(ploeg: Ploeg) -> None:
    wie = programma()
    zware_zaak("GOED")
    assert afwijkingen(wie) == {}
    weg, wees, oud = zware_zaak("WEG"), zware_zaak("WEES"), zware_zaak("OUD")
    with verwerking(wie):
        Bijbericht.objects.filter(dossier=weg).delete()
        Grond.objects.filter(dossier=wees, grondslag="bjsg_11a").update(vervallen_op=wie.nu)
        Bijversie.objects.filter(dossier=oud).update(bewaren_tot=date(2026, 11, 1))
    assert afwijkingen(wie) == {"gemist": 1, "te_veel": 1, "te_lang_bewaard": 1}


@pytest.mark.clausule("3.1")
def test_wie_geen_burgemeester_heeft_wordt_geteld_en_niet_vergeten(ploeg: Ploeg) -> None:
    maak_loket(maak_organisatie("POLITIE", Organisatiesoort.POLITIE), Loketsoort.POLITIE)
    zware_zaak("MET")
    assert zonder_burgemeester(programma()) == 0
    assert berichten(zware_zaak("ZONDER", gemeenten=None)) == []
    assert zonder_burgemeester(programma()) == 1
