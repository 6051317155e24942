"""The function that finds the other dossiers of a person, also after persons were merged."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "zelfde_persoon.sql"


class Migration(migrations.Migration):
    """Add the function; it asks row security of `delen` what may be shown."""

    dependencies = [("dossiers", "0001_initial")]
    operations = [
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop),
    ]
