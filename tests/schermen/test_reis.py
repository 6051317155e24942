"""One stay, three people: the case manager, the municipality it concerns, and one it does not.

Eva works for another municipality. She sees her own Karel, and of Jan nothing at all: not in the
list, not by search, not by the address of his dossier, not in the mailbox, not in a number.
"""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from tests.berichten.bouwers import begin
from tests.partijen.bouwers import GEMEENTE, WACHTWOORD
from tests.schermen.land import Land, persoon, rond
from tests.schermen.scherm import Scherm

JAN, KAREL = "Verzonnen", "Elders"


def zoek(kijker: Scherm, term: str) -> str:
    """Look for somebody with the field on top of the page; the text of the answer."""
    veld = kijker.pagina.get_by_role("search").get_by_role("searchbox")
    veld.fill(term)
    veld.press("Enter")
    kijker.pagina.wait_for_url("**/zoeken/")
    return kijker.tekst


def getallen(kijker: Scherm) -> list[int]:
    """The counts that stand on the page."""
    teksten = kijker.pagina.locator(".utrecht-number-badge, .tabs__aantal").all_inner_texts()
    return [int(re.sub(r"\D", "", tekst) or 0) for tekst in teksten]


@pytest.mark.clausule("1.1", "6.1")
@pytest.mark.parametrize("wie", ["bram", "anna"])
def test_wie_erbij_hoort_ziet_jan_in_de_lijst_bij_het_zoeken_en_in_zijn_dossier(scherm, land, wie):
    kijker = scherm().meld_aan(wie, WACHTWOORD)
    assert JAN in kijker.tekst
    assert KAREL not in kijker.tekst
    assert JAN in zoek(kijker, "999990019")
    assert kijker.open(f"/dossiers/{land.jan}/") == 200
    assert JAN in kijker.tekst
    assert "25 januari 2027" in kijker.tekst


@pytest.mark.clausule("5.4")
def test_anna_bevestigt_dat_utrecht_het_bericht_heeft_gezien(scherm, land: Land):
    kijker = scherm().meld_aan("anna", WACHTWOORD)
    kijker.open("/postbus/")
    assert JAN in kijker.tekst
    kijker.open(f"/dossiers/{land.jan}/")
    kijker.pagina.get_by_role("button", name="Wij hebben dit gezien").click()
    kijker.open(f"/dossiers/{land.jan}/")
    assert kijker.pagina.get_by_role("button", name="Wij hebben dit gezien").count() == 0


@pytest.mark.clausule("6.4")
def test_eva_van_een_andere_gemeente_ziet_van_jan_helemaal_niets(scherm, land: Land):
    kijker = scherm().meld_aan("eva", WACHTWOORD)
    assert KAREL in kijker.tekst
    assert JAN not in kijker.tekst
    for term in (JAN, "999990019", "Jan"):
        assert str(land.jan) not in kijker.pagina.content()
        assert "999990019" not in re.sub(r'value="[^"]*"', "", zoek(kijker, term))
        assert f"/dossiers/{land.jan}/" not in kijker.pagina.content()
    assert kijker.open("/postbus/") == 200
    assert JAN not in kijker.tekst
    assert kijker.open(f"/dossiers/{land.jan}/") == 404
    verborgen = kijker.tekst
    assert kijker.open(f"/dossiers/{uuid4()}/") == 404
    assert kijker.tekst == verborgen


def test_geen_getal_verraadt_een_ander_dossier(scherm, land: Land):
    """A new stay for Utrecht: Anna's numbers grow, Eva's stay what they were."""
    from tests.berichten.bouwers import stuur

    eva, anna = scherm("eva"), scherm("anna")
    for kijker in (eva, anna):
        kijker.open("/")
    voor_eva, voor_anna = getallen(eva), getallen(anna)
    nieuw = begin(
        "PETRA",
        persoon=persoon("Petra", "Pril", "999990056"),
        gemeenten=[{"gemeente": GEMEENTE, "rol": "ingezetene"}],
        verwachtEinde=rond("2027-01-04"),
    )
    assert [antwoord.status.value for antwoord in stuur(nieuw)] == ["aanvaard"]
    for kijker in (eva, anna):
        kijker.open("/")
    assert "Pril" in anna.tekst
    assert "Pril" not in eva.tekst
    assert getallen(eva) == voor_eva
    assert sum(getallen(anna)) > sum(voor_anna)


def test_zonder_script_van_werkvoorraad_naar_dossier_en_terug(scherm, land: Land):
    kijker = scherm("anna", script=False)
    kijker.open("/?lijst=thuiskomst")
    kijker.pagina.locator(f'main a[href="/dossiers/{land.jan}/"]').click()
    assert kijker.pagina.url.endswith(f"/dossiers/{land.jan}/")
    veld = kijker.pagina.get_by_role("search").get_by_role("searchbox")
    veld.fill("999990020")
    veld.press("Enter")
    assert "Onbekend" in kijker.tekst
