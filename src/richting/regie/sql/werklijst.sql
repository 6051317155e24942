-- The main lists of the work list of this desk, counted and in order, in one statement. It says no
-- more than numbers and the keys of dossiers for which this desk has a ground today: the same test
-- as delen_ziet(), asked for all lines at once. What a line says is read under row security.

CREATE OR REPLACE FUNCTION regie_werklijst(
    welke text, een_inrichting text, een_gemeente text, alleen_mijn boolean, onbekend integer,
    na_rang bigint, na_dossier uuid, hoeveel integer)
RETURNS TABLE (soort text, dossier uuid, getal bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    ik bigint := nullif(context[4], '')::bigint;
    vandaag date := context[5]::date;
BEGIN
    RETURN QUERY
    WITH zicht AS MATERIALIZED (
        SELECT w.dossier_id, coalesce(w.medewerker = ik, false) AS van_mij,
            CASE WHEN w.uiterlijk < vandaag THEN 'te-laat'
                 WHEN w.uiterlijk = vandaag THEN 'vandaag'
                 WHEN w.uiterlijk <= vandaag + 7 THEN 'week'
                 ELSE 'wacht' END AS lijst,
            coalesce(w.niet_op_orde, 1) AS niet,
            greatest(0, coalesce(w.thuiskomst - vandaag, w.vertrokken_op - vandaag, onbekend))::bigint
                AS dagen
        FROM regie_werkregel w
        WHERE w.loket_id = mijn_loket
            AND (w.uiterlijk <= vandaag + 7 OR w.wacht_tot IS NOT NULL)
            AND w.zichtbaar_vanaf <= vandaag
            AND (w.zichtbaar_tot IS NULL OR w.zichtbaar_tot > vandaag)
            AND EXISTS (
                SELECT 1 FROM delen_grond g
                WHERE g.dossier_id = w.dossier_id AND g.loket_id = mijn_loket
                    AND g.vervallen_op IS NULL AND g.geldig_vanaf <= vandaag
                    AND (g.geldig_tot IS NULL OR g.geldig_tot > vandaag)
                    AND (NOT g.afgeschermd OR delen_toegelaten(w.dossier_id)))
            AND (een_inrichting = '' OR een_inrichting = (
                SELECT p.inrichting FROM dossiers_plaats p
                WHERE p.dossier_id = w.dossier_id AND p.inrichting IS NOT NULL AND p.van <= vandaag
                ORDER BY p.van DESC, p.id DESC LIMIT 1))
            AND (een_gemeente = '' OR EXISTS (
                SELECT 1 FROM dossiers_gemeenteband b
                WHERE b.dossier_id = w.dossier_id AND b.gemeente = een_gemeente
                    AND (b.tot IS NULL OR b.tot > vandaag)))
    ), tellingen AS MATERIALIZED (
        SELECT z.lijst, count(*) AS alle, count(*) FILTER (WHERE z.van_mij) AS mijne
        FROM zicht z GROUP BY z.lijst
    ), gekozen AS (
        SELECT coalesce(nullif(welke, ''), (
            SELECT t.lijst FROM tellingen t WHERE NOT alleen_mijn OR t.mijne > 0
            ORDER BY array_position(ARRAY['te-laat', 'vandaag', 'week', 'wacht'], t.lijst) LIMIT 1
        )) AS lijst
    ), op_rang AS (
        SELECT z.dossier_id, CASE WHEN z.niet = 0 THEN 1000000000 + z.dagen
                ELSE (z.dagen + 1) * 420 / z.niet END AS rang
        FROM zicht z JOIN gekozen k ON k.lijst = z.lijst
        WHERE z.van_mij OR NOT alleen_mijn
    ), bladzijde AS (
        SELECT r.dossier_id, r.rang FROM op_rang r
        WHERE na_dossier IS NULL OR (r.rang, r.dossier_id) > (na_rang, na_dossier)
        ORDER BY r.rang, r.dossier_id LIMIT hoeveel
    )
    SELECT 'regel', b.dossier_id, b.rang FROM bladzijde b
    UNION ALL SELECT 'alle:' || t.lijst, NULL, t.alle FROM tellingen t
    UNION ALL SELECT 'mijn:' || t.lijst, NULL, t.mijne FROM tellingen t
    UNION ALL SELECT 'verouderd', NULL, NULL WHERE EXISTS (
        SELECT 1 FROM regie_werkregel w WHERE w.loket_id = mijn_loket AND w.herzien_op <= vandaag)
    UNION ALL SELECT 'gekozen:' || k.lijst, NULL, NULL FROM gekozen k WHERE k.lijst IS NOT NULL;
END $$;

-- Which institutions (where somebody is now, or was last) and municipalities (those that are in play)
-- occur among the dossiers of this desk; nothing when it has
-- more lines than `grens`, for then a choice among all is no burden and this would cost more.
CREATE OR REPLACE FUNCTION regie_filterkeuzes(grens integer)
RETURNS TABLE (soort text, code text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
    mijn uuid[];
BEGIN
    mijn := ARRAY(
        SELECT DISTINCT g.dossier_id FROM delen_grond g
        WHERE g.loket_id = mijn_loket AND g.vervallen_op IS NULL AND g.geldig_vanaf <= vandaag
            AND (g.geldig_tot IS NULL OR g.geldig_tot > vandaag)
            AND (NOT g.afgeschermd OR delen_toegelaten(g.dossier_id))
        LIMIT grens + 1);
    IF cardinality(mijn) > grens THEN
        RETURN QUERY SELECT 'te_veel'::text, ''::text;
        RETURN;
    END IF;
    RETURN QUERY
    SELECT DISTINCT 'inrichting'::text, nu.inrichting FROM (
        SELECT DISTINCT ON (p.dossier_id) p.inrichting FROM dossiers_plaats p
        WHERE p.dossier_id = ANY (mijn) AND p.inrichting IS NOT NULL AND p.van <= vandaag
        ORDER BY p.dossier_id, p.van DESC, p.id DESC) nu
    UNION ALL
    SELECT DISTINCT 'gemeente'::text, b.gemeente FROM dossiers_gemeenteband b
    WHERE b.dossier_id = ANY (mijn) AND (b.tot IS NULL OR b.tot > vandaag);
END $$;
