"""Row security of the BIJ: only the mayor's desk it was sent to."""

from __future__ import annotations

from django.db import migrations

from richting.meldingen.bijslot import sloten


class Migration(migrations.Migration):
    """Lock the tables of the BIJ."""

    dependencies = [("meldingen", "0130_bij"), ("delen", "0002_slot")]
    operations = sloten()
