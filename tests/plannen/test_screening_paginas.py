"""The pages of the screening, as a browser without script uses them."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from richting.akkoord.plan.woorden import Leefgebied, Meetmoment
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.plannen.overzichten.screeningscherm import invulscherm
from tests.akkoord.plan.bouwers import GOED
from tests.partijen.bouwers import Lid, Ploeg, meld_aan
from tests.plannen.bouwers_screening import concept, meet, staat

G = Leefgebied
MOMENTEN = [moment.value for moment in Meetmoment]


class _Velden(HTMLParser):
    """What a browser would send of the forms on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.velden: dict[str, str] = {}
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Hidden and checked inputs, and selected options."""
        a = dict(attrs)
        if tag == "select":
            self._select = a.get("name") or ""
        if tag == "option" and "selected" in a:
            self.velden[self._select] = a.get("value") or ""
        kiest = a.get("type") in ("radio", "checkbox")
        if tag == "input" and a.get("name") and (not kiest or "checked" in a):
            self.velden[str(a["name"])] = a.get("value") or ""


def velden(pagina: str) -> dict[str, str]:
    lezer = _Velden()
    lezer.feed(pagina)
    return {n: w for n, w in lezer.velden.items() if n not in ("csrfmiddlewaretoken", "zoekterm")}


def adres(zaak: UUID, moment: str = "begin", naam: str = "meten") -> str:
    return reverse(f"plannen:{naam}", args=[zaak, moment])


def open_(client: Client, zaak: UUID, moment: str = "begin") -> dict[str, str]:
    return velden(client.get(adres(zaak, moment)).content.decode())


def als(lid: Lid) -> Client:
    client = Client()
    meld_aan(client, lid)
    return client


def stuur(client: Client, zaak: UUID, velden_: dict[str, str], daad: str = "bewaar") -> Any:
    return client.post(adres(zaak), {**velden_, "daad": daad})


@pytest.mark.clausule("5.1", "8.2")
def test_bram_vult_in_bewaart_en_stelt_vast(ploeg: Ploeg, zaak: UUID) -> None:
    bram = als(ploeg.bram)
    scherm = open_(bram, zaak)
    assert scherm["onderdak-onderdak_na"] == "@niet_gevraagd"
    scherm |= {"onderdak-onderdak_na": "geen", "identiteit-id_geldig_tot": "2027-05-01"}
    scherm |= {"zorg-zorgverzekering": "@wil_niet", "schulden-schulden_bedrag-soort": "@onbekend"}
    assert stuur(bram, zaak, scherm).status_code == 302
    weer = open_(bram, zaak)
    assert weer["onderdak-onderdak_na"] == "geen"
    assert weer["identiteit-id_geldig_tot"] == "2027-05-01"
    assert weer["zorg-zorgverzekering"] == "@wil_niet"
    assert weer["schulden-schulden_bedrag-soort"] == "@onbekend"
    assert "identiteit-id_geldig_tot-soort" not in weer, "naast een dag is niets anders gekozen"
    antwoord = stuur(bram, zaak, weer, "vast")
    assert antwoord["Location"] == reverse("plannen:screening", args=[zaak])
    wat = staat(ploeg.anna, zaak)
    assert wat[G.ONDERDAK].antwoorden["onderdak_na"].waarde == "geen"
    assert wat[G.INKOMEN].gemeten is None
    pagina = als(ploeg.anna).get(antwoord["Location"]).content.decode()
    assert "1 mei 2027" in pagina
    assert "Bram Willems" in pagina


@pytest.mark.clausule("6.4")
@pytest.mark.parametrize("wie", ["eva", "dirk", "fatima"])
def test_voor_wie_er_niet_bij_hoort_bestaat_de_screening_niet(
    ploeg: Ploeg, zaak: UUID, wie: str
) -> None:
    client = als(getattr(ploeg, wie))
    assert client.get(reverse("plannen:screening", args=[zaak])).status_code == 404
    assert client.get(adres(zaak)).status_code == 404
    assert stuur(client, zaak, {}).status_code == 404
    for naam in ("bewaar_vanzelf", "neem_over", "gooi_weg"):
        assert client.post(adres(zaak, naam=naam)).status_code == 404


def test_een_moment_dat_niet_bestaat(ploeg: Ploeg, zaak: UUID) -> None:
    assert als(ploeg.bram).get(adres(zaak, "ooit")).status_code == 404


@pytest.mark.parametrize("moment", MOMENTEN)
def test_elk_moment_heeft_een_scherm(ploeg: Ploeg, zaak: UUID, moment: str) -> None:
    scherm = open_(als(ploeg.bram), zaak, moment)
    assert ("zorg-medicijnen" in scherm) is (moment != "zes_maanden")
    assert {f"{gebied.value}-begin" for gebied in Leefgebied} <= set(scherm)


def test_vanzelf_bewaren_zegt_dat_en_vernieuwt_waarmee_het_scherm_begon(
    ploeg: Ploeg, zaak: UUID
) -> None:
    bram = als(ploeg.bram)
    scherm = open_(bram, zaak) | {"zorg-zorg_nodig": "ja"}
    antwoord = bram.post(adres(zaak, naam="bewaar_vanzelf"), scherm).content.decode()
    assert "Bewaard om" in antwoord
    begin = json.loads(velden(antwoord)["zorg-begin"])
    assert begin["zorg_nodig"]["waarde"] is True
    assert open_(bram, zaak)["zorg-zorg_nodig"] == "ja"


def test_een_fout_antwoord_houdt_de_goede_niet_tegen(ploeg: Ploeg, zaak: UUID) -> None:
    bram = als(ploeg.bram)
    scherm = open_(bram, zaak) | {
        "zorg-zorg_nodig": "ja",
        "schulden-schulden_bedrag": "veel",
        "identiteit-id_geldig_tot": "2027-05-01",
        "identiteit-id_geldig_tot-soort": "@onbekend",
    }
    vanzelf = bram.post(adres(zaak, naam="bewaar_vanzelf"), scherm).content.decode()
    assert "2 antwoorden kloppen nog niet" in vanzelf
    assert "Tot wanneer is het geldig?" in vanzelf
    antwoord = stuur(bram, zaak, scherm, "vast")
    assert antwoord.status_code == 400
    pagina = antwoord.content.decode()
    assert "Vul een bedrag in hele euro" in pagina
    assert "Laat een van de twee weg" in pagina
    assert velden(pagina)["schulden-schulden_bedrag"] == "veel"
    assert staat(ploeg.bram, zaak)[G.ZORG].gemeten is None
    assert open_(bram, zaak)["zorg-zorg_nodig"] == "ja"


def test_niets_ingevuld_vaststellen_zegt_wat_er_mist(ploeg: Ploeg, zaak: UUID) -> None:
    bram = als(ploeg.bram)
    antwoord = stuur(bram, zaak, open_(bram, zaak), "vast")
    assert antwoord.status_code == 400
    assert "Er is nog niets ingevuld" in antwoord.content.decode()


@pytest.mark.clausule("7.1")
def test_twee_vensters_op_een_concept_verliezen_niets(ploeg: Ploeg, zaak: UUID) -> None:
    bram, anna = als(ploeg.bram), als(ploeg.anna)
    van_bram, van_anna = open_(bram, zaak), open_(anna, zaak)
    van_bram |= {"identiteit-id_document": "paspoort", "identiteit-digid": "ja"}
    stuur(bram, zaak, van_bram)
    van_anna |= {"identiteit-id_document": "geen", "zorg-zorg_nodig": "nee"}
    vanzelf = anna.post(adres(zaak, naam="bewaar_vanzelf"), van_anna).content.decode()
    assert "Bram Willems antwoordde intussen" in vanzelf
    van_anna |= velden(vanzelf)
    antwoord = stuur(anna, zaak, van_anna, "vast")
    assert antwoord.status_code == 400
    pagina = antwoord.content.decode()
    assert "Paspoort. U: Geen." in pagina
    scherm = velden(pagina)
    assert scherm["identiteit-id_document"] == "geen"
    assert scherm["zorg-zorg_nodig"] == "nee"
    nu = open_(bram, zaak)
    assert (nu["identiteit-id_document"], nu["zorg-zorg_nodig"]) == ("paspoort", "nee")
    assert stuur(anna, zaak, scherm, "vast").status_code == 302
    wat = staat(ploeg.bram, zaak)
    assert wat[G.IDENTITEIT].antwoorden["id_document"].waarde == "geen"
    assert wat[G.IDENTITEIT].antwoorden["digid"].waarde is True


@pytest.mark.clausule("8.2")
def test_wat_bekend_is_staat_erbij_met_bron_en_dag_en_is_over_te_nemen(
    ploeg: Ploeg, zaak: UUID
) -> None:
    meet(ploeg.bram, zaak, G.IDENTITEIT, id_document="paspoort")
    anna = als(ploeg.anna)
    pagina = anna.get(adres(zaak, "voor_ontslag")).content.decode()
    assert "Eerder: Paspoort. De medewerker weet of ziet het, 23 november 2026." in pagina
    assert "Bekend uit het bericht over het verblijf: ingeschreven in" in pagina
    anna.post(adres(zaak, "voor_ontslag", "neem_over"))
    scherm = open_(anna, zaak, "voor_ontslag")
    assert scherm["identiteit-id_document"] == "paspoort"
    assert (
        "Neem bekende antwoorden over" not in anna.get(adres(zaak, "voor_ontslag")).content.decode()
    )


def test_de_bron_kiezen_geldt_voor_alle_antwoorden_van_het_gebied(ploeg: Ploeg, zaak: UUID) -> None:
    bram = als(ploeg.bram)
    scherm = open_(bram, zaak) | {"zorg-zorg_nodig": "ja", "zorg-bron": "zelfrapportage"}
    stuur(bram, zaak, scherm)
    begin = json.loads(open_(bram, zaak)["zorg-begin"])
    assert begin["zorg_nodig"]["bron"] == "zelfrapportage"
    stuur(bram, zaak, open_(bram, zaak) | {"zorg-bron": "registratie"})
    begin = json.loads(open_(bram, zaak)["zorg-begin"])
    assert begin["zorg_nodig"]["bron"] == "registratie"


def test_corrigeren_begint_met_de_antwoorden_van_toen(ploeg: Ploeg, zaak: UUID) -> None:
    meet(ploeg.bram, zaak, G.ZORG, zorg_nodig=True)
    bram = als(ploeg.bram)
    assert "U corrigeert een meting" in bram.get(adres(zaak)).content.decode()
    scherm = open_(bram, zaak)
    assert scherm["zorg-zorg_nodig"] == "ja"
    stuur(bram, zaak, scherm | {"zorg-zorg_nodig": "nee"}, "vast")
    assert staat(ploeg.anna, zaak)[G.ZORG].antwoorden["zorg_nodig"].waarde is False
    pagina = bram.get(reverse("plannen:screening", args=[zaak])).content.decode()
    assert pagina.count("Bij het begin: 23 november 2026") == 2


def test_een_concept_weggooien(ploeg: Ploeg, zaak: UUID) -> None:
    concept(ploeg.bram, zaak, G.ZORG, zorg_nodig=True)
    anna = als(ploeg.anna)
    assert anna.post(adres(zaak, naam="gooi_weg")).status_code == 302
    assert open_(anna, zaak)["zorg-zorg_nodig"] == "@niet_gevraagd"


def test_een_verknoeid_begin_overschrijft_niets(ploeg: Ploeg, zaak: UUID) -> None:
    concept(ploeg.bram, zaak, G.ZORG, zorg_nodig=True)
    anna = als(ploeg.anna)
    scherm = open_(anna, zaak) | {"zorg-begin": '{"zorg_nodig": 3}', "zorg-zorg_nodig": "nee"}
    assert stuur(anna, zaak, scherm).status_code == 400
    assert open_(anna, zaak)["zorg-zorg_nodig"] == "ja"


def test_een_scherm_kost_evenveel_vragen_hoeveel_er_ook_gemeten_is(
    ploeg: Ploeg, zaak: UUID
) -> None:
    def aantal() -> int:
        with lezing(ploeg.anna.wie(), "test") as lees:
            lees.gezien([zaak], {"plan"})
            rij = Dossier.objects.prefetch_related("gemeenten").get(pk=zaak)
            with CaptureQueriesContext(connection) as vragen:
                invulscherm(rij, Meetmoment.BEGIN, set(Leefgebied), ploeg.anna.wie().vandaag)
            return len(vragen)

    assert aantal() == 4
    for gebied, waarden in GOED.items():
        meet(ploeg.bram, zaak, gebied, **waarden)
    concept(ploeg.bram, zaak, G.ZORG, Meetmoment.VOOR_ONTSLAG, zorg_nodig=True)
    assert aantal() == 4
