-- Questions about sharing whose answer lies outside the reader's own rows. Each checks first what
-- the reader may see; who may not, gets no rows.

-- The desks for which the reader may restrict this dossier: the own desk for its manager, those of
-- the own organisation for its privacy officer. Who is excluded from the dossier may do nothing.
CREATE OR REPLACE FUNCTION delen_afschermbare_loketten(een_dossier uuid) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    ik bigint := nullif(context[4], '')::bigint;
BEGIN
    RETURN QUERY
    SELECT DISTINCT l.id FROM partijen_loket l
    JOIN delen_grond g ON g.loket_id = l.id AND g.dossier_id = een_dossier
        AND g.vervallen_op IS NULL AND g.geldig_vanaf <= context[5]::date
        AND (g.geldig_tot IS NULL OR g.geldig_tot > context[5]::date)
    WHERE CASE WHEN context[3] = 'privacy'
            THEN l.organisatie_id = (SELECT p.organisatie_id FROM partijen_loket p
                                     WHERE p.id = mijn_loket)
            ELSE l.id = mijn_loket AND delen_beheert(mijn_loket, ik) END
        AND NOT EXISTS (
            SELECT 1 FROM delen_afscherming a
            WHERE a.dossier_id = een_dossier AND a.beeindigd_op IS NULL
                AND a.soort = 'niet' AND a.medewerker_id = ik);
END $$;

-- A dossier by its number, for who may restrict it.
CREATE OR REPLACE FUNCTION delen_zoek_afschermbaar(een_nummer text)
RETURNS TABLE (dossier uuid, nummer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT d.id, d.nummer FROM dossiers_dossier d
    WHERE d.nummer = een_nummer AND EXISTS (SELECT delen_afschermbare_loketten(d.id))
$$;

-- The number of a dossier, for who may restrict it.
CREATE OR REPLACE FUNCTION delen_afschermbaar(een_dossier uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT d.nummer FROM dossiers_dossier d
    WHERE d.id = een_dossier AND EXISTS (SELECT delen_afschermbare_loketten(d.id))
$$;

-- The restricted dossiers of the reader's own desk or organisation, newest restriction first.
CREATE OR REPLACE FUNCTION delen_afgeschermd(hoeveel integer)
RETURNS TABLE (dossier uuid, nummer text, sinds timestamptz, aantal bigint, vanzelf boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
BEGIN
    RETURN QUERY
    SELECT d.id, d.nummer, max(a.gezet_op), count(a.medewerker_id), bool_or(a.medewerker_id IS NULL)
    FROM delen_afscherming a
    JOIN dossiers_dossier d ON d.id = a.dossier_id
    WHERE a.beeindigd_op IS NULL AND EXISTS (
        SELECT 1 FROM delen_grond g JOIN partijen_loket l ON l.id = g.loket_id
        WHERE g.dossier_id = a.dossier_id AND g.vervallen_op IS NULL
            AND (l.id = mijn_loket OR context[3] = 'privacy' AND l.organisatie_id = (
                SELECT p.organisatie_id FROM partijen_loket p WHERE p.id = mijn_loket)))
        AND EXISTS (SELECT delen_afschermbare_loketten(a.dossier_id))
        AND (a.loket_id IS NULL OR a.loket_id IN (SELECT delen_afschermbare_loketten(a.dossier_id)))
    GROUP BY d.id, d.nummer ORDER BY max(a.gezet_op) DESC LIMIT hoeveel;
END $$;

-- The restrictions in force that the reader may manage.
CREATE OR REPLACE FUNCTION delen_afschermingen(een_dossier uuid)
RETURNS TABLE (id bigint, soort text, loket bigint, loketnaam text, medewerker bigint,
    medewerkernaam text, reden text, gezet_op timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT a.id, a.soort, a.loket_id, l.naam, a.medewerker_id, m.naam, a.reden, a.gezet_op
    FROM delen_afscherming a
    LEFT JOIN partijen_loket l ON l.id = a.loket_id
    LEFT JOIN partijen_medewerker m ON m.id = a.medewerker_id
    WHERE a.dossier_id = een_dossier AND a.beeindigd_op IS NULL
        AND EXISTS (SELECT delen_afschermbare_loketten(een_dossier))
        AND (a.loket_id IS NULL OR a.loket_id IN (SELECT delen_afschermbare_loketten(een_dossier)))
    ORDER BY a.soort, a.id
$$;

-- The desks with a ground for this dossier today and what it opens, for who sees the dossier. The
-- closed compartments are left out: who shares those is nobody else's business.
CREATE OR REPLACE FUNCTION delen_loketten(een_dossier uuid)
RETURNS TABLE (loket bigint, categorieen text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    vandaag date := context[5]::date;
    besloten text[] := ARRAY['risico', 'bij', 'slachtoffer', 'justitieel_advies'];
BEGIN
    IF NOT delen_ziet(een_dossier, NULL) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT g.loket_id, array_agg(DISTINCT c)
    FROM delen_grond g, unnest(g.categorieen) c
    WHERE g.dossier_id = een_dossier AND g.vervallen_op IS NULL
        AND g.geldig_vanaf <= vandaag AND (g.geldig_tot IS NULL OR g.geldig_tot > vandaag)
        AND c <> ALL (besloten)
    GROUP BY g.loket_id;
END $$;

-- Who looked? For the manager: at the own desk. For the privacy officer: in the own organisation.
CREATE OR REPLACE FUNCTION delen_wie_keek(een_dossier uuid, hoeveel integer)
RETURNS TABLE (tijdstip timestamptz, door text, loket text, handeling text, categorieen text[],
    grondslagen text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT i.tijdstip, i.door, l.naam, i.handeling, i.categorieen, i.grondslagen
    FROM delen_inzage i JOIN partijen_loket l ON l.id = i.loket
    WHERE i.dossier_id = een_dossier
        AND i.loket IN (SELECT delen_afschermbare_loketten(een_dossier))
    ORDER BY i.tijdstip DESC, i.id DESC LIMIT hoeveel
$$;
