"""What all tests share: a real PostgreSQL, migrated as owner, tested as the web role."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import psycopg
import pytest
from hypothesis import HealthCheck, settings

from richting.config import ingebouwd

_BASIS = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
"""No test measures time; and a world of its own in the database is made within an example."""
settings.register_profile("huis", _BASIS, max_examples=60)
settings.register_profile("grondig", _BASIS, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "huis"))

_MAP = Path(tempfile.mkdtemp(prefix="richting-test-"))
_MAP.chmod(0o755)
_SERVER = ingebouwd.start(_MAP / "postgres")
NAAM = "richting_test"
os.environ.update(
    DJANGO_SETTINGS_MODULE="richting.config.settings",
    RICHTING_OMGEVING="test",
    DATABASE_URL=_SERVER.url(ingebouwd.WEB, NAAM),
    DATABASE_URL_EIGENAAR=_SERVER.url(ingebouwd.EIGENAAR, NAAM),
    RICHTING_VANDAAG="2026-11-23",
    RICHTING_HOSTS="localhost,127.0.0.1,testserver",
)
django.setup()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """A worker starts a server of its own: it must not load settings before it has named it."""
    del os.environ["DJANGO_SETTINGS_MODULE"]


def pytest_unconfigure() -> None:
    """Stop the server and remove its data."""
    _SERVER.stop()
    shutil.rmtree(_MAP, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """Migrate as owner once; the tests connect as the web role."""
    from tests.hulp import maak_leeg, migreer_als_eigenaar, zet_de_dag_vast

    _SERVER.maak_database(NAAM, opnieuw=True)
    migreer_als_eigenaar()
    zet_de_dag_vast()
    maak_leeg()
    yield
    with django_db_blocker.unblock():
        from django.db import connections

        connections["default"].close_pool()


@pytest.fixture
def eigenaar() -> Iterator[psycopg.Connection]:
    """A connection as the owner of the tables, outside row security; commits at once."""
    with psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"], autocommit=True) as verbinding:
        yield verbinding


@pytest.fixture
def echte_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """For tests that need real commits or more connections; emptied by the owner afterwards."""
    from tests.hulp import maak_leeg

    with django_db_blocker.unblock():
        yield
        from django.db import connections

        connections["default"].close()
    maak_leeg()


@pytest.fixture(autouse=True)
def elke_test_in_het_nederlands() -> Iterator[None]:
    """A page in English leaves its language behind in the thread; the next test starts anew."""
    from django.utils import translation

    with translation.override("nl"):
        yield
