"""The register of processings on the screen and as a file."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.verwerkingen import STEUN, verwerkingsregister
from tests.partijen.bouwers import Ploeg, maak_ploeg, meld_aan

pytestmark = pytest.mark.django_db


@pytest.fixture
def ploeg() -> Ploeg:
    return maak_ploeg()


@pytest.mark.clausule("6.7")
def test_de_privacyfunctionaris_leest_elke_verwerking_met_haar_regime(ploeg: Ploeg) -> None:
    client = Client()
    meld_aan(client, ploeg.fatima)
    pagina = client.get(reverse("delen:verwerkingen")).content.decode()
    for regel in verwerkingsregister():
        assert regel.grondslag.artikel in pagina
    assert "Richtlijn 2016/680" in pagina


def test_het_bestand_heeft_een_regel_per_verwerking(ploeg: Ploeg) -> None:
    client = Client()
    meld_aan(client, ploeg.fatima)
    antwoord = client.get(reverse("delen:verwerkingen_csv"))
    tekst = antwoord.content.decode("utf-8-sig")
    regels = list(csv.reader(io.StringIO(tekst), delimiter=";"))
    assert len(regels) == 1 + len(verwerkingsregister()) + len(STEUN)
    assert {len(regel) for regel in regels} == {len(regels[0])}
    assert regels[1][0] == verwerkingsregister()[0].code


def test_wie_niet_is_aangemeld_leest_het_niet() -> None:
    assert Client().get(reverse("delen:verwerkingen")).status_code == 302
