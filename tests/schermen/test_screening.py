"""A screening in the browser: with the keyboard only, saved by itself, and by two at once."""

from __future__ import annotations

import re
import zlib
from uuid import UUID

import pytest
from playwright.sync_api import expect

from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import GEMEENTE
from tests.schermen.land import persoon
from tests.schermen.scherm import Scherm

BEWAARD = re.compile(r"Bewaard om \d\d:\d\d")


@pytest.fixture
def mo(land, request) -> UUID:
    """A stay of this test alone, that nobody measured."""
    kenmerk = f"MO-{zlib.crc32(request.node.name.encode())}"
    stuur(
        begin(
            kenmerk,
            persoon=persoon("Mo", "Meting", geboren="1991-02-03"),
            gemeenten=[{"gemeente": GEMEENTE, "rol": "ingezetene"}],
        )
    )
    gevonden = dossier(kenmerk)
    assert gevonden is not None
    return gevonden.pk


def naar(kijker: Scherm, veld: str) -> None:
    """Press Tab until the focus is in the group with this name."""
    for _stap in range(80):
        kijker.pagina.keyboard.press("Tab")
        if kijker.pagina.evaluate("document.activeElement.name") == veld:
            return
    raise AssertionError(f"Niet te bereiken met Tab: {veld}")


def kies(kijker: Scherm, veld: str, waarde: str) -> int:
    """Go to a question and press the arrow until its answer is chosen; how often."""
    naar(kijker, veld)
    for keer in range(12):
        if kijker.pagina.evaluate("document.activeElement.value") == waarde:
            return keer
        kijker.pagina.keyboard.press("ArrowDown")
    raise AssertionError(f"{veld}: {waarde} is niet te kiezen")


def druk_op(kijker: Scherm, knop: str) -> None:
    """Press Tab until the focus is on this button, and press it."""
    for _stap in range(80):
        punt = kijker.tab()
        if punt and punt["wat"].startswith(f"BUTTON {knop}"):
            kijker.pagina.keyboard.press("Enter")
            return
    raise AssertionError(f"Niet te bereiken met Tab: {knop}")


@pytest.mark.clausule("5.1", "5.2")
def test_een_hele_screening_met_alleen_het_toetsenbord(scherm, mo: UUID) -> None:
    kijker = scherm("bram")
    kijker.open(f"/dossiers/{mo}/plan/screening/begin/")
    aanslagen = kies(kijker, "onderdak-onderdak_na", "geen")
    aanslagen += kies(kijker, "onderdak-brp_adres", "nergens")
    aanslagen += kies(kijker, "inkomen-inkomen_na", "uitkering")
    aanslagen += kies(kijker, "schulden-schulden", "@wil_niet")
    naar(kijker, "schulden-schulden_bedrag")
    kijker.pagina.keyboard.type("2500")
    aanslagen += kies(kijker, "identiteit-id_document", "paspoort")
    naar(kijker, "identiteit-id_geldig_tot")
    kijker.pagina.keyboard.type("01052029")
    aanslagen += kies(kijker, "identiteit-id_waar", "inrichting")
    aanslagen += kies(kijker, "zorg-zorgverzekering", "opgeschort")
    aanslagen += kies(kijker, "netwerk-steun", "ja")
    aanslagen += kies(kijker, "motivatie-motivatie", "ja")
    assert aanslagen < 40
    expect(kijker.pagina.locator("#bewaard")).to_contain_text(BEWAARD)
    druk_op(kijker, "Stel de meting vast")
    kijker.pagina.wait_for_url(f"**/dossiers/{mo}/plan/screening/")
    assert "De meting is vastgesteld" in kijker.pagina.locator("body").inner_text()
    kijker.open(f"/dossiers/{mo}/")
    for zin in ("Er is geen plek om te slapen.", "Deze persoon wil hier niets over zeggen."):
        assert zin in kijker.tekst
    assert kijker.klachten == []


def test_wat_iemand_invult_blijft_staan_zonder_op_een_knop_te_drukken(scherm, mo: UUID) -> None:
    kijker = scherm("bram")
    adres = f"/dossiers/{mo}/plan/screening/begin/"
    kijker.open(adres)
    kijker.pagina.locator('input[name="zorg-zorg_nodig"][value="ja"]').check()
    expect(kijker.pagina.locator("#bewaard")).to_contain_text(BEWAARD)
    kijker.open(adres)
    assert kijker.pagina.locator('input[name="zorg-zorg_nodig"][value="ja"]').is_checked()
    assert kijker.klachten == []


@pytest.mark.clausule("7.1")
def test_twee_vensters_op_een_concept(scherm, mo: UUID) -> None:
    """Given Bram and Anna in one draft, both keep their work; where they differ, Anna chooses."""
    bram, anna = scherm("bram"), scherm("anna")
    adres = f"/dossiers/{mo}/plan/screening/begin/"
    for kijker in (bram, anna):
        kijker.open(adres)
    bram.pagina.locator('input[name="identiteit-id_document"][value="paspoort"]').check()
    expect(bram.pagina.locator("#bewaard")).to_contain_text(BEWAARD)
    anna.pagina.locator('input[name="zorg-zorg_nodig"][value="nee"]').check()
    expect(anna.pagina.locator("#bewaard")).to_contain_text(BEWAARD)
    anna.pagina.locator('input[name="identiteit-id_document"][value="geen"]').check()
    expect(anna.pagina.locator("#bewaard")).to_contain_text("antwoordde intussen")
    anna.pagina.get_by_role("button", name="Bewaar als concept").click()
    assert "Paspoort. U: Geen." in anna.tekst
    assert anna.overtredingen() == []
    bram.open(adres)
    assert bram.pagina.locator(
        'input[name="identiteit-id_document"][value="paspoort"]'
    ).is_checked()
    assert bram.pagina.locator('input[name="zorg-zorg_nodig"][value="nee"]').is_checked()
    anna.pagina.get_by_role("button", name="Bewaar als concept").click()
    bram.open(adres)
    assert bram.pagina.locator('input[name="identiteit-id_document"][value="geen"]').is_checked()


def test_zonder_script_en_met_fouten(scherm, mo: UUID) -> None:
    kijker = scherm("bram", script=False)
    kijker.open(f"/dossiers/{mo}/plan/screening/begin/")
    kijker.pagina.locator('input[name="identiteit-id_geldig_tot"]').fill("2029-05-01")
    kijker.pagina.locator('input[name="identiteit-id_geldig_tot-soort"][value="@onbekend"]').check()
    kijker.pagina.get_by_role("button", name="Stel de meting vast").click()
    assert "Laat een van de twee weg" in kijker.tekst
    kijker.pagina.locator('input[name="identiteit-id_geldig_tot"]').fill("")
    kijker.pagina.get_by_role("button", name="Stel de meting vast").click()
    assert "De meting is vastgesteld" in kijker.pagina.locator("body").inner_text()


@pytest.mark.clausule("7.1")
def test_wat_niet_bewaard_kon_worden_zegt_dat_en_blijft_staan(scherm, mo: UUID) -> None:
    kijker = scherm("bram")
    kijker.open(f"/dossiers/{mo}/plan/screening/begin/")
    kijker.pagina.locator("[name=netwerk-steun][value=ja]").check()
    expect(kijker.pagina.locator("#bewaard")).to_have_text(BEWAARD)
    kijker.pagina.route("**/bewaar/", lambda weg: weg.abort())
    kijker.pagina.locator("[name=netwerk-kinderen][value=geen]").check()
    expect(kijker.pagina.locator("#bewaard")).to_contain_text("Niet bewaard.")
    kijker.pagina.unroute("**/bewaar/")
    kijker.pagina.locator("[name=netwerk-contact][value=ja]").check()
    expect(kijker.pagina.locator("#bewaard")).to_have_text(BEWAARD)
    kijker.pagina.reload()
    expect(kijker.pagina.locator("[name=netwerk-kinderen][value=geen]")).to_be_checked()
