"""The server splits itself into workers: they share nothing that belongs to one of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.db import connections

from richting.config.opdrachten import dien_op


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

        def serve(self) -> None:
            open_bij_splitsen.append((connection.connection, dict(connection._connection_pools)))

    monkeypatch.setattr("granian.Granian", Nepserver)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    assert connection._connection_pools
    dien_op(settings.OMGEVING)
    assert open_bij_splitsen == [(None, {})]
