"""What managers see of the ladder, what nobody else sees, and what the API says of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from richting.akkoord.termijnen import REGEL
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Gegevenscategorie
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.partijen.models import Lidmaatschap, Medewerker
from richting.regie.models import Belemmering, Berichtvoorkeur
from tests.api.bouwers import maak_machine
from tests.berichten.bouwers import begin, dossier, maak_partijen, programma, stuur, tel
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    journaalregels,
    maak_beheerder,
    maak_loket,
    maak_organisatie,
    maak_ploeg,
    meld_aan,
)
from tests.regie.bouwers_ladder import (
    NAAR_LEIDING,
    NAAR_LIJST,
    NAAR_POSTBUS,
    OP_DE_DAG,
    VOORAF,
    Werk,
    klim,
    met_werk,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("7.5")]
LADDER = (VOORAF, OP_DE_DAG, NAAR_POSTBUS, NAAR_LEIDING, NAAR_LIJST)


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    for lid in ploeg.allen():
        maak_beheerder(lid)
    stuur(begin())
    return ploeg


@pytest.fixture
def werk(ploeg: Ploeg) -> Iterator[Werk]:
    """Anna's desk is late with something for Jan; Bram's waits for it."""
    rij = dossier()
    assert rij is not None
    with met_werk() as werk:
        werk.zet(rij.pk, ploeg.anna.loket, wachter=ploeg.bram.loket.pk)
        for dag in LADDER:
            klim(dag)
        with klok.op(NAAR_LIJST):
            yield werk


def zie(lid: Lid, pad: str) -> tuple[int, str]:
    """The status and the text of a page, for this person."""
    client = Client()
    meld_aan(client, lid)
    antwoord = client.get(pad)
    return antwoord.status_code, antwoord.content.decode()


def test_de_beheerder_ziet_wat_te_laat_is_en_een_ander_niet(ploeg: Ploeg, werk: Werk) -> None:
    status, tekst = zie(ploeg.anna, "/te-laat/")
    assert status == 200
    assert "Verzonnen" in tekst
    assert "Stel het plan vast." in tekst
    for lid in (ploeg.bram, ploeg.eva, ploeg.dirk):
        assert "Verzonnen" not in zie(lid, "/te-laat/")[1]
    assert zie(ploeg.fatima, "/te-laat/")[0] == 404


def test_een_medewerker_die_niets_leidt_heeft_deze_paginas_niet(ploeg: Ploeg, werk: Werk) -> None:
    Lidmaatschap.objects.update(rol=Lidmaatschap.MEDEWERKER)
    for pad in ("/te-laat/", "/belemmeringen/"):
        assert zie(ploeg.anna, pad)[0] == 404
    assert "Te laat bij ons" not in zie(ploeg.anna, "/mijn-account/")[1]


def test_wat_gedaan_is_is_meteen_van_de_pagina(ploeg: Ploeg, werk: Werk) -> None:
    """Also before the next climb."""
    (nummer,) = werk.posten
    werk.wijzig(nummer, gedaan_op=NAAR_LIJST)
    assert "Niets te laat" in zie(ploeg.anna, "/te-laat/")[1]


def test_wat_de_lezer_niet_mag_zien_staat_er_niet(ploeg: Ploeg, werk: Werk) -> None:
    """A compartment that is closed to the desk."""
    (nummer,) = werk.posten
    werk.posten[nummer].clear()
    werk.zet(
        nummer,
        ploeg.anna.loket,
        sleutel="risico",
        categorie=Gegevenscategorie.RISICO,
        zin="Geheim werk.",
    )
    for dag in LADDER:
        klim(dag)
    assert "Geheim werk." not in zie(ploeg.anna, "/te-laat/")[1]


def test_belemmeringen_zien_beide_beheerders_en_functioneel_beheer(
    ploeg: Ploeg, werk: Werk
) -> None:
    for lid in (ploeg.anna, ploeg.bram, ploeg.fatima):
        status, tekst = zie(lid, "/belemmeringen/")
        assert (status, ploeg.anna.loket.naam in tekst) == (200, True)
        assert "Een termijn" in tekst
        assert not [w for w in ("Verzonnen", "999990019", "/dossiers/") if w in tekst]
    assert "Een termijn" not in zie(ploeg.eva, "/belemmeringen/")[1]
    (nummer,) = werk.posten
    werk.wijzig(nummer, gedaan_op=NAAR_LIJST)
    klim(NAAR_LIJST)
    assert "Een termijn" not in zie(ploeg.anna, "/belemmeringen/")[1]
    assert "Een termijn" in zie(ploeg.anna, "/belemmeringen/?stand=opgelost")[1]


@pytest.mark.parametrize(
    ("bron", "naam"),
    [
        (REGEL["T3"].bron, "Een termijn voor: ‘Het detentie- en re-integratieplan staat vast.’"),
        (REGEL["T4"].bron, "Een termijn"),
        (REGEL["T10"].bron, "Een termijn"),
    ],
)
def test_een_oude_belemmering_zegt_welke_termijn_als_haar_bron_er_maar_een_kent(
    ploeg: Ploeg, werk: Werk, bron: Bron, naam: str
) -> None:
    """Two terms share the source of the MDO; that of debts is no duty of a prison."""
    with verwerking(programma()):
        Belemmering.objects.update(bron=str(bron), loket=ploeg.bram.loket)
    tekst = zie(ploeg.bram, "/belemmeringen/")[1]
    cel = tekst.partition('data-label="Wat">')[2].partition("<br>")[0]
    assert cel.strip() == naam


@pytest.mark.parametrize("code", ["T4", "T10"])
def test_een_termijn_die_haar_bron_deelt_heet_naar_haar_eigen_regel(
    ploeg: Ploeg, werk: Werk, code: str
) -> None:
    """From the climb on: the obstacle carries the rule, the screen says its name."""
    (nummer,) = werk.posten
    werk.zet(
        nummer,
        ploeg.bram.loket,
        sleutel=f"termijn:{code}:1",
        soort="termijn",
        bron=REGEL[code].bron,
    )
    for dag in LADDER:
        klim(dag)
    with verwerking(programma()):
        assert Belemmering.objects.get(loket=ploeg.bram.loket).regel == code
    tekst = zie(ploeg.bram, "/belemmeringen/")[1]
    assert f"Een termijn voor: ‘{REGEL[code].zin}’" in tekst


@pytest.mark.parametrize(
    "pad", ["/te-laat/?na=x", "/te-laat/?na=2026-01-01|x", "/belemmeringen/?na=-"]
)
def test_een_sleutel_die_niet_van_ons_is_bestaat_niet(pad: str, ploeg: Ploeg) -> None:
    assert zie(ploeg.anna, pad)[0] == 404


def test_te_laat_bladert_zonder_gaten_of_dubbelen(ploeg: Ploeg, werk: Werk) -> None:
    (nummer,) = werk.posten
    for nr in range(30):
        werk.zet(nummer, ploeg.anna.loket, sleutel=f"t:{nr}", zin=f"Doe zaak {nr:02d}.")
    for dag in LADDER:
        klim(dag)
    gezien: list[str] = []
    pad, keren = "/te-laat/", 0
    while pad and keren < 5:
        _status, tekst = zie(ploeg.anna, pad)
        gezien += [f"{nr:02d}" for nr in range(30) if f"Doe zaak {nr:02d}." in tekst]
        _voor, _scheiding, na = tekst.partition('href="?na=')
        pad, keren = (f"/te-laat/?na={na.split(chr(34))[0]}" if na else ""), keren + 1
    assert sorted(gezien) == [f"{nr:02d}" for nr in range(30)]
    assert keren == 2


def test_de_tijdlijn_zegt_dat_het_opklom(ploeg: Ploeg, werk: Werk) -> None:
    (nummer,) = werk.posten
    tekst = zie(ploeg.bram, f"/dossiers/{nummer}/")[1]
    assert f"Bij {ploeg.anna.loket.naam} is iets te laat." in tekst


def test_iedereen_kiest_de_eigen_mail(ploeg: Ploeg) -> None:
    client = Client()
    meld_aan(client, ploeg.anna)
    assert "Eén overzicht per dag" in client.get("/mijn-berichten/").content.decode()
    antwoord = client.post("/mijn-berichten/", {"email": "anna@voorbeeld.invalid", "hoe": "geen"})
    assert antwoord.status_code == 302
    assert Medewerker.objects.get(gebruikersnaam="anna").email == "anna@voorbeeld.invalid"
    assert tel(Berichtvoorkeur, medewerker=ploeg.anna.medewerker, mail=False) == 1
    assert tel(Berichtvoorkeur) == 1
    tekst = client.get("/mijn-berichten/").content.decode()
    assert 'value="geen"' in tekst
    assert tekst.split('value="geen"')[1].split(">")[0].count("checked") == 1
    soorten = [regel.soort for regel in journaalregels()]
    assert soorten[-2:] == ["email_gewijzigd", "berichtvoorkeur_gekozen"]
    assert not [r for r in journaalregels() if "voorbeeld.invalid" in str(r.na)]


def test_een_fout_adres_wordt_uitgelegd(ploeg: Ploeg) -> None:
    client = Client()
    meld_aan(client, ploeg.anna)
    antwoord = client.post("/mijn-berichten/", {"email": "geen adres", "hoe": "los"})
    assert "Vul een geldig e-mailadres in." in antwoord.content.decode()


def test_een_ander_systeem_leest_achterstanden_en_belemmeringen(ploeg: Ploeg, werk: Werk) -> None:
    anna = maak_machine(ploeg.anna.loket)
    (nummer,) = werk.posten
    laat = anna.get("/achterstanden").json()
    assert [(r["dossier"], r["zin"]) for r in laat["achterstanden"]] == [
        (str(nummer), "Stel het plan vast.")
    ]
    (een,) = anna.get("/belemmeringen").json()["belemmeringen"]
    assert (een["loket"], een["wachter"]) == (ploeg.anna.loket.naam, ploeg.bram.loket.naam)
    assert str(nummer) not in str(een)
    assert anna.get("/belemmeringen?opgelost=true").json()["belemmeringen"] == []
    assert anna.get("/achterstanden?na=x").status_code == 400
    eva = maak_machine(ploeg.eva.loket)
    assert eva.get("/achterstanden").json() == {"achterstanden": [], "volgende": None}
    assert eva.get("/belemmeringen").json()["belemmeringen"] == []


def test_het_loket_van_een_ander_blijft_onzichtbaar(ploeg: Ploeg, werk: Werk) -> None:
    """The desk for public order of the same municipality sees nothing of the care side."""
    for code, soort in (("GM0344", "openbare_orde"), ("GM0202", "nazorg")):
        loket = maak_loket(maak_organisatie(code, "gemeente"), soort)
        ander = maak_machine(loket)
        assert ander.get("/achterstanden").json()["achterstanden"] == []
        assert ander.get("/belemmeringen").json()["belemmeringen"] == []
