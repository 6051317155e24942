"""One desk at a time: choosing, switching, losing it, and which page belongs to which desk."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from richting.akkoord.partij import Partij
from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.kern import klok
from richting.partijen import acties, overzichten
from richting.partijen.fouten import NietToegestaan
from richting.partijen.models import Lidmaatschap, Loket, Medewerker, Organisatie
from richting.partijen.werkplek import met_loket
from tests.partijen.bouwers import (
    ANDERE_GEMEENTE,
    GEMEENTE,
    WACHTWOORD,
    Lid,
    Ploeg,
    journaalsoorten,
    maak_beheerder,
    maak_loket,
    maak_medewerker,
    maak_organisatie,
    maak_ploeg,
    meld_aan,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ploeg() -> Ploeg:
    return maak_ploeg()


@pytest.fixture
def anna_met_twee(ploeg) -> Ploeg:
    """Anna also works at the desk where Dirk sits."""
    Lidmaatschap.objects.create(medewerker=ploeg.anna.medewerker, loket=ploeg.dirk.loket)
    return ploeg


def aanmelden(client) -> HttpResponse:
    return client.post("/aanmelden/", {"gebruikersnaam": "anna", "wachtwoord": WACHTWOORD})


def test_wie_twee_loketten_heeft_kiest_er_een_en_komt_dan_terug(client, anna_met_twee):
    aanmelden(client)
    assert "loket" not in client.session
    keuze = client.get("/loket/?next=/mijn-account/").content.decode()
    assert anna_met_twee.anna.loket.naam in keuze
    assert anna_met_twee.dirk.loket.naam in keuze
    naar = client.post("/loket/", {"loket": anna_met_twee.dirk.loket.pk, "next": "/mijn-account/"})
    assert naar["Location"] == "/mijn-account/"
    assert client.session["loket"] == anna_met_twee.dirk.loket.pk


def test_wisselen_staat_in_het_journaal_met_van_en_naar(client, anna_met_twee):
    meld_aan(client, anna_met_twee.anna)
    client.post("/loket/", {"loket": anna_met_twee.dirk.loket.pk})
    assert journaalsoorten() == ["loket_gekozen"]


def test_de_volgende_keer_zit_ik_aan_het_loket_van_de_vorige_keer(client, anna_met_twee):
    meld_aan(client, anna_met_twee.anna)
    client.post("/loket/", {"loket": anna_met_twee.dirk.loket.pk})
    client.post("/afmelden/")
    aanmelden(client)
    assert client.session["loket"] == anna_met_twee.dirk.loket.pk


@pytest.mark.parametrize("keuze", ["eva", "0", "niks", "9" * 30, ""])
def test_een_loket_waar_ik_niet_bij_hoor_kan_ik_niet_kiezen(client, ploeg, keuze):
    meld_aan(client, ploeg.anna)
    gekozen = ploeg.eva.loket.pk if keuze == "eva" else keuze
    antwoord = client.post("/loket/", {"loket": gekozen})
    assert antwoord.status_code == 400
    assert client.session["loket"] == ploeg.anna.loket.pk


def test_wie_een_loket_verliest_is_het_bij_de_volgende_klik_kwijt(client, ploeg):
    meld_aan(client, maak_beheerder(ploeg.anna))
    assert client.get("/organisatie/").status_code == 200
    Lidmaatschap.objects.filter(medewerker=ploeg.anna.medewerker).delete()
    assert client.get("/organisatie/")["Location"].startswith("/loket/")


def test_een_gesloten_loket_is_er_niet_meer(client, ploeg):
    meld_aan(client, maak_beheerder(ploeg.anna))
    Loket.objects.filter(pk=ploeg.anna.loket.pk).update(actief=False)
    assert client.get("/organisatie/")["Location"].startswith("/loket/")
    with pytest.raises(NietToegestaan):
        acties.wissel_loket(ploeg.anna.wie(), ploeg.anna.medewerker, ploeg.anna.loket.pk)


def test_zonder_loket_staat_er_wat_te_doen(client, ploeg):
    Lidmaatschap.objects.filter(medewerker=ploeg.anna.medewerker).delete()
    meld_aan(client, ploeg.anna.medewerker)
    assert "Vraag de beheerder van uw organisatie" in client.get("/loket/").content.decode()


def test_een_pagina_van_een_ander_soort_loket_bestaat_niet(ploeg):
    """The decorator alone: nazorg comes in, openbare orde gets 404."""

    @met_loket(Loketsoort.NAZORG)
    def pagina(request: object) -> HttpResponse:
        return HttpResponse("welkom")

    for lid, mag in ((ploeg.anna, True), (ploeg.dirk, False), (ploeg.bram, False)):
        verzoek = RequestFactory().get("/")
        lid.medewerker.is_verified = lambda: False
        verzoek.user, verzoek.loket, verzoek.wie = lid.medewerker, lid.loket, lid.wie()
        verzoek.is_beheerder = False
        if mag:
            assert pagina(verzoek).content == b"welkom"
        else:
            with pytest.raises(Http404):
                pagina(verzoek)


def test_elke_pagina_achter_de_deur_stuurt_een_vreemde_naar_aanmelden(client, db):
    for adres in ("/mijn-account/", "/organisatie/", "/systemen/", "/loket/"):
        assert unquote(client.get(adres)["Location"]) == f"/aanmelden/?next={adres}"


def test_htmx_verplaatst_de_hele_pagina_naar_aanmelden(client, db):
    antwoord = client.get(
        "/organisatie/",
        HTTP_HX_REQUEST="true",
        HTTP_HX_CURRENT_URL="http://testserver/organisatie/",
    )
    assert unquote(antwoord["HX-Redirect"]) == "/aanmelden/?next=/organisatie/"


def test_het_laatste_gebruik_wordt_hoogstens_eens_per_uur_bewaard(client, ploeg):
    meld_aan(client, ploeg.anna)
    gisteren = klok.nu() - timedelta(days=1)
    Medewerker.objects.filter(pk=ploeg.anna.medewerker.pk).update(laatst_actief_op=gisteren)
    client.get("/mijn-account/")
    eerste = Medewerker.objects.get(pk=ploeg.anna.medewerker.pk).laatst_actief_op
    client.get("/mijn-account/")
    assert eerste > gisteren
    assert Medewerker.objects.get(pk=ploeg.anna.medewerker.pk).laatst_actief_op == eerste


@pytest.mark.clausule("1.2", "8.1")
@pytest.mark.parametrize("soort", list(Organisatiesoort))
def test_elke_partij_kan_een_loket_en_eigen_mensen_hebben(client, db, soort):
    """Police, OM and care too: an organisation of their own, with accounts of their own."""
    loket = maak_loket(maak_organisatie(f"X-{soort}", soort), Loketsoort.NAZORG)
    lid = Lid(maak_medewerker("xander", loket), loket)
    meld_aan(client, lid)
    assert client.get("/mijn-account/").context["request"].wie.loket == loket.pk


# Which desk stands for which party


def test_een_gemeente_heeft_twee_loketten_met_elk_een_eigen_postadres(ploeg):
    nazorg, orde = ploeg.anna.loket, ploeg.dirk.loket
    assert nazorg.organisatie == orde.organisatie
    acties.wijzig_bereikbaarheid(
        maak_beheerder(ploeg.anna).wie(), nazorg, email="nazorg@utrecht.example", telefoon=""
    )
    orde.refresh_from_db()
    nazorg.refresh_from_db()
    assert (nazorg.email, orde.email) == ("nazorg@utrecht.example", "")


def test_een_onbekende_partij_heeft_geen_loket(ploeg):
    nazorg = Partij(Loketsoort.NAZORG, GEMEENTE)
    onbekend = Partij(Loketsoort.NAZORG, "GM9999")
    assert overzichten.loketten_voor([nazorg, onbekend]) == {nazorg: ploeg.anna.loket.pk}


def test_een_gemeente_die_opging_in_een_andere_wordt_gevolgd_vanaf_die_dag(ploeg):
    dag = klok.vandaag()
    opvolger = Organisatie.objects.get(code=ANDERE_GEMEENTE)
    oud = maak_organisatie("GM9001", "gemeente", geldig_tot=dag, opvolger=opvolger)
    eigen = maak_loket(oud, Loketsoort.NAZORG)
    partij = Partij(Loketsoort.NAZORG, "GM9001")
    assert overzichten.loketten_voor([partij], op=dag) == {partij: ploeg.eva.loket.pk}
    assert overzichten.loketten_voor([partij], op=dag - timedelta(days=1)) == {partij: eigen.pk}


def test_een_gesloten_loket_staat_voor_niemand_meer(ploeg):
    ploeg.anna.loket.actief = False
    ploeg.anna.loket.save()
    assert overzichten.loketten_voor([Partij(Loketsoort.NAZORG, GEMEENTE)]) == {}
