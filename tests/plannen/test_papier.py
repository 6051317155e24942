"""The plan on paper: readable for everybody, and only what the reader may see."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from uuid import UUID

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from richting.akkoord.plan.woorden import Actiekader
from richting.delen import overzichten
from richting.kern.lezen import lezing
from richting.plannen.acties import actielijst as acties_
from richting.plannen.acties import inhoud as acties
from richting.plannen.acties import slachtoffer
from richting.plannen.acties.actievoorstel import Keuze, regel_kort, uit_sjabloon
from richting.plannen.acties.versies import stel_vast
from richting.plannen.woorden import Planvraagsoort, Slachtofferbelangsoort
from tests.partijen.bouwers import Lid, Ploeg, maak_beheerder, meld_aan
from tests.plannen.bouwers_actie import eigen, gevraagd

VERBOD = "Niet in de wijk Oog in Al"
RAAR = '#include("/etc/passwd") *vet* $x$ [blok] <w> Şükrü Łukasz'


@pytest.fixture
def gevuld(ploeg: Ploeg, zaak: UUID) -> UUID:
    """A plan with a goal, a question, and an interest of a victim."""
    wie = ploeg.bram.wie()
    acties.bewaar_planvraag(wie, zaak, Planvraagsoort.BEHOEFTE, RAAR, 0)
    acties.voeg_doel_toe(wie, zaak, "Ik wil weer kok zijn")
    slachtoffer.voeg_belang_toe(wie, zaak, Slachtofferbelangsoort.GEBIEDSVERBOD, VERBOD, None)
    return zaak


def pdf(client: Client, lid: Lid, naam: str, *wat: object) -> PdfReader:
    meld_aan(client, lid)
    antwoord = client.get(reverse(f"plannen:{naam}", args=wat))
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(antwoord.content))


def tekst(lezer: PdfReader) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())


@pytest.mark.clausule("7.1")
@pytest.mark.parametrize("naam", ["papier_plan", "papier_persoon"])
def test_een_afdruk_is_toegankelijk(client: Client, ploeg: Ploeg, gevuld: UUID, naam: str) -> None:
    wat = (gevuld, "nl") if naam == "papier_persoon" else (gevuld,)
    lezer = pdf(client, ploeg.bram, naam, *wat)
    wortel = lezer.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/Lang"].startswith("nl")
    assert "/StructTreeRoot" in wortel
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert lezer.metadata is not None
    assert lezer.metadata.title
    assert b"pdfuaid" in wortel["/Metadata"].get_data()


@pytest.mark.clausule("7.1")
def test_tekst_is_nooit_opmaak(client: Client, ploeg: Ploeg, gevuld: UUID) -> None:
    assert RAAR in tekst(pdf(client, ploeg.bram, "papier_plan", gevuld))


@pytest.mark.clausule("1.3", "1.9")
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_persoon_leest_doelen_en_afspraken_en_niets_over_slachtoffers(
    client: Client, ploeg: Ploeg, gevuld: UUID, taal: str
) -> None:
    gelezen = tekst(pdf(client, ploeg.bram, "papier_persoon", gevuld, taal))
    assert "Ik wil weer kok zijn" in gelezen
    assert VERBOD not in gelezen
    titel = {"nl": "Mijn plan", "en": "My plan"}[taal]
    assert titel in gelezen
    assert VERBOD in tekst(pdf(client, ploeg.bram, "papier_plan", gevuld))


@pytest.mark.clausule("7.1")
def test_een_afdruk_noemt_dag_loket_en_dat_het_veranderd_kan_zijn(
    client: Client, ploeg: Ploeg, gevuld: UUID
) -> None:
    stel_vast(ploeg.bram.wie(), gevuld, 0, "")
    gelezen = tekst(pdf(client, ploeg.anna, "papier_versie", gevuld, 1))
    assert "23 november 2026" in gelezen
    assert ploeg.anna.loket.naam in gelezen
    assert "kan veranderd zijn" in gelezen
    assert "versie 1" in gelezen


@pytest.mark.clausule("6.4")
def test_zonder_grond_is_er_geen_papier(client: Client, ploeg: Ploeg, gevuld: UUID) -> None:
    for buiten in (ploeg.eva, ploeg.dirk):
        meld_aan(client, buiten)
        for naam, wat in (
            ("papier", ()),
            ("papier_plan", ()),
            ("papier_persoon", ("nl",)),
            ("papier_versie", (1,)),
        ):
            antwoord = client.get(reverse(f"plannen:{naam}", args=(gevuld, *wat)))
            assert antwoord.status_code == 404


def test_een_versie_of_taal_die_er_niet_is_geeft_niets(
    client: Client, ploeg: Ploeg, gevuld: UUID
) -> None:
    meld_aan(client, ploeg.bram)
    for naam, wat in (("papier_versie", 7), ("papier_persoon", "fr")):
        assert client.get(reverse(f"plannen:{naam}", args=(gevuld, wat))).status_code == 404


@pytest.mark.clausule("6.7")
def test_elke_afdruk_wordt_vastgelegd(client: Client, ploeg: Ploeg, gevuld: UUID) -> None:
    pdf(client, maak_beheerder(ploeg.bram), "papier_persoon", gevuld, "nl")
    with lezing(ploeg.bram.wie(), "test") as lees:
        lees.gezien([gevuld], {"plan"})
        blikken = overzichten.wie_keek(gevuld)
    assert "plan op papier voor de persoon" in {blik.handeling for blik in blikken}


def test_elk_blad_is_een_leesbaar_beeld(client: Client, ploeg: Ploeg, gevuld: UUID) -> None:
    meld_aan(client, ploeg.bram)
    antwoord = client.get(reverse("plannen:papier_persoon", args=[gevuld, "nl"]))
    beeld = pypdfium2.PdfDocument(antwoord.content)[0].render(scale=1)
    assert beeld.height > beeld.width > 500
    donker = sum(punt < 128 for punt in bytes(beeld.buffer))
    assert 0.003 < donker / len(bytes(beeld.buffer)) < 0.5


def test_het_overzicht_noemt_elke_versie(client: Client, ploeg: Ploeg, gevuld: UUID) -> None:
    stel_vast(ploeg.bram.wie(), gevuld, 0, "")
    meld_aan(client, ploeg.anna)
    bladzij = client.get(reverse("plannen:papier", args=[gevuld])).content.decode()
    assert "Versie 1 (PDF)" in bladzij
    assert date(2026, 11, 23).strftime("%Y-%m-%d") in bladzij


@pytest.mark.clausule("1.9", "7.1")
@pytest.mark.parametrize(
    ("taal", "leest"),
    [
        ("nl", ("Een woning zoeken voor als u vrijkomt", "Een slaapplek voor uw eerste nacht")),
        ("en", ("Finding a home for when you are released", "a place to sleep for your first")),
    ],
)
def test_de_persoon_leest_acties_in_de_eigen_taal_en_over_u(
    client: Client, ploeg: Ploeg, zaak: UUID, taal: str, leest: tuple[str, ...]
) -> None:
    wie = ploeg.bram.wie()
    uit_sjabloon(
        wie, zaak, [Keuze("woning-zoeken", ploeg.anna.loket.pk), Keuze("schulden-overzicht")]
    )
    regel_kort(wie, zaak, [Keuze("kort-slapen")])
    gelezen = tekst(pdf(client, ploeg.bram, "papier_persoon", zaak, taal))
    assert all(zin in gelezen for zin in leest)
    assert "deze persoon" not in gelezen
    assert ploeg.anna.loket.naam in gelezen


@pytest.mark.clausule("1.9", "5.5")
def test_de_persoon_leest_wat_nog_niet_is_beloofd_en_van_wanneer_een_voorwaarde_geldt(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    vraag = gevraagd(ploeg.bram, zaak, ploeg.anna)
    dagen = {"begin": date(2027, 3, 1), "uiterlijk": date(2027, 9, 1)}
    eigen(ploeg.cato, zaak, wat="Meldplicht", kader=Actiekader.BIJZONDERE_VOORWAARDE, **dagen)
    zin = f"{ploeg.anna.loket.naam} (is gevraagd, nog geen antwoord)"
    gelezen = tekst(pdf(client, ploeg.bram, "papier_persoon", zaak, "nl"))
    assert zin in gelezen
    assert "van 1 maart 2027 tot en met 1 september 2027" in gelezen
    acties_.aanvaard(ploeg.anna.wie(), zaak, vraag.pk, 1)
    assert zin not in tekst(pdf(client, ploeg.bram, "papier_persoon", zaak, "nl"))


@pytest.mark.clausule("1.9")
def test_wie_engels_leest_hoort_dat_eigen_tekst_nederlands_is(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    wie = ploeg.bram.wie()
    uit_sjabloon(wie, zaak, [Keuze("schulden-overzicht")])
    zin = "written by staff is in Dutch"
    assert zin not in tekst(pdf(client, ploeg.bram, "papier_persoon", zaak, "en"))
    eigen(ploeg.bram, zaak)
    assert zin in tekst(pdf(client, ploeg.bram, "papier_persoon", zaak, "en"))
    assert "Nederlands" not in tekst(pdf(client, ploeg.bram, "papier_persoon", zaak, "nl"))
