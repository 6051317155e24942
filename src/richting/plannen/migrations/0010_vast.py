"""Guards on what is fixed, and a number on each step of a request to a municipality."""

from __future__ import annotations

from django.db import migrations

from richting.plannen.vast import wachters

NUMMER = """
UPDATE plannen_verzoekbericht AS bericht SET versie = stap.nummer
FROM (
    SELECT id, row_number() OVER (PARTITION BY verzoek_id ORDER BY gemaakt_op, id) AS nummer
    FROM plannen_verzoekbericht
) AS stap
WHERE stap.id = bericht.id AND bericht.versie <> stap.nummer
"""


class Migration(migrations.Migration):
    """Fixed versions and advices never change; the version of a step is its number."""

    dependencies = [("plannen", "0005_slot_voorzieningen")]
    operations = [*wachters(), migrations.RunSQL(NUMMER, migrations.RunSQL.noop)]
