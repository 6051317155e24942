"""The second lock on the tables of the plan."""

from __future__ import annotations

from django.db import migrations

from richting.plannen.slot import sloten


class Migration(migrations.Migration):
    """Lock every table of the plan; the grounds it asks about stand in `delen`."""

    dependencies = [("delen", "0002_slot"), ("plannen", "0001_initial")]
    operations = sloten()
