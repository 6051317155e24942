"""The pages of regional agreements: who may, what they say, and where else they show."""

from __future__ import annotations

import csv
import io
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.verwerkingen import STEUN, verwerkingsregister
from richting.akkoord.woorden import Loketsoort
from richting.delen.models import Regioafspraak
from richting.kern import klok
from richting.partijen.models import Organisatie
from tests.berichten.bouwers import maak_partijen
from tests.delen.bouwers_afspraken import deel, maak_afspraak, verblijf
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    maak_beheerder,
    maak_loket,
    maak_medewerker,
    maak_ploeg,
    meld_aan,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.6")]
WAARDEN = {
    "naam": "Rust over het netwerk",
    "toelichting": "De gemeente doet daar niets mee.",
    "vindplaats": "Zaak 2026-114",
    "geldig_vanaf": "2026-11-23",
    "weg_nazorg": ["netwerk"],
    "antwoord_werkdagen": "4",
}


@pytest.fixture
def ploeg() -> Ploeg:
    """Anna and Bram manage their desks; the others are ordinary staff."""
    maak_partijen()
    ploeg = maak_ploeg()
    for lid in (ploeg.anna, ploeg.bram):
        maak_beheerder(lid)
    return ploeg


def lees(client: Client, lid: Lid, naam: str, *args: Any, **vraag: str) -> str:
    meld_aan(client, lid)
    antwoord = client.get(reverse(f"delen:{naam}", args=args), vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def stuur_in(client: Client, lid: Lid, ploeg: Ploeg, **anders: Any) -> Any:
    meld_aan(client, lid)
    adres = reverse("delen:regioafspraak_nieuw") + "?grondslag=pbw_18a&regio="
    waarden = {**WAARDEN, "partij_casemanagement": [str(ploeg.bram.loket.pk)], **anders}
    return client.post(adres, waarden)


def test_voorstellen_bevestigen_en_opzeggen(client: Client, ploeg: Ploeg) -> None:
    antwoord = stuur_in(client, ploeg.anna, ploeg)
    rij = Regioafspraak.objects.get()
    assert antwoord.headers["Location"] == reverse("delen:regioafspraak", args=[rij.pk])
    assert "wacht op uw loket" in lees(client, ploeg.bram, "regioafspraken")
    tekst = lees(client, ploeg.bram, "regioafspraak", rij.pk)
    assert "Niet gedeeld met gemeente (nazorg): sociaal netwerk." in tekst
    assert "Partijen antwoorden elkaar binnen 4 werkdagen." in tekst
    assert client.post(reverse("delen:regioafspraak_bevestigen", args=[rij.pk])).status_code == 302
    assert "Bram Willems" in lees(client, ploeg.anna, "regioafspraak", rij.pk)
    op = reverse("delen:regioafspraak_opzeggen", args=[rij.pk])
    leeg = client.post(op, {"per": "", "reden": ""})
    assert (leeg.status_code, "Vul een dag in." in leeg.content.decode()) == (400, True)
    terug = client.post(op, {"per": "2026-11-01", "reden": "te laat"})
    assert "Opzeggen werkt niet terug." in terug.content.decode()
    assert client.post(op, {"per": "2026-11-23", "reden": "klaar"}).status_code == 302
    assert rij.stand(klok.vandaag()) == "beeindigd"
    assert "Opgezegd:" in lees(client, ploeg.bram, "regioafspraak", rij.pk)


@pytest.mark.clausule("6.4")
def test_een_weigering_zegt_per_regel_waarom_en_houdt_de_invoer(
    client: Client, ploeg: Ploeg
) -> None:
    fout = {"weg_reclassering": ["netwerk"], "antwoord_werkdagen": "99"}
    antwoord = stuur_in(client, ploeg.anna, ploeg, geldig_vanaf="2026-11-01", **fout)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 400
    assert "Een afspraak werkt niet terug." in tekst
    assert "Deze afspraak heeft geen partij van deze soort: reclassering." in tekst
    assert "De termijn kan alleen korter" in tekst
    assert "Rust over het netwerk" in tekst
    assert not Regioafspraak.objects.exists()


def test_het_formulier_biedt_alleen_aan_wat_de_wet_en_het_akkoord_toelaten(
    client: Client, ploeg: Ploeg
) -> None:
    tekst = lees(client, ploeg.anna, "regioafspraak_nieuw", grondslag="pbw_18a", regio="")
    assert 'value="netwerk"' in tekst
    assert 'value="schulden"' not in tekst
    assert "partij_politie" not in tekst
    bij_51c = lees(client, ploeg.anna, "regioafspraak_nieuw", grondslag="wjsg_51c_2", regio="")
    assert "Wat deelt u niet?" not in bij_51c
    assert "antwoord_werkdagen" not in bij_51c


def test_een_verzonnen_vak_in_het_formulier_wordt_niet_aangenomen(
    client: Client, ploeg: Ploeg
) -> None:
    antwoord = stuur_in(client, ploeg.anna, ploeg, weg_nazorg=["schulden"])
    assert antwoord.status_code == 400
    assert not Regioafspraak.objects.exists()


def test_gemeenten_kiest_men_in_de_eigen_regio(client: Client, ploeg: Ploeg) -> None:
    Organisatie.objects.filter(code="GM0202").update(regio="VR07")
    tekst = lees(client, ploeg.anna, "regioafspraak_nieuw", grondslag="pbw_18a", regio="VR07")
    assert ploeg.eva.loket.naam in tekst
    ander = lees(client, ploeg.anna, "regioafspraak_nieuw", grondslag="pbw_18a", regio="VR10")
    assert ploeg.eva.loket.naam not in ander


def test_intrekken_kan_zolang_niemand_anders_bevestigde(client: Client, ploeg: Ploeg) -> None:
    stuur_in(client, ploeg.anna, ploeg)
    rij = Regioafspraak.objects.get()
    assert "Trek het voorstel in" in lees(client, ploeg.anna, "regioafspraak", rij.pk)
    assert "Trek het voorstel in" not in lees(client, ploeg.bram, "regioafspraak", rij.pk)
    meld_aan(client, ploeg.anna)
    assert client.post(reverse("delen:regioafspraak_intrekken", args=[rij.pk])).status_code == 302
    assert "ingetrokken" in lees(client, ploeg.anna, "regioafspraken")


def test_wie_geen_partij_is_krijgt_dezelfde_404(client: Client, ploeg: Ploeg) -> None:
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    meld_aan(client, ploeg.eva)
    for nummer in (rij.pk, uuid4()):
        assert client.get(reverse("delen:regioafspraak", args=[nummer])).status_code == 404
        for daad in ("bevestigen", "intrekken"):
            adres = reverse(f"delen:regioafspraak_{daad}", args=[nummer])
            assert client.post(adres).status_code == 404
        op = reverse("delen:regioafspraak_opzeggen", args=[nummer])
        assert client.post(op, {"per": "2026-11-23", "reden": "x"}).status_code == 404
    assert rij.naam not in client.get(reverse("delen:regioafspraken")).content.decode()


def test_wie_het_loket_niet_beheert_leest_mee_en_beslist_niet(client: Client, ploeg: Ploeg) -> None:
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    collega = Lid(maak_medewerker("collega", ploeg.anna.loket), ploeg.anna.loket)
    tekst = lees(client, collega, "regioafspraak", rij.pk)
    assert "Zeg op" not in tekst
    op = reverse("delen:regioafspraak_opzeggen", args=[rij.pk])
    assert client.post(op, {"per": "2026-11-23", "reden": "x"}).status_code == 404
    assert client.get(reverse("delen:regioafspraak_nieuw")).status_code == 404
    assert client.post(reverse("delen:regioafspraak_nieuw")).status_code == 404


def test_de_functioneel_beheerder_ziet_alle_afspraken_en_privacy_die_van_de_organisatie(
    client: Client, ploeg: Ploeg
) -> None:
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    privacy = maak_loket(ploeg.anna.loket.organisatie, Loketsoort.PRIVACY)
    elders = maak_loket(ploeg.eva.loket.organisatie, Loketsoort.PRIVACY)
    petra = Lid(maak_medewerker("petra", privacy), privacy)
    ander = Lid(maak_medewerker("ander", elders), elders)
    for lid, verwacht in ((ploeg.fatima, True), (petra, True), (ander, False)):
        assert (rij.naam in lees(client, lid, "regioafspraken")) is verwacht
        status = client.get(reverse("delen:regioafspraak", args=[rij.pk])).status_code
        assert status == (200 if verwacht else 404)
    assert "Stel een afspraak voor" not in lees(client, ploeg.fatima, "regioafspraken")


def test_de_delenpagina_en_het_paneel_noemen_de_afspraak(client: Client, ploeg: Ploeg) -> None:
    dossier = verblijf()
    rij = maak_afspraak(ploeg.anna, ploeg.bram)
    tekst = lees(client, ploeg.anna, "dossier", dossier)
    assert "U ziet minder dan de wet toestaat" in tekst
    assert tekst.count(rij.naam) == 2
    van_bram = lees(client, ploeg.bram, "dossier", dossier)
    assert "U ziet minder dan de wet toestaat" not in van_bram
    assert "Minder dan de wet toestaat, door de regionale afspraak" in van_bram
    assert rij.naam in client.get(f"/dossiers/{dossier}/").content.decode() or rij.naam in tekst


@pytest.mark.clausule("6.7")
def test_het_register_van_verwerkingen_toont_de_afspraak_binnen_haar_artikel(
    client: Client, ploeg: Ploeg
) -> None:
    rij = maak_afspraak(ploeg.anna, ploeg.bram, delen=(deel(zonder=("motivatie",)),))
    assert rij.naam in lees(client, ploeg.eva, "verwerkingen")
    antwoord = client.get(reverse("delen:verwerkingen_csv"))
    regels = list(csv.reader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))
    assert len(regels) == 1 + len(verwerkingsregister()) + len(STEUN)
    met = {regel[0] for regel in regels if rij.naam in regel[-1]}
    assert met == {"pbw_18a:nazorg", "pbw_18a:casemanagement"}
