"""The page of the reference data: only for the functional manager; lists, sources, changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from richting.kern import klok
from richting.partijen.acties import laad_referentie
from richting.partijen.naslag import LIJSTEN
from richting.partijen.paginas.naslag import TITELS, ZEKERHEDEN
from richting.partijen.referentie import LABELS, lees
from tests.partijen.bouwers import maak_ploeg, meld_aan

pytestmark = pytest.mark.django_db


@pytest.fixture
def ploeg():
    return maak_ploeg()


@pytest.fixture
def beheer(client, ploeg):
    meld_aan(client, ploeg.fatima)
    return client


def tekst(antwoord) -> str:
    return antwoord.content.decode()


def test_alleen_functioneel_beheer_heeft_deze_pagina(client, ploeg):
    meld_aan(client, ploeg.anna)
    assert client.get("/naslag/").status_code == 404
    assert "Naslag<" not in tekst(client.get("/"))


def test_een_gemeente_staat_er_met_regio_en_zekerheid(beheer):
    pagina = tekst(beheer.get("/naslag/?zoek=utrecht"))
    assert "GM0344" in pagina
    assert "gezien in een bron" in pagina


def test_een_opgegane_gemeente_noemt_haar_opvolger(beheer):
    pagina = tekst(beheer.get("/naslag/?lijst=opgegaan&zoek=GM0501"))
    assert "Brielle" in pagina
    assert "Voorne aan Zee" in pagina


def test_elke_lijst_en_elke_zekerheid_heeft_woorden(beheer):
    assert set(LIJSTEN) == set(TITELS)
    assert set(LABELS) == set(ZEKERHEDEN)
    for lijst in LIJSTEN:
        assert beheer.get(f"/naslag/?lijst={lijst}").status_code == 200


def test_de_lijst_bladert_zonder_gaten_of_dubbelen(beheer):
    codes: list[str] = []
    vraag = "?lijst=gemeente"
    while vraag:
        context = beheer.get(f"/naslag/{vraag}").context
        codes += [regel["rij"].code for regel in context["regels"]]
        vraag = context["volgende"]
    assert len(codes) == len(set(codes)) == 342


@pytest.mark.parametrize("vraag", ["?lijst=alles", "?na=%00", "?zoek=%00", f"?zoek={'x' * 101}"])
def test_onzin_bestaat_niet(beheer, vraag):
    assert beheer.get(f"/naslag/{vraag}").status_code == 404


def test_wat_laden_veranderde_staat_op_de_pagina(beheer):
    assert "veranderde er niets" in tekst(beheer.get("/naslag/"))
    naslag = lees()
    partijen = tuple(
        replace(regel, naam="Utregt") if regel.code == "GM0344" else regel
        for regel in naslag.partijen
    )
    laad_referentie(klok.nu(), replace(naslag, partijen=partijen))
    assert "Utrecht werd Utregt" in tekst(beheer.get("/naslag/"))
