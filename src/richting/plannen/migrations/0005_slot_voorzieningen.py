"""The second lock on places in provisions, and the guard on their number."""

from __future__ import annotations

from django.db import migrations

from richting.plannen.slot import plaatssloten


class Migration(migrations.Migration):
    """Lock the tables of provisions; the grounds they ask about stand in `delen`."""

    dependencies = [("delen", "0004_blik"), ("plannen", "0004_voorzieningen")]
    operations = plaatssloten()
