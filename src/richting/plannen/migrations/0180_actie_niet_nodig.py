"""An action can be `niet_nodig`. Only the choices change: no statement is sent to the database."""

from __future__ import annotations

from django.db import migrations, models

STATEN = [
    (staat, staat)
    for staat in (
        "gevraagd",
        "afgesproken",
        "bezig",
        "uitgesteld",
        "gedaan",
        "niet_nodig",
        "geweigerd",
        "ingetrokken",
        "gestopt",
        "onmogelijk",
    )
]


class Migration(migrations.Migration):
    """The state, in the action and in its history."""

    dependencies = [("plannen", "0011_rijen")]

    operations = [
        migrations.AlterField("actie", "staat", models.TextField(choices=STATEN)),
        migrations.AlterField("actiestap", "naar", models.TextField(choices=STATEN)),
    ]
