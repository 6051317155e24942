"""A browser, a server, and a land to look at; made once for all screens."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.schermen.land import Land, maak_land
from tests.schermen.scherm import BREED, Scherm
from tests.schermen.server import Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here runs in a browser."""
    for item in items:
        if "/schermen/" in item.path.as_posix():
            item.add_marker(pytest.mark.scherm)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    pad = shutil.which("chromium") or shutil.which("chromium-browser")
    assert pad, "Geen Chromium. Doe eerst: sudo apt install chromium"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as speler:
        chromium = speler.chromium.launch(
            executable_path=pad, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="package")
def land(django_db_setup: None, django_db_blocker: Any) -> Iterator[Land]:
    """The land, really in the database; gone after the last screen."""
    from tests.hulp import maak_leeg

    with django_db_blocker.unblock():
        yield maak_land()
        from django.db import connections

        connections["default"].close()
    maak_leeg()


@pytest.fixture(scope="package")
def server(land: Land) -> Iterator[Server]:
    """The program, serving that land."""
    with Server() as server:
        yield server


@pytest.fixture
def scherm(browser: Browser, server: Server, land: Land) -> Iterator[Callable[..., Scherm]]:
    """Makes a screen: `scherm("anna")` is signed in, `scherm()` is a stranger's."""
    open_: list[Scherm] = []

    def maak(wie: str = "", *, script: bool = True, breed: int = BREED) -> Scherm:
        nieuw = Scherm(browser, server.adres, script=script, breed=breed)
        open_.append(nieuw)
        return nieuw.met_sessie(land.sessie(wie)) if wie else nieuw

    yield maak
    for een in open_:
        een.sluit()
