-- Which organisation supervises on a day, for who works on the plan: whoever reads who directs the
-- case must not read another name because supervision itself lies in a closed compartment.
CREATE OR REPLACE FUNCTION regie_toezicht_op(een_dossier uuid, dag date, einde date) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF NOT (kern_loketsoort() IN ('nazorg', 'casemanagement', 'forensisch', 'reclassering',
                                  'procesregie')
            AND delen_ziet(een_dossier, ARRAY['verblijf'])) THEN
        RETURN NULL;
    END IF;
    RETURN (
        SELECT t.organisatie FROM dossiers_toezicht t
        WHERE t.dossier_id = een_dossier AND coalesce(t.van, einde) <= dag
            AND (t.tot IS NULL OR dag < t.tot)
        ORDER BY coalesce(t.van, einde) DESC, t.organisatie DESC LIMIT 1);
END $$;
