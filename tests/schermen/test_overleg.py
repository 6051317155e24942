"""An MDO in real browsers: three parties at one table, each with the own ground."""

from __future__ import annotations

import pytest

from tests.overleg.bouwers import belegd
from tests.plannen.bouwers_actie import sluit
from tests.schermen.land import Land


@pytest.mark.clausule("6.4", "8.1")
def test_drie_partijen_aan_tafel_zien_elk_de_eigen_grond(scherm, land: Land):
    ploeg = land.ploeg
    overleg = belegd(ploeg.bram, [ploeg.anna, ploeg.eva], [land.jan])
    bram, anna, eva = scherm("bram"), scherm("anna"), scherm("eva")
    bram.open(f"/overleg/{overleg.pk}/houden/")
    bram.pagina.get_by_label("Waar gaat het over?").select_option(label="Zorg")
    bram.pagina.get_by_label("Wat is er besproken?").fill("De huisarts weet ervan.")
    bram.pagina.get_by_role("button", name="Bewaar", exact=True).click()
    assert "De huisarts weet ervan." in bram.tekst
    bram.pagina.get_by_label("Waar gaat het over?").last.select_option(label="Onderdak")
    bram.pagina.get_by_label("Wat is er besproken?").last.fill("Jan zoekt een kamer.")
    bram.pagina.get_by_role("button", name="Bewaar", exact=True).click()
    sluit(ploeg.anna, land.jan, "zorg")
    anna.open(f"/overleg/{overleg.pk}/houden/")
    assert "Jan zoekt een kamer." in anna.tekst
    assert "huisarts" not in anna.tekst
    anna.pagina.get_by_label("Wat is afgesproken?").fill("Wij bellen de corporatie")
    anna.pagina.get_by_label("Leefgebied").select_option(label="Onderdak")
    anna.pagina.get_by_role("button", name="Bewaar", exact=True).click()
    assert "Wij bellen de corporatie" in anna.tekst
    eva.open(f"/overleg/{overleg.pk}/houden/")
    assert "U ziet geen dossier op deze agenda" in eva.tekst
    assert "Verzonnen" not in eva.tekst
    assert "kamer" not in eva.tekst
    bram.open(f"/overleg/{overleg.pk}/houden/")
    bram.pagina.get_by_role("button", name="Leg vast wie er waren").click()
    bram.pagina.get_by_role("button", name="Stel het verslag vast").click()
    assert "Het verslag staat vast" in bram.tekst
    assert bram.overtredingen() == []
