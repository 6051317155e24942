-- Which dossiers are open to the reader, asked for many at once. The condition is that of
-- delen_ziet(), and delen_toegelaten() asks here, so that a restriction is judged in one place.

-- Which of these dossiers let the reader in, as far as restrictions go.
CREATE OR REPLACE FUNCTION delen_toegelaten_tot(dossiers uuid[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    ik bigint := nullif(context[4], '')::bigint;
    beheert boolean;
BEGIN
    IF mijn_loket IS NULL OR cardinality(dossiers) = 0 THEN
        RETURN;
    END IF;
    beheert := delen_beheert(mijn_loket, ik);
    RETURN QUERY
    SELECT d FROM unnest(dossiers) d
    LEFT JOIN (
        SELECT a.dossier_id, bool_or(a.soort = 'niet' AND a.medewerker_id = ik) AS geweerd,
            bool_or(CASE WHEN a.medewerker_id IS NULL THEN beheert
                         ELSE coalesce(a.medewerker_id = ik, false) END)
                FILTER (WHERE a.soort = 'alleen'
                    AND (a.loket_id IS NULL OR a.loket_id = mijn_loket)) AS genoemd
        FROM delen_afscherming a
        WHERE a.dossier_id = ANY (dossiers) AND a.beeindigd_op IS NULL
        GROUP BY a.dossier_id
    ) a ON a.dossier_id = d
    WHERE NOT coalesce(a.geweerd, false) AND coalesce(a.genoemd, true);
END $$;

CREATE OR REPLACE FUNCTION delen_toegelaten(een_dossier uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM delen_toegelaten_tot(ARRAY[een_dossier]));
END $$;

-- The dossiers for which the reader's desk has a ground today, each once. As one value, which is
-- handed over faster than rows.
CREATE OR REPLACE FUNCTION delen_open_lijst() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
    vrij uuid[];
    apart uuid[];
BEGIN
    SELECT array_agg(e.dossier_id) FILTER (WHERE NOT e.afgeschermd),
            array_agg(e.dossier_id) FILTER (WHERE e.afgeschermd)
        INTO vrij, apart
        FROM (
            SELECT g.dossier_id, bool_or(g.afgeschermd) AS afgeschermd FROM delen_grond g
            WHERE delen_geldt(g, mijn_loket, vandaag)
            GROUP BY g.dossier_id
        ) e;
    RETURN coalesce(vrij, '{}') || CASE WHEN apart IS NOT NULL THEN
        ARRAY(SELECT t FROM delen_toegelaten_tot(apart) t) END;
END $$;

-- Which of these dossiers the reader's desk may see today, for one of these categories (or for any).
CREATE OR REPLACE FUNCTION delen_zichtbaar(dossiers uuid[], nodig text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
BEGIN
    RETURN QUERY
    WITH eigen AS MATERIALIZED (
        SELECT g.dossier_id, bool_or(g.afgeschermd) AS afgeschermd FROM delen_grond g
        WHERE g.dossier_id = ANY (dossiers) AND delen_geldt(g, mijn_loket, vandaag)
            AND (nodig IS NULL OR g.categorieen && nodig)
        GROUP BY g.dossier_id
    )
    SELECT e.dossier_id FROM eigen e WHERE NOT e.afgeschermd
    UNION ALL
    SELECT t FROM delen_toegelaten_tot(
        ARRAY(SELECT e.dossier_id FROM eigen e WHERE e.afgeschermd)) t;
END $$;

-- The categories that a desk may read of each of these dossiers; no row without a ground. Runs with
-- the rights of who asks, as delen_categorieen() does for one.
CREATE OR REPLACE FUNCTION delen_categorieen_van(dossiers uuid[], een_loket bigint)
RETURNS TABLE (dossier uuid, categorieen text[]) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    SELECT g.dossier_id, array_agg(DISTINCT c)
    FROM delen_grond g, unnest(g.categorieen) c
    WHERE g.dossier_id = ANY (dossiers) AND g.loket_id = een_loket AND g.vervallen_op IS NULL
    GROUP BY g.dossier_id;
END $$;

-- The grounds of the reader's desk for these dossiers today, those that row security would show.
CREATE OR REPLACE FUNCTION delen_gronden_van(dossiers uuid[])
RETURNS TABLE (dossier uuid, grondslag text, categorieen text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
BEGIN
    RETURN QUERY
    SELECT g.dossier_id, g.grondslag::text, g.categorieen::text[] FROM delen_grond g
    WHERE g.dossier_id = ANY (dossiers) AND delen_geldt(g, mijn_loket, vandaag)
        AND (NOT g.afgeschermd OR delen_toegelaten(g.dossier_id));
END $$;
