"""The server splits itself into workers: they share nothing that belongs to one of them."""

from __future__ import annotations

import os
from typing import Any

import pytest
from django.conf import settings
from django.db import connections

from richting.config.keuring import check_poort
from richting.config.opdrachten import dien_op
from tests.meldingen.webproces import Web


@pytest.mark.clausule("6.4")
def test_de_server_splitst_zich_zonder_open_verbinding(
    echte_database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one connection for two workers, the one reads what the other asked."""
    open_bij_splitsen: list[Any] = []
    connection: Any = connections["default"]

    class Nepserver:
        def __init__(self, *_delen: Any, **_keuzes: Any) -> None:
            pass

        def serve(self, **_keuzes: Any) -> None:
            open_bij_splitsen.append((connection.connection, dict(connection._connection_pools)))

    monkeypatch.setattr("granian.Granian", Nepserver)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    assert connection._connection_pools
    dien_op(settings.OMGEVING)
    assert open_bij_splitsen == [(None, {})]


def test_sterft_alleen_het_hoofdproces_dan_houdt_niemand_de_poort_bezet() -> None:
    """Workers that lived on would serve with nobody above them, and block a new start."""
    web = Web(os.environ, ("tools.meet.ijkpunt",))
    try:
        web.start()
        web.dood_hoofdproces()
        assert len(web.werkprocessen()) == 2
    finally:
        web.stop()
    check_poort("127.0.0.1", web.poort)
