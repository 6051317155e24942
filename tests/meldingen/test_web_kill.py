"""`kill -9` on the web server while messages come in and deliveries are fetched: all of it holds.

Four senders deliver over HTTP to a real `richting dien-op`, the real worker calls a
receiver, and the system of the desk fetches what it hears of. The server is killed, whole, or its
main process alone, or one of its workers, at requests that a fixed seed chooses: just sent, or
committed and not yet answered. What got no answer goes again with the same number.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from random import Random
from typing import Any

import psycopg
import pytest

from tests.api.bouwers import maak_machine, verwerkingsloket
from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen, stuur
from tests.berichten.test_kill import alles, bewaard
from tests.hulp import maak_leeg
from tests.meldingen.bouwers import afleveringen, laat_thuis_bellen, pauzes_voorbij, webhook
from tests.meldingen.ontvanger import Ontvanger
from tests.meldingen.test_bezorgen_kill import OMGEVING, check_alles, start
from tests.meldingen.webproces import (
    Aanleveraar,
    Bericht,
    Klap,
    Lijn,
    Ophaler,
    Web,
    Wekker,
)
from tests.partijen.bouwers import Ploeg, maak_ploeg

pytestmark = [pytest.mark.usefixtures("echte_database"), pytest.mark.clausule("5.4")]
AFZENDERS, VERBLIJVEN, WIJZIGINGEN = 4, 20, 9
HOOGSTENS_SAMEN = 4
"""Messages in one request."""


@pytest.fixture
def ploeg(monkeypatch: pytest.MonkeyPatch) -> Ploeg:
    """The cast, and the parties that the messages name."""
    laat_thuis_bellen(monkeypatch)
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def web() -> Iterator[Web]:
    """A server that stands, and is gone afterwards."""
    web = Web(os.environ | OMGEVING)
    try:
        web.start()
        yield web
    finally:
        web.stop()


@contextmanager
def werker(web: Web) -> Iterator[None]:
    """A worker that listens to the queue; killed in the end, whatever it is doing."""
    proces = subprocess.Popen(
        [sys.executable, "-m", "tests.meldingen.proefwerker"],
        env=os.environ | OMGEVING | {"RICHTING_URL": web.adres},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
        assert proces.poll() is None
    finally:
        proces.send_signal(signal.SIGKILL)
        proces.wait()


def verblijf(nr: int, toeval: Random) -> list[Sequence[Bericht]]:
    """What there is to tell of one stay, cut into requests."""
    sleutel = f"V{nr}"
    wie = {"geslachtsnaam": f"Naam{nr}", "geboortedatum": "1980-01-01"}
    rest = [
        einde_gewijzigd(sleutel, f"2027-04-{dag:02}", bronTijd=f"2026-11-{dag:02}T10:00:00+01:00")
        for dag in range(10, 10 + WIJZIGINGEN)
    ]
    zendingen: list[Sequence[Bericht]] = [[begin(sleutel, persoon=wie)]]
    while rest:
        aantal = toeval.randint(1, HOOGSTENS_SAMEN)
        zendingen.append(rest[:aantal])
        rest = rest[aantal:]
    return zendingen


def zodra_vastgelegd(web: Web) -> Klap:
    """Kill the server when these messages are committed; their answer is lost with the line."""

    def sla(zending: Sequence[Bericht]) -> None:
        with psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"], autocommit=True) as eigenaar:
            while not {een["berichtId"] for een in zending} <= bewaard(eigenaar):
                pass
        web.dood()

    return sla


def klappen(web: Web, verzoeken: int, toeval: Random) -> Wekker:
    """The whole server, its main process, one of its workers; none in the last of the requests."""
    wat: list[Klap] = [
        lambda _zending: web.dood(),
        zodra_vastgelegd(web),
        lambda _zending: web.dood_een_werkproces(),
        lambda _zending: web.dood_hoofdproces(),
    ]
    momenten = sorted(toeval.sample(range(5, verzoeken - 10), len(wat)))
    return Wekker(dict(zip(momenten, wat, strict=True)))


def lever_alles(web: Web, verblijven: list[list[Sequence[Bericht]]]) -> list[Aanleveraar]:
    """By senders who each have their own stays; every blow fell."""
    wekker = klappen(web, sum(map(len, verblijven)), Random(5))
    sleutel = maak_machine(verwerkingsloket()).sleutel
    afzenders = [Aanleveraar(Lijn(web, sleutel), wekker) for _ in range(AFZENDERS)]
    with ThreadPoolExecutor(AFZENDERS) as ploeg_:
        taken = [
            ploeg_.submit(een.lever, [z for nr in verblijven[plek::AFZENDERS] for z in nr])
            for plek, een in enumerate(afzenders)
        ]
        for taak in taken:
            taak.result()
    assert wekker.over == 0
    return afzenders


def check_antwoorden(berichten: set[str], afzenders: list[Aanleveraar]) -> None:
    """Each message was accepted; who sent again hears so, and some had to."""
    antwoorden: dict[str, Any] = {}
    for een in afzenders:
        antwoorden |= een.antwoorden
    assert antwoorden.keys() == berichten
    stand = {nr: uit.get("eerder", uit["status"]) for nr, uit in antwoorden.items()}
    assert set(stand.values()) == {"aanvaard"}
    assert "herhaald" in {uit["status"] for uit in antwoorden.values()}


def check_bezorgd(berichten: set[str], opgehaald: dict[str, tuple[int, Any]]) -> None:
    """One melding for each message, and each was fetched."""
    rijen = afleveringen()
    assert len(rijen) == len(berichten)
    assert all(rij.opgehaald_op for rij in rijen)
    assert opgehaald.keys() == {str(rij.melding_id) for rij in rijen}
    assert all(status == 200 and uit["id"] == nr for nr, (status, uit) in opgehaald.items())


def test_de_webserver_sterft_en_toch_gaat_er_niets_verloren_of_dubbel(
    ploeg: Ploeg, web: Web, eigenaar: psycopg.Connection
) -> None:
    toeval = Random(11)
    verblijven = [verblijf(nr, toeval) for nr in range(VERBLIJVEN)]
    zendingen = [zending for een in verblijven for zending in een]
    berichten = {een["berichtId"] for zending in zendingen for een in zending}
    with Ontvanger() as ontvanger:
        webhook(ploeg.anna, ontvanger.adres)
        ophaler = Ophaler(Lijn(web, maak_machine(ploeg.anna.loket, "meldingen:lezen").sleutel))
        ontvanger.bus.voor_antwoord = lambda een: ophaler.meld(een.gebeurtenis)
        ophaler.start()
        with werker(web):
            afzenders = lever_alles(web, verblijven)
        pauzes_voorbij()
        assert start(RICHTING_URL=web.adres).wait(300) == 0
        opgehaald = ophaler.klaar()
        web.stop()

    assert web.klappen == {"web": 2, "hoofdproces": 1, "werkproces": 1}
    check_antwoorden(berichten, afzenders)
    check_alles(ontvanger)
    check_bezorgd(berichten, opgehaald)
    assert bewaard(eigenaar) == berichten
    na_de_klappen = alles(eigenaar)
    maak_leeg()
    maak_partijen()
    for zending in zendingen:
        stuur(*zending)
    assert na_de_klappen == alles(eigenaar)
