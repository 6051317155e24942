"""Functions that tell of many dossiers at once which are open to the reader."""

from __future__ import annotations

from django.db import migrations, models

from richting.delen.slot import sql


class Migration(migrations.Migration):
    """Add the functions, let the one for a single dossier ask them, and answer from an index."""

    dependencies = [("delen", "0101_regime")]
    operations = [
        migrations.RemoveIndex("grond", "grond_van_loket"),
        migrations.AddIndex(
            "grond",
            models.Index(
                fields=["loket", "dossier"],
                include=["geldig_vanaf", "geldig_tot", "afgeschermd"],
                name="grond_van_loket",
                condition=models.Q(vervallen_op=None),
            ),
        ),
        sql("open.sql"),
    ]
