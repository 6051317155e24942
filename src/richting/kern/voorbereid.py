"""A cursor whose statements the database plans once per connection: for what every page asks.

Parameters go apart from the text, so a statement must say of which type they are where the database
can't see it. See docs/keuzes/018-nagevraagd.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor


class _Voorbereid(ServerBindingCursor):
    """Says afterwards what it asked, as other cursors do: who counts statements reads it here."""

    def execute(self, query: Any, params: Any = None, **anders: Any) -> Any:
        uit = super().execute(query, params, **anders)  # type: ignore[misc]
        self._query = SimpleNamespace(query=str(query).encode())
        return uit


def reeks(nummers: Iterable[UUID]) -> str:
    """These numbers as PostgreSQL writes an array, for a parameter that says `%s::uuid[]`.

    A list is adapted value by value, which takes longer than the rest of the statement.
    """
    return "{" + ",".join(map(str, nummers)) + "}"


def voorbereide_cursor() -> Any:
    """A cursor as `connection.cursor()` gives, but with prepared statements."""
    verbinding: Any = connection
    verbinding.ensure_connection()
    soort: Any = _Voorbereid
    return verbinding._prepare_cursor(soort(verbinding.connection))
