"""Row security: decisions by their compartment; the outcome of the check for its manager."""

from __future__ import annotations

from django.db import migrations

from richting.kern.slot import beveilig
from richting.regie.besluitslot import BEHEER, OP_CATEGORIE, sql


class Migration(migrations.Migration):
    """Lock the tables of decisions, and make the questions of the duty to tell."""

    dependencies = [
        ("regie", "0030_besluiten"),
        ("delen", "0004_blik"),
        ("meldingen", "0002_slot"),
    ]
    operations = [
        *(beveilig(tabel, kolom="categorie") for tabel in OP_CATEGORIE),
        beveilig("regie_meldplichtcontrole", lezen=BEHEER),
        sql("wie_weet.sql"),
    ]
