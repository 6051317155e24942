-- Who may see this dossier on a day? On a past day: who could at some moment of it, as the program
-- knew then. A ground in a closed compartment (18b, BIJ) shows only to who shares that compartment;
-- of other grounds the compartments that lie apart from the plan are left out for who has none.
-- `regioafspraken` are the regional agreements by which that ground opens less than the law gives.
DROP FUNCTION IF EXISTS delen_wie_mag(uuid, date);
CREATE FUNCTION delen_wie_mag(een_dossier uuid, dag date)
RETURNS TABLE (organisatie text, loket text, loketsoort text, eigen boolean, grondslag text,
    categorieen text[], doel text, regime text, rol text, geldig_vanaf date, geldig_tot date,
    regioafspraken uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
    besloten text[] := ARRAY['risico', 'bij'];
    apart text[] := ARRAY['slachtoffer', 'justitieel_advies'];
    mijn text[];
BEGIN
    IF NOT delen_ziet(een_dossier, NULL) THEN
        RETURN;
    END IF;
    mijn := ARRAY(SELECT c FROM unnest(besloten || apart) c WHERE delen_ziet(een_dossier, ARRAY[c]));
    RETURN QUERY
    SELECT o.naam, l.naam, l.soort, l.id = mijn_loket, g.grondslag,
        ARRAY(SELECT c FROM unnest(g.categorieen) c WHERE c <> ALL (apart) OR c = ANY (mijn)),
        g.doel, g.regime, g.rol, g.geldig_vanaf, g.geldig_tot, g.regioafspraken
    FROM delen_grond g
    JOIN partijen_loket l ON l.id = g.loket_id
    JOIN partijen_organisatie o ON o.id = l.organisatie_id
    WHERE g.dossier_id = een_dossier
        AND g.geldig_vanaf <= dag AND (g.geldig_tot IS NULL OR g.geldig_tot > dag)
        AND CASE WHEN dag >= vandaag THEN g.vervallen_op IS NULL
            ELSE g.vastgesteld_op < (dag + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'
                AND (g.vervallen_op IS NULL
                     OR g.vervallen_op >= dag::timestamp AT TIME ZONE 'Europe/Amsterdam') END
        AND NOT EXISTS (
            SELECT 1 FROM unnest(g.categorieen) c WHERE c = ANY (besloten) AND c <> ALL (mijn))
    ORDER BY l.id <> mijn_loket, o.naam, l.naam, g.grondslag, g.geldig_vanaf, g.id;
END $$;
