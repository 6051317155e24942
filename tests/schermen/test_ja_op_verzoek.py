"""A municipality is asked, says yes, and has the regie; and a day and a reason that are kept."""

from __future__ import annotations

from uuid import UUID

import pytest

from richting.akkoord.plan.woonplaats import Verzoekreden
from richting.kern import klok
from richting.plannen.acties.woonplaats import vraag_gemeente
from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import ANDERE_GEMEENTE
from tests.schermen.land import Land, persoon
from tests.schermen.scherm import SMAL, Scherm

ZONDER = "Overgegaan zonder aanvaarding"


@pytest.fixture(scope="module")
def zaak(land: Land) -> UUID:
    """Somebody whose mother lives in Eva's municipality."""
    with klok.op(klok.vandaag().replace(day=2)):
        stuur(begin("JAWOORD", persoon=persoon("Jaap", "Jawoord", geboren="1971-02-04")))
    gevonden = dossier("JAWOORD")
    assert gevonden is not None
    reden, woorden = Verzoekreden.WERK_OF_GEZIN, "Zijn moeder woont daar"
    vraag_gemeente(land.ploeg.anna.wie(), gevonden.pk, ANDERE_GEMEENTE, reden, woorden)
    return gevonden.pk


def keur(kijker: Scherm) -> None:
    assert kijker.overtredingen() == []
    kijker.verbreed(SMAL)
    assert kijker.te_breed() == []
    assert kijker.klachten == []


@pytest.mark.clausule("1.5", "1.7", "5.7")
def test_wie_ja_zegt_heeft_de_regie_en_hoeft_niets_te_bevestigen(scherm, zaak: UUID):
    eva = scherm("eva")
    eva.open(f"/dossiers/{zaak}/plan/gemeente/")
    assert "Met een ja aanvaardt u ook de regie" in eva.tekst
    keur(eva)
    eva.verbreed(1280)
    eva.pagina.locator("summary", has_text="Ja, deze persoon kan hier gaan wonen").click()
    eva.pagina.get_by_role("button", name="Ja, deze persoon kan hier gaan wonen").click()
    for wie in ("eva", "anna"):
        kijker = scherm(wie)
        kijker.open(f"/dossiers/{zaak}/regie/")
        assert ZONDER not in kijker.tekst
        kijker.pagina.get_by_role("main").locator("a[href*='/overdracht/']").first.click()
        assert "Daarmee aanvaardde zij ook deze taak." in kijker.tekst
        assert kijker.pagina.get_by_role("button", name="Bevestig").count() == 0
        keur(kijker)


@pytest.mark.clausule("5.1")
def test_uitstellen_zonder_keuze_houdt_wat_bram_typte(scherm, zaak: UUID):
    bram = scherm("bram")
    bram.open("/?lijst=te-laat")
    bram.pagina.locator("summary", has_text="Uitstellen").click()
    assert "Hoogstens" in bram.tekst
    bram.pagina.get_by_label("Uitstellen tot").fill("2026-11-25")
    bram.pagina.get_by_label("Waarom").fill("De intaker is ziek")
    bram.pagina.get_by_role("button", name="Stel de gekozen dossiers uit").click()
    assert "Kies een of meer dossiers." in bram.tekst
    assert bram.pagina.get_by_label("Uitstellen tot").input_value() == "2026-11-25"
    assert bram.pagina.get_by_label("Waarom").input_value() == "De intaker is ziek"
    keur(bram)
    bram.pagina.get_by_label("Jawoord").check()
    bram.pagina.get_by_role("button", name="Uitstellen").click()
    assert "Gedaan voor 1 dossier." in bram.tekst
