"""A cursor whose statements the database plans once per connection: for what every page asks.

Parameters go apart from the text, so a statement must say of which type they are where the database
can't see it. See docs/keuzes/018-nagevraagd.md.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor


def voorbereide_cursor() -> Any:
    """A cursor as `connection.cursor()` gives, but with prepared statements."""
    verbinding: Any = connection
    verbinding.ensure_connection()
    soort: Any = ServerBindingCursor
    return verbinding._prepare_cursor(soort(verbinding.connection))
