"""What shows after a form: faults, things that are shown once, and steps on the way in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from richting.partijen import tweede_factor
from tests.partijen.bouwers import WACHTWOORD, maak_medewerker
from tests.schermen.land import Land
from tests.schermen.scherm import SMAL, Scherm

Kijk = Callable[[Scherm], None]


def keur(kijker: Scherm) -> None:
    """Readable for everybody, wide and narrow."""
    assert kijker.overtredingen() == []
    kijker.verbreed(SMAL)
    assert kijker.te_breed() == []
    assert kijker.overtredingen() == []
    assert kijker.klachten == []


def knop(kijker: Scherm, naam: str) -> None:
    """Press the button with this name in the page's content."""
    kijker.pagina.locator("main").get_by_role("button", name=naam, exact=True).first.click()


@pytest.mark.parametrize(
    ("wie", "pad", "naam"),
    [
        ("", "/aanmelden/", "Aanmelden"),
        ("anna", "/mijn-account/wachtwoord/", "Wachtwoord opslaan"),
        ("anna", "/organisatie/medewerkers/nieuw/", "Toevoegen"),
        ("anna", "/systemen/nieuw/", "Toevoegen"),
    ],
)
def test_een_leeg_formulier_zegt_wat_er_mist_en_daar_staat_de_focus(wie, pad, naam, scherm):
    kijker = scherm(wie)
    kijker.open(pad)
    knop(kijker, naam)
    overzicht = kijker.pagina.locator(".foutoverzicht")
    assert overzicht.is_visible()
    assert overzicht.evaluate("el => el === document.activeElement")
    overzicht.get_by_role("link").first.click()
    assert kijker.focus() is not None
    keur(kijker)


def test_de_stijlgids_met_fouten(scherm):
    kijker = scherm()
    kijker.open("/stijlgids/?formulier=fout")
    keur(kijker)


def test_een_nieuwe_sleutel_is_een_keer_te_zien(scherm):
    kijker = scherm("anna")
    kijker.open("/systemen/nieuw/")
    kijker.pagina.get_by_label("Naam van het systeem").fill("Proefsysteem")
    kijker.pagina.get_by_label("Dossiers lezen").check()
    knop(kijker, "Toevoegen")
    sleutel = kijker.pagina.locator("main code").filter(has_text="richting_").inner_text()
    keur(kijker)
    kijker.open("/systemen/")
    assert "Proefsysteem" in kijker.tekst
    assert sleutel not in kijker.tekst


def test_een_tijdelijk_wachtwoord_is_een_keer_te_zien(scherm, land: Land):
    collega = maak_medewerker("joris", land.ploeg.anna.loket, "Joris Kuiper")
    kijker = scherm("anna")
    kijker.open(f"/organisatie/medewerkers/{collega.pk}/")
    kijker.pagina.locator("summary", has_text="Nieuw tijdelijk wachtwoord").click()
    kijker.pagina.locator("#id_wachtwoord_reden").fill("kwijt")
    knop(kijker, "Nieuw tijdelijk wachtwoord")
    assert "Joris Kuiper" in kijker.tekst
    keur(kijker)


def test_een_app_koppelen_en_daarna_de_code_vragen(scherm, land: Land, monkeypatch):
    """The whole second step in the browser; what the app shows is given by the test."""
    monkeypatch.setattr(
        "django_otp.plugins.otp_totp.models.TOTPDevice.verify_token",
        lambda toestel, code: code == "123456",
    )
    maak_medewerker("klaas", land.ploeg.anna.loket, "Klaas de Groot")
    kijker = scherm().meld_aan("klaas", WACHTWOORD)
    kijker.open("/mijn-account/")
    knop(kijker, "App koppelen")
    keur(kijker)
    kijker.pagina.get_by_label("Code").fill("123456")
    knop(kijker, "Koppelen")
    assert kijker.pagina.locator("main code").count() == tweede_factor.AANTAL_RESERVECODES
    keur(kijker)
    kijker.pagina.get_by_role("button", name="Afmelden").click()
    assert "U bent afgemeld" in kijker.tekst
    keur(kijker)
    kijker.meld_aan("klaas", WACHTWOORD)
    assert "Vul de code in" in kijker.tekst
    keur(kijker)
    kijker.pagina.get_by_label("Code").fill("123456")
    knop(kijker, "Verder")
    kijker.open("/mijn-account/")
    assert "Klaas de Groot" in kijker.tekst


def test_een_account_op_slot_zegt_hoe_lang(scherm):
    kijker = scherm()
    for _poging in range(5):
        kijker.meld_aan("bestaat.niet", "fout")
    assert "15 minuten" in kijker.tekst
    kijker.klachten.clear()  # the browser itself reports the 429
    keur(kijker)
