-- How many messages to this desk nobody has read, up to a limit. The condition is that of row
-- security on meldingen_melding. It is asked with every page, so it looks no further than it must: the
-- messages on dossiers that are open to the whole desk are walked along one by one (never gathered
-- first), and only when those are too few, restrictions are judged, of all the others at once.

CREATE OR REPLACE FUNCTION meldingen_ongelezen(hoogstens integer) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan SET enable_bitmapscan = off AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
    vrij bigint;
BEGIN
    vrij := (SELECT count(*) FROM (
        SELECT 1 FROM meldingen_melding m
        CROSS JOIN LATERAL (
            SELECT 1 FROM delen_grond g
            WHERE g.dossier_id = m.dossier_id AND delen_geldt(g, mijn_loket, vandaag)
                AND NOT g.afgeschermd
            LIMIT 1) open
        WHERE m.loket_id = mijn_loket AND m.gelezen_op IS NULL AND NOT m.zonder_grond
        LIMIT hoogstens) eigen);
    IF vrij >= hoogstens THEN
        RETURN hoogstens;
    END IF;
    RETURN (
        WITH overig AS MATERIALIZED (
            SELECT m.dossier_id FROM meldingen_melding m
            CROSS JOIN LATERAL (
                SELECT bool_and(g.afgeschermd) AS afgeschermd FROM delen_grond g
                WHERE g.dossier_id = m.dossier_id AND delen_geldt(g, mijn_loket, vandaag)) grond
            WHERE m.loket_id = mijn_loket AND m.gelezen_op IS NULL
                AND (m.zonder_grond OR grond.afgeschermd)
        )
        SELECT least(hoogstens, vrij + count(*)) FROM overig o
        JOIN delen_toegelaten_tot(ARRAY(SELECT DISTINCT e.dossier_id FROM overig e)) t
            ON t = o.dossier_id);
END $$;
