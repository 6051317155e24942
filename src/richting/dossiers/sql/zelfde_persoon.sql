-- The dossiers of the same person as these, after what humans decided about who is one with whom.
-- Who asks learns of no dossier that its desk may not see: not from the question, nor the answer.
CREATE OR REPLACE FUNCTION dossiers_zelfde_persoon(deze uuid[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY
    WITH hoofden AS (
        SELECT DISTINCT coalesce(j.samengevoegd_met_id, j.id) AS hoofd
        FROM dossiers_dossier d JOIN dossiers_justitiabele j ON j.id = d.justitiabele_id
        WHERE d.id = ANY (deze) AND delen_ziet(d.id, NULL))
    SELECT d.id
    FROM hoofden h
    JOIN dossiers_justitiabele j ON j.id = h.hoofd OR j.samengevoegd_met_id = h.hoofd
    JOIN dossiers_dossier d ON d.justitiabele_id = j.id
    WHERE delen_ziet(d.id, NULL);
END $$;
