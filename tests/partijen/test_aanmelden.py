"""Signing in with name and password: who comes in, who does not, and what is said."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import pytest
from axes.models import AccessAttempt, AccessFailureLog
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from richting.kern import klok
from richting.partijen import acties
from richting.partijen.models import Lidmaatschap, Medewerker
from tests.partijen.bouwers import (
    WACHTWOORD,
    Ploeg,
    journaalsoorten,
    maak_ploeg,
    meld_aan,
)

pytestmark = pytest.mark.django_db
ONJUIST = "Uw gebruikersnaam of wachtwoord klopt niet."


@pytest.fixture
def ploeg() -> Ploeg:
    return maak_ploeg()


def probeer(client: Client, naam: str = "anna", wachtwoord: str = WACHTWOORD, **meer: str):
    return client.post("/aanmelden/", {"gebruikersnaam": naam, "wachtwoord": wachtwoord, **meer})


def is_binnen(client: Client) -> bool:
    return client.get("/mijn-account/").status_code == 200


def test_anna_meldt_zich_aan_en_zit_meteen_aan_haar_loket(client, ploeg):
    assert probeer(client)["Location"] == "/"
    assert ploeg.anna.loket.naam in client.get("/mijn-account/").content.decode()
    assert client.session["loket"] == ploeg.anna.loket.pk


@pytest.mark.parametrize("naam", ["ANNA", " anna ", "Anna"])
def test_hoofdletters_en_spaties_in_de_gebruikersnaam_maken_niet_uit(client, ploeg, naam):
    assert probeer(client, naam).status_code == 302


def test_aanmelden_en_afmelden_staan_in_het_journaal(client, ploeg):
    probeer(client)
    antwoord = client.post("/afmelden/")
    assert "U bent afgemeld" in antwoord.content.decode()
    assert journaalsoorten() == ["aangemeld", "afgemeld"]
    assert not is_binnen(client)


@pytest.mark.parametrize(("naam", "wachtwoord"), [("anna", "verkeerd"), ("niemand", WACHTWOORD)])
def test_fout_wachtwoord_en_onbekende_naam_krijgen_hetzelfde_antwoord(
    client, ploeg, naam, wachtwoord
):
    antwoord = probeer(client, naam, wachtwoord)
    assert ONJUIST in antwoord.content.decode()
    assert not is_binnen(client)


def test_een_onbekende_naam_kost_evenveel_rekenwerk(client, ploeg, monkeypatch):
    gehasht = []
    monkeypatch.setattr(Medewerker, "set_password", lambda self, ruw: gehasht.append(ruw))
    probeer(client, "niemand", "iets")
    assert gehasht == ["iets"]


def test_een_wachtwoord_wordt_bewaard_met_argon2(ploeg):
    assert ploeg.anna.medewerker.password.startswith("argon2$argon2id$")


def test_een_wachtwoord_staat_nooit_in_de_lijst_van_foute_pogingen(client, ploeg):
    probeer(client, "anna", "geheim-en-fout")
    rijen = [*AccessAttempt.objects.values(), *AccessFailureLog.objects.values()]
    assert rijen
    assert "geheim-en-fout" not in str(rijen)


def test_na_vijf_foute_pogingen_gaat_het_account_op_slot_ook_voor_het_goede_wachtwoord(
    client, ploeg
):
    for _ in range(settings.OMGEVING.pogingen):
        laatste = probeer(client, wachtwoord="fout")
    assert laatste.status_code == 429
    assert laatste["Retry-After"] == str(settings.OMGEVING.slot_minuten * 60)
    assert probeer(client).status_code == 429
    assert probeer(Client(), "ANNA").status_code == 429
    assert not is_binnen(client)


def test_het_slot_van_de_een_houdt_een_ander_niet_buiten(client, ploeg):
    for _ in range(settings.OMGEVING.pogingen):
        probeer(client, wachtwoord="fout")
    assert probeer(client, "bram").status_code == 302


def test_na_een_kwartier_gaat_het_slot_vanzelf_open(client, ploeg):
    for _ in range(settings.OMGEVING.pogingen):
        probeer(client, wachtwoord="fout")
    langer = timedelta(minutes=settings.OMGEVING.slot_minuten + 1)
    for poging in AccessAttempt.objects.all():
        poging.attempt_time -= langer
        poging.save()
    assert probeer(client).status_code == 302


def test_wie_goed_aanmeldt_begint_weer_met_nul_foute_pogingen(client, ploeg):
    for _ in range(settings.OMGEVING.pogingen - 1):
        probeer(client, wachtwoord="fout")
    probeer(client)
    client.post("/afmelden/")
    assert probeer(client, wachtwoord="fout").status_code == 200


def test_de_beheerder_haalt_het_slot_eraf(client, ploeg):
    Lidmaatschap.objects.filter(medewerker=ploeg.dirk.medewerker).update(rol="beheerder")
    for _ in range(settings.OMGEVING.pogingen):
        probeer(client, wachtwoord="fout")
    assert acties.ontgrendel(ploeg.dirk.wie(), ploeg.anna.medewerker)
    assert probeer(client).status_code == 302


def test_een_account_dat_90_dagen_stil_stond_komt_er_niet_in_en_hoort_waarom(client, ploeg):
    dag = klok.vandaag() + timedelta(days=settings.OMGEVING.inactief_dagen + 1)
    with klok.op(dag):
        antwoord = probeer(client)
    assert "Uw account staat stil" in antwoord.content.decode()
    assert not is_binnen(client)


def test_na_90_dagen_precies_kan_het_nog_net(client, ploeg):
    dag = klok.vandaag() + timedelta(days=settings.OMGEVING.inactief_dagen - 1)
    with klok.op(dag):
        assert probeer(client).status_code == 302


def test_alleen_wie_het_wachtwoord_kent_hoort_dat_een_account_stil_staat(client, ploeg):
    Medewerker.objects.filter(pk=ploeg.anna.medewerker.pk).update(is_active=False)
    assert ONJUIST in probeer(client, wachtwoord="fout").content.decode()
    assert "Uw account staat stil" in probeer(client).content.decode()


def test_een_stopgezet_account_is_bij_de_volgende_klik_buiten(client, ploeg):
    probeer(client)
    Medewerker.objects.filter(pk=ploeg.anna.medewerker.pk).update(is_active=False)
    assert not is_binnen(client)


def test_een_sessie_eindigt_na_een_half_uur_zonder_handeling_en_dat_staat_er(client, ploeg):
    antwoord = probeer(client)
    koek = antwoord.cookies[settings.SESSION_COOKIE_NAME]
    assert koek["max-age"] == settings.OMGEVING.sessie_minuten * 60
    assert koek["httponly"]
    Session.objects.update(expire_date=klok.nu() - timedelta(days=1))
    naar = client.get("/mijn-account/")
    assert unquote(naar["Location"]) == "/aanmelden/?next=/mijn-account/"
    assert (
        "U bent afgemeld. Dat gebeurt als u 30 minuten"
        in client.get(naar["Location"]).content.decode()
    )


def test_werken_verlengt_de_sessie(client, ploeg):
    probeer(client)
    antwoord = client.get("/mijn-account/")
    assert settings.SESSION_COOKIE_NAME in antwoord.cookies


def test_de_sessie_krijgt_bij_het_aanmelden_een_nieuwe_sleutel(client, ploeg):
    client.get("/aanmelden/")
    client.session.save()
    voor = client.session.session_key
    probeer(client)
    assert client.session.session_key != voor


def test_na_het_aanmelden_ga_ik_verder_waar_ik_was(client, ploeg):
    assert probeer(client, next="/mijn-account/")["Location"] == "/mijn-account/"


@pytest.mark.parametrize("vreemd", ["https://kwaad.example/", "//kwaad.example", "javascript:x"])
def test_aanmelden_stuurt_nooit_naar_een_ander_adres(client, ploeg, vreemd):
    assert probeer(client, next=vreemd)["Location"] == "/"


def test_wie_al_binnen_is_hoeft_niet_nog_eens(client, ploeg):
    meld_aan(client, ploeg.anna)
    assert client.get("/aanmelden/")["Location"] == "/"


def test_een_leeg_formulier_zegt_per_veld_wat_er_mist(client):
    html = client.post("/aanmelden/", {}).content.decode()
    assert "Vul uw gebruikersnaam in." in html
    assert "Vul uw wachtwoord in." in html


def test_een_pagina_van_binnen_komt_niet_in_een_tussenopslag(client, ploeg):
    meld_aan(client, ploeg.anna)
    assert "no-store" in client.get("/mijn-account/")["Cache-Control"]


def test_afmelden_kan_alleen_met_een_knop(client, ploeg):
    meld_aan(client, ploeg.anna)
    antwoord = client.get("/afmelden/")
    assert (antwoord.status_code, antwoord["Allow"]) == (405, "POST")
    assert "Er is niets bewaard." in antwoord.content.decode(), "niet de fout van de browser zelf"
    assert is_binnen(client)


def test_een_formulier_van_een_ander_adres_wordt_geweigerd(ploeg):
    assert probeer(Client(enforce_csrf_checks=True)).status_code == 403
