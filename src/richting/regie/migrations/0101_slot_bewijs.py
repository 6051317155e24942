"""Row security: the rounds for the functional manager; begin and end for who may ask."""

from __future__ import annotations

from django.db import migrations

from richting.kern.slot import beveilig
from richting.regie.besluitslot import BEHEER, sql


class Migration(migrations.Migration):
    """Lock the rounds, and renew the questions on what others were told."""

    dependencies = [("regie", "0100_bewijs"), ("meldingen", "0003_ongelezen")]
    operations = [
        beveilig("regie_grondronde", lezen=BEHEER),
        sql("wie_weet.sql"),
        sql("begin_einde.sql"),
    ]
