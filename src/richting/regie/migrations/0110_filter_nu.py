"""The filter of the work list looks where somebody is now, and no more where somebody ever was."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "werklijst.sql"


class Migration(migrations.Migration):
    """Make the functions of the work list again."""

    dependencies = [("regie", "0101_slot_bewijs")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop)]
