"""Who has a dossier at a desk, who stands in, and handing over a task."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import richting.dossiers.models
from richting.kern.slot import beveilig
from richting.regie.regieslot import OVERDRACHT, TOEWIJZING, aan_tafel, sql


class Migration(migrations.Migration):
    """The tables and their locks."""

    dependencies = [
        ("dossiers", "0003_gemeenteverzoek"),
        ("partijen", "0002_regio"),
        ("regie", "0010_regietijdvak"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Overdracht",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        db_default=richting.dossiers.models.NieuweSleutel(),
                        primary_key=True,
                        serialize=False,
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
                (
                    "soort",
                    models.TextField(
                        choices=[
                            ("standaard", "standaard"),
                            ("toezicht", "toezicht"),
                            ("forensisch", "forensisch"),
                            ("hoog_risico", "hoog_risico"),
                            ("overplaatsing", "overplaatsing"),
                            ("gemeentewissel", "gemeentewissel"),
                        ]
                    ),
                ),
                (
                    "staat",
                    models.TextField(
                        choices=[
                            ("voorbereid", "voorbereid"),
                            ("aangeboden", "aangeboden"),
                            ("aanvaard", "aanvaard"),
                            ("geweigerd", "geweigerd"),
                            ("ingetrokken", "ingetrokken"),
                            ("van_rechtswege", "van_rechtswege"),
                        ]
                    ),
                ),
                ("datum", models.DateField()),
                ("op_vertrek", models.BooleanField(default=False)),
                ("antwoord_uiterlijk", models.DateField(null=True)),
                ("warm_op", models.DateField(null=True)),
                ("warm_vorm", models.TextField(blank=True, default="")),
                ("warm_met", models.TextField(blank=True, default="")),
                ("ontvangen_op", models.DateField(null=True)),
                ("versie", models.IntegerField(default=1)),
                ("gemaakt_op", models.DateTimeField()),
                ("gewijzigd_op", models.DateTimeField()),
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
                        ],
                        default="verblijf",
                    ),
                ),
                (
                    "aan_loket",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overdrachten_hier",
                        to="partijen.loket",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overdrachten",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "van_loket",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overdrachten_weg",
                        to="partijen.loket",
                    ),
                ),
            ],
            options={
                "ordering": ["-gemaakt_op"],
            },
        ),
        migrations.CreateModel(
            name="Overdrachtafspraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "onderwerp",
                    models.TextField(
                        choices=[
                            ("voorwaarden_toezicht", "voorwaarden_toezicht"),
                            ("zorg_voorzieningen", "zorg_voorzieningen"),
                        ]
                    ),
                ),
                ("tekst", models.TextField(blank=True, default="")),
                ("gemaakt_op", models.DateTimeField()),
                ("door", models.TextField(blank=True, default="")),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "loket",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partijen.loket",
                    ),
                ),
                (
                    "overdracht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="afspraken",
                        to="regie.overdracht",
                    ),
                ),
            ],
            options={
                "ordering": ["onderwerp"],
            },
        ),
        migrations.CreateModel(
            name="Overdrachtpunt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.TextField()),
                (
                    "stand",
                    models.TextField(
                        choices=[
                            ("open", "open"),
                            ("gedaan", "gedaan"),
                            ("niet_nodig", "niet_nodig"),
                        ]
                    ),
                ),
                ("toelichting", models.TextField(blank=True, default="")),
                ("gemaakt_op", models.DateTimeField()),
                ("door", models.TextField(blank=True, default="")),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "overdracht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="punten",
                        to="regie.overdracht",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Overdrachtstap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "naar",
                    models.TextField(
                        choices=[
                            ("voorbereid", "voorbereid"),
                            ("aangeboden", "aangeboden"),
                            ("aanvaard", "aanvaard"),
                            ("geweigerd", "geweigerd"),
                            ("ingetrokken", "ingetrokken"),
                            ("van_rechtswege", "van_rechtswege"),
                        ]
                    ),
                ),
                ("reden", models.TextField(blank=True, default="")),
                ("toelichting", models.TextField(blank=True, default="")),
                ("op", models.DateTimeField()),
                ("loket", models.BigIntegerField(null=True)),
                ("door", models.TextField(blank=True, default="")),
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
                        ],
                        default="verblijf",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "overdracht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stappen",
                        to="regie.overdracht",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Toewijzing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("aan_tafel", models.BooleanField()),
                ("sinds", models.DateTimeField()),
                ("tot", models.DateTimeField(null=True)),
                ("door", models.TextField(blank=True, default="")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="toewijzingen",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "loket",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partijen.loket",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-sinds", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Vervanging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("door", models.TextField(blank=True, default="")),
                (
                    "loket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vervangingen",
                        to="partijen.loket",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="afwezigheden",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vervanger",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vervangt",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["van", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="overdracht",
            index=models.Index(fields=["van_loket", "staat", "datum"], name="overdracht_weg"),
        ),
        migrations.AddIndex(
            model_name="overdracht",
            index=models.Index(fields=["aan_loket", "staat", "datum"], name="overdracht_hier"),
        ),
        migrations.AddConstraint(
            model_name="overdracht",
            constraint=models.UniqueConstraint(
                condition=models.Q(("staat__in", ["voorbereid", "aangeboden"])),
                fields=("dossier", "taak"),
                name="overdracht_een_lopend",
            ),
        ),
        migrations.AddConstraint(
            model_name="overdracht",
            constraint=models.CheckConstraint(
                condition=models.Q(("van_loket", models.F("aan_loket")), _negated=True),
                name="overdracht_aan_een_ander",
            ),
        ),
        migrations.AddConstraint(
            model_name="overdrachtafspraak",
            constraint=models.UniqueConstraint(
                fields=("overdracht", "onderwerp"), name="afspraak_een_per_onderwerp"
            ),
        ),
        migrations.AddConstraint(
            model_name="overdrachtpunt",
            constraint=models.UniqueConstraint(fields=("overdracht", "code"), name="punt_een_keer"),
        ),
        migrations.AddConstraint(
            model_name="toewijzing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("tot", None)),
                fields=("loket", "dossier"),
                name="toewijzing_een_tegelijk",
            ),
        ),
        migrations.AddConstraint(
            model_name="vervanging",
            constraint=models.CheckConstraint(
                condition=models.Q(("tot__gte", models.F("van"))), name="vervanging_tot_na_van"
            ),
        ),
        migrations.AddConstraint(
            model_name="vervanging",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("vervanger", None),
                    models.Q(("vervanger", models.F("medewerker")), _negated=True),
                    _connector="OR",
                ),
                name="vervanging_door_een_ander",
            ),
        ),
        sql("toezicht_op.sql"),
        beveilig("regie_toewijzing", lezen=TOEWIJZING),
        *(aan_tafel(tabel) for tabel in OVERDRACHT),
    ]
