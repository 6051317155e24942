"""Row security of the mark by hand and of the table of art. 18b, and the JSON that tells of it."""

from __future__ import annotations

from django.db import migrations

from richting.delen.slot import sql
from richting.meldingen.risico.slot import sloten


class Migration(migrations.Migration):
    """Lock the tables and make the functions of the JSON of a dossier again."""

    dependencies = [("meldingen", "0150_risicotafel"), ("delen", "0006_inbreng")]
    operations = [*sloten(), sql("beeld.sql")]
