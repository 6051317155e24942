"""What lines say is judged by the versions of their rows when a kept page is asked again."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "werklijst.sql"


class Migration(migrations.Migration):
    """Replace the functions of before."""

    dependencies = [("regie", "0191_namens"), ("delen", "0190_lijst")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop)]
