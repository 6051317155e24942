"""The daily round of what desks begin or stop to see, and the drift that the check found."""

from __future__ import annotations

from django.db import migrations, models

IJKPUNT = """
INSERT INTO regie_grondronde (dag, gedaan_op, verteld, ijkpunt)
SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date, now(), 0, true
WHERE EXISTS (SELECT 1 FROM dossiers_dossier)
"""
"""Where dossiers stand already: what was before today, no round told."""


class Migration(migrations.Migration):
    """Add the table and the column."""

    dependencies = [("regie", "0041_slot_ladder"), ("delen", "0002_slot")]
    operations = [
        migrations.CreateModel(
            name="Grondronde",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dag", models.DateField(unique=True)),
                ("gedaan_op", models.DateTimeField()),
                ("verteld", models.IntegerField(default=0)),
                ("ijkpunt", models.BooleanField(default=False)),
            ],
            options={"ordering": ["-dag"]},
        ),
        migrations.AddField(
            model_name="meldplichtcontrole",
            name="afwijkingen",
            field=models.JSONField(default=list),
        ),
        migrations.RunSQL(IJKPUNT, migrations.RunSQL.noop),
    ]
