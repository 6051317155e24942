"""The table of art. 18b: who shares what there, and what was agreed. Clausule 6.3."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import richting.dossiers.sleutel

SLEUTEL = richting.dossiers.sleutel.NieuweSleutel


def _id() -> models.UUIDField:
    return models.UUIDField(db_default=SLEUTEL(), primary_key=True, serialize=False)


def _naar(model: str, naam: str = "+") -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name=naam, to=model
    )


def _loket() -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partijen.loket"
    )


def _keuze(*waarden: str, **anders: str) -> models.TextField:
    return models.TextField(choices=[(waarde, waarde) for waarde in waarden], **anders)


STAANDE = """
INSERT INTO meldingen_risicotafel (dossier_id, vanaf, tot, geopend_op)
SELECT dossier_id, vanaf, tot, CURRENT_DATE FROM dossiers_risicomarkering
"""
"""Marks that messages told of before there were tables, get theirs now."""


class Migration(migrations.Migration):
    """Add the tables; `0151_risicoslot` locks them."""

    dependencies = [
        ("meldingen", "0131_slot_bij"),
        ("dossiers", "0150_handmarkering"),
        ("partijen", "0010_email"),
    ]

    operations = [
        migrations.CreateModel(
            name="Risicotafel",
            fields=[
                ("id", _id()),
                ("vanaf", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("gesloten_op", models.DateField(null=True)),
                ("geopend_op", models.DateField()),
                ("vervallen_op", models.DateTimeField(null=True)),
                ("dossier", _naar("dossiers.dossier", "risicotafels")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("vervallen_op", None)),
                        fields=("dossier",),
                        name="risicotafel_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Risicobijdrage",
            fields=[
                ("id", _id()),
                ("soort", _keuze("feit", "zorgpunt", "beschermend", "maatregel", "niets")),
                ("tekst", models.TextField(blank=True, default="")),
                ("door", models.TextField(blank=True, default="")),
                ("gedeeld_op", models.DateTimeField()),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                ("dossier", _naar("dossiers.dossier")),
                ("loket", _loket()),
                ("tafel", _naar("meldingen.risicotafel", "bijdragen")),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.CreateModel(
            name="Risicoafspraak",
            fields=[
                ("id", _id()),
                ("wat", models.TextField()),
                ("uiterlijk", models.DateField()),
                ("gemaakt_op", models.DateTimeField()),
                ("staat", _keuze("open", "gedaan", "niet_gedaan", default="open")),
                ("afgerond_op", models.DateField(null=True)),
                ("toelichting", models.TextField(blank=True, default="")),
                ("dossier", _naar("dossiers.dossier")),
                ("eigenaar", _loket()),
                ("gemaakt_door", _loket()),
                ("tafel", _naar("meldingen.risicotafel", "afspraken")),
            ],
            options={
                "ordering": ["uiterlijk", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgerond_op", None), ("staat", "open")),
                            models.Q(
                                models.Q(("staat", "open"), _negated=True),
                                ("afgerond_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="risicoafspraak_af_met_dag",
                    ),
                ],
            },
        ),
        migrations.RunSQL(STAANDE, migrations.RunSQL.noop),
    ]
