"""What it is to have a ground today stands in one place; many dossiers are judged at once."""

from __future__ import annotations

from django.db import migrations

from richting.delen.slot import sql


class Migration(migrations.Migration):
    """Replace the functions of before."""

    dependencies = [("delen", "0110_open")]
    operations = [sql("geldt.sql"), sql("open.sql")]
