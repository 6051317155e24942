"""The second lock on the tables of consultations, and minutes that stay as they were fixed."""

from __future__ import annotations

from django.db import migrations

from richting.overleg.slot import sloten


class Migration(migrations.Migration):
    """Lock every table of the room; the grounds it asks about stand in `delen`."""

    dependencies = [("delen", "0002_slot"), ("overleg", "0001_initial")]
    operations = sloten()
