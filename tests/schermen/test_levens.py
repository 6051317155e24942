"""Whole lives of a plan through the screens: a regular, a short and a forensic stay.

Every step is taken by the party whose step it is, in an own browser. After each life Eva, who
has no part in it, still finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from playwright.sync_api import Locator

from tests.berichten.bouwers import begin, dossier, einde_gewijzigd, stuur
from tests.partijen.bouwers import FPC, GEMEENTE
from tests.schermen.land import Land, persoon, rond
from tests.schermen.scherm import SMAL, Scherm

Klok = Callable[[date], None]
NAZORG = "Vraag aan Gemeente Utrecht, nazorg"
UTRECHT = [{"gemeente": GEMEENTE, "rol": "ingezetene"}]


@pytest.fixture
def klok(monkeypatch: pytest.MonkeyPatch) -> Klok:
    """Let it be another day, for the program and for this test."""

    def zet(dag: date) -> None:
        monkeypatch.setattr(settings, "OMGEVING", replace(settings.OMGEVING, vandaag=dag))

    return zet


def verblijf(kenmerk: str, naam: str, **anders: Any) -> UUID:
    """A stay of somebody of Utrecht, told by a message."""
    velden = {"gemeenten": UTRECHT, "reclassering": "RN", **anders}
    stuur(begin(kenmerk, persoon=persoon("Ida", naam, geboren="1987-06-05"), **velden))
    gevonden = dossier(kenmerk)
    assert gevonden is not None
    return gevonden.pk


def bericht(kenmerk: str, soort: str, tijd: str, **velden: str) -> None:
    """One more message about this stay."""
    kop = {"berichtId": f"{kenmerk}-{soort}", "soort": soort, "verblijf": kenmerk}
    assert [a.status.value for a in stuur({**kop, "bronTijd": tijd, **velden})] == ["aanvaard"]


def ga(kijker: Scherm, zaak: UUID, *namen: str) -> None:
    """From the dossier to a page of the plan, by its button and its tabs."""
    kijker.open(f"/dossiers/{zaak}/")
    for naam in ("Open het plan", *namen):
        kijker.pagina.locator("main").get_by_role("link", name=naam, exact=True).click()


def druk(waar: Scherm | Locator, knop: str) -> None:
    """Press a button."""
    plek = waar.pagina.locator("main") if isinstance(waar, Scherm) else waar
    plek.get_by_role("button", name=knop, exact=True).first.click()


def klap_uit(kijker: Scherm, titel: str) -> Locator:
    """Open what is folded under this title."""
    kop = kijker.pagina.locator("summary", has_text=titel)
    vak = kijker.pagina.locator("details", has=kop).first
    vak.locator("summary").click()
    return vak


def antwoord(kijker: Scherm, **keuzes: str) -> None:
    """Choose answers of the screening: `gebied__vraag="waarde"`."""
    for veld, waarde in keuzes.items():
        naam = veld.replace("__", "-")
        kijker.pagina.locator(f'input[name="{naam}"][value="{waarde}"]').check()


def meet(kijker: Scherm, zaak: UUID, moment: str, **keuzes: str) -> None:
    """Do a screening and fix it."""
    kijker.open(f"/dossiers/{zaak}/plan/screening/{moment}/")
    antwoord(kijker, **keuzes)
    druk(kijker, "Stel de meting vast")
    kijker.pagina.wait_for_url(f"**/dossiers/{zaak}/plan/screening/")


def leg_vast(
    kijker: Scherm,
    titel: str,
    velden: dict[str, str],
    *keuzes: str,
    lijst: dict[str, str] | None = None,
) -> None:
    """Fill in a folded form: fields by their label, radio buttons, and choices of a list."""
    vak = klap_uit(kijker, titel)
    for label, keuze in (lijst or {}).items():
        vak.get_by_label(label).select_option(label=keuze)
    for keuze in keuzes:
        vak.get_by_label(keuze, exact=True).check()
    for label, waarde in velden.items():
        vak.get_by_label(label).fill(waarde)
    druk(vak, "Opslaan")
    assert "Opgeslagen." in kijker.tekst


def niets_te_zien(kijker: Scherm, zaak: UUID) -> None:
    """Neither the dossier nor its plan exists for this person."""
    assert kijker.open(f"/dossiers/{zaak}/") == 404
    assert kijker.open(f"/dossiers/{zaak}/plan/") == 404


def maak_het_plan(bram: Scherm, anna: Scherm, zaak: UUID) -> None:
    """Screening, actions asked and accepted, start, agreement, victims; then version 1."""
    keuzes = {"onderdak__onderdak_na": "geen", "inkomen__inkomen_na": "uitkering"}
    meet(bram, zaak, "begin", **keuzes, motivatie__motivatie="ja")
    ga(bram, zaak, "Acties")
    for wat in ("Zoek een woning", "Voer het trajectgesprek"):
        bram.pagina.get_by_label(wat).first.check()
    druk(bram, "Zet gekozen acties in het plan")
    anna.open(f"/dossiers/{zaak}/")
    anna.pagina.get_by_role("button", name="Ja, dit doen wij: Zoek een woning").click()
    ga(anna, zaak, "Vraag en motivatie")
    anna.pagina.get_by_label("Wat heeft deze persoon nodig?").fill("Een woning en werk.")
    anna.pagina.get_by_label("Wat is nodig voor de veiligheid").fill("Niets bijzonders.")
    druk(anna, "Opslaan")
    ga(bram, zaak, "Vraag en motivatie")
    leg_vast(bram, "Gesprek vastleggen", {"Wie deed mee?": "Anna\nBram"}, "Beeldbellen", "Ja")
    leg_vast(bram, "Motivatie vastleggen", {"Toelichting": "Wil weer kapper zijn."}, "Wil wel")
    leg_vast(bram, "Doel toevoegen", {"Doel in de eigen woorden": "Weer knippen"})
    akkoord = {"In de eigen woorden": "Zo wil ik het"}
    leg_vast(bram, "Vastleggen wat de persoon", akkoord, "Is het eens met het plan")


def stel_vast(kijker: Scherm, zaak: UUID, nummer: int) -> None:
    """Fix the plan as it stands."""
    ga(kijker, zaak)
    druk(kijker, "Stel deze versie vast")
    assert f"Versie {nummer} is vastgesteld" in kijker.tekst


@pytest.mark.clausule("1.3", "1.9", "4.2", "5.1", "5.2", "5.4", "5.5", "7.1", "8.7")
def test_een_gewoon_verblijf_van_het_bericht_tot_zes_maanden_erna(scherm, klok: Klok):
    """Given the message of a stay, then Bram and Anna bring Ida home, and half a year further."""
    zaak = verblijf("HEEL", "Heelal", verwachtEinde=rond("2027-03-01"))
    bram, anna, eva = scherm("bram"), scherm("anna"), scherm("eva")
    maak_het_plan(bram, anna, zaak)
    ga(bram, zaak)
    assert bram.pagina.get_by_role("button", name="Stel deze versie vast").count() == 0
    bram.pagina.get_by_role("link", name="Beantwoord eerst of er een wens").click()
    druk(bram, "Nee, er is niets dat het plan raakt")
    ga(bram, zaak)
    bram.pagina.get_by_role("button", name="Leg vast: er is niets").first.click()
    assert "Er is niets." in bram.tekst
    stel_vast(bram, zaak, 1)

    stuur(einde_gewijzigd("HEEL", "2027-02-01"))
    anna.open(f"/dossiers/{zaak}/plan/standen/")
    assert "1 februari 2027" in anna.tekst
    ga(anna, zaak, "Acties")
    anna.pagina.get_by_role("link", name="Zoek een woning").first.click()
    klaar = klap_uit(anna, "Klaar")
    klaar.get_by_label("Wat is het resultaat?").fill("Een kamer in Zuilen")
    druk(klaar, "Klaar")
    stel_vast(anna, zaak, 2)
    anna.open(f"/dossiers/{zaak}/plan/versies/?oud=1&nieuw=2")
    assert "Een kamer in Zuilen" in anna.tekst

    klok(date(2027, 2, 1))
    bericht("HEEL", "einde", "2027-02-01T09:00:00+01:00", datum="2027-02-01", reden="einde_straf")
    meet(bram, zaak, "ontslag", onderdak__onderdak_na="eigen_woning")
    klok(date(2027, 7, 20))
    meet(anna, zaak, "zes_maanden", onderdak__onderdak_na="eigen_woning", zorg__zorg_nodig="nee")
    anna.open(f"/dossiers/{zaak}/plan/screening/")
    assert anna.tekst.count("gemeten") >= 3
    niets_te_zien(eva, zaak)
    klok(date(2027, 8, 10))
    for kijker in (bram, anna):
        niets_te_zien(kijker, zaak)


@pytest.mark.clausule("3.3", "5.1", "5.4")
def test_een_kort_verblijf_is_op_een_dag_geregeld_door_inrichting_en_gemeente(scherm, klok: Klok):
    """Given somebody who may stand outside any day, then what must not wait is agreed at once."""
    onbekend = {"zekerheid": "onbekend"}
    zaak = verblijf(
        "VANDAAG",
        "Vandaag",
        titel="voorlopige_hechtenis",
        begin="2026-11-22",
        bronTijd="2026-11-22T12:00:00+01:00",
        verwachtEinde=onbekend,
    )
    bram, anna, eva = scherm("bram"), scherm("anna", breed=SMAL), scherm("eva")
    bram.open(f"/dossiers/{zaak}/")
    bram.pagina.get_by_role("link", name="Regel de dag van vertrek").click()
    slapen = bram.pagina.get_by_label("Waar slaapt deze persoon de eerste nacht?")
    slapen.select_option(label=NAZORG)
    bram.pagina.get_by_label("Lopen huur of hypotheek door?").select_option(label=NAZORG)
    bram.pagina.get_by_label("Gaan de medicijnen").select_option(label="Uw loket")
    druk(bram, "Zet in het plan")
    assert "3 acties staan in het plan." in bram.tekst
    anna.open("/?lijst=gevraagd")
    anna.open(f"/dossiers/{zaak}/")
    anna.pagina.get_by_role("button", name="Ja, dit doen wij: Regel een slaapplek").click()
    assert "Afgesproken" in anna.tekst
    anna.pagina.get_by_role("link", name="Nee, dit doen wij niet").first.click()
    nee = anna.pagina.locator("form#weigeren")
    nee.get_by_label("Reden").select_option(index=1)
    nee.get_by_label("Toelichting").fill("De huur is al opgezegd.")
    druk(nee, "Nee, dit doen wij niet")
    assert anna.te_breed() == []
    bericht("VANDAAG", "einde", "2026-11-23T08:00:00+01:00", datum="2026-11-23", reden="schorsing")
    bram.open(f"/dossiers/{zaak}/plan/kort/")
    assert "Regel een slaapplek" in bram.tekst
    bram.open(f"/dossiers/{zaak}/plan/acties/")
    assert "Voorkom dat de woning verloren gaat" in bram.tekst
    anna.open(f"/dossiers/{zaak}/plan/standen/")
    assert "Deze persoon is vertrokken op 23 november 2026" in " ".join(anna.tekst.split())
    niets_te_zien(eva, zaak)


@pytest.mark.clausule("1.10", "5.6", "5.12", "6.4", "7.2", "8.7")
def test_een_forensisch_verblijf_met_bezwaar_en_een_zitting(scherm, land: Land):
    """Given tbs in Gijs's clinic, then Cato objects to a step and only Gijs reads the treatment."""
    plaats = {"soort": "fpc", "inrichting": FPC}
    einde = {"vroegst": "2030-01-01", "zekerheid": "rechterlijk"}
    zaak = verblijf(
        "KLINIEK", "Kliniek", titel="tbs_verpleging", plaats=plaats, verwachtEinde=einde
    )
    gijs, cato, anna, eva = scherm("gijs"), scherm("cato"), scherm("anna"), scherm("eva")
    ga(gijs, zaak, "Zorg en stappen", "Stappen en behandeling")
    leg_vast(gijs, "Doel toevoegen", {"Doel": "Signalen zelf herkennen"})
    leg_vast(gijs, "Doel evalueren", {"Evaluatie": "Gaat goed"}, "Loopt")
    stap = {"Eerste dag": "2027-01-12", "Laatste dag": "2027-01-12", "Doel": "Woning bekijken"}
    leg_vast(gijs, "Stap plannen", stap, lijst={"Welke stap": "Begeleid verlof"})
    dag = {"Dag van de zitting": "2026-11-20"}
    leg_vast(gijs, "Zitting toevoegen", dag, "Verlenging van de tbs")
    ga(cato, zaak, "Stappen en behandeling")
    assert "Signalen zelf herkennen" not in cato.tekst
    leg_vast(cato, "Reageren namens uw loket", {"Toelichting": "Te dicht bij school"}, "Bezwaar")
    gijs.open(f"/dossiers/{zaak}/plan/stappen/")
    assert "Bezwaar (Te dicht bij school)" in gijs.tekst
    vak = klap_uit(gijs, "Stand van de stap wijzigen")
    vak.get_by_label("Nieuwe stand").select_option(label="Gaat niet door")
    vak.get_by_label("Reden").fill("De reclassering heeft bezwaar")
    druk(vak, "Opslaan")
    uitspraak = {"Uitspraak op": "2026-11-20", "Wat is beslist?": "Verlengd met een jaar"}
    leg_vast(gijs, "Uitspraak vastleggen", uitspraak)
    cato.open(f"/dossiers/{zaak}/plan/stappen/")
    for zin in ("De reclassering heeft bezwaar", "Verlengd met een jaar"):
        assert zin in cato.tekst
    for geheim in ("Signalen zelf herkennen", "Gaat goed", "Doelen van de behandeling"):
        assert geheim not in cato.tekst
    assert anna.open(f"/dossiers/{zaak}/plan/") == 404
    assert anna.open(f"/dossiers/{zaak}/") == 200
    assert "/plan/" not in anna.pagina.content()
    niets_te_zien(eva, zaak)


@pytest.mark.clausule("5.4", "7.1")
def test_twee_partijen_schrijven_tegelijk_aan_het_plan_en_verliezen_niets(scherm, land: Land):
    """Given Bram and Anna on one page, then Anna sees what Bram wrote, and both texts stay."""
    zaak = verblijf("SAMEN", "Samen")
    bram, anna = scherm("bram"), scherm("anna", breed=SMAL)
    for kijker in (bram, anna):
        kijker.open(f"/dossiers/{zaak}/plan/inhoud/")
    nodig, aanbod = "Wat heeft deze persoon nodig?", "Wat bieden de partijen aan?"
    bram.pagina.get_by_label(nodig).fill("Rust.")
    druk(bram, "Opslaan")
    anna.pagina.get_by_label(nodig).fill("Een huis.")
    anna.pagina.get_by_label(aanbod).fill("Een urgentie.")
    druk(anna, "Opslaan")
    assert "Iemand anders was u voor" in anna.tekst
    assert "Er staat nu: Rust." in anna.tekst
    assert anna.pagina.get_by_label(aanbod).input_value() == "Een urgentie."
    assert anna.overtredingen() == []
    assert anna.te_breed() == []
    anna.pagina.get_by_label(nodig).fill("Rust en een huis.")
    druk(anna, "Opslaan")
    bram.open(f"/dossiers/{zaak}/plan/inhoud/")
    assert bram.pagina.get_by_label(nodig).input_value() == "Rust en een huis."
    assert bram.pagina.get_by_label(aanbod).input_value() == "Een urgentie."
