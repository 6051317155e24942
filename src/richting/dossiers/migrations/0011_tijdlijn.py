"""The timeline of a dossier in one statement that asks once per category what is open."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "tijdlijn.sql"


class Migration(migrations.Migration):
    """Adds the function."""

    dependencies = [("dossiers", "0010_inbreng_tot"), ("delen", "0002_slot")]

    operations = [
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop),
    ]
