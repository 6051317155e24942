"""Every page of the program: readable for everybody, on every width, and only from ourselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Browser

from tests.schermen.adressen import paginas
from tests.schermen.bezoeken import ALLEEN_DAAD, ANDERS, BESTANDEN, BEZOEKEN, ONDERWEG
from tests.schermen.land import Land
from tests.schermen.scherm import BREED, SMAL, Scherm
from tests.schermen.server import Server

ALLE = {naam: (naam, bezoek) for naam, bezoek in BEZOEKEN.items()} | ANDERS
NAMEN = sorted(ALLE)


@pytest.fixture(scope="module")
def kijk(browser: Browser, server: Server, land: Land) -> Iterator[Callable[[str], Scherm]]:
    """The window of somebody, who looks at one page after another in it."""
    open_: list[Scherm] = []

    @cache
    def kijk(wie: str) -> Scherm:
        nieuw = Scherm(browser, server.adres)
        open_.append(nieuw)
        return nieuw.met_sessie(land.sessie(wie)) if wie else nieuw

    yield kijk
    for een in open_:
        een.sluit()


def test_geen_pagina_is_vergeten():
    assert set(paginas()) == {*BEZOEKEN, *ALLEEN_DAAD, *ONDERWEG, *BESTANDEN}


@pytest.mark.parametrize("naam", NAMEN)
def test_een_pagina_is_voor_iedereen_te_bedienen_en_te_lezen_op_elke_breedte(naam, kijk, land):
    """Tab reaches everything once, in view and visibly, and comes out at the end."""
    pagina, bezoek = ALLE[naam]
    kijker = kijk(bezoek.wie)
    kijker.klachten.clear()
    kijker.verbreed(BREED)
    assert kijker.open(reverse(pagina, kwargs=bezoek.velden(land)) + bezoek.vraag) == 200
    ronde = kijker.loop_rond()
    assert [punt["wat"] for punt in ronde if not punt["zichtbaar"]] == []
    assert [punt["wat"] for punt in ronde if not punt["inBeeld"]] == []
    assert {punt["nummer"] for punt in ronde} == set(kijker.bereikbaar())
    assert kijker.overtredingen() == []
    kijker.verbreed(SMAL)
    assert kijker.te_breed() == []
    assert kijker.overtredingen() == []
    assert kijker.klachten == []


@pytest.mark.parametrize("pad", ["/bestaat-niet/", f"/dossiers/{UUID(int=0)}/"])
def test_ook_een_pagina_die_er_niet_is_is_te_lezen(pad, scherm):
    kijker = scherm("anna", breed=SMAL)
    assert kijker.open(pad) == 404
    assert "Deze pagina is er niet" in kijker.tekst
    assert kijker.overtredingen() == []
    assert kijker.te_breed() == []
