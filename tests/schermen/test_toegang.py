"""Without mouse, and without script: coming in, looking around, going out."""

from __future__ import annotations

import pytest

from tests.partijen.bouwers import WACHTWOORD
from tests.schermen.scherm import SMAL, Scherm


def typ(kijker: Scherm, tekst: str) -> None:
    kijker.pagina.keyboard.type(tekst)


def tab_naar(kijker: Scherm, wat: str) -> None:
    """Press Tab until the focus is on what is called this."""
    for _stap in range(60):
        punt = kijker.tab()
        if punt is not None and wat in punt["wat"]:
            assert punt["zichtbaar"]
            return
    raise AssertionError(f"Niet te bereiken met Tab: {wat}")


def wacht_op(kijker: Scherm, kop: str) -> None:
    """Until the page with this heading is there."""
    kijker.pagina.get_by_role("heading", level=1, name=kop).wait_for()


def test_de_eerste_tab_slaat_het_menu_over(scherm):
    kijker = scherm("anna")
    kijker.open("/organisatie/")
    assert "Naar de inhoud" in (kijker.tab() or {})["wat"]
    kijker.pagina.keyboard.press("Enter")
    assert kijker.pagina.evaluate("document.activeElement.id") == "inhoud"


def test_aanmelden_werken_en_afmelden_met_alleen_het_toetsenbord(scherm):
    kijker = scherm()
    kijker.open("/aanmelden/?next=/mijn-account/")
    tab_naar(kijker, "id_gebruikersnaam")
    typ(kijker, "anna")
    tab_naar(kijker, "id_wachtwoord")
    typ(kijker, WACHTWOORD)
    kijker.pagina.keyboard.press("Enter")
    wacht_op(kijker, "Mijn account")
    tab_naar(kijker, "Meer")
    kijker.pagina.keyboard.press("Enter")
    tab_naar(kijker, "Organisatie")
    kijker.pagina.keyboard.press("Enter")
    wacht_op(kijker, "Utrecht")
    tab_naar(kijker, "Afmelden")
    kijker.pagina.keyboard.press("Enter")
    wacht_op(kijker, "U bent afgemeld")


def test_aanmelden_wisselen_en_afmelden_zonder_script(scherm):
    kijker = scherm(script=False)
    kijker.open("/aanmelden/?next=/mijn-account/")
    kijker.pagina.get_by_label("Gebruikersnaam").fill("anna")
    kijker.pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
    kijker.pagina.get_by_role("button", name="Aanmelden").click()
    assert "Anna de Boer" in kijker.tekst
    kijker.open("/loket/")
    kijker.pagina.get_by_role("button", name="Werk bij").first.click()
    kijker.open("/organisatie/medewerkers/nieuw/")
    kijker.pagina.get_by_role("button", name="Toevoegen").click()
    assert "Dit klopt nog niet" in kijker.tekst
    kijker.open("/mijn-account/")
    kijker.pagina.get_by_role("button", name="English").click()
    assert kijker.pagina.locator("html").get_attribute("lang") == "en"
    kijker.pagina.get_by_role("button", name="Nederlands").click()
    kijker.pagina.get_by_role("button", name="Afmelden").click()
    assert "U bent afgemeld" in kijker.tekst


@pytest.mark.parametrize("script", [True, False])
def test_op_een_telefoon_gaat_het_menu_open_en_dicht(scherm, script):
    kijker = scherm("anna", script=script, breed=SMAL)
    kijker.open("/organisatie/")
    menu = kijker.pagina.locator("#hoofdmenu")
    knop = kijker.pagina.get_by_role("button", name="Menu", exact=True)
    assert not menu.is_visible()
    knop.focus()
    kijker.pagina.keyboard.press("Enter")
    assert menu.get_by_role("link", name="Werkvoorraad").is_visible()
    assert not script or kijker.overtredingen() == []
    kijker.pagina.keyboard.press("Escape")
    assert not menu.is_visible()
    knop.click()
    menu.get_by_role("link", name="Werkvoorraad").click()
    wacht_op(kijker, "Werkvoorraad")


def test_op_een_breed_scherm_staat_het_menu_er(scherm):
    kijker = scherm("anna")
    kijker.open("/organisatie/")
    assert kijker.pagina.locator("#hoofdmenu").get_by_role("link", name="Werkvoorraad").is_visible()
    assert not kijker.pagina.get_by_role("button", name="Menu", exact=True).is_visible()
