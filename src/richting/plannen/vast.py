"""Fixed is fixed: a version of the plan and the words of an advice never change. Clausule 7.1, 8.3.

The database refuses it to everybody (`sql/vast.sql`). What goes away goes in a declared
destruction, and only as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, migrations

SQL = Path(__file__).parent / "sql"


def wachters() -> list[migrations.RunSQL]:
    """The migration steps that put the guards on the tables."""
    tekst = (SQL / "vast.sql").read_text(encoding="utf-8")
    return [migrations.RunSQL(tekst, migrations.RunSQL.noop)]


@contextmanager
def vernietiging() -> Iterator[None]:
    """Within this block, inside a transaction, fixed rows can be deleted; never changed.

    For a stay that lies outside the accord, and for what the law says must be destroyed.
    """
    _verklaar("ja")
    yield
    _verklaar("")


def _verklaar(waarde: str) -> None:
    """For this transaction only; after an error the transaction takes it along."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('richting.vernietigt', %s, true)", [waarde])
