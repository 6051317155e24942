"""Care after the stay: what others must know, and no more."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from richting.kern.lezen import lezing
from richting.partijen.fouten import NietToegestaan
from richting.plannen.acties.zorg import bewaar_zorg
from richting.plannen.botsing import Botsing
from richting.plannen.models import Zorgoverdracht
from richting.plannen.overzichten.zorg import zorgoverdracht
from tests.partijen.bouwers import Lid, Ploeg, meld_aan

pytestmark = pytest.mark.clausule("5.11")
INVOER = {
    "versie": "0",
    "afspraak_bij": "Huisarts in Utrecht",
    "afspraak_op": "2027-03-02",
    "vervolg": "Anna belt de huisarts",
    "overdrachtsbrief": "nodig",
}


def lees(lid: Lid, zaak: UUID) -> Zorgoverdracht | None:
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"zorg"})
        return zorgoverdracht(zaak)


def opslaan(zaak: UUID) -> str:
    return reverse("plannen:zorg_nieuw", args=[zaak, "zorg"])


def test_bram_vult_in_en_anna_weet_wat_er_op_de_dag_nodig_is(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    url = reverse("plannen:zorg", args=[zaak])
    meld_aan(client, ploeg.bram)
    assert client.post(opslaan(zaak), INVOER).status_code == 302
    staand = lees(ploeg.anna, zaak)
    assert staand is not None
    assert (staand.vervolg, staand.overdrachtsbrief) == ("Anna belt de huisarts", "nodig")
    meld_aan(client, ploeg.anna)
    assert "Huisarts in Utrecht" in client.get(url).content.decode()


def test_er_is_geen_veld_voor_ziekte_of_behandeling() -> None:
    velden = {veld.name for veld in Zorgoverdracht._meta.fields}
    assert not velden & {"diagnose", "behandeling", "medicijn", "ziekte"}


@pytest.mark.clausule("7.1")
def test_twee_tegelijk_verliezen_niets(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    bewaar_zorg(ploeg.bram.wie(), zaak, {"vervolg": "Van Bram"}, 0)
    with pytest.raises(Botsing):
        bewaar_zorg(ploeg.anna.wie(), zaak, {"vervolg": "Van Anna"}, 0)
    meld_aan(client, ploeg.anna)
    antwoord = client.post(opslaan(zaak), INVOER)
    assert antwoord.status_code == 409
    tekst = antwoord.content.decode()
    assert "Van Bram" in tekst
    assert "Anna belt de huisarts" in tekst


@pytest.mark.clausule("6.4")
def test_eva_en_dirk_weten_er_niets_van(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    for buiten in (ploeg.eva, ploeg.dirk):
        with pytest.raises(NietToegestaan):
            bewaar_zorg(buiten.wie(), zaak, {"vervolg": "x"}, 0)
        meld_aan(client, buiten)
        assert client.get(reverse("plannen:zorg", args=[zaak])).status_code == 404
        assert client.post(opslaan(zaak), INVOER).status_code == 404


def test_een_keuze_die_er_niet_is_wordt_geweigerd(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    meld_aan(client, ploeg.bram)
    antwoord = client.post(opslaan(zaak), {**INVOER, "overdrachtsbrief": "griep"})
    assert antwoord.status_code == 200
    assert lees(ploeg.bram, zaak) is None
