"""What parties brought in at a Zorg- en Veiligheidshuis, and its end. Clausule 1.5."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import richting.dossiers.models
from richting.kern.rijen import EIGEN, functie

TABELLEN = {
    "dossiers_dossier": "t.id = een_dossier",
    "dossiers_persoonsgegevens": EIGEN,
    "dossiers_veroordeling": EIGEN,
    "dossiers_risicomarkering": EIGEN,
    "dossiers_inbreng": EIGEN,
    "dossiers_huisinbreng": EIGEN,
    "dossiers_plaats": EIGEN,
    "dossiers_gemeenteband": EIGEN,
    "dossiers_gemeenteverzoek": EIGEN,
    "dossiers_toezicht": EIGEN,
    "dossiers_ketenkenmerk": EIGEN,
    "dossiers_openvraag": EIGEN,
}


class Migration(migrations.Migration):
    """Add the table and read it with the rest of a dossier; its lock stands in `delen`."""

    dependencies = [("dossiers", "0004_rijen")]

    operations = [
        migrations.CreateModel(
            name="Huisinbreng",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        db_default=richting.dossiers.models.NieuweSleutel(),
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("veiligheidshuis", models.TextField()),
                ("vanaf", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("door_loket", models.BigIntegerField(null=True)),
                ("reden", models.TextField(blank=True, default="")),
                ("beeindigd_door", models.BigIntegerField(null=True)),
                ("einde_reden", models.TextField(blank=True, default="")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="inbrengen",
                        to="dossiers.dossier",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tot", None)),
                        fields=("dossier",),
                        name="huisinbreng_een_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot", None), ("tot__gte", models.F("vanaf")), _connector="OR"
                        ),
                        name="huisinbreng_tot_na_vanaf",
                    ),
                ],
            },
        ),
        migrations.RunSQL(functie("dossiers_rijen", TABELLEN), migrations.RunSQL.noop),
    ]
