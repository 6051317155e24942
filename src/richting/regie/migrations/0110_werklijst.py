"""The work list in two statements: counts, order and filter; and what the lines say."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "werklijst.sql"
OUD = """
DROP FUNCTION IF EXISTS regie_werklijst(
    text, text, text, boolean, integer, bigint, uuid, integer);
DROP FUNCTION IF EXISTS regie_filterkeuzes(integer);
"""


class Migration(migrations.Migration):
    """Replace the functions of before; an answer that changed shape can't be replaced in place."""

    dependencies = [("regie", "0101_slot_bewijs"), ("delen", "0110_open")]
    operations = [
        migrations.RunSQL(OUD, migrations.RunSQL.noop),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop),
    ]
