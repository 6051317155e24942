"""The pages: deliver a file, settle the quarantine, judge who is the same person."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from richting.berichten.models import Aanlevering, Bericht
from richting.dossiers.acties import voeg_samen
from richting.dossiers.models import Dossier, Koppelvoorstel
from richting.kern.werk import verwerking
from tests.api.bouwers import verwerkingsloket
from tests.berichten.bouwers import begin, dossier, maak_partijen, programma, rij, stuur, tel
from tests.partijen.bouwers import Lid, Ploeg, maak_medewerker, maak_ploeg, meld_aan

pytestmark = pytest.mark.django_db
VREEMD = begin(plaats={"soort": "pi", "inrichting": "PI-NERGENS"})
NAAMGENOOT = {"voornamen": "Jan", "geslachtsnaam": "Verzonnen", "geboortedatum": "1990-05-17"}


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def hanna(ploeg: Ploeg) -> Lid:
    loket = verwerkingsloket()
    return Lid(maak_medewerker("hanna", loket, "Hanna Post"), loket)


def als(lid: Lid) -> Client:
    client = Client()
    meld_aan(client, lid)
    return client


def bestand(*berichten: Any, naam: str = "levering.jsonl") -> SimpleUploadedFile:
    inhoud = b"\n".join(json.dumps(bericht).encode() for bericht in berichten)
    return SimpleUploadedFile(naam, inhoud)


def open_voorstel() -> Koppelvoorstel:
    """Two stays of people with one name and birthday: a human must say whether they are one."""
    stuur(begin("V1"), begin("V2", persoon=NAAMGENOOT))
    with verwerking(programma()):
        return Koppelvoorstel.objects.get()


ALLEEN_BEHEER = ("/berichten/quarantaine/", "/personen/controle/")


@pytest.mark.clausule("6.4")
def test_wie_er_niet_hoort_vindt_de_paginas_niet(ploeg: Ploeg, hanna: Lid) -> None:
    for lid in (ploeg.anna, ploeg.bram, ploeg.cato, ploeg.dirk, ploeg.eva, ploeg.gijs):
        for pad in (*ALLEEN_BEHEER, "/berichten/aanleveren/"):
            assert als(lid).get(pad).status_code == 404, (lid.medewerker.naam, pad)
    for pad in ALLEEN_BEHEER:
        assert als(hanna).get(pad).status_code == 404
        assert als(ploeg.fatima).get(pad).status_code == 200
    assert Client().get("/berichten/quarantaine/").status_code == 302


def test_een_bestand_aanleveren_toont_wat_ervan_werd(hanna: Lid) -> None:
    client = als(hanna)
    levering = bestand(begin("V1"), "onzin", begin("V2", titel="taakstraf"))

    antwoord = client.post("/berichten/aanleveren/", {"bestand": levering}, follow=True)

    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert "Niet alle berichten konden worden verwerkt" in tekst
    assert "titel" in tekst
    assert "V2-begin" in tekst
    assert dossier("V1") is not None
    assert "levering.jsonl" in client.get("/berichten/aanleveren/").content.decode()


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("levering.xlsx", b"x", "eindigt op .jsonl of .csv"),
        ("levering.csv", b"naam,leeftijd\n", "is onbekend"),
        ("levering.jsonl", b"[1]", "zet elk bericht op een eigen regel"),
    ],
)
def test_een_onbruikbaar_bestand_wordt_uitgelegd(
    hanna: Lid, naam: str, inhoud: bytes, zin: str
) -> None:
    antwoord = als(hanna).post(
        "/berichten/aanleveren/", {"bestand": SimpleUploadedFile(naam, inhoud)}, follow=True
    )

    assert zin in antwoord.content.decode()
    assert tel(Bericht) == 0


def test_beheer_kiest_van_wie_het_bestand_is(ploeg: Ploeg) -> None:
    verwerkingsloket("ANDERE-BRON")
    client = als(ploeg.fatima)
    zonder = client.post("/berichten/aanleveren/", {"bestand": bestand(begin())})
    assert zonder.status_code == 200
    assert tel(Bericht) == 0

    met = client.post("/berichten/aanleveren/", {"bron": "DJI", "bestand": bestand(begin())})

    assert met.status_code == 302
    assert rij("V1-begin").bron == "DJI"


def test_een_levering_van_een_ander_loket_bestaat_niet(ploeg: Ploeg, hanna: Lid) -> None:
    als(hanna).post("/berichten/aanleveren/", {"bestand": bestand(begin())})
    with verwerking(programma()):
        nummer = Aanlevering.objects.get().pk

    assert als(hanna).get(f"/berichten/aanleveren/{nummer}/").status_code == 200
    assert als(ploeg.fatima).get(f"/berichten/aanleveren/{nummer}/").status_code == 404


def test_quarantaine_zien_herstellen_en_kwijt_zijn(ploeg: Ploeg) -> None:
    stuur(VREEMD)
    client, nummer = als(ploeg.fatima), rij("V1-begin").pk
    assert "V1-begin" in client.get("/berichten/quarantaine/").content.decode()
    pad = f"/berichten/quarantaine/{nummer}/"
    assert "PI-NERGENS" in client.get(pad).content.decode()

    fout = client.post(
        pad,
        {
            "actie": "herstellen",
            "herstel-bericht": json.dumps(begin(titel="taakstraf")),
            "herstel-toelichting": "Code verbeterd",
        },
    )
    assert "titel" in fout.content.decode()
    goed = client.post(
        pad,
        {
            "actie": "herstellen",
            "herstel-bericht": json.dumps(begin()),
            "herstel-toelichting": "Code verbeterd",
        },
        follow=True,
    )

    assert "Het bericht is toegepast" in goed.content.decode()
    assert dossier() is not None
    assert client.get(pad).status_code == 404


def test_quarantaine_afspelen_en_afwijzen(ploeg: Ploeg) -> None:
    stuur(VREEMD)
    client, nummer = als(ploeg.fatima), rij("V1-begin").pk
    pad = f"/berichten/quarantaine/{nummer}/"

    weer = client.post(pad, {"actie": "afspelen"}, follow=True)
    assert "kan nog niet worden toegepast" in weer.content.decode()
    zonder_reden = client.post(pad, {"actie": "afwijzen", "afwijzen-toelichting": ""})
    assert zonder_reden.status_code == 200
    assert rij("V1-begin").status == Bericht.QUARANTAINE
    gedaan = client.post(
        pad, {"actie": "afwijzen", "afwijzen-toelichting": "Verkeerde afzender"}, follow=True
    )

    assert "afgewezen" in gedaan.content.decode()
    assert rij("V1-begin").inhoud is None
    te_laat = client.post(pad, {"actie": "afspelen"}, follow=True)
    assert "al afgehandeld" in te_laat.content.decode()


def test_lijsten_bladeren_en_onzin_bestaat_niet(ploeg: Ploeg) -> None:
    for nr in range(27):
        stuur(begin(f"V{nr}", plaats={"soort": "pi", "inrichting": "PI-NERGENS"}))
    client = als(ploeg.fatima)

    eerste = client.get("/berichten/quarantaine/")
    assert eerste.context["volgende"].startswith("?lijst=quarantaine&na=")
    tweede = client.get(f"/berichten/quarantaine/{eerste.context['volgende']}")

    assert [len(blad.context["regels"]) for blad in (eerste, tweede)] == [25, 2]
    for vraag in ("?lijst=alles", "?na=x", "?na=-1"):
        assert client.get(f"/berichten/quarantaine/{vraag}").status_code == 404


def test_samenvoegen_en_weer_splitsen_verliest_niets(ploeg: Ploeg) -> None:
    voorstel = open_voorstel()
    client, pad = als(ploeg.fatima), f"/personen/controle/{voorstel.pk}/"
    assert "Verzonnen" in client.get(pad).content.decode()

    client.post(pad, {"actie": "samenvoegen", "toelichting": "Zelfde geboorteplaats"})
    with verwerking(programma()):
        voorstel.refresh_from_db()
        assert voorstel.status == Koppelvoorstel.SAMENGEVOEGD
        assert voorstel.besloten_door == ploeg.fatima.medewerker.pk
    client.post(pad, {"actie": "splitsen", "toelichting": "Toch twee mensen"})

    with verwerking(programma()):
        voorstel.refresh_from_db()
        assert voorstel.status == Koppelvoorstel.GESPLITST
        personen = set(Dossier.objects.values_list("justitiabele_id", flat=True))
        assert len(personen) == 2
        assert voorstel.nieuw.samengevoegd_met_id is None


def test_afwijzen_van_een_voorstel_vraagt_een_reden(ploeg: Ploeg) -> None:
    voorstel = open_voorstel()
    client, pad = als(ploeg.fatima), f"/personen/controle/{voorstel.pk}/"

    client.post(pad, {"actie": "apart", "toelichting": ""})
    with verwerking(programma()):
        voorstel.refresh_from_db()
        assert voorstel.status == Koppelvoorstel.OPEN
    client.post(pad, {"actie": "apart", "toelichting": "Andere geboorteplaats"})

    with verwerking(programma()):
        voorstel.refresh_from_db()
        assert voorstel.status == Koppelvoorstel.AFGEWEZEN
    assert "Beoordeeld" in client.get("/personen/controle/?lijst=afgehandeld").content.decode()
    assert client.get("/personen/controle/?lijst=alles").status_code == 404
    assert client.get("/personen/controle/999999/").status_code == 404


def test_wat_van_een_van_beiden_onbekend_is_telt_niet_als_gelijk_of_anders(ploeg: Ploeg) -> None:
    voorstel = open_voorstel()
    context = als(ploeg.fatima).get(f"/personen/controle/{voorstel.pk}/").context
    uitkomsten = {str(r["naam"]): r["uitkomst"] for r in context["vergelijking"]}
    assert uitkomsten["Achternaam"] == uitkomsten["Geboortedatum"] == "gelijk"
    assert uitkomsten["Geboorteplaats"] == uitkomsten["BSN"] == "ontbreekt"


def test_een_besluit_over_een_persoon_kan_worden_teruggenomen_en_opnieuw_genomen(
    ploeg: Ploeg,
) -> None:
    voorstel = open_voorstel()
    client, pad = als(ploeg.fatima), f"/personen/controle/{voorstel.pk}/"
    for actie, stand in (
        ("apart", Koppelvoorstel.AFGEWEZEN),
        ("samenvoegen", Koppelvoorstel.SAMENGEVOEGD),
        ("splitsen", Koppelvoorstel.GESPLITST),
        ("samenvoegen", Koppelvoorstel.SAMENGEVOEGD),
    ):
        client.post(pad, {"actie": actie, "toelichting": "Bij nader inzien"})
        with verwerking(programma()):
            voorstel.refresh_from_db()
            assert voorstel.status == stand


def test_wie_te_laat_beslist_hoort_dat_het_al_gedaan_is(
    ploeg: Ploeg, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two managers open the same proposal; the second decides after the first."""
    voorstel = open_voorstel()
    pad = f"/personen/controle/{voorstel.pk}/"
    beide = {"toelichting": "Zelfde geboorteplaats"}
    monkeypatch.setattr("richting.berichten.overzichten.koppelvoorstel", lambda _nr: voorstel)
    als(ploeg.fatima).post(pad, {"actie": "samenvoegen", **beide})
    antwoord = als(ploeg.fatima).post(pad, {"actie": "apart", **beide}, follow=True)
    assert "al beoordeeld" in antwoord.content.decode()
    with verwerking(programma()):
        voorstel.refresh_from_db()
        assert voorstel.status == Koppelvoorstel.SAMENGEVOEGD


def test_alleen_functioneel_beheer_beslist_wie_dezelfde_is(ploeg: Ploeg) -> None:
    voorstel = open_voorstel()
    for lid in (ploeg.anna, ploeg.bram, ploeg.dirk):
        with pytest.raises(PermissionDenied):
            voeg_samen(lid.wie(), voorstel, "Zelfde geboorteplaats")
    with verwerking(programma()):
        voorstel.refresh_from_db()
        assert voorstel.status == Koppelvoorstel.OPEN
