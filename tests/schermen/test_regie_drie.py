"""Three browsers at once: a handover to the municipality, and a decision with an objection."""

from __future__ import annotations

import pytest

from richting.akkoord.regieverloop import Regietaak
from richting.kern import klok
from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import GEMEENTE
from tests.schermen.land import Land, persoon, rond
from tests.schermen.scherm import SMAL, Scherm


def nieuw_verblijf() -> str:
    """Somebody of Utrecht in Bram's prison, soon to leave; the address of the file."""
    utrecht = [{"gemeente": GEMEENTE, "rol": "ingezetene"}]
    wie, einde = persoon("Roos", "Overdracht", "999990111"), rond("2026-12-14")
    stuur(begin("REGIE3", persoon=wie, gemeenten=utrecht, verwachtEinde=einde, reclassering="RN"))
    gevonden = dossier("REGIE3")
    assert gevonden is not None
    return f"/dossiers/{gevonden.pk}/"


def met_toetsen(kijker: Scherm, knop: str) -> None:
    """Press a button as somebody without a mouse does."""
    vak = kijker.pagina.get_by_role("button", name=knop, exact=True)
    vak.focus()
    with kijker.pagina.expect_navigation():
        kijker.pagina.keyboard.press("Enter")


def bied_aan(bram: Scherm, adres: str, aan: str) -> str:
    """Bram prepares the handover of the case and offers it; the address of the handover."""
    bram.open(f"{adres}regie/")
    vak = bram.pagina.locator("details").filter(
        has=bram.pagina.locator(f"form[action$='/{Regietaak.CASUSREGIE}/overdracht/']")
    )
    vak.locator("summary").focus()
    bram.pagina.keyboard.press("Enter")
    vak.get_by_label("Aan welk loket?").select_option(label=aan)
    vak.get_by_label("Vanaf welke dag?").fill(klok.vandaag().isoformat())
    vak.locator("form button").click()
    assert "/overdracht/" in bram.pagina.url
    bram.pagina.locator("summary", has_text="Bied de overdracht aan").focus()
    bram.pagina.keyboard.press("Enter")
    met_toetsen(bram, "Bied de overdracht aan")
    assert "Opgeslagen" in bram.tekst
    return bram.pagina.url


@pytest.mark.clausule("1.7", "5.4", "6.4")
def test_de_gemeente_aanvaardt_de_regie_terwijl_anderen_kijken(scherm, land: Land):
    adres = nieuw_verblijf()
    bram, anna, eva = scherm("bram"), scherm("anna", breed=SMAL), scherm("eva")
    overdracht = bied_aan(bram, adres, land.ploeg.anna.loket.naam)
    anna.open("/")
    assert "Overdracht" in anna.tekst
    anna.open(overdracht)
    assert eva.open(adres) == 404
    assert eva.open(overdracht) == 404
    assert anna.overtredingen() == []
    met_toetsen(anna, "Aanvaard de overdracht")
    assert "Opgeslagen" in anna.tekst
    assert anna.te_breed() == []
    for kijker in (bram, anna):
        kijker.open(f"{adres}regie/")
        assert land.ploeg.anna.loket.naam in kijker.tekst
    bram.open(overdracht)
    assert bram.pagina.get_by_role("button", name="Trek de overdracht in").count() == 0


@pytest.mark.clausule("5.3", "6.4", "8.1")
def test_een_bezwaar_van_de_reclassering_komt_op_de_agenda(scherm, land: Land):
    gevonden = dossier("REGIE3")
    adres = f"/dossiers/{gevonden.pk}/" if gevonden else nieuw_verblijf()
    bram, cato, eva = scherm("bram"), scherm("cato"), scherm("eva")
    bram.open(f"{adres}besluiten/")
    bram.pagina.get_by_label("Wat voor besluit is het?").select_option(label="Verlof")
    bram.pagina.get_by_label("Wat wilt u besluiten?").fill("Een dag verlof naar een kamer")
    bram.pagina.get_by_label("Wanneer gaat het in?").fill("2026-12-10")
    met_toetsen(bram, "Bekijk wie dit raakt")
    met_toetsen(bram, "Neem dit besluit voor")
    cato.open(adres)
    assert "Uw reactie is gevraagd" in cato.tekst
    cato.pagina.get_by_role("link", name="Verlof", exact=True).click()
    cato.pagina.get_by_label("Bezwaar", exact=True).check()
    cato.pagina.get_by_label("Toelichting").fill("Er is nog geen toezicht geregeld")
    met_toetsen(cato, "Geef deze reactie")
    assert "Opgeslagen" in cato.tekst
    assert eva.open(f"{adres}besluiten/") == 404
    bram.open("/overleg/nieuw/?soort=mdo")
    rij = bram.pagina.locator("label", has_text="Overdracht, Roos")
    assert "Er is bezwaar tegen een besluit" in rij.inner_text()
    rij.locator("input").check()
    bram.pagina.get_by_label("Begint om").fill("10:00")
    bram.pagina.get_by_label("Eindigt om").fill("11:00")
    met_toetsen(bram, "Maak het overleg")
    assert "Er is bezwaar tegen een besluit" in bram.tekst
    assert bram.overtredingen() == []
    assert eva.open(bram.pagina.url) == 404
