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
    LEFT JOIN LATERAL (
        SELECT bool_or(a.soort = 'niet' AND a.medewerker_id = ik) AS geweerd,
            bool_or(CASE WHEN a.medewerker_id IS NULL THEN beheert
                         ELSE coalesce(a.medewerker_id = ik, false) END)
                FILTER (WHERE a.soort = 'alleen'
                    AND (a.loket_id IS NULL OR a.loket_id = mijn_loket)) AS genoemd
        FROM delen_afscherming a WHERE a.dossier_id = d AND a.beeindigd_op IS NULL
    ) a ON true
    WHERE NOT coalesce(a.geweerd, false) AND coalesce(a.genoemd, true);
END $$;

CREATE OR REPLACE FUNCTION delen_toegelaten(een_dossier uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM delen_toegelaten_tot(ARRAY[een_dossier]));
END $$;

-- The dossiers for which the reader's desk has a ground today.
CREATE OR REPLACE FUNCTION delen_open_dossiers() RETURNS SETOF uuid
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
        WHERE delen_geldt(g, mijn_loket, vandaag)
        GROUP BY g.dossier_id
    )
    SELECT e.dossier_id FROM eigen e WHERE NOT e.afgeschermd
    UNION ALL
    SELECT t FROM delen_toegelaten_tot(
        ARRAY(SELECT e.dossier_id FROM eigen e WHERE e.afgeschermd)) t;
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
