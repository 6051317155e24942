"""Many dossiers can be judged at once without naming a category."""

from __future__ import annotations

from django.db import migrations

from richting.delen.slot import sql


class Migration(migrations.Migration):
    """Replace the functions of before."""

    dependencies = [("delen", "0170_geldt")]
    operations = [sql("open.sql")]
