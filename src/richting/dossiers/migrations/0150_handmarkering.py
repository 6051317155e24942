"""What parties marked for art. 18b Pbw, renewed and ended. Clausule 3.7, 6.3."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

from richting.kern.rijen import EIGEN, functie

TABELLEN = {
    "dossiers_dossier": "t.id = een_dossier",
    "dossiers_persoonsgegevens": EIGEN,
    "dossiers_veroordeling": EIGEN,
    "dossiers_risicomarkering": EIGEN,
    "dossiers_handmarkering": EIGEN,
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
    """Add the table and read it with the rest of a dossier; `meldingen` locks it."""

    dependencies = [("dossiers", "0130_pij_verlengbaar")]

    operations = [
        migrations.CreateModel(
            name="Handmarkering",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="handmarkering",
                        serialize=False,
                        to="dossiers.dossier",
                    ),
                ),
                ("vanaf", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "niveau",
                    models.TextField(
                        blank=True,
                        choices=[("midden", "midden"), ("hoog", "hoog")],
                        default="",
                    ),
                ),
                ("instrument", models.TextField(blank=True, default="")),
                ("beoordeeld_op", models.DateField(null=True)),
                ("reden", models.TextField(blank=True, default="")),
                ("door_loket", models.BigIntegerField(null=True)),
                ("gezet_op", models.DateTimeField()),
                ("besloten_op", models.DateField()),
                ("gesloten_op", models.DateField(null=True)),
                ("gesloten_door", models.BigIntegerField(null=True)),
                ("einde_reden", models.TextField(blank=True, default="")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot", None), ("tot__gte", models.F("vanaf")), _connector="OR"
                        ),
                        name="handmarkering_tot_na_vanaf",
                    ),
                ],
            },
        ),
        migrations.RunSQL(functie("dossiers_rijen", TABELLEN), migrations.RunSQL.noop),
    ]
