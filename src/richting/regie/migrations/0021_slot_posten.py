"""Row security: what a desk put off, ticked or sent back is read by who may see its compartment."""

from __future__ import annotations

from django.db import migrations

from richting.kern.slot import beveilig

OUD = "1900-01-01"
"""Lines from before are worked out at the first `richting werkvoorraad --dag`."""


class Migration(migrations.Migration):
    """Lock the three tables, and mark the lines that stand as not worked out."""

    dependencies = [("regie", "0020_posten"), ("delen", "0002_slot")]
    operations = [
        beveilig("regie_uitstel", kolom="categorie"),
        beveilig("regie_afvinking", kolom="categorie"),
        beveilig("regie_terugmelding", kolom="categorie"),
        migrations.RunSQL(
            f"UPDATE regie_werkregel SET herzien_op = '{OUD}'",
            migrations.RunSQL.noop,
        ),
    ]
