"""The ladder in a browser: the manager finds what is late, and everybody chooses the own mail."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest

from richting.kern import klok
from tests.berichten.bouwers import begin, dossier, stuur
from tests.regie.bouwers_ladder import NAAR_LIJST, Werk, klim, met_werk
from tests.schermen.land import Land, persoon
from tests.schermen.scherm import SMAL, Scherm

pytestmark = pytest.mark.clausule("7.5")
DAGEN_GELEDEN = NAAR_LIJST.replace(month=11, day=3)
"""So long ago that every step may be taken by the fixed day of the tests."""


@pytest.fixture(scope="module")
def zaak(land: Land) -> UUID:
    """A stay that the desks know long enough to be late with."""
    with klok.op(DAGEN_GELEDEN):
        stuur(begin("LAAT", persoon=persoon("Loes", "Verlaat", geboren="1971-02-03")))
    gevonden = dossier("LAAT")
    assert gevonden is not None
    return gevonden.pk


@pytest.fixture
def werk(land: Land, zaak: UUID) -> Iterator[Werk]:
    """Anna's desk is late with two things; Bram's waits for one of them."""
    with met_werk() as werk:
        werk.zet(
            zaak,
            land.ploeg.anna.loket,
            uiterlijk=DAGEN_GELEDEN,
            wachter=land.ploeg.bram.loket.pk,
            zin="Beantwoord de vraag van de inrichting.",
        )
        werk.zet(zaak, land.ploeg.anna.loket, uiterlijk=DAGEN_GELEDEN, soort="overdracht")
        for dag in (3, 4, 5, 10, 12, 17, 19, 20, 23):
            klim(NAAR_LIJST.replace(month=11, day=dag), mailt=False)
        yield werk
        werk.posten.clear()
        klim(NAAR_LIJST, mailt=False)


def keur(kijker: Scherm) -> None:
    assert kijker.overtredingen() == []
    kijker.verbreed(SMAL)
    assert kijker.te_breed() == []
    assert kijker.overtredingen() == []
    assert kijker.klachten == []


def test_anna_vindt_wat_te_laat_is_en_gaat_erheen(scherm, werk: Werk):
    anna = scherm("anna")
    anna.open("/")
    anna.pagina.get_by_role("link", name="Te laat bij ons").click()
    assert "Beantwoord de vraag van de inrichting." in anna.tekst
    keur(anna)
    anna.pagina.get_by_role("main").get_by_role("link", name="Verlaat").first.click()
    assert "is iets te laat. De beheerder van dat loket weet het." in anna.tekst


def test_functioneel_beheer_ziet_de_belemmering_en_geen_persoon(scherm, werk: Werk):
    fatima = scherm("fatima")
    fatima.open("/belemmeringen/")
    assert "Gemeente Utrecht, nazorg" in fatima.tekst
    assert "De overdracht" in fatima.tekst
    assert "Verlaat" not in fatima.tekst
    keur(fatima)


def test_bram_kiest_zijn_mail_zonder_javascript(scherm, land: Land):
    bram = scherm("bram", script=False)
    bram.open("/mijn-account/")
    bram.pagina.get_by_role("link", name="Kiezen welke mail u krijgt").click()
    bram.pagina.get_by_label("Uw e-mailadres").fill("bram@voorbeeld.invalid")
    bram.pagina.get_by_label("Geen mail, behalve als iets niet kan wachten").check()
    bram.pagina.get_by_role("button", name="Opslaan").click()
    assert bram.pagina.get_by_text("Opgeslagen. Zo krijgt u voortaan mail.").is_visible()
    assert bram.pagina.get_by_label("Geen mail, behalve als iets niet kan wachten").is_checked()
    assert bram.pagina.get_by_label("Uw e-mailadres").input_value() == "bram@voorbeeld.invalid"
