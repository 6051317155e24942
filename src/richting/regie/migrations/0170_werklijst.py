"""Lines say what the desk may read of their dossiers, and are judged all at once."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "werklijst.sql"


class Migration(migrations.Migration):
    """Replace the functions of before."""

    dependencies = [("regie", "0110_werklijst"), ("delen", "0170_geldt")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop)]
