-- In whose name somebody works at a desk on a day: the own, and of those whom one stands in for,
-- also when who stood in first is away too.
CREATE OR REPLACE FUNCTION regie_namens(een_loket bigint, ik bigint, dag date)
RETURNS SETOF bigint LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
    WITH RECURSIVE namens(nummer) AS (
        SELECT ik
        UNION
        SELECT v.medewerker_id FROM regie_vervanging v JOIN namens n ON v.vervanger_id = n.nummer
        WHERE v.loket_id = een_loket AND v.van <= dag AND (v.tot IS NULL OR v.tot >= dag)
    )
    SELECT n.nummer FROM namens n
$$;

-- The main lists of the work list of this desk, counted and in order, in one statement. It says no
-- more than numbers, the keys of dossiers for which this desk has a ground today, and which
-- institutions (where somebody is now, or was last) and municipalities (those that are in play) occur
-- among those. What a line says comes from regie_regels().
-- The plan is the same for every desk, and making it takes longer than the answer: it is kept. It
-- knows nothing of the size of a desk, so the two lists of dossiers are joined by hash, never by loop.

CREATE OR REPLACE FUNCTION regie_werklijst(
    welke text, een_inrichting text, een_gemeente text, alleen_mijn boolean, onbekend integer,
    na_rang bigint, na_dossier uuid, hoeveel integer, keuze_uit text[], meeste_keuzes integer)
RETURNS TABLE (soort text, dossier uuid, getal bigint, code text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan SET enable_nestloop = off AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
    wij bigint[] := ARRAY(
        SELECT regie_namens(mijn_loket, nullif(context[4], '')::bigint, vandaag));
    mijn uuid[] := delen_open_lijst();
    te_kiezen boolean := cardinality(mijn) <= meeste_keuzes;
BEGIN
    RETURN QUERY
    WITH zicht AS MATERIALIZED (
        SELECT w.dossier_id, coalesce(w.medewerker = ANY (wij), false) AS van_mij,
            CASE WHEN w.uiterlijk < vandaag THEN 'te-laat'
                 WHEN w.uiterlijk = vandaag THEN 'vandaag'
                 WHEN w.uiterlijk <= vandaag + 7 THEN 'week'
                 ELSE 'wacht' END AS lijst,
            coalesce(w.niet_op_orde, 1) AS niet,
            greatest(0, coalesce(w.thuiskomst - vandaag, w.vertrokken_op - vandaag, onbekend))::bigint
                AS dagen
        FROM regie_werkregel w JOIN unnest(mijn) m ON m = w.dossier_id
        WHERE w.loket_id = mijn_loket
            AND (w.uiterlijk <= vandaag + 7 OR w.wacht_tot IS NOT NULL)
            AND w.zichtbaar_vanaf <= vandaag
            AND (w.zichtbaar_tot IS NULL OR w.zichtbaar_tot > vandaag)
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
    SELECT 'regel', b.dossier_id, b.rang, NULL FROM bladzijde b
    UNION ALL SELECT 'alle', NULL, t.alle, t.lijst FROM tellingen t
    UNION ALL SELECT 'mijn', NULL, t.mijne, t.lijst FROM tellingen t
    UNION ALL SELECT 'verouderd', NULL, NULL, NULL WHERE EXISTS (
        SELECT 1 FROM regie_werkregel w WHERE w.loket_id = mijn_loket AND w.herzien_op <= vandaag)
    UNION ALL SELECT 'gekozen', NULL, NULL, k.lijst FROM gekozen k WHERE k.lijst IS NOT NULL
    UNION ALL SELECT 'te_veel', NULL, NULL, NULL WHERE NOT te_kiezen
    UNION ALL (
        SELECT DISTINCT 'inrichting', NULL::uuid, NULL::bigint, nu.inrichting FROM (
            SELECT DISTINCT ON (p.dossier_id) p.inrichting FROM dossiers_plaats p
            WHERE 'inrichting' = ANY (keuze_uit) AND te_kiezen
                AND p.dossier_id = ANY (mijn)
                AND p.inrichting IS NOT NULL AND p.van <= vandaag
            ORDER BY p.dossier_id, p.van DESC, p.id DESC) nu)
    UNION ALL (
        SELECT DISTINCT 'gemeente', NULL::uuid, NULL::bigint, b.gemeente
        FROM dossiers_gemeenteband b
        WHERE 'gemeente' = ANY (keuze_uit) AND te_kiezen
            AND b.dossier_id = ANY (mijn)
            AND (b.tot IS NULL OR b.tot > vandaag));
END $$;

-- Which of these dossiers the reader's desk may show a line of, and what it may read of each.
CREATE OR REPLACE FUNCTION regie_te_tonen(dossiers uuid[])
RETURNS TABLE (dossier uuid, plek bigint, categorieen text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    SELECT n.dossier, n.plek, m.categorieen FROM unnest(dossiers) WITH ORDINALITY n(dossier, plek)
    JOIN (
        SELECT g.dossier, array_agg(DISTINCT c) AS categorieen
        FROM delen_gronden_van(dossiers) g, unnest(g.categorieen) c GROUP BY g.dossier
    ) m ON m.dossier = n.dossier AND 'verblijf' = ANY (m.categorieen);
END $$;

-- What lines of this desk's lists say: the line, and of the dossier the header, the person, places,
-- municipalities and requests to them. All of it lies in the compartment of the stay, so one test
-- per dossier, the one of row security, does for its rows. With it, what the desk may read of it.
CREATE OR REPLACE FUNCTION regie_regels(dossiers uuid[]) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    mijn_loket bigint := kern_loket();
BEGIN
    RETURN (
        SELECT json_agg(json_build_object(
            'werkregel', w, 'dossier', d, 'persoon', p, 'categorieen', n.categorieen,
            'plaatsen', (
                SELECT json_agg(t ORDER BY t.van, t.id) FROM dossiers_plaats t
                WHERE t.dossier_id = n.dossier),
            'gemeenten', (
                SELECT json_agg(t ORDER BY t.id) FROM dossiers_gemeenteband t
                WHERE t.dossier_id = n.dossier),
            'verzoeken', (
                SELECT json_agg(t ORDER BY t.id) FROM dossiers_gemeenteverzoek t
                WHERE t.dossier_id = n.dossier)
        ) ORDER BY n.plek)::text
        FROM regie_te_tonen(dossiers) n
        JOIN regie_werkregel w ON w.dossier_id = n.dossier AND w.loket_id = mijn_loket
        JOIN dossiers_dossier d ON d.id = n.dossier
        LEFT JOIN dossiers_persoonsgegevens p ON p.dossier_id = n.dossier);
END $$;

-- The same rows, only which version of each it is and where it lies: another one as soon as it is
-- written, also twice in one transaction. By key, not joined: that is three times as fast.
CREATE OR REPLACE FUNCTION regie_regelversies(dossiers uuid[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    mijn_loket bigint := kern_loket();
    mag uuid[];
    leesbaar text[];
BEGIN
    SELECT array_agg(n.dossier ORDER BY n.plek), array_agg(n.categorieen::text ORDER BY n.plek)
        INTO mag, leesbaar FROM regie_te_tonen(dossiers) n;
    RETURN QUERY
    SELECT concat(mag, leesbaar)
    UNION ALL SELECT t.xmin || 'werkregel' || t.ctid FROM regie_werkregel t
        WHERE t.dossier_id = ANY (mag) AND t.loket_id = mijn_loket
    UNION ALL SELECT t.xmin || 'dossier' || t.ctid FROM dossiers_dossier t
        WHERE t.id = ANY (mag)
    UNION ALL SELECT t.xmin || 'persoon' || t.ctid FROM dossiers_persoonsgegevens t
        WHERE t.dossier_id = ANY (mag)
    UNION ALL SELECT t.xmin || 'plaats' || t.ctid FROM dossiers_plaats t
        WHERE t.dossier_id = ANY (mag)
    UNION ALL SELECT t.xmin || 'gemeente' || t.ctid FROM dossiers_gemeenteband t
        WHERE t.dossier_id = ANY (mag)
    UNION ALL SELECT t.xmin || 'verzoek' || t.ctid FROM dossiers_gemeenteverzoek t
        WHERE t.dossier_id = ANY (mag);
END $$;
