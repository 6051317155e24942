"""The main lists: who stands where, in which order, how many, and what is done with many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.posten import Hoofdlijst
from richting.akkoord.urgentie import dagen_tot_vrij, rang
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.kern import navraag
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.regie.acties import uitstel, werkregels
from richting.regie.acties.personeel import beeindig_afwezigheid, meld_afwezig, wijs_toe
from richting.regie.models import Lijstfilter, Uitstel, Werkregel
from richting.regie.overzichten.hoofdlijsten import hoofdblad
from richting.regie.overzichten.werkvoorraad import Vraag
from tests.berichten.bouwers import (
    maak_partijen,
    programma,
    stuur,
)
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    maak_beheerder,
    maak_loket,
    maak_medewerker,
    maak_organisatie,
    maak_ploeg,
    meld_aan,
)
from tests.regie.bouwers import (
    DECEMBER,
    VANDAAG,
    klopt,
    pagina,
    regel,
    sluit_af,
    verblijf,
)
from tests.regie.bouwers_regie import bericht

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.1")]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def test_wie_te_laat_is_staat_op_de_lijst_en_niet_op_een_andere(
    client: Client, ploeg: Ploeg
) -> None:
    verblijf()
    assert "Verzonnen" in pagina(client, ploeg.bram)
    assert "Verzonnen" in pagina(client, ploeg.bram, "te-laat")
    for lijst in ("vandaag", "week", "wacht"):
        assert "Verzonnen" not in pagina(client, ploeg.bram, lijst)
    assert "De screening en de intake zijn klaar." in pagina(client, ploeg.bram, "te-laat")


def test_meer_regels_tegelijk_en_wat_niet_lukte_staat_erbij(client: Client, ploeg: Ploeg) -> None:
    een, ander = verblijf(), verblijf("T2", persoon={"geslachtsnaam": "Zelfstand"})
    uitstel.stel_uit(ploeg.bram.wie(), ander, "termijn:T1", date(2026, 12, 7), "Eerder")
    with verwerking(programma()):
        Uitstel.objects.update(eerste_op=date(2026, 11, 9))
    meld_aan(client, ploeg.bram)
    vorm = {"daad": "uitstel", "dossier": [een, ander], "tot": "2026-11-25", "reden": "Ziek"}
    html = client.post("/werk/", vorm).content.decode()
    assert "Zelfstand" in html
    assert "Dit lukte niet" in html
    assert regel(ploeg.bram, een).uiterlijk == date(2026, 11, 25)
    assert regel(ploeg.bram, ander).uiterlijk == date(2026, 11, 30)


def test_uitstellen_van_meer_regels_vraagt_een_dag_en_een_reden(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = verblijf()
    meld_aan(client, ploeg.bram)
    html = client.post("/werk/", {"daad": "uitstel", "dossier": [zaak]}).content.decode()
    assert "Schrijf op waarom." in html
    assert client.post("/werk/", {"daad": "weg", "dossier": [zaak]}).status_code == 404


def test_uitstellen_zonder_gekozen_dossier_houdt_wat_getypt_is_en_laat_alsnog_kiezen(
    client: Client, ploeg: Ploeg
) -> None:
    een, ander = verblijf(), verblijf("T2", persoon={"geslachtsnaam": "Zelfstand"})
    meld_aan(client, ploeg.bram)
    vorm = {"daad": "uitstel", "tot": "2026-11-25", "reden": "De intaker is ziek"}
    vorm["next"] = "/?lijst=te-laat"
    antwoord = client.post("/werk/", vorm)
    html = antwoord.content.decode()
    assert (antwoord.status_code, "Kies een of meer dossiers." in html) == (200, True)
    assert 'value="2026-11-25"' in html
    assert "De intaker is ziek" in html
    for zaak in (een, ander):
        assert f'value="{zaak}"' in html
        assert regel(ploeg.bram, zaak).uiterlijk != date(2026, 11, 25)
    antwoord = client.post("/werk/", {**vorm, "dossier": [een]})
    assert antwoord["Location"] == "/?lijst=te-laat"
    assert regel(ploeg.bram, een).uiterlijk == date(2026, 11, 25)


@pytest.mark.parametrize(
    "waar", ["/?lijst=nieuw", "/?lijst=te-laat&na=x%7Cx", "/?lijst=bestaat-niet"]
)
def test_waar_niets_te_kiezen_is_gaat_uitstellen_zonder_keuze_terug(
    client: Client, ploeg: Ploeg, waar: str
) -> None:
    verblijf()
    meld_aan(client, ploeg.bram)
    vorm = {"daad": "uitstel", "tot": "2026-11-25", "reden": "Ziek", "next": waar}
    assert client.post("/werk/", vorm)["Location"] == waar


def test_wie_een_regel_van_een_ander_loket_wil_kiezen_ziet_haar_niet(
    client: Client, ploeg: Ploeg
) -> None:
    verblijf()
    meld_aan(client, ploeg.eva)
    vorm = {"daad": "uitstel", "tot": "2026-11-25", "reden": "Ziek", "next": "/?lijst=te-laat"}
    antwoord = client.post("/werk/", vorm, follow=True)
    assert "Verzonnen" not in antwoord.content.decode()


def test_de_lijst_zegt_vooraf_hoe_lang_uitstellen_kan(client: Client, ploeg: Ploeg) -> None:
    verblijf()
    zin = f"Hoogstens {AANNAMES.uitstel_dagen} dagen na de eerste keer uitstellen"
    assert zin in pagina(client, ploeg.bram, "te-laat")


def test_wie_overleden_is_heeft_geen_voorwaarden_meer_die_niet_op_orde_zijn(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = verblijf()
    assert "voorwaarden niet op orde" in pagina(client, ploeg.anna, "wacht") + pagina(
        client, ploeg.bram, "te-laat"
    )
    stuur(bericht("overlijden", verblijf="T1", datum=VANDAAG.isoformat()))
    assert regel(ploeg.bram, zaak).niet_op_orde is None
    html = "".join(pagina(client, ploeg.bram, lijst) for lijst in ("te-laat", "vandaag", "week"))
    assert "Deze persoon is overleden" in html
    assert "overleden, vandaag" in " ".join(html.split())
    assert "op orde" not in html


@pytest.mark.clausule("1.10")
def test_op_mijn_naam_en_dan_alleen_mijn_regels(client: Client, ploeg: Ploeg) -> None:
    zaak = verblijf()
    verblijf("T2", persoon={"geslachtsnaam": "Anderman"})
    meld_aan(client, ploeg.bram)
    client.post("/werk/", {"daad": "op_naam", "dossier": [zaak]})
    html = pagina(client, ploeg.bram, "te-laat", mijn="on")
    assert "Verzonnen" in html
    assert "Anderman" not in html
    werkregels.herbouw(programma(), [zaak])
    assert regel(ploeg.bram, zaak).medewerker == ploeg.bram.medewerker.pk


@pytest.mark.clausule("1.6")
def test_wie_een_ander_vervangt_vindt_diens_dossiers_onder_de_eigen_naam(
    client: Client, ploeg: Ploeg
) -> None:
    zaak, bram = verblijf(), ploeg.bram
    maak_beheerder(bram)
    vervanger = Lid(maak_medewerker("vervanger", bram.loket, "Vera Vervanger"), bram.loket)
    eerste = maak_medewerker("eerste", bram.loket, "Eerste Vervanger")
    wijs_toe(bram.wie(), [zaak], bram.medewerker.pk)

    def ziet(lijst: str = "te-laat") -> bool:
        return "Verzonnen" in pagina(client, vervanger, lijst, mijn="on")

    meld_afwezig(bram.wie(), bram.medewerker.pk, eerste.pk, VANDAAG, None)
    assert not ziet()
    weg = meld_afwezig(bram.wie(), eerste.pk, vervanger.medewerker.pk, VANDAAG, VANDAAG)
    assert ziet()
    assert ziet("nieuw")
    assert "Verzonnen" in client.get("/postbus/?lijst=mijn").content.decode()
    beeindig_afwezigheid(bram.wie(), weg.pk)
    assert not ziet()
    assert "Verzonnen" in pagina(client, vervanger, "te-laat")


def test_een_filter_bewaren_en_weer_openen(client: Client, ploeg: Ploeg) -> None:
    verblijf()
    meld_aan(client, ploeg.bram)
    client.post("/werk/filters/", {"lijst": "te-laat", "gemeente": "GM0344", "naam": "Utrecht"})
    filter_ = Lijstfilter.objects.get()
    assert (filter_.gemeente, filter_.medewerker_id) == ("GM0344", ploeg.bram.medewerker.pk)
    assert "Utrecht" in pagina(client, ploeg.bram, "te-laat")
    client.post(f"/werk/filters/{filter_.pk}/")
    assert not Lijstfilter.objects.exists()


def test_het_filter_biedt_alleen_wat_op_de_eigen_lijst_voorkomt(
    client: Client, ploeg: Ploeg
) -> None:
    verblijf()
    html = pagina(client, ploeg.anna, "nieuw")
    assert "PI-NIEUWEGEIN" in html
    assert "PI-VUGHT" not in html


def test_wie_de_minste_tijd_heeft_voor_het_meeste_staat_boven(client: Client, ploeg: Ploeg) -> None:
    verblijf("LAAT")
    verblijf("EERST", persoon={"geslachtsnaam": "Aanstonds"}, verwachtEinde=DECEMBER)
    html = pagina(client, ploeg.bram, "te-laat")
    assert html.index("Aanstonds") < html.index("Verzonnen")
    assert "5 voorwaarden niet op orde, nog 21 dagen." in html


@pytest.mark.parametrize("keer", range(3))
def test_de_volgorde_in_de_database_is_die_van_de_regel(ploeg: Ploeg, keer: int) -> None:
    kans = Random(keer)
    zaken = [verblijf(f"U{nr}", persoon={"geslachtsnaam": f"Naam{nr}"}) for nr in range(8)]
    with verwerking(programma()):
        for zaak in zaken:
            thuis = kans.choice([None, *(VANDAAG + timedelta(days=d) for d in (-3, 0, 1, 9, 80))])
            Werkregel.objects.filter(dossier=zaak, loket=ploeg.bram.loket).update(
                thuiskomst=thuis, niet_op_orde=kans.choice([None, 0, 1, 2, 3, 5])
            )
    with lezing(ploeg.bram.wie(), "test") as lees:
        lees.niets_gezien()
        vraag = Vraag(
            ploeg.bram.loket.pk, "casemanagement", VANDAAG, "te-laat", AANNAMES, medewerker=None
        )
        blad = hoofdblad(vraag, "te-laat")
        vervolg = hoofdblad(vraag, "te-laat", 3)
        rest = hoofdblad(replace(vraag, na=vervolg.bladzijde.volgende), "te-laat")
    rangen = [
        rang(dagen_tot_vrij(r.thuiskomst, VANDAAG, AANNAMES.kort_verblijf_dagen), r.niet_op_orde)
        for r in blad.bladzijde.regels
    ]
    assert rangen == sorted(rangen)
    assert blad.alle[Hoofdlijst.TE_LAAT] == len(rangen) == len(zaken)
    assert [*vervolg.bladzijde.regels, *rest.bladzijde.regels] == blad.bladzijde.regels


@pytest.mark.clausule("6.4")
def test_de_telling_is_wat_het_slot_laat_zien(client: Client, ploeg: Ploeg) -> None:
    zaak, ander = verblijf(), verblijf("T2", persoon={"geslachtsnaam": "Geheim"})
    sluit_af(ploeg, ander)
    html = pagina(client, ploeg.bram, "te-laat")
    assert "Geheim" not in html
    assert '<span class="tabs__aantal">1</span>' in html
    assert regel(ploeg.bram, zaak).uiterlijk is not None


def test_een_loket_dat_niets_hoeft_te_doen_heeft_de_hoofdlijsten_niet(client: Client) -> None:
    loket = maak_loket(maak_organisatie("POLITIE", Organisatiesoort.POLITIE), Loketsoort.POLITIE)
    meld_aan(client, Lid(maak_medewerker("petra", loket), loket))
    assert client.get("/", {"lijst": "te-laat"}).status_code == 404
    assert "Wacht op anderen" not in client.get("/").content.decode()


def test_een_volle_bladzijde_kost_evenveel_vragen_als_een_regel(
    client: Client, ploeg: Ploeg
) -> None:
    def tel_ze() -> int:
        pagina(client, ploeg.bram, "te-laat")
        navraag.vergeet()
        with CaptureQueriesContext(connection) as vragen:
            pagina(client, ploeg.bram, "te-laat")
        return len(vragen)

    verblijf()
    een = tel_ze()
    for nr in range(6):
        verblijf(f"V{nr}", persoon={"geslachtsnaam": f"Naam{nr}"})
    assert tel_ze() == een


def test_de_lijst_is_ook_goed_als_niemand_de_dag_bijwerkte(client: Client, ploeg: Ploeg) -> None:
    zaak = verblijf()
    with verwerking(programma()):
        Werkregel.objects.filter(dossier=zaak).update(herzien_op=VANDAAG, uiterlijk=None)
    assert "Verzonnen" in pagina(client, ploeg.bram, "te-laat")
    klopt(zaak)
