"""The functions that count and order the main lists of the work list."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "werklijst.sql"


class Migration(migrations.Migration):
    """Add the functions; they look as the owner, within the desk of the context."""

    dependencies = [("regie", "0021_slot_posten")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop)]
