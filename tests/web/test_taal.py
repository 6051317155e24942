"""The other language stays in reach when a form had faults, and leads to a page that exists."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from richting.partijen import rechten
from tests.berichten.bouwers import begin, maak_partijen, stuur
from tests.partijen.bouwers import Ploeg, maak_beheerder, maak_ploeg, meld_aan
from tests.regie.bouwers_regie import nummer_van

pytestmark = pytest.mark.django_db
KNOP = re.compile(r'name="next" value="([^"]*)">\s*<button[^>]*value="en"', re.DOTALL)


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin())
    return ploeg


def leidt_naar(client: Client, pagina: str) -> str:
    """Where the button "English" leads to; the page there is read in English."""
    gevonden = KNOP.search(pagina)
    assert gevonden is not None
    antwoord = client.post("/taal/setlang/", {"language": "en", "next": gevonden[1]}, follow=True)
    assert antwoord.status_code == 200
    assert '<html lang="en">' in antwoord.content.decode()
    return gevonden[1]


def test_na_een_fout_bij_uitstellen_leidt_zij_naar_de_termijnen(
    client: Client, ploeg: Ploeg
) -> None:
    meld_aan(client, ploeg.bram)
    bladzij = f"/dossiers/{nummer_van()}/termijnen/"
    vorm = {"sleutel": "termijn:R2-screening", "tot": "", "reden": ""}
    fout = client.post(f"{bladzij}uitstel/", vorm).content.decode()
    assert leidt_naar(client, fout) == bladzij


def test_na_een_fout_bij_samen_uitstellen_leidt_zij_naar_de_lijst(
    client: Client, ploeg: Ploeg
) -> None:
    meld_aan(client, ploeg.bram)
    lijst = "/?lijst=te-laat"
    vorm = {"daad": "uitstel", "dossier": [nummer_van()], "next": lijst}
    assert leidt_naar(client, client.post("/werk/", vorm).content.decode()) == lijst


def test_zonder_next_leidt_zij_naar_waar_het_formulier_stond(client: Client, ploeg: Ploeg) -> None:
    meld_aan(client, ploeg.bram)
    vorm = {"daad": "uitstel", "dossier": [nummer_van()]}
    van = "http://testserver/?bladzijde=1"
    fout = client.post("/werk/", vorm, HTTP_REFERER=van).content.decode()
    assert leidt_naar(client, fout) == "/?bladzijde=1"


@pytest.mark.parametrize("elders", ["https://elders.voorbeeld/lijst/", "//elders.voorbeeld/"])
def test_een_ander_adres_dan_een_van_ons_telt_niet(
    client: Client, ploeg: Ploeg, elders: str
) -> None:
    meld_aan(client, ploeg.bram)
    vorm = {"daad": "uitstel", "dossier": [nummer_van()], "next": elders}
    fout = client.post("/werk/", vorm, HTTP_REFERER=elders).content.decode()
    assert elders not in fout


def test_waar_iets_een_keer_te_zien_is_staat_de_knop_niet(client: Client, ploeg: Ploeg) -> None:
    """A new key is shown once: the button would take it away."""
    meld_aan(client, maak_beheerder(ploeg.anna))
    vorm = {"naam": "Proef", "loket": ploeg.anna.loket.pk, "scopes": [rechten.LEEST_DOSSIERS]}
    antwoord = client.post("/systemen/nieuw/", vorm)
    eenmalig = antwoord.content.decode()
    assert antwoord.context["sleutel"] in eenmalig
    assert KNOP.search(eenmalig) is None
    fout = client.post("/systemen/nieuw/", {}).content.decode()
    assert leidt_naar(client, fout) == "/systemen/nieuw/"
