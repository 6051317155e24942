"""How many SQL statements a page takes, counted in this process."""

from __future__ import annotations

from typing import Any

KEREN = 3
"""Desks, assumptions and who is active are read again once a minute: not in each of so many pages
in a row. The lowest count is that of the page itself."""


def tel_vragen(koek: str, pad: str) -> int:
    """The statements of one page, for the holder of this cookie. A first page warms up.

    Raises RuntimeError when the page is not there.
    """
    from django.test import Client

    client = Client(headers={"Cookie": koek})
    client.get(pad)
    return min(_een_keer(client, pad) for _keer in range(KEREN))


def _een_keer(client: Any, pad: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as gevraagd:
        antwoord = client.get(pad)
    if antwoord.status_code != 200:
        raise RuntimeError(f"{pad} gaf {antwoord.status_code}")
    return len(gevraagd)
