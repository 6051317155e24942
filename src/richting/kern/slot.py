"""The second lock: row security in PostgreSQL, written once and used by every room.

A room calls `beveilig(table, …)` in a migration. Reading then needs a ground that `delen_grond`
shows to this loket; writing needs the context of a unit of work. The functions that resolve the
context stand in `sql/`. Role names are fixed: `richting_web` owns nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper

from richting.kern.context import sleutelbladen

SQL = Path(__file__).parent / "sql"
ALLEEN_TOEVOEGEN = ("kern_journaal", "delen_inzage", "delen_verwerking")
"""Tables that the web role can add to and read, and never change."""
ONZICHTBAAR = ("kern_contextsleutel", "kern_journaalkop")
"""Tables that only the owner and its functions touch."""


def sql(naam: str) -> str:
    """The text of one SQL file of this room."""
    return (SQL / naam).read_text(encoding="utf-8")


def grondvoorwaarde(tabel: str, categorieen: Iterable[str] | None, kolom: str = "") -> str:
    """SQL: the loket of this transaction has a ground for this row.

    Either fixed `categorieen`, a `kolom` of the row that names its category, or any category. The
    work is done by `delen_ziet`: a subquery here would be planned again with every statement.
    """
    nodig = "NULL"
    if kolom:
        nodig = f"ARRAY[{tabel}.{kolom}]"
    elif categorieen is not None:
        nodig = "ARRAY[" + ", ".join(f"'{c}'" for c in categorieen) + "]::text[]"
    return f"delen_ziet({tabel}.dossier_id, {nodig})"


def beleid(tabel: str, lezen: str) -> str:
    """SQL that locks a table: read under `lezen`, write only within a unit of work."""
    schrijf = "(SELECT kern_verwerkt())"
    return f"""
ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS lezen ON {tabel};
DROP POLICY IF EXISTS toevoegen ON {tabel};
DROP POLICY IF EXISTS wijzigen ON {tabel};
DROP POLICY IF EXISTS verwijderen ON {tabel};
CREATE POLICY lezen ON {tabel} FOR SELECT TO richting_web USING ({schrijf} OR ({lezen}));
CREATE POLICY toevoegen ON {tabel} FOR INSERT TO richting_web WITH CHECK ({schrijf});
CREATE POLICY wijzigen ON {tabel} FOR UPDATE TO richting_web
    USING ({schrijf}) WITH CHECK ({schrijf});
CREATE POLICY verwijderen ON {tabel} FOR DELETE TO richting_web USING ({schrijf});
"""


def beveilig(
    tabel: str,
    categorieen: Iterable[str] | None = None,
    *,
    kolom: str = "",
    lezen: str = "",
) -> migrations.RunSQL:
    """The migration step that locks one table with personal data."""
    voorwaarde = lezen or grondvoorwaarde(tabel, categorieen, kolom)
    return migrations.RunSQL(beleid(tabel, voorwaarde), migrations.RunSQL.noop)


def logboek(tabel: str, *, met_lezer: bool = True) -> migrations.RunSQL:
    """The migration step for a read log: anybody with a context adds to it, nobody reads it.

    `met_lezer`: the row names its reader, and that must be who the context says.
    """
    mag = "(SELECT kern_context()) IS NOT NULL"
    if met_lezer:
        mag += (
            " AND loket IS NOT DISTINCT FROM (SELECT kern_loket())"
            " AND medewerker IS NOT DISTINCT FROM (SELECT kern_medewerker())"
        )
    return migrations.RunSQL(
        f"""
ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS toevoegen ON {tabel};
CREATE POLICY toevoegen ON {tabel} FOR INSERT TO richting_web WITH CHECK ({mag});
""",
        migrations.RunSQL.noop,
    )


def geef_rechten(connection: BaseDatabaseWrapper, contextsleutel: str) -> None:
    """Give the web role exactly its rights and the database the key of the context.

    Runs as owner after every migration; running it again changes nothing.
    """
    binnen, buiten = sleutelbladen(contextsleutel)
    with connection.cursor() as cursor:
        cursor.execute("GRANT USAGE ON SCHEMA public TO richting_web")
        cursor.execute(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO richting_web"
        )
        cursor.execute("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO richting_web")
        for tabel in ALLEEN_TOEVOEGEN:
            cursor.execute(f"REVOKE UPDATE, DELETE ON {tabel} FROM richting_web")
        for tabel in (*ONZICHTBAAR, "django_migrations"):
            cursor.execute(f"REVOKE ALL ON {tabel} FROM richting_web")
        cursor.execute(
            "INSERT INTO kern_contextsleutel (binnen, buiten) SELECT %s, %s WHERE NOT EXISTS"
            " (SELECT 1 FROM kern_contextsleutel WHERE binnen = %s)",
            [binnen, buiten, binnen],
        )
        cursor.execute("DELETE FROM kern_contextsleutel WHERE binnen <> %s", [binnen])
