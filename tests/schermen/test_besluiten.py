"""A decision in three browsers at once: intended, objected to, talked over, final."""

from __future__ import annotations

import pytest

from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import GEMEENTE
from tests.schermen.land import Land, persoon, rond
from tests.schermen.scherm import SMAL


def nieuw_verblijf() -> str:
    """Somebody of Utrecht in Bram's prison; the address of the file."""
    utrecht = [{"gemeente": GEMEENTE, "rol": "ingezetene"}]
    wie, einde = persoon("Wim", "Samen", "999990068"), rond("2027-03-01")
    stuur(begin("DRIE", persoon=wie, gemeenten=utrecht, verwachtEinde=einde, reclassering="RN"))
    gevonden = dossier("DRIE")
    assert gevonden is not None
    return f"/dossiers/{gevonden.pk}/"


@pytest.mark.clausule("5.3", "5.4")
def test_drie_partijen_komen_samen_tot_een_besluit(scherm, land: Land):
    adres = nieuw_verblijf()
    bram, anna, cato = scherm("bram"), scherm("anna"), scherm("cato", breed=SMAL)
    bram.open(f"{adres}besluiten/")
    bram.pagina.get_by_label("Wat voor besluit is het?").select_option(label="Verlof")
    bram.pagina.get_by_label("Wat wilt u besluiten?").fill("Een dag verlof voor de woning")
    bram.pagina.get_by_label("Wanneer gaat het in?").fill("2026-12-18")
    bram.pagina.get_by_role("button", name="Bekijk wie dit raakt").click()
    assert "Wie raakt dit besluit?" in bram.tekst
    assert land.ploeg.anna.loket.naam in bram.tekst
    bram.pagina.get_by_role("button", name="Neem dit besluit voor").click()
    assert "Nog geen reactie" in bram.tekst
    for kijker, mening in ((anna, "Bezwaar"), (cato, "Akkoord")):
        kijker.open(adres)
        assert "Uw reactie is gevraagd" in kijker.tekst
        kijker.pagina.get_by_role("link", name="Verlof", exact=True).click()
        kijker.pagina.get_by_label(mening, exact=True).check()
        kijker.pagina.get_by_label("Toelichting").fill("Er is nog geen opvang")
        kijker.pagina.get_by_role("button", name="Geef deze reactie").click()
        assert "Opgeslagen" in kijker.tekst
    assert cato.te_breed() == []
    assert cato.overtredingen() == []
    bram.open(f"{adres}besluiten/")
    assert "Wacht op overleg" in bram.tekst
    bram.pagina.locator("main").get_by_role("link", name="Verlof").click()
    bram.pagina.get_by_label("Wat kwam er uit het overleg?").fill("Anna regelt een kamer")
    bram.pagina.get_by_role("button", name="Leg het overleg vast").click()
    bram.pagina.get_by_label("Waarom besluit u dit, ondanks het bezwaar?").fill("Het is geregeld")
    bram.pagina.get_by_role("button", name="Maak definitief").click()
    assert "Definitief sinds" in bram.tekst
    anna.open(f"{adres}wie-weet-wat/")
    assert "In de postbus" in anna.tekst
    assert anna.overtredingen() == []
