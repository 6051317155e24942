-- Who sits at a table of art. 18b. Both ask kern_context() themselves, so that no query can put in
-- another desk or person than the one that was proven.

-- Of a terrorist offence only staff who are named at this desk; of others everybody.
CREATE OR REPLACE FUNCTION meldingen_op_naam(een_dossier uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    ik bigint := nullif(context[4], '')::bigint;
BEGIN
    RETURN NOT EXISTS (
            SELECT 1 FROM dossiers_dossier d WHERE d.id = een_dossier AND d.terroristisch)
        OR EXISTS (
            SELECT 1 FROM delen_afscherming a
            WHERE a.dossier_id = een_dossier AND a.beeindigd_op IS NULL
                AND a.soort = 'alleen' AND a.loket_id = mijn_loket AND a.medewerker_id = ik);
END $$;

-- The journal: as `dossiers` has it, and what the table of a terrorist offence did only for staff
-- who are named.
CREATE OR REPLACE FUNCTION kern_journaal_open(een_dossier uuid, een_categorie text)
RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN delen_ziet(een_dossier, ARRAY[een_categorie])
        AND (een_categorie <> 'risico' OR meldingen_op_naam(een_dossier));
END $$;

-- The reader's desk has a ground for the compartment today, and the table did not lapse.
CREATE OR REPLACE FUNCTION meldingen_aan_tafel(een_tafel uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM meldingen_risicotafel t
        WHERE t.id = een_tafel AND t.vervallen_op IS NULL
            AND delen_ziet(t.dossier_id, ARRAY['risico'])
            AND meldingen_op_naam(t.dossier_id));
END $$;

-- Which desks sit at the table of this dossier today, for who sits there too.
CREATE OR REPLACE FUNCTION meldingen_tafelloketten(een_dossier uuid)
RETURNS TABLE (loket bigint, regime text, rol text, zin text, sinds date, tot date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    vandaag date := (kern_context())[5]::date;
BEGIN
    IF NOT (delen_ziet(een_dossier, ARRAY['risico']) AND meldingen_op_naam(een_dossier)) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT g.loket_id, g.regime, g.rol, g.zin, g.geldig_vanaf, g.geldig_tot
    FROM delen_grond g
    WHERE g.dossier_id = een_dossier AND g.vervallen_op IS NULL AND g.categorieen && ARRAY['risico']
        AND g.geldig_vanaf <= vandaag AND (g.geldig_tot IS NULL OR g.geldig_tot > vandaag)
    ORDER BY g.loket_id;
END $$;
