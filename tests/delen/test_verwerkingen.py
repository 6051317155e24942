"""The register of processings on the screen and as a file."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from richting.akkoord.verwerkingen import STEUN, verwerkingsregister
from tests.delen.bouwers import ANDERS_GETOETST, APART, TABELLEN
from tests.delen.bouwers_regie import AAN_TAFEL
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


STEUN_VAN = {
    "kern_journaal": "journaal",
    "delen_inzage": "inzage",
    "delen_verwerking": "verwerkingenlog",
    "berichten_bericht": "verblijfsberichten",
    "berichten_aanlevering": "verblijfsberichten",
    "dossiers_verblijfsfeit": "verblijfsberichten",
    "dossiers_justitiabele": "koppelen",
    "dossiers_koppelvoorstel": "koppelen",
    "dossiers_geweigerdverblijf": "weigeren",
    "meldingen_melding": "meldingen",
    "regie_meldplichtcontrole": "meldingen",
    "regie_grondronde": "meldingen",
    "meldingen_abonnement": "meldingen",
    "meldingen_aflevering": "meldingen",
    "meldingen_mailkeuze": "meldingen",
    "meldingen_webhooksleutel": "meldingen",
    "meldingen_bijvernietiging": "bij_vernietiging",
    "regie_mail": "meldingen",
    "regie_mailregel": "meldingen",
    "regie_berichtvoorkeur": "meldingen",
    "delen_afscherming": "afscherming",
    "delen_grond": "afscherming",
    "regie_belemmering": "werkvoorraad",
    "regie_regietijdvak": "werkvoorraad",
    "plannen_voorziening": "medewerkers",
}
"""Which processing of the house itself keeps the rows that no category of a ground opens."""
VAN_DE_BIJ = {"meldingen_bijbericht", "meldingen_bijversie"}
"""Opened by the ground of the BIJ, by a condition of their own."""


@pytest.mark.clausule("6.7")
def test_elke_tabel_op_slot_valt_onder_een_verwerking_met_een_regime() -> None:
    """Rows that a category opens fall under the processings on a legal basis; the rest, here."""
    op_grond = (
        {naam for naam, soorten in TABELLEN.items() if soorten != ()} | set(AAN_TAFEL) | VAN_DE_BIJ
    )
    zonder_grond = {*TABELLEN, *APART, *ANDERS_GETOETST} - op_grond
    assert zonder_grond == set(STEUN_VAN)
    assert set(STEUN_VAN.values()) <= {steun.code for steun in STEUN}
