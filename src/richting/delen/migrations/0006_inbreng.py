"""The lock of what parties brought in at a Veiligheidshuis, and the JSON that tells of it."""

from __future__ import annotations

from django.db import migrations

from richting.delen.slot import HUISINBRENG, sql
from richting.kern.slot import beveilig


class Migration(migrations.Migration):
    """Lock the table and make the functions of the JSON again."""

    dependencies = [("delen", "0005_nieuws"), ("dossiers", "0010_inbreng_tot")]
    operations = [beveilig("dossiers_huisinbreng", lezen=HUISINBRENG), sql("beeld.sql")]
