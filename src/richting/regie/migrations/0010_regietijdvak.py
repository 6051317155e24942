"""Who directs, in time, with what the database guarantees of it."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

from richting.regie.regieslot import aan_tafel, sql


class Migration(migrations.Migration):
    """The table, its triggers and its lock."""

    dependencies = [
        ("delen", "0002_slot"),
        ("dossiers", "0003_gemeenteverzoek"),
        ("partijen", "0002_regio"),
        ("regie", "0002_slot"),
    ]

    operations = [
        migrations.CreateModel(
            name="Regietijdvak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "taak",
                    models.TextField(
                        choices=[
                            ("procesregie", "procesregie"),
                            ("casusregie", "casusregie"),
                            ("toezicht", "toezicht"),
                        ]
                    ),
                ),
                ("vanaf", models.DateTimeField()),
                ("soort", models.TextField(blank=True, default="")),
                ("organisatie", models.TextField(blank=True, default="")),
                ("code", models.TextField()),
                ("zin", models.TextField()),
                (
                    "herkomst",
                    models.TextField(
                        choices=[
                            ("regel", "regel"),
                            ("overname", "overname"),
                            ("overdracht", "overdracht"),
                            ("houdt_aan", "houdt_aan"),
                        ]
                    ),
                ),
                ("regel_soort", models.TextField(blank=True, default="")),
                ("regel_organisatie", models.TextField(blank=True, default="")),
                ("overdracht", models.UUIDField(null=True)),
                ("reden", models.TextField(blank=True, default="")),
                ("door", models.TextField(blank=True, default="")),
                ("medewerker", models.BigIntegerField(null=True)),
                ("vastgesteld_op", models.DateTimeField()),
                (
                    "categorie",
                    models.TextField(
                        choices=[
                            ("verblijf", "verblijf"),
                            ("keten", "keten"),
                            ("onderdak", "onderdak"),
                            ("inkomen", "inkomen"),
                            ("schulden", "schulden"),
                            ("identiteit", "identiteit"),
                            ("zorg", "zorg"),
                            ("netwerk", "netwerk"),
                            ("motivatie", "motivatie"),
                            ("plan", "plan"),
                            ("toezicht", "toezicht"),
                            ("risico", "risico"),
                            ("bij", "bij"),
                            ("slachtoffer", "slachtoffer"),
                            ("behandeling", "behandeling"),
                            ("justitieel_advies", "justitieel_advies"),
                        ]
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="regie",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "loket",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partijen.loket",
                    ),
                ),
            ],
            options={
                "ordering": ["dossier", "taak", "vanaf"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "taak", "vanaf"), name="regie_een_houder_tegelijk"
                    )
                ],
            },
        ),
        sql("regietijdvak.sql"),
        aan_tafel("regie_regietijdvak"),
    ]
