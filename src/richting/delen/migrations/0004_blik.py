"""When the reader last looked at a dossier: their own line in the read log, and nobody else's."""

from __future__ import annotations

from django.db import migrations

BLIK = """
CREATE OR REPLACE FUNCTION delen_laatste_blik(een_dossier uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT max(i.tijdstip) FROM delen_inzage i
    WHERE i.dossier_id = een_dossier AND i.handeling = 'dossierpagina'
      AND i.medewerker = nullif((kern_context())[4], '')::bigint
$$;
"""


class Migration(migrations.Migration):
    """Add the question."""

    dependencies = [("delen", "0003_beeld")]
    operations = [migrations.RunSQL(BLIK, migrations.RunSQL.noop)]
