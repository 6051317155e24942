"""What was told and neither read nor confirmed, of many dossiers at once."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "onbeantwoord.sql"


class Migration(migrations.Migration):
    """Add the function."""

    dependencies = [("meldingen", "0170_ongelezen"), ("delen", "0180_zichtbaar")]
    operations = [
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"),
            "DROP FUNCTION IF EXISTS meldingen_onbeantwoord(uuid[], text[], text[])",
        )
    ]
