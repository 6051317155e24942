"""When the reader last looked at a dossier in which something changed since.

No time when nothing did: the answer then stays the same however often the reader looks. What the
reader may see of the change, the page decides.
"""

from __future__ import annotations

from django.db import migrations

BLIK = """
CREATE OR REPLACE FUNCTION delen_laatste_blik(een_dossier uuid) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    ik bigint := nullif((kern_context())[4], '')::bigint;
    blik timestamptz;
BEGIN
    blik := (SELECT max(i.tijdstip) FROM delen_inzage i
             WHERE i.dossier_id = een_dossier AND i.handeling = 'dossierpagina'
               AND i.medewerker = ik);
    RETURN CASE WHEN EXISTS (
        SELECT 1 FROM kern_journaal j WHERE j.dossier_id = een_dossier AND j.tijdstip > blik)
        THEN blik END;
END $$;
"""


class Migration(migrations.Migration):
    """Replace the question."""

    dependencies = [("delen", "0004_blik")]
    operations = [migrations.RunSQL(BLIK, migrations.RunSQL.noop)]
