"""The counter of the mailbox looks no further than it must; its lines stand by when they were made."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations, models

SQL = Path(__file__).parent.parent / "sql" / "ongelezen.sql"


class Migration(migrations.Migration):
    """Replace the function and the index of before."""

    dependencies = [("meldingen", "0151_risicoslot"), ("delen", "0170_geldt")]
    operations = [
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop),
        migrations.RemoveIndex("melding", "melding_postbus"),
        migrations.AddIndex(
            "melding",
            models.Index(fields=["loket", "-aangemaakt_op", "-id"], name="melding_postbus"),
        ),
    ]
