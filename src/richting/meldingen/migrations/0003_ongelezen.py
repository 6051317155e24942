"""The counter of the mailbox, which stands on every page: one set instead of a lock per line.

The same lines as row security shows (`0002_slot.EIGEN`); a test holds the two equal. It gives no
more than their number, for the desk that the context proves.
"""

from __future__ import annotations

from django.db import migrations

ONGELEZEN = """
CREATE OR REPLACE FUNCTION meldingen_ongelezen(hoogstens integer) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
BEGIN
    RETURN (SELECT count(*) FROM (
        SELECT 1 FROM meldingen_melding m
        WHERE m.loket_id = mijn_loket AND m.gelezen_op IS NULL
            AND CASE WHEN m.zonder_grond THEN delen_toegelaten(m.dossier_id) ELSE EXISTS (
                SELECT 1 FROM delen_grond g
                WHERE g.dossier_id = m.dossier_id AND g.loket_id = mijn_loket
                    AND g.vervallen_op IS NULL AND g.geldig_vanaf <= vandaag
                    AND (g.geldig_tot IS NULL OR g.geldig_tot > vandaag)
                    AND (NOT g.afgeschermd OR delen_toegelaten(m.dossier_id))) END
        LIMIT hoogstens) eigen);
END $$;
"""


class Migration(migrations.Migration):
    """Add the question."""

    dependencies = [("meldingen", "0002_slot")]
    operations = [migrations.RunSQL(ONGELEZEN, migrations.RunSQL.noop)]
