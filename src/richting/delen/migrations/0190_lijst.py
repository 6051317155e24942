"""All dossiers that are open to a desk come as one value; its grounds for many are read at once."""

from __future__ import annotations

from django.db import migrations

from richting.delen.slot import sql


class Migration(migrations.Migration):
    """Replace the functions of before."""

    dependencies = [("delen", "0180_zichtbaar")]
    operations = [
        sql("open.sql"),
        migrations.RunSQL("DROP FUNCTION IF EXISTS delen_open_dossiers()", migrations.RunSQL.noop),
    ]
