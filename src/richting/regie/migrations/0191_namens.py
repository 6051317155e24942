"""Who stands in finds it on the own list; who is away needs no last day."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations, models

SQL = Path(__file__).parent.parent / "sql" / "werklijst.sql"


class Migration(migrations.Migration):
    """Replace the functions of before."""

    dependencies = [("regie", "0190_belemmering_regel")]
    operations = [
        migrations.AlterField("vervanging", "tot", models.DateField(null=True)),
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop),
    ]
