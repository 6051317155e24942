"""The functions that resolve the context of a transaction, and the chain of the journal."""

from __future__ import annotations

from django.db import migrations

from richting.kern.slot import sql


class Migration(migrations.Migration):
    """Context and journal; who may read the journal stands in `delen`, the room of the grounds."""

    dependencies = [("kern", "0001_initial")]
    operations = [
        migrations.RunSQL(sql("context.sql"), migrations.RunSQL.noop),
        migrations.RunSQL(sql("journaal.sql"), migrations.RunSQL.noop),
    ]
