"""Actions in real browsers: asked and answered, two people on one action, and a short stay."""

from __future__ import annotations

from uuid import UUID

import pytest

from richting.akkoord.plan.woorden import Leefgebied
from richting.plannen.acties.actielijst import Inhoud, neem_op_je
from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import GEMEENTE
from tests.schermen.land import Land, persoon, rond
from tests.schermen.scherm import SMAL, Scherm


def lijst(zaak: UUID) -> str:
    return f"/dossiers/{zaak}/plan/acties/"


def nieuw_verblijf(kenmerk: str, naam: str, bsn: str, einde: str) -> UUID:
    """Somebody of Utrecht in Bram's prison."""
    gemeenten = [{"gemeente": GEMEENTE, "rol": "ingezetene"}]
    wie = persoon("Wim", naam, bsn)
    stuur(begin(kenmerk, persoon=wie, gemeenten=gemeenten, verwachtEinde=rond(einde)))
    gevonden = dossier(kenmerk)
    assert gevonden is not None
    return gevonden.pk


@pytest.mark.clausule("4.3", "5.4")
def test_bram_vraagt_anna_zegt_ja_en_rondt_af(scherm, land: Land):
    zaak = nieuw_verblijf("VRAAG", "Vragend", "999990068", "2027-03-01")
    bram, anna = scherm("bram"), scherm("anna")
    bram.open(lijst(zaak))
    bram.pagina.get_by_text("Maak een actie of vraag een ander loket").click()
    bram.pagina.get_by_label("Leefgebied").select_option(label="Onderdak")
    bram.pagina.get_by_label("Wat moet er gebeuren?").fill("Zoek een kamer in Zuilen")
    bram.pagina.get_by_label("Wie doet het?").select_option(
        label="Vraag aan Gemeente Utrecht, nazorg"
    )
    bram.pagina.get_by_role("button", name="Zet in het plan").click()
    assert "De actie staat in het plan." in bram.tekst
    anna.open("/postbus/")
    assert "Een andere partij vraagt uw loket om iets te doen voor dit plan." in anna.tekst
    anna.open(f"/dossiers/{zaak}/")
    assert "Acties voor uw loket" in anna.tekst
    anna.pagina.get_by_role("button", name="Ja, dit doen wij: Zoek een kamer in Zuilen").click()
    assert "Afgesproken" in anna.tekst
    anna.pagina.get_by_role("link", name="Zoek een kamer in Zuilen", exact=True).click()
    anna.pagina.get_by_text("Klaar", exact=True).first.click()
    anna.pagina.get_by_label("Wat is het resultaat?").fill("Kamer vanaf 1 maart.")
    anna.pagina.get_by_role("button", name="Klaar").click()
    bram.open(lijst(zaak))
    assert "1 afgelopen actie" in bram.tekst


@pytest.mark.clausule("5.4")
def test_twee_collegas_op_een_actie_verliezen_niets(scherm, land: Land):
    """Both have the same page open; the second sees what the first did, and chooses."""
    anna = land.ploeg.anna.wie()
    actie = neem_op_je(anna, land.jan, Inhoud(Leefgebied.ONDERDAK, "Praat met de huisbaas"))
    adres = f"{lijst(land.jan)}{actie.pk}/"
    eerste, tweede = scherm("anna"), scherm("anna", breed=SMAL)
    for kijker in (eerste, tweede):
        kijker.open(adres)
        kijker.pagina.get_by_text("De actie aanpassen").click()
    _pas_aan(eerste, "Praat met de huisbaas over de huur")
    assert "Opgeslagen." in eerste.tekst
    _pas_aan(tweede, "Bel de huisbaas")
    assert "Iemand anders was u voor" in tweede.tekst
    assert "Praat met de huisbaas over de huur" in tweede.tekst
    veld = tweede.pagina.get_by_label("Wat moet er gebeuren?")
    assert veld.input_value() == "Bel de huisbaas"
    assert tweede.overtredingen() == []
    assert tweede.te_breed() == []
    _pas_aan(tweede, "Bel de huisbaas over de huur")
    assert "Opgeslagen." in tweede.tekst
    eerste.open(adres)
    assert "Bel de huisbaas over de huur" in eerste.tekst


def _pas_aan(kijker: Scherm, wat: str) -> None:
    formulier = kijker.pagina.locator("form[action$='/wijzig/']")
    formulier.get_by_label("Wat moet er gebeuren?").fill(wat)
    formulier.get_by_role("button", name="Opslaan").click()


@pytest.mark.clausule("3.3", "5.1")
def test_een_kort_verblijf_is_in_een_scherm_geregeld_ook_zonder_script(scherm, land: Land):
    zaak = nieuw_verblijf("DRIEDAAGS", "Driedaags", "999990081", "2026-11-26")
    bram = scherm("bram", script=False)
    bram.open(f"/dossiers/{zaak}/plan/kort/")
    assert "Kort verblijf" in bram.tekst
    slapen = bram.pagina.get_by_label("Waar slaapt deze persoon de eerste nacht?")
    slapen.select_option(label="Vraag aan Gemeente Utrecht, nazorg")
    bram.pagina.get_by_label("Wie zorgt er voor de huisdieren?").select_option(label="Is geregeld")
    bram.pagina.get_by_role("button", name="Zet in het plan").click()
    assert "2 acties staan in het plan." in bram.tekst
    assert "Gevraagd, nog geen antwoord" in bram.tekst
    anna = scherm("anna")
    anna.open(f"/dossiers/{zaak}/plan/kort/")
    assert "Regel een slaapplek voor de eerste nacht" in anna.tekst
    assert anna.overtredingen() == []
