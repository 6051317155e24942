-- When the reader last looked at the page of a dossier in which something changed since. No time when
-- nothing did: the answer then stays the same however often the reader looks. The look comes from an
-- index of its own, however often others looked.
CREATE OR REPLACE FUNCTION delen_laatste_blik(een_dossier uuid) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    ik bigint := nullif((kern_context())[4], '')::bigint;
    blik timestamptz;
BEGIN
    blik := (SELECT max(i.tijdstip) FROM delen_inzage i
             WHERE i.dossier_id = een_dossier AND i.medewerker = ik
               AND i.handeling = 'dossierpagina');
    RETURN CASE WHEN EXISTS (
        SELECT 1 FROM kern_journaal j WHERE j.dossier_id = een_dossier AND j.tijdstip > blik)
        THEN blik END;
END $$;
