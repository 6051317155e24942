"""The short stay on one screen: the list of the day itself, and who calls whom."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from richting.akkoord.plan.kort import Kortregel, Kortstaat
from richting.akkoord.plan.overgangen import Daad, Reden
from richting.akkoord.plan.woorden import Actiestaat
from richting.dossiers.overzichten import dossier as lees_dossier
from richting.partijen.fouten import KanNiet
from richting.plannen.acties.actielijst import doe
from richting.plannen.acties.actievoorstel import Keuze, regel_kort
from richting.plannen.overzichten.voorstellen import kort_voor
from richting.plannen.toegang import mijn_categorieen
from tests.partijen.bouwers import Ploeg, meld_aan
from tests.plannen.bouwers_actie import alle, als, kort_verblijf, lees, stuur_in

VANDAAG = date(2026, 11, 23)
S = Actiestaat
VRAGEN = (
    "Waar slaapt deze persoon de eerste nacht?",
    "Waar leeft deze persoon de eerste dagen van?",
    "Wie zorgt er voor de huisdieren?",
    "Wie belt wie",
)


@pytest.mark.clausule("3.3", "5.1")
def test_de_lijst_van_de_dag_zelf_gaat_in_een_keer_het_plan_in(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = kort_verblijf()
    pagina = lees(client, ploeg.bram, "kort", zaak)
    assert [vraag for vraag in VRAGEN if vraag not in pagina] == []
    assert ploeg.anna.loket.naam in pagina
    antwoord = stuur_in(
        client,
        ploeg.bram,
        "kort",
        zaak,
        **{
            "kort-slapen": ploeg.anna.loket.pk,
            "kort-medicijnen": ploeg.bram.loket.pk,
            "kort-dieren": "geregeld",
            "kort-geld": "",
        },
    )
    assert antwoord.url == reverse("plannen:kort", args=[zaak])
    slapen, medicijnen, dieren = alle(ploeg.bram, zaak)
    assert (slapen.staat, slapen.uiterlijk) == (S.GEVRAAGD, date(2026, 11, 26))
    assert slapen.antwoord_uiterlijk == date(2026, 11, 26)
    assert (medicijnen.staat, medicijnen.verantwoordelijk) == (S.AFGESPROKEN, ploeg.bram.loket)
    assert (dieren.staat, dieren.klaar_op) == (S.GEDAAN, VANDAAG)
    na = lees(client, ploeg.bram, "kort", zaak)
    assert "Staat in het plan" in na
    assert "Gevraagd, nog geen antwoord" in na
    bellen = na[na.index("Wie belt wie") :]
    assert "Waar slaapt deze persoon de eerste nacht?" in bellen
    assert "Gaan de medicijnen" not in bellen
    assert len(re.findall(rf"belt\s+<strong>{ploeg.anna.loket.naam}<", bellen)) == 1, bellen
    assert 'name="kort-slapen"' not in na
    assert 'name="kort-geld"' in na


def test_niets_kiezen_op_de_lijst_maakt_niets(client: Client, ploeg: Ploeg) -> None:
    zaak = kort_verblijf()
    antwoord = stuur_in(client, ploeg.bram, "kort", zaak)
    zin = "Kies bij een of meer punten wie het doet, of dat het niet hoeft."
    assert zin in antwoord.content.decode()
    assert alle(ploeg.bram, zaak) == []


@pytest.mark.clausule("3.3", "5.1")
def test_geen_kinderen_en_geen_dieren_is_een_antwoord_en_niet_geregeld(
    client: Client, ploeg: Ploeg
) -> None:
    zaak = kort_verblijf()
    pagina = lees(client, ploeg.bram, "kort", zaak)
    assert keuzes(pagina, "kort-kinderen")[:3] == ["", "geregeld", "niet_nodig"]
    assert "niet_nodig" not in keuzes(pagina, "kort-slapen"), "een slaapplek heeft iedereen nodig"
    velden = {"kort-kinderen": "niet_nodig", "kort-dieren": "niet_nodig"}
    stuur_in(client, ploeg.bram, "kort", zaak, **velden)
    rijen = alle(ploeg.bram, zaak)
    assert [(een.staat, een.klaar_op) for een in rijen] == [(S.NIET_NODIG, None)] * 2
    na = lees(client, ploeg.anna, "kort", zaak)
    assert keuzes(na, "kort-dieren") == []
    plek = na.index("Wie zorgt er voor de huisdieren?")
    assert "Niet nodig" in na[plek : na.index("</li>", plek)]
    assert "Wie zorgt er voor de huisdieren?" not in na[na.index("Wie belt wie") :]
    assert {een.staat for een in als(ploeg.bram, zaak, lambda: punten(ploeg, zaak))} == {
        Kortstaat.NIET_NODIG
    }


def test_wat_altijd_nodig_is_kan_niet_op_niet_nodig(client: Client, ploeg: Ploeg) -> None:
    zaak = kort_verblijf()
    for code in ("kort-slapen", "kort-geld", "kort-identiteit", "kort-verzekering"):
        with pytest.raises(KanNiet) as fout:
            regel_kort(ploeg.bram.wie(), zaak, [Keuze("kort-dieren"), Keuze(code, niet_nodig=True)])
        assert fout.value.code == "wel_nodig"
    with pytest.raises(KanNiet, match="niet allebei"):
        regel_kort(ploeg.bram.wie(), zaak, [Keuze("kort-dieren", geregeld=True, niet_nodig=True)])
    antwoord = stuur_in(client, ploeg.bram, "kort", zaak, **{"kort-slapen": "niet_nodig"})
    assert antwoord.status_code == 200
    assert alle(ploeg.bram, zaak) == []


@pytest.mark.clausule("8.5")
def test_toch_een_hond_thuis_maakt_er_weer_een_actie_van(ploeg: Ploeg) -> None:
    zaak = kort_verblijf()
    (dieren,) = regel_kort(ploeg.bram.wie(), zaak, [Keuze("kort-dieren", niet_nodig=True)])
    doe(ploeg.bram.wie(), zaak, dieren.pk, Daad.HEROPENEN, dieren.versie, Reden.TOCH_NODIG)
    (weer,) = als(ploeg.bram, zaak, lambda: punten(ploeg, zaak, "kort-dieren"))
    assert weer.staat is Kortstaat.IN_PLAN


@pytest.mark.parametrize(
    ("taal", "zin", "woord"),
    [
        ("nl", "Dit is niet nodig: Regel dat er voor de huisdieren wordt gezorgd.", "Niet nodig"),
        ("en", "This is not needed: Regel dat er voor de huisdieren wordt gezorgd.", "Not needed"),
    ],
)
def test_niet_nodig_staat_op_papier_en_in_de_tijdlijn(
    client: Client, ploeg: Ploeg, taal: str, zin: str, woord: str
) -> None:
    zaak = kort_verblijf()
    regel_kort(ploeg.bram.wie(), zaak, [Keuze("kort-dieren", niet_nodig=True)])
    meld_aan(client, ploeg.bram)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = taal
    tijdlijn = client.get(reverse("dossiers:dossier", args=[zaak])).content.decode()
    assert zin in tijdlijn
    assert woord in op_papier(client, "papier_plan", zaak)
    van_persoon = op_papier(client, "papier_persoon", zaak, taal)
    assert woord.lower() in van_persoon
    dieren = "Regelen dat er voor uw huisdieren" if taal == "nl" else "your pets"
    assert dieren in van_persoon


def keuzes(pagina: str, code: str) -> list[str]:
    """What can be chosen for a point; nothing when it is not asked any more."""
    vak = re.search(rf'<select name="{code}".*?</select>', pagina, re.S)
    return re.findall(r'<option value="([^"]*)"', vak.group()) if vak else []


def punten(ploeg: Ploeg, zaak: UUID, *codes: str) -> list[Kortregel]:
    """How these points stand (children and animals), within a reading."""
    rij = lees_dossier(zaak)
    assert rij is not None
    mijn = mijn_categorieen(zaak, ploeg.bram.loket.pk)
    lijst = kort_voor(rij, VANDAAG, mijn)
    gezocht = codes or ("kort-kinderen", "kort-dieren")
    return [regel for regel in lijst.regels if regel.punt.code in gezocht]


def op_papier(client: Client, naam: str, *args: object) -> str:
    """The words of a print, with the line breaks taken out."""
    antwoord = client.get(reverse(f"plannen:{naam}", args=args))
    lezer = PdfReader(BytesIO(antwoord.content))
    return " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())


@pytest.mark.clausule("3.3")
def test_zonder_bekend_einde_rekent_de_lijst_met_vandaag(client: Client, ploeg: Ploeg) -> None:
    zaak = kort_verblijf(verwachtEinde={"zekerheid": "onbekend"})
    assert "Deze lijst rekent met vandaag." in lees(client, ploeg.bram, "kort", zaak)
    (actie,) = regel_kort(ploeg.bram.wie(), zaak, [Keuze("kort-slapen")])
    assert actie.uiterlijk == VANDAAG


@pytest.mark.clausule("5.4")
def test_de_telefoon_van_het_andere_loket_staat_erbij(client: Client, ploeg: Ploeg) -> None:
    zaak = kort_verblijf()
    ploeg.anna.loket.telefoon = "030 000 00 00"
    ploeg.anna.loket.save()
    pagina = lees(client, ploeg.bram, "kort", zaak)
    assert "tel:030 000 00 00" in pagina
