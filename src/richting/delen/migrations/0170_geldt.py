"""What it is to have a ground today stands in one place; many dossiers are judged at once; the last
look of a reader comes from an index."""

from __future__ import annotations

from django.db import migrations, models

from richting.delen.slot import sql


class Migration(migrations.Migration):
    """Replace the functions of before, and add the index."""

    dependencies = [("delen", "0110_open")]
    operations = [
        sql("geldt.sql"),
        sql("open.sql"),
        migrations.AddIndex(
            "inzage",
            models.Index(
                fields=["dossier_id", "medewerker", "tijdstip"],
                name="inzage_laatste_blik",
                condition=models.Q(handeling="dossierpagina"),
            ),
        ),
        sql("blik.sql"),
    ]
