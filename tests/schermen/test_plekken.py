"""A place in a provision, through the screens: from an empty list to the paper of the person."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from richting.akkoord.plan.voorzieningen import Voorzieningsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.plannen.acties.actielijst import Inhoud, neem_op_je
from richting.plannen.acties.voorzieningen import Inhoud as Aanbod
from richting.plannen.acties.voorzieningen import voeg_toe
from tests.schermen.land import Land
from tests.schermen.scherm import SMAL, Scherm
from tests.schermen.test_acties import nieuw_verblijf
from tests.schermen.test_levens import druk, ga, klap_uit

pytestmark = pytest.mark.clausule("4.3", "8.3")


def open_voorziening(anna: Scherm, naam: str, plaatsen: int) -> None:
    """Anna adds a provision of her municipality, found by the menu."""
    anna.open("/")
    anna.pagina.get_by_role("button", name="Menu", exact=True).click()
    anna.pagina.get_by_role("link", name="Voorzieningen").click()
    vak = klap_uit(anna, "Een voorziening toevoegen")
    vak.get_by_label("Naam").fill(naam)
    vak.get_by_label("Soort").select_option(label="Maatschappelijke opvang")
    vak.get_by_label("Leefgebied").select_option(label="Onderdak")
    vak.get_by_label("Hoeveel plaatsen?").fill(str(plaatsen))
    vak.get_by_label("Voor wie is het?").fill("Volwassenen zonder huis.")
    vak.get_by_label("Wachttijd", exact=False).first.fill("2")
    vak.get_by_label("Vanaf").fill("2026-01-01")
    druk(vak, "Voeg toe")
    assert "De voorziening staat op de lijst." in anna.tekst


def pdf(kijker: Scherm, pad: str) -> str:
    """What a PDF says, as one line."""
    inhoud = kijker.venster.request.get(pad).body()
    tekst = " ".join(blad.extract_text() for blad in PdfReader(BytesIO(inhoud)).pages)
    return " ".join(tekst.split())


@pytest.mark.clausule("1.9", "5.4", "7.1")
def test_van_een_nieuwe_voorziening_tot_het_papier(scherm, land: Land) -> None:
    """Given a shelter of Anna, then Bram asks a place, Anna gives it, and the paper shows it."""
    zaak = nieuw_verblijf("PLEK", "Plekzoeker", "999990111", "2027-03-01")
    bram, anna = scherm("bram"), scherm("anna", breed=SMAL)
    open_voorziening(anna, "Opvang Zuilen", 1)
    assert anna.te_breed() == []
    neem_op_je(land.ploeg.bram.wie(), zaak, Inhoud(Leefgebied.ONDERDAK, "Regel een bed"))
    ga(bram, zaak, "Acties")
    bram.pagina.get_by_role("link", name="Vraag een plek").click()
    bram.pagina.get_by_label("Opvang Zuilen, 1 van 1 plaatsen vrij").check()
    bram.pagina.get_by_label("Vanaf").fill("2027-03-01")
    bram.pagina.get_by_label("Wat moet de voorziening weten?").fill("Liefst beneden.")
    druk(bram, "Vraag deze plek")
    assert "De plek is gevraagd." in bram.tekst
    anna.open("/?lijst=gevraagd")
    assert "Plek bij Opvang Zuilen" in anna.tekst
    anna.open(f"/dossiers/{zaak}/")
    anna.pagina.get_by_role("link", name="Opvang Zuilen").click()
    assert "Liefst beneden." in anna.tekst
    vast = klap_uit(anna, "Reserveren")
    vast.get_by_label("Vasthouden tot en met").fill("2026-12-14")
    druk(vast, "Reserveren")
    zeker = klap_uit(anna, "Bevestigen")
    druk(zeker, "Bevestigen")
    assert "Bevestigd" in anna.tekst
    assert anna.overtredingen() == []
    ga(bram, zaak, "Acties")
    assert "Bevestigd" in bram.tekst
    plan = pdf(bram, f"/dossiers/{zaak}/plan/papier/plan.pdf")
    assert "Bevestigd · vanaf 1 maart 2027" in plan
    persoon = pdf(bram, f"/dossiers/{zaak}/plan/papier/persoon-nl.pdf")
    assert "Waar: Opvang Zuilen, vanaf 1 maart 2027." in persoon
    eva = scherm("eva")
    assert eva.open(f"/dossiers/{zaak}/plan/plek/{UUID(int=1)}/") == 404


@pytest.mark.clausule("5.4")
def test_twee_collegas_passen_een_voorziening_aan_en_verliezen_niets(scherm, land: Land) -> None:
    """Given Anna and Ilse on one page, then the second sees what the first wrote and chooses."""
    bij = voeg_toe(
        land.ploeg.anna.wie(),
        Aanbod(
            "Opvang Hoograven",
            Voorzieningsoort.OPVANG,
            Leefgebied.ONDERDAK,
            4,
            geldig_vanaf=land.ploeg.anna.wie().vandaag,
        ),
    )
    adres = f"/voorzieningen/{bij.pk}/"
    eerste, tweede = scherm("anna"), scherm("anna", breed=SMAL)
    for kijker in (eerste, tweede):
        kijker.open(adres)
        klap_uit(kijker, "De voorziening aanpassen of sluiten")
    for kijker, voor_wie in ((eerste, "Vanaf 23 jaar."), (tweede, "Alleen vrouwen.")):
        kijker.pagina.get_by_label("Voor wie is het?").fill(voor_wie)
        druk(kijker, "Opslaan")
    assert "Opgeslagen." in eerste.tekst
    assert "Iemand anders was u voor" in tweede.tekst
    assert "Er staat nu: Vanaf 23 jaar." in tweede.tekst
    assert tweede.pagina.get_by_label("Voor wie is het?").input_value() == "Alleen vrouwen."
    assert tweede.overtredingen() == []
    assert tweede.te_breed() == []
    tweede.pagina.get_by_label("Voor wie is het?").fill("Alleen vrouwen vanaf 23 jaar.")
    druk(tweede, "Opslaan")
    eerste.open(adres)
    assert "Alleen vrouwen vanaf 23 jaar." in eerste.tekst
