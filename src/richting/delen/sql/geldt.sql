-- What it is to have a ground today, for the questions that every page asks. PostgreSQL writes a
-- function of one expression out where it is called: an index serves it as if it stood there.

CREATE OR REPLACE FUNCTION delen_geldt(g delen_grond, een_loket bigint, dag date) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT g.loket_id = een_loket AND g.vervallen_op IS NULL
        AND g.geldig_vanaf <= dag AND (g.geldig_tot IS NULL OR g.geldig_tot > dag)
$$;

-- Has the reader's desk a ground for this dossier today, for one of these categories (or for any)?
CREATE OR REPLACE FUNCTION delen_ziet(een_dossier uuid, nodig text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM delen_grond g
        WHERE g.dossier_id = een_dossier AND delen_geldt(g, mijn_loket, vandaag)
            AND (nodig IS NULL OR g.categorieen && nodig)
            AND (NOT g.afgeschermd OR delen_toegelaten(een_dossier)));
END $$;
