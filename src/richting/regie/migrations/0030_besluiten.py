import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import richting.dossiers.models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0003_gemeenteverzoek"),
        ("partijen", "0002_regio"),
        ("regie", "0022_werklijst"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meldplichtcontrole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gedaan_op", models.DateTimeField()),
                ("dossiers", models.IntegerField()),
                ("plichten", models.IntegerField()),
                ("gemist", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["-gedaan_op", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Besluit",
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
                    "soort",
                    models.TextField(
                        choices=[
                            ("verlof", "verlof"),
                            ("overplaatsing", "overplaatsing"),
                            ("wijziging_einde", "wijziging_einde"),
                            ("andere_gemeente", "andere_gemeente"),
                            ("einde_interventie", "einde_interventie"),
                            ("huisuitzetting", "huisuitzetting"),
                            ("weigering_voorziening", "weigering_voorziening"),
                            ("bijzondere_voorwaarde", "bijzondere_voorwaarde"),
                            ("anders", "anders"),
                        ]
                    ),
                ),
                ("omschrijving", models.TextField()),
                ("naar", models.TextField(blank=True, default="")),
                ("ingang", models.DateField()),
                ("spoed", models.BooleanField(default=False)),
                ("spoedreden", models.TextField(blank=True, default="")),
                (
                    "staat",
                    models.TextField(
                        choices=[
                            ("voorgenomen", "voorgenomen"),
                            ("aangehouden_voor_overleg", "aangehouden_voor_overleg"),
                            ("definitief", "definitief"),
                            ("ingetrokken", "ingetrokken"),
                        ]
                    ),
                ),
                ("overleg_op", models.DateTimeField(null=True)),
                ("overleg", models.TextField(blank=True, default="")),
                ("motivering", models.TextField(blank=True, default="")),
                ("definitief_op", models.DateTimeField(null=True)),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                ("versie", models.IntegerField(default=1)),
                ("gemaakt_op", models.DateTimeField()),
                ("medewerker", models.BigIntegerField(null=True)),
                ("door", models.TextField(blank=True, default="")),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partijen.loket",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Besluitreactie",
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
                ("loketsoort", models.TextField()),
                ("organisatie", models.TextField()),
                (
                    "redenen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                (
                    "bereik",
                    models.TextField(
                        choices=[
                            ("vraagbaar", "vraagbaar"),
                            ("geen_grond", "geen_grond"),
                            ("geen_loket", "geen_loket"),
                        ]
                    ),
                ),
                ("gevraagd_op", models.DateTimeField()),
                ("uiterlijk", models.DateField(null=True)),
                (
                    "reactie",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("akkoord", "akkoord"),
                            ("bezwaar", "bezwaar"),
                            ("geen_mening", "geen_mening"),
                        ],
                        default="",
                    ),
                ),
                ("reden", models.TextField(blank=True, default="")),
                ("op", models.DateTimeField(null=True)),
                ("medewerker", models.BigIntegerField(null=True)),
                ("door", models.TextField(blank=True, default="")),
                (
                    "besluit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reacties",
                        to="regie.besluit",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partijen.loket",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Besluitstap",
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
                    "daad",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("reageren", "reageren"),
                            ("bezwaar_maken", "bezwaar_maken"),
                            ("bezwaar_laten_vallen", "bezwaar_laten_vallen"),
                            ("overleg_vastleggen", "overleg_vastleggen"),
                            ("definitief_maken", "definitief_maken"),
                            ("intrekken", "intrekken"),
                            ("overnemen", "overnemen"),
                        ],
                        default="",
                    ),
                ),
                ("staat_van", models.TextField(blank=True, default="")),
                (
                    "staat_naar",
                    models.TextField(
                        choices=[
                            ("voorgenomen", "voorgenomen"),
                            ("aangehouden_voor_overleg", "aangehouden_voor_overleg"),
                            ("definitief", "definitief"),
                            ("ingetrokken", "ingetrokken"),
                        ]
                    ),
                ),
                (
                    "mening",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("akkoord", "akkoord"),
                            ("bezwaar", "bezwaar"),
                            ("geen_mening", "geen_mening"),
                        ],
                        default="",
                    ),
                ),
                ("toelichting", models.TextField(blank=True, default="")),
                ("op", models.DateTimeField()),
                ("medewerker", models.BigIntegerField(null=True)),
                ("door", models.TextField(blank=True, default="")),
                (
                    "besluit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stappen",
                        to="regie.besluit",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partijen.loket",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddIndex(
            model_name="besluit",
            index=models.Index(fields=["dossier", "-id"], name="besluit_van_dossier"),
        ),
        migrations.AddIndex(
            model_name="besluit",
            index=models.Index(
                condition=models.Q(("staat__in", ["voorgenomen", "aangehouden_voor_overleg"])),
                fields=["loket"],
                name="besluit_loopt_bij_loket",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "categorie__in",
                        [
                            "plan",
                            "onderdak",
                            "inkomen",
                            "schulden",
                            "identiteit",
                            "zorg",
                            "netwerk",
                            "motivatie",
                            "toezicht",
                        ],
                    )
                ),
                name="besluit_in_deel_van_het_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.CheckConstraint(
                condition=models.Q(("spoed", True), ("spoedreden", ""), _negated=True),
                name="besluit_spoed_heeft_een_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("definitief_op__isnull", False), ("staat", "definitief")),
                    models.Q(("ingetrokken_op__isnull", False), ("staat", "ingetrokken")),
                    ("staat__in", ["voorgenomen", "aangehouden_voor_overleg"]),
                    _connector="OR",
                ),
                name="besluit_einde_heeft_een_moment",
            ),
        ),
        migrations.AddIndex(
            model_name="besluitreactie",
            index=models.Index(fields=["dossier"], name="besluitreactie_van_dossier"),
        ),
        migrations.AddIndex(
            model_name="besluitreactie",
            index=models.Index(
                condition=models.Q(("loket__isnull", False), ("reactie", "")),
                fields=["loket", "uiterlijk"],
                name="besluitreactie_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluitreactie",
            constraint=models.UniqueConstraint(
                fields=("besluit", "loketsoort", "organisatie"), name="besluitreactie_een_keer"
            ),
        ),
        migrations.AddConstraint(
            model_name="besluitreactie",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("bereik", "vraagbaar"),
                        ("loket__isnull", False),
                        ("uiterlijk__isnull", False),
                    ),
                    models.Q(("loket__isnull", True), ("reactie", ""), ("uiterlijk__isnull", True)),
                    _connector="OR",
                ),
                name="besluitreactie_alleen_gevraagd",
            ),
        ),
        migrations.AddConstraint(
            model_name="besluitreactie",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("op__isnull", True), ("reactie", "")),
                    models.Q(models.Q(("reactie", ""), _negated=True), ("op__isnull", False)),
                    _connector="OR",
                ),
                name="besluitreactie_heeft_een_moment",
            ),
        ),
        migrations.AddIndex(
            model_name="besluitstap",
            index=models.Index(fields=["besluit"], name="besluitstap_van_besluit"),
        ),
    ]
