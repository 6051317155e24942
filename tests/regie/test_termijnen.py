"""Terms of a dossier, what is put off, what is sent back, and the list they lead to."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from richting.akkoord.posten import Poststaat, staat
from richting.akkoord.termijnregels import TERMIJNREGELS
from richting.akkoord.terugmelden import Gegeven, Terugantwoord
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.regie.acties import terugmelden, uitstel, werkregels, werkstand
from richting.regie.models import Afvinking, Terugmelding, Uitstel, Werkregel
from tests.berichten.bouwers import (
    einde_gewijzigd,
    maak_partijen,
    programma,
    stuur,
)
from tests.partijen.bouwers import Ploeg, journaalsoorten, maak_ploeg, meld_aan
from tests.regie.bouwers import (
    DECEMBER,
    VANDAAG,
    klopt,
    pagina,
    posten,
    regel,
    verblijf,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.1")]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def test_de_eerste_dag_staat_op_de_regel_van_wie_het_moet_doen(ploeg: Ploeg) -> None:
    zaak = verblijf()
    assert regel(ploeg.bram, zaak).uiterlijk == date(2026, 11, 16)
    assert regel(ploeg.anna, zaak).uiterlijk == date(2027, 8, 30)
    assert regel(ploeg.bram, zaak).niet_op_orde == 5
    klopt(zaak)


@pytest.mark.clausule("5.4")
def test_een_andere_dag_van_vertrek_verschuift_alles_wat_terugtelt(ploeg: Ploeg) -> None:
    zaak = verblijf()
    assert posten(zaak)["termijn:R12-onderdak"].uiterlijk == date(2027, 8, 30)
    stuur(einde_gewijzigd("T1", verwachtEinde=DECEMBER))
    assert posten(zaak)["termijn:R12-onderdak"].uiterlijk == date(2026, 11, 16)
    assert regel(ploeg.anna, zaak).uiterlijk == date(2026, 11, 16)
    klopt(zaak)


@pytest.mark.clausule("5.4")
def test_de_tijdlijn_zegt_welke_termijnen_verschuiven(client: Client, ploeg: Ploeg) -> None:
    zaak = verblijf()
    stuur(einde_gewijzigd("T1", verwachtEinde=DECEMBER))
    meld_aan(client, ploeg.anna)
    html = client.get(f"/dossiers/{zaak}/").content.decode()
    assert "Daardoor schuiven termijnen mee" in html


def test_uitstellen_met_een_reden_haalt_het_van_de_lijst_tot_die_dag(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = verblijf()
    uitstel.stel_uit(ploeg.bram.wie(), zaak, "termijn:T1", date(2026, 11, 26), "Ziek")
    assert staat(posten(zaak)["termijn:T1"], VANDAAG) is Poststaat.UITGESTELD
    assert regel(ploeg.bram, zaak).uiterlijk == date(2026, 11, 26)
    assert "Verzonnen" not in pagina(client, ploeg.bram, "te-laat")
    assert "Verzonnen" in pagina(client, ploeg.bram, "week")
    assert "werk_uitgesteld" in journaalsoorten()
    klopt(zaak)


@pytest.mark.parametrize(
    ("tot", "reden"),
    [
        (date(2026, 11, 23), "Ziek"),
        (date(2026, 12, 8), "Ziek"),
        (date(2026, 11, 26), " "),
    ],
)
def test_uitstellen_kan_niet_zonder_reden_of_te_lang(ploeg: Ploeg, tot: date, reden: str) -> None:
    zaak = verblijf()
    with pytest.raises(KanNiet):
        uitstel.stel_uit(ploeg.bram.wie(), zaak, "termijn:T1", tot, reden)
    with verwerking(programma()):
        assert not Uitstel.objects.exists()


def test_vooraf_staat_er_hoe_lang_uitstellen_kan(client: Client, ploeg: Ploeg) -> None:
    zaak = verblijf()
    meld_aan(client, ploeg.bram)
    zin = "Hoogstens 14 dagen na de eerste keer uitstellen, en niet na het vertrek."
    assert zin in client.get(f"/dossiers/{zaak}/termijnen/").content.decode()
    te_lang = {"sleutel": "termijn:T1", "tot": "2027-06-01", "reden": "Ziek"}
    html = client.post(f"/dossiers/{zaak}/termijnen/uitstel/", te_lang).content.decode()
    assert zin in html
    assert "niet later dan" in html


@pytest.mark.clausule("5.4")
def test_een_mdo_doet_u_op_de_bladzijde_van_het_overleg(client: Client, ploeg: Ploeg) -> None:
    zaak = verblijf()
    meld_aan(client, ploeg.bram)
    html = client.get(f"/dossiers/{zaak}/termijnen/").content.decode()
    assert f'href="/dossiers/{zaak}/overleg/"' in html
    assert 'href="/overleg/"' in client.get(f"/dossiers/{zaak}/overleg/").content.decode()


def test_in_het_engels_is_ook_de_bron_in_het_engels(client: Client, ploeg: Ploeg) -> None:
    zaak = verblijf()
    meld_aan(client, ploeg.anna)
    client.cookies["richting_taal"] = "en"
    html = client.get(f"/dossiers/{zaak}/termijnen/").content.decode()
    assert "assumption: no number of weeks was found for the benefit" in html
    assert "voorstel" not in html


def test_alle_regels_staan_in_een_tabel_met_hoe_lang_wie_en_waarom(
    client: Client, ploeg: Ploeg
) -> None:
    meld_aan(client, ploeg.anna)
    html = " ".join(client.get("/termijntabel/").content.decode().split())
    for woord in (
        "10 werkdagen na het begin van het verblijf",
        "12 weken voor de dag van vertrek",
        "op de dag van vertrek",
        "3 werkdagen na de melding dat huis, energie, water of zorg in gevaar is",
        "DJI, screening en intake (ISS)",
        "Wgs art. 4",
        "gemeente, nazorg",
        "Deze persoon kan buiten staan zonder dit.",
    ):
        assert woord in html
    assert html.count("<tr>") == 1 + len(TERMIJNREGELS)
    zaak = verblijf()
    assert 'href="/termijntabel/"' in client.get(f"/dossiers/{zaak}/termijnen/").content.decode()


def test_nooit_voorbij_de_dag_van_vertrek(ploeg: Ploeg) -> None:
    morgen = {"vroegst": "2026-11-25", "laatst": "2026-11-25", "zekerheid": "vast"}
    zaak = verblijf(verwachtEinde=morgen)
    with pytest.raises(KanNiet):
        uitstel.stel_uit(ploeg.bram.wie(), zaak, "termijn:T1", date(2026, 11, 26), "Ziek")
    uitstel.stel_uit(ploeg.bram.wie(), zaak, "termijn:T1", date(2026, 11, 25), "Ziek")


@pytest.mark.clausule("6.4")
def test_een_ander_loket_stelt_niets_uit_en_vinkt_niets_af(ploeg: Ploeg) -> None:
    zaak = verblijf()
    for lid in (ploeg.anna, ploeg.eva, ploeg.dirk):
        with pytest.raises(NietToegestaan):
            uitstel.stel_uit(lid.wie(), zaak, "termijn:T1", date(2026, 11, 26), "Ziek")
        with pytest.raises(NietToegestaan):
            uitstel.vink_af(lid.wie(), zaak, "termijn:T1", VANDAAG)


def test_wat_is_afgevinkt_is_gehaald_en_begint_wat_erop_volgt(ploeg: Ploeg) -> None:
    zaak = verblijf()
    uitstel.vink_af(ploeg.bram.wie(), zaak, "termijn:T4", date(2026, 11, 20), "Met de gemeente")
    na = posten(zaak)
    assert staat(na["termijn:T4"], VANDAAG) is Poststaat.GEHAALD
    assert na["termijn:T4-vervolg"].uiterlijk == date(2027, 1, 1)
    with verwerking(programma()):
        assert Afvinking.objects.get().daad == "mdo"
    klopt(zaak)


def test_na_het_vertrek_vervalt_wat_de_inrichting_moest_en_niet_wat_de_gemeente_moet(
    ploeg: Ploeg,
) -> None:
    zaak = verblijf()
    stuur(
        {
            "berichtId": "T1-einde",
            "soort": "einde",
            "bronTijd": "2026-11-23T08:00:00+01:00",
            "verblijf": "T1",
            "datum": "2026-11-23",
            "reden": "opheffing",
        }
    )
    na = posten(zaak)
    assert staat(na["termijn:T1"], VANDAAG) is Poststaat.VERVALLEN
    assert staat(na["termijn:R12-onderdak"], VANDAAG) is Poststaat.TE_LAAT
    van_bram = [p for p in na.values() if p.loket == ploeg.bram.loket.pk and p.soort == "termijn"]
    assert {staat(post, VANDAAG) for post in van_bram} == {Poststaat.VERVALLEN}
    klopt(zaak)


@pytest.mark.clausule("5.4")
def test_dit_klopt_niet_gaat_naar_de_bron_en_komt_beantwoord_terug(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = verblijf()
    melding = terugmelden.meld_terug(
        ploeg.anna.wie(), zaak, Gegeven.EINDE, "22 november", "23 november", "termijn:R12-onderdak"
    )
    assert melding.aan_id == ploeg.bram.loket.pk
    assert regel(ploeg.anna, zaak).wacht_tot == melding.uiterlijk
    assert "Verzonnen" in pagina(client, ploeg.anna, "wacht")
    klopt(zaak)
    with pytest.raises(KanNiet):
        terugmelden.meld_terug(ploeg.anna.wie(), zaak, Gegeven.EINDE, "x", "y")
    with pytest.raises(NietToegestaan):
        terugmelden.beantwoord(
            ploeg.anna.wie(), zaak, melding.pk, Terugantwoord.KLOPT, "Niet van ons"
        )
    terugmelden.beantwoord(ploeg.bram.wie(), zaak, melding.pk, Terugantwoord.KLOPT, "Zo is het")
    assert regel(ploeg.anna, zaak).wacht_tot is None
    with verwerking(programma()):
        assert Terugmelding.objects.get().antwoord == "klopt_wel"
        soorten = set(Melding.objects.values_list("soort", "loket"))
    assert ("teruggemeld", ploeg.bram.loket.pk) in soorten
    assert ("terugmelding_beantwoord", ploeg.anna.loket.pk) in soorten
    klopt(zaak)


def test_wie_zelf_de_bron_is_meldt_niets_terug(ploeg: Ploeg) -> None:
    zaak = verblijf()
    with pytest.raises(KanNiet):
        terugmelden.meld_terug(ploeg.bram.wie(), zaak, Gegeven.EINDE, "x", "y")


@pytest.mark.clausule("6.4")
def test_de_termijnen_bestaan_niet_voor_wie_het_dossier_niet_mag_zien(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = verblijf()
    for lid in (ploeg.eva, ploeg.dirk):
        meld_aan(client, lid)
        for plek in ("termijnen", "klopt-niet"):
            assert client.get(f"/dossiers/{zaak}/{plek}/").status_code == 404
        vorm = {"sleutel": "termijn:T1", "tot": "2026-11-26", "reden": "x"}
        antwoord = client.post(f"/dossiers/{zaak}/termijnen/uitstel/", vorm)
        assert antwoord.status_code == 404


def test_herbouwen_geeft_dezelfde_kolommen(ploeg: Ploeg) -> None:
    zaken = [verblijf(), verblijf("T2", gemeenten=None, persoon={"geslachtsnaam": "Ander"})]
    klopt(*zaken)
    werkregels.herbouw(programma(), zaken)
    klopt(*zaken)


def test_wat_vanzelf_verandert_wordt_op_die_dag_bijgewerkt(ploeg: Ploeg) -> None:
    zaak = verblijf()
    with verwerking(programma()):
        Werkregel.objects.filter(dossier=zaak).update(herzien_op=VANDAAG, uiterlijk=None)
    assert [deel for deel in werkstand.herzie(programma())] == [[zaak]]
    klopt(zaak)
    assert [*werkstand.herzie(programma())] == []
