"""Regional agreements, which of them narrow a ground, and who may see a dossier with their names.

The tables hold no personal data and have no lock: who agreed what with whom.
"""

from __future__ import annotations

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import richting.dossiers.sleutel
from richting.delen.slot import sql


class Migration(migrations.Migration):
    """Two tables and a column; the question of who may see is asked anew."""

    dependencies = [("delen", "0006_inbreng"), ("partijen", "0010_email")]
    operations = [
        migrations.AddField(
            model_name="grond",
            name="regioafspraken",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(),
                db_default=models.Value("{}"),
                default=list,
                size=None,
            ),
        ),
        migrations.CreateModel(
            name="Regioafspraak",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        db_default=richting.dossiers.sleutel.NieuweSleutel(),
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("naam", models.TextField()),
                ("doel", models.TextField()),
                (
                    "grondslagen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("delen", models.JSONField(default=list)),
                ("antwoord_werkdagen", models.IntegerField(null=True)),
                ("toelichting", models.TextField(blank=True, default="")),
                ("vindplaats", models.TextField()),
                ("geldig_vanaf", models.DateField()),
                ("geldig_tot", models.DateField(null=True)),
                ("voorgesteld_op", models.DateTimeField()),
                ("voorgesteld_door", models.TextField(default="")),
                ("medewerker", models.BigIntegerField(null=True)),
                ("systeem", models.BigIntegerField(null=True)),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                (
                    "voorsteller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partijen.loket",
                    ),
                ),
            ],
            options={"ordering": ["-voorgesteld_op", "id"]},
        ),
        migrations.CreateModel(
            name="Regioafspraakpartij",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bevestigd_op", models.DateTimeField(null=True)),
                ("bevestigd_door", models.TextField(blank=True, default="")),
                ("medewerker", models.BigIntegerField(null=True)),
                ("gebonden_vanaf", models.DateField(null=True)),
                ("opgezegd_per", models.DateField(null=True)),
                ("opgezegd_op", models.DateTimeField(null=True)),
                ("opgezegd_door", models.TextField(blank=True, default="")),
                ("opzegreden", models.TextField(blank=True, default="")),
                (
                    "afspraak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partijen",
                        to="delen.regioafspraak",
                    ),
                ),
                (
                    "loket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regioafspraken",
                        to="partijen.loket",
                    ),
                ),
            ],
            options={"ordering": ["loket__organisatie__naam", "loket__naam", "id"]},
        ),
        migrations.AddConstraint(
            model_name="regioafspraak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("geldig_tot", None),
                    ("geldig_tot__gt", models.F("geldig_vanaf")),
                    _connector="OR",
                ),
                name="regioafspraak_dagen_op_volgorde",
            ),
        ),
        migrations.AddIndex(
            model_name="regioafspraakpartij",
            index=models.Index(
                condition=models.Q(("gebonden_vanaf__isnull", False)),
                fields=["loket"],
                name="regioafspraak_gebonden",
            ),
        ),
        migrations.AddConstraint(
            model_name="regioafspraakpartij",
            constraint=models.UniqueConstraint(
                fields=("afspraak", "loket"), name="regioafspraak_partij_eens"
            ),
        ),
        sql("wie_mag.sql"),
    ]
