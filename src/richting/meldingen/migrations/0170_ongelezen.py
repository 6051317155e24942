"""The counter of the mailbox looks no further than it must."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent.parent / "sql" / "ongelezen.sql"


class Migration(migrations.Migration):
    """Replace the function of before."""

    dependencies = [("meldingen", "0151_risicoslot"), ("delen", "0170_geldt")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop)]
