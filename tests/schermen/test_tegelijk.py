"""Two people at two screens on one request or advice: the second sees what changed, and chooses."""

from __future__ import annotations

from uuid import UUID

import pytest

from richting.akkoord.plan.woonplaats import Verzoekreden
from richting.akkoord.plan.woorden import Leefgebied
from richting.plannen.acties import advies, woonplaats
from richting.plannen.woorden import Adviesaanvrager, Adviesbeslissing
from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import ANDERE_GEMEENTE, GEMEENTE
from tests.schermen.land import Land, persoon, rond
from tests.schermen.scherm import SMAL, Scherm

WAS_VOOR = "Iemand anders was u voor"
JA, MEER = "Ja, deze persoon kan hier gaan wonen", "Wij moeten meer weten"


def verblijf(kenmerk: str, naam: str, bsn: str) -> UUID:
    """Somebody of Utrecht in Bram's prison, with Cato's probation."""
    gemeenten = [{"gemeente": GEMEENTE, "rol": "ingezetene"}]
    wie, einde = persoon("Guus", naam, bsn), rond("2027-03-01")
    stuur(begin(kenmerk, persoon=wie, gemeenten=gemeenten, verwachtEinde=einde, reclassering="RN"))
    gevonden = dossier(kenmerk)
    assert gevonden is not None
    return gevonden.pk


def zeg(kijker: Scherm, daad: str, woorden: str) -> None:
    """Do this with the request on the page, with these words."""
    vak = kijker.pagina.locator("details").filter(has=kijker.pagina.get_by_text(daad).first)
    if vak.get_attribute("open") is None:
        vak.locator("summary").click()
    vak.get_by_label("Toelichting").fill(woorden)
    vak.get_by_role("button", name=daad).click()


def let_op(kijker: Scherm, *zinnen: str) -> None:
    """The page says who was first, and shows both; it stays clear on a phone."""
    assert WAS_VOOR in kijker.tekst
    for zin in zinnen:
        assert zin in kijker.tekst
    assert kijker.overtredingen() == []
    assert kijker.te_breed() == []


@pytest.mark.clausule("5.4", "5.7")
def test_twee_collegas_antwoorden_op_een_vraag_en_de_tweede_kiest(scherm, land: Land):
    zaak = verblijf("TEGELIJK", "Gelijk", "999990159")
    woonplaats.vraag_gemeente(
        land.ploeg.anna.wie(), zaak, ANDERE_GEMEENTE, Verzoekreden.GROEP, "Weg van de groep"
    )
    eerste, tweede = scherm("eva"), scherm("eva", breed=SMAL)
    for kijker in (eerste, tweede):
        assert kijker.open(f"/dossiers/{zaak}/plan/gemeente/") == 200
    zeg(eerste, MEER, "Heeft hij al werk?")
    assert "De gemeente wil meer weten" in eerste.tekst
    zeg(tweede, JA, "Wij hebben een kamer")
    let_op(tweede, "De gemeente wil meer weten", "Heeft hij al werk?", "Wij hebben een kamer")
    vak = tweede.pagina.locator("details[open]")
    assert vak.get_by_label("Toelichting").input_value() == "Wij hebben een kamer"
    zeg(tweede, JA, "Wij hebben een kamer, werk zoeken we samen")
    assert "De gemeente vindt het goed" in tweede.tekst
    eerste.open(f"/dossiers/{zaak}/plan/gemeente/")
    for gezegd in ("Heeft hij al werk?", "Wij hebben een kamer, werk zoeken we samen"):
        assert gezegd in eerste.tekst


@pytest.mark.clausule("5.4", "5.7")
def test_wat_niet_meer_kan_gaat_niet_verloren(scherm, land: Land):
    zaak = verblijf("TELAAT", "Telaat", "999990123")
    anna = land.ploeg.anna.wie()
    woonplaats.vraag_gemeente(anna, zaak, ANDERE_GEMEENTE, Verzoekreden.GROEP, "Weg van de groep")
    eerste, tweede = scherm("eva"), scherm("eva", breed=SMAL)
    for kijker in (eerste, tweede):
        kijker.open(f"/dossiers/{zaak}/plan/gemeente/")
    zeg(eerste, MEER, "Heeft hij al werk?")
    zeg(tweede, MEER, "Is er een hulpverlener?")
    let_op(tweede, "Heeft hij al werk?", "Is er een hulpverlener?", "Opslaan kan nu niet meer")


@pytest.mark.clausule("5.4", "8.3")
def test_twee_adviseurs_schrijven_aan_een_advies_en_verliezen_niets(scherm, land: Land):
    zaak = verblijf("SCHRIJVEN", "Schrijver", "999990135")
    cato = land.ploeg.cato.wie()
    advies.leg_adviesverzoek_vast(
        cato, zaak, Adviesaanvrager.OM, Adviesbeslissing.SCHORSING, cato.vandaag, None
    )
    eerste, tweede = scherm("cato"), scherm("cato", breed=SMAL)
    for kijker in (eerste, tweede):
        kijker.open(f"/dossiers/{zaak}/plan/advies/")
        kijker.pagina.get_by_text("Het advies schrijven").click()
    schrijf(eerste, "Toezicht is haalbaar.", "Concept opslaan")
    assert "Opgeslagen." in eerste.tekst
    schrijf(tweede, "Er is opvang.", "Concept opslaan")
    let_op(tweede, "Toezicht is haalbaar.", "Er is opvang.")
    assert advies_veld(tweede).input_value() == "Er is opvang."
    schrijf(tweede, "Toezicht is haalbaar. Er is opvang.", "Concept opslaan")
    assert "Opgeslagen." in tweede.tekst

    for kijker in (eerste, tweede):
        kijker.open(f"/dossiers/{zaak}/plan/advies/")
        kijker.pagina.get_by_text("Verder met het concept").click()
    schrijf(eerste, "Toezicht is haalbaar. Er is opvang.", "Stel dit advies vast")
    assert "vastgesteld" in eerste.tekst
    schrijf(tweede, "Ook een enkelband helpt.", "Concept opslaan")
    let_op(tweede, "Ook een enkelband helpt.", "Opslaan kan nu niet meer")
    assert tweede.pagina.get_by_text("Verder met het concept").count() == 0
    eerste.open(f"/dossiers/{zaak}/plan/advies/")
    assert "Toezicht is haalbaar. Er is opvang." in eerste.tekst
    assert "enkelband" not in eerste.tekst


def advies_veld(kijker: Scherm):
    return kijker.pagina.locator("textarea[name=tekst]")


def schrijf(kijker: Scherm, tekst: str, knop: str) -> None:
    advies_veld(kijker).fill(tekst)
    kijker.pagina.get_by_role("button", name=knop).click()


@pytest.mark.clausule("5.4", "8.3")
def test_twee_collegas_van_de_gemeente_antwoorden_voor_een_advies(scherm, land: Land):
    zaak = verblijf("INBRENG", "Inbreng", "999990147")
    cato = land.ploeg.cato.wie()
    verzoek = advies.leg_adviesverzoek_vast(
        cato, zaak, Adviesaanvrager.OM, Adviesbeslissing.SCHORSING, cato.vandaag, None
    )
    anna = land.ploeg.anna.loket.pk
    advies.vraag_inbreng(cato, zaak, verzoek.pk, anna, [Leefgebied.ONDERDAK], "Is er een kamer?")
    eerste, tweede = scherm("anna"), scherm("anna", breed=SMAL)
    for kijker in (eerste, tweede):
        kijker.open(f"/dossiers/{zaak}/plan/inbreng/")
        kijker.pagina.get_by_text("Antwoord geven").click()
    antwoord(eerste, "Dit kan niet", "Alles is vol")
    assert "Opgeslagen." in eerste.tekst
    antwoord(tweede, "Dit is nog niet bekend", "Wij bellen morgen")
    let_op(tweede, "Dit kan niet", "Alles is vol", "Wij bellen morgen")
    assert tweede.pagina.get_by_label("Toelichting").input_value() == "Wij bellen morgen"
    antwoord(tweede, "Dit is nog niet bekend", "Alles is vol, wij bellen morgen elders")
    assert "Opgeslagen." in tweede.tekst
    eerste.open(f"/dossiers/{zaak}/plan/inbreng/")
    assert "Alles is vol, wij bellen morgen elders" in eerste.tekst


def antwoord(kijker: Scherm, kan: str, toelichting: str) -> None:
    kijker.pagina.get_by_label(kan, exact=True).check()
    kijker.pagina.get_by_label("Toelichting").fill(toelichting)
    kijker.pagina.get_by_role("button", name="Opslaan").click()
