-- What desks of these kinds were told of these dossiers, of these kinds of facts, and neither read nor
-- confirmed, oldest first. The condition is that of row security on meldingen_melding: the program
-- sees what every desk was told, a reader what its own desk was told. What is open to the reader is
-- judged of all dossiers at once.

CREATE OR REPLACE FUNCTION meldingen_onbeantwoord(
    dossiers uuid[], feiten text[], loketsoorten text[]) RETURNS SETOF meldingen_melding
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
BEGIN
    IF context[1] = 'verwerken' THEN
        RETURN QUERY
        SELECT m.* FROM meldingen_melding m JOIN partijen_loket l ON l.id = m.loket_id
        WHERE m.dossier_id = ANY (dossiers) AND m.soort = ANY (feiten)
            AND m.gelezen_op IS NULL AND m.bevestigd_op IS NULL AND l.soort = ANY (loketsoorten)
        ORDER BY m.id;
    ELSIF context[3] = ANY (loketsoorten) THEN
        RETURN QUERY
        WITH eigen AS MATERIALIZED (
            SELECT m.* FROM unnest(dossiers) d
            JOIN meldingen_melding m ON m.dossier_id = d AND m.loket_id = mijn_loket
            WHERE m.soort = ANY (feiten) AND m.gelezen_op IS NULL AND m.bevestigd_op IS NULL
        )
        SELECT e.* FROM eigen e
        WHERE CASE WHEN e.zonder_grond
            THEN e.dossier_id IN (SELECT delen_toegelaten_tot(ARRAY(
                SELECT z.dossier_id FROM eigen z WHERE z.zonder_grond)))
            ELSE e.dossier_id IN (SELECT delen_zichtbaar(ARRAY(
                SELECT z.dossier_id FROM eigen z WHERE NOT z.zonder_grond), NULL)) END
        ORDER BY e.id;
    END IF;
END $$;
