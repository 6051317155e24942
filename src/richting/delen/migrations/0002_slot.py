"""The second lock: row security of dossiers, grounds, read logs and the journal."""

from __future__ import annotations

from django.db import migrations

from richting.delen.slot import sloten


class Migration(migrations.Migration):
    """Lock every table with personal data up to this room."""

    dependencies = [
        ("kern", "0002_slot"),
        ("dossiers", "0003_gemeenteverzoek"),
        ("delen", "0001_initial"),
    ]
    operations = sloten()
