"""Managers and their staff: activating, stopping, desks, passwords, and other people's staff."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.partijen import acties, overzichten
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket, Medewerker
from tests.partijen.bouwers import (
    WACHTWOORD,
    Lid,
    Ploeg,
    journaalregels,
    journaalsoorten,
    laat_stilstaan,
    maak_beheerder,
    maak_medewerker,
    maak_ploeg,
    meld_aan,
)

pytestmark = pytest.mark.django_db
REDEN = {"reden": "nieuwe collega"}


@pytest.fixture
def ploeg() -> Ploeg:
    return maak_ploeg()


@pytest.fixture
def beheerder(ploeg) -> Lid:
    """Anna, who manages the desk nazorg."""
    return maak_beheerder(ploeg.anna)


@pytest.fixture
def collega(beheerder) -> Medewerker:
    return maak_medewerker("hanna", beheerder.loket, "Hanna Visser")


@pytest.fixture
def binnen(client, beheerder):
    meld_aan(client, beheerder)
    return client


def doe(client, medewerker: Medewerker, wat: str, **gegevens: object):
    return client.post(f"/organisatie/medewerkers/{medewerker.pk}/{wat}/", gegevens or REDEN)


def test_de_beheerder_ziet_de_eigen_mensen_en_niet_die_van_een_ander(binnen, ploeg, collega):
    html = binnen.get("/organisatie/").content.decode()
    assert "Hanna Visser" in html
    assert "Dirk Bakker" in html
    assert "Eva Smit" not in html


def test_een_gewone_medewerker_heeft_geen_beheerpaginas(client, ploeg, collega):
    meld_aan(client, ploeg.dirk)
    for adres in (
        "/organisatie/",
        "/organisatie/bereikbaarheid/",
        "/organisatie/medewerkers/nieuw/",
        f"/organisatie/medewerkers/{collega.pk}/",
    ):
        assert client.get(adres).status_code == 404
    assert doe(client, collega, "deactiveer").status_code == 404


def test_een_nieuwe_collega_krijgt_een_tijdelijk_wachtwoord_en_moet_het_wijzigen(binnen, client):
    loket = Lidmaatschap.objects.get(rol="beheerder").loket
    antwoord = binnen.post(
        "/organisatie/medewerkers/nieuw/",
        {"naam": "Ilse", "gebruikersnaam": "Ilse.Kok", "loketten": [loket.pk]},
    )
    ilse = Medewerker.objects.get(gebruikersnaam="ilse.kok")
    wachtwoord = antwoord.context["wachtwoord"]
    assert ilse.check_password(wachtwoord)
    assert journaalsoorten() == ["medewerker_gemaakt", "loket_gegeven"]
    assert wachtwoord not in str([(r.voor, r.na) for r in journaalregels()])
    client.logout()
    client.post("/aanmelden/", {"gebruikersnaam": "ilse.kok", "wachtwoord": wachtwoord})
    assert client.get("/systemen/")["Location"].startswith("/mijn-account/wachtwoord/")
    nieuw = "vier rode fietsen buiten"
    client.post(
        "/mijn-account/wachtwoord/", {"oud": wachtwoord, "nieuw": nieuw, "herhaling": nieuw}
    )
    assert client.get("/mijn-account/").status_code == 200


def test_een_gebruikersnaam_bestaat_maar_een_keer(binnen, beheerder):
    gegevens = {"naam": "X", "gebruikersnaam": "BRAM", "loketten": [beheerder.loket.pk]}
    html = binnen.post("/organisatie/medewerkers/nieuw/", gegevens).content.decode()
    assert "Deze gebruikersnaam is al in gebruik" in html


def test_een_loket_dat_ik_niet_beheer_kan_ik_niet_uitdelen(binnen, ploeg):
    gegevens = {"naam": "X", "gebruikersnaam": "x.y", "loketten": [ploeg.dirk.loket.pk]}
    assert binnen.post("/organisatie/medewerkers/nieuw/", gegevens).status_code == 200
    assert not Medewerker.objects.filter(gebruikersnaam="x.y").exists()


def test_stoppen_en_weer_activeren_met_reden(binnen, collega):
    doe(binnen, collega, "deactiveer")
    assert not Medewerker.objects.get(pk=collega.pk).is_active
    doe(binnen, collega, "activeer")
    assert Medewerker.objects.get(pk=collega.pk).is_active
    assert journaalsoorten() == ["medewerker_gestopt", "medewerker_geactiveerd"]
    assert {regel.reden for regel in journaalregels()} == {"nieuwe collega"}


def test_zonder_reden_gebeurt_er_niets(binnen, collega):
    antwoord = doe(binnen, collega, "deactiveer", reden="  ")
    assert antwoord.status_code == 400
    assert "Vul een reden in." in antwoord.content.decode()
    assert Medewerker.objects.get(pk=collega.pk).is_active


def test_een_account_dat_stilstaat_wordt_wakker_door_activeren(beheerder, collega):
    laat_stilstaan(collega)
    collega.refresh_from_db()
    assert overzichten.collega(collega, klok.nu()).staat == "stil"
    acties.activeer(beheerder.wie(), collega, "terug van verlof")
    assert overzichten.collega(collega, klok.nu()).staat == "actief"


def test_verlengen_houdt_wie_lang_weg_is_wakker(beheerder, collega):
    acties.verleng(beheerder.wie(), collega, "een jaar op reis")
    assert overzichten.collega(collega, klok.nu() + timedelta(days=89)).staat == "actief"


@pytest.mark.parametrize(
    ("actie", "zin"), [(acties.activeer, "al actief"), (acties.deactiveer, "al stopgezet")]
)
def test_wat_al_zo_is_kan_niet_nog_eens(beheerder, collega, actie, zin):
    collega.is_active = actie is acties.activeer
    collega.save()
    with pytest.raises(KanNiet, match=zin):
        actie(beheerder.wie(), collega, "nog eens")


def test_verlengen_kan_niet_bij_een_gestopt_account(beheerder, collega):
    acties.deactiveer(beheerder.wie(), collega, "weg")
    with pytest.raises(KanNiet, match="Activeer het eerst"):
        acties.verleng(beheerder.wie(), collega, "toch")


def test_een_beheerder_kan_zichzelf_niet_stoppen_of_verplaatsen(binnen, beheerder):
    doe(binnen, beheerder.medewerker, "deactiveer")
    assert Medewerker.objects.get(pk=beheerder.medewerker.pk).is_active
    for actie in (
        lambda: acties.voeg_toe_aan_loket(beheerder.wie(), beheerder.medewerker, beheerder.loket),
        lambda: acties.verwijder_van_loket(
            beheerder.wie(), beheerder.medewerker, beheerder.loket, "x"
        ),
    ):
        with pytest.raises(KanNiet, match="eigen plek"):
            actie()


@pytest.mark.parametrize("wat", ["activeer", "deactiveer", "verleng", "wis-tweede-factor"])
def test_mensen_van_een_andere_organisatie_bestaan_voor_een_beheerder_niet(binnen, ploeg, wat):
    eva = ploeg.eva.medewerker
    assert binnen.get(f"/organisatie/medewerkers/{eva.pk}/").status_code == 404
    assert doe(binnen, eva, wat).status_code == 404
    assert doe(binnen, eva, "wachtwoord").status_code == 404
    assert doe(binnen, eva, "loketten", loket=1, rol="medewerker").status_code == 404
    assert journaalsoorten() == []


def test_ook_voorbij_de_pagina_weigert_elke_daad_mensen_van_een_ander(beheerder, ploeg):
    wie, eva = beheerder.wie(), ploeg.eva.medewerker
    daden = [
        lambda: acties.activeer(wie, eva, "x"),
        lambda: acties.verleng(wie, eva, "x"),
        lambda: acties.deactiveer(wie, eva, "x"),
        lambda: acties.geef_tijdelijk_wachtwoord(wie, eva, "x"),
        lambda: acties.wis_tweede_factor(wie, eva, "x"),
        lambda: acties.ontgrendel(wie, eva),
        lambda: acties.voeg_toe_aan_loket(wie, eva, beheerder.loket),
        lambda: acties.verwijder_van_loket(wie, eva, ploeg.eva.loket, "x"),
        lambda: acties.wijzig_bereikbaarheid(wie, ploeg.eva.loket, email="", telefoon=""),
        lambda: acties.maak_medewerker(
            wie, gebruikersnaam="x", naam="x", organisatie=ploeg.eva.loket.organisatie
        ),
    ]
    for daad in daden:
        with pytest.raises(NietToegestaan):
            daad()


def test_een_onbekende_daad_is_er_niet(binnen, collega):
    assert doe(binnen, collega, "promoveer").status_code == 404


def test_een_plek_geven_en_wegnemen_staat_in_het_journaal(binnen, beheerder, ploeg):
    dirk, loket = ploeg.dirk.medewerker, beheerder.loket
    doe(binnen, dirk, "loketten", loket=loket.pk, rol="medewerker")
    assert Lidmaatschap.objects.filter(medewerker=dirk, loket=loket).exists()
    binnen.post(f"/organisatie/medewerkers/{dirk.pk}/loketten/{loket.pk}/weg/", REDEN)
    assert not Lidmaatschap.objects.filter(medewerker=dirk, loket=loket).exists()
    assert journaalsoorten() == ["loket_gegeven", "loket_ontnomen"]


def test_de_beheerder_van_nazorg_opent_de_deur_van_openbare_orde_niet(binnen, ploeg, collega):
    antwoord = doe(binnen, collega, "loketten", loket=ploeg.dirk.loket.pk, rol="medewerker")
    assert antwoord.status_code == 400
    adres = (
        f"/organisatie/medewerkers/{ploeg.dirk.medewerker.pk}/loketten/{ploeg.dirk.loket.pk}/weg/"
    )
    assert binnen.post(adres, REDEN).status_code == 404


def test_een_nieuw_wachtwoord_komt_alleen_van_wie_alle_loketten_beheert(binnen, ploeg, collega):
    html = doe(binnen, collega, "wachtwoord").content.decode()
    assert "Hanna Visser" in html
    assert Medewerker.objects.get(pk=collega.pk).wachtwoord_wijzigen
    assert doe(binnen, ploeg.dirk.medewerker, "wachtwoord").status_code == 404


def test_iemand_van_een_andere_organisatie_krijgt_geen_plek_ook_niet_van_het_programma(ploeg):
    with pytest.raises(KanNiet, match="andere organisatie"):
        acties.voeg_toe_aan_loket(
            systeem_zelf("test", klok.nu()), ploeg.eva.medewerker, ploeg.anna.loket
        )


def test_de_bereikbaarheid_van_het_loket_wijzigen(binnen, beheerder):
    gegevens = {"email": "nazorg@utrecht.example", "telefoon": "030 123 45 67"}
    assert binnen.post("/organisatie/bereikbaarheid/", gegevens).status_code == 302
    assert Loket.objects.get(pk=beheerder.loket.pk).email == "nazorg@utrecht.example"
    binnen.post("/organisatie/bereikbaarheid/", gegevens)
    assert journaalsoorten() == ["loket_bereikbaarheid"]
    html = binnen.post("/organisatie/bereikbaarheid/", {"email": "geen"}).content.decode()
    assert "Vul een geldig e-mailadres in." in html


# The own password


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("fout", "vier rode fietsen buiten", "Uw huidige wachtwoord klopt niet."),
        (WACHTWOORD, WACHTWOORD, "Kies een ander wachtwoord"),
        (WACHTWOORD, "kort", "12"),
        (WACHTWOORD, "anna de boer anna", "lijkt te veel"),
    ],
)
def test_een_zwak_of_oud_wachtwoord_wordt_geweigerd_met_de_reden(binnen, oud, nieuw, zin):
    antwoord = binnen.post(
        "/mijn-account/wachtwoord/", {"oud": oud, "nieuw": nieuw, "herhaling": nieuw}
    )
    assert zin in antwoord.content.decode()


def test_een_nieuw_wachtwoord_sluit_mijn_andere_sessies(binnen, beheerder):
    elders = Client()
    meld_aan(elders, beheerder)
    nieuw = "vier rode fietsen buiten"
    binnen.post(
        "/mijn-account/wachtwoord/", {"oud": WACHTWOORD, "nieuw": nieuw, "herhaling": nieuw}
    )
    assert binnen.get("/mijn-account/").status_code == 200
    assert elders.get("/mijn-account/").status_code == 302


def test_het_slot_van_een_account_halen_kan_op_de_pagina_zolang_het_erop_zit(binnen, collega):
    pad = f"/organisatie/medewerkers/{collega.pk}/"
    assert "Slot van het account" not in binnen.get(pad).content.decode()
    for _ in range(settings.OMGEVING.pogingen):
        Client().post("/aanmelden/", {"gebruikersnaam": "hanna", "wachtwoord": "fout"})
    assert "Slot van het account halen" in binnen.get(pad).content.decode()

    doe(binnen, collega, "ontgrendel", reden="Hanna had haar toetsenbord verkeerd staan")

    assert "Slot van het account" not in binnen.get(pad).content.decode()
    (laatste,) = (r for r in journaalregels() if r.soort == "medewerker_ontgrendeld")
    assert laatste.reden == "Hanna had haar toetsenbord verkeerd staan"
