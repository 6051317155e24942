"""The functions that make the JSON of one dossier."""

from __future__ import annotations

from django.db import migrations

from richting.delen.slot import sql


class Migration(migrations.Migration):
    """Add the functions; they run with the rights of the web role."""

    dependencies = [("delen", "0002_slot")]
    operations = [sql("beeld.sql")]
