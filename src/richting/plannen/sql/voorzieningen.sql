-- Places in provisions: what other desks took, what a keeper is asked, and the guard on the number.

-- The most places that are taken on one day from `eerste` to `laatste` (null: no end), as things
-- stand on `vandaag`. The same rule as akkoord/plan/voorzieningen.py; a test compares them.
CREATE OR REPLACE FUNCTION plannen_meest_bezet(
    een_voorziening uuid, eerste date, laatste date, vandaag date
) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH bezet AS (
        SELECT p.vanaf, p.tot FROM plannen_plaatsing p
        WHERE p.voorziening_id = een_voorziening
            AND (p.staat = 'bevestigd' AND (p.tot IS NULL OR p.tot >= vandaag)
                OR p.staat = 'gereserveerd' AND p.gereserveerd_tot >= vandaag)
            AND (p.tot IS NULL OR p.tot >= eerste)
            AND (laatste IS NULL OR p.vanaf <= laatste)
    ), dagen AS (
        SELECT DISTINCT greatest(b.vanaf, eerste) AS dag FROM bezet b
    ), tellingen AS (
        SELECT count(*) AS n FROM dagen d
        JOIN bezet b ON b.vanaf <= d.dag AND (b.tot IS NULL OR b.tot >= d.dag)
        GROUP BY d.dag
    )
    SELECT coalesce(max(t.n), 0) FROM tellingen t
$$;

-- Never more taken than there are places, whatever way a row is written. The row of the provision
-- is locked first: two who take the last place at the same moment come one after the other.
CREATE OR REPLACE FUNCTION plannen_bewaak_plaats() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    hoeveel integer;
    vandaag date := coalesce(kern_vandaag(), '-infinity'::date);
BEGIN
    SELECT v.plaatsen INTO hoeveel FROM plannen_voorziening v
      WHERE v.id = NEW.voorziening_id FOR NO KEY UPDATE;
    IF plannen_meest_bezet(NEW.voorziening_id, NEW.vanaf, NEW.tot, vandaag) > hoeveel THEN
        RAISE EXCEPTION 'Er is geen plaats meer.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'plaatsing_past';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS plannen_bewaak_plaats ON plannen_plaatsing;
CREATE TRIGGER plannen_bewaak_plaats
    AFTER INSERT OR UPDATE OF staat, vanaf, tot, gereserveerd_tot, voorziening_id
    ON plannen_plaatsing FOR EACH ROW WHEN (NEW.staat IN ('gereserveerd', 'bevestigd'))
    EXECUTE FUNCTION plannen_bewaak_plaats();

CREATE OR REPLACE FUNCTION plannen_bewaak_plaatsen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    vandaag date := coalesce(kern_vandaag(), '-infinity'::date);
BEGIN
    IF plannen_meest_bezet(NEW.id, vandaag, NULL, vandaag) > NEW.plaatsen THEN
        RAISE EXCEPTION 'Er zijn meer plaatsen bezet dan dit aantal.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'voorziening_past';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS plannen_bewaak_plaatsen ON plannen_voorziening;
CREATE TRIGGER plannen_bewaak_plaatsen AFTER UPDATE OF plaatsen ON plannen_voorziening
    FOR EACH ROW WHEN (NEW.plaatsen < OLD.plaatsen) EXECUTE FUNCTION plannen_bewaak_plaatsen();

-- What is asked or taken of these provisions, in order of asking: days and states, no persons.
-- Every desk may know how full a provision is. Clausule 8.3.
CREATE OR REPLACE FUNCTION plannen_plekken(voorzieningen uuid[])
RETURNS TABLE (voorziening uuid, plaatsing uuid, staat text, vanaf date, tot date,
    gereserveerd_tot date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT p.voorziening_id, p.id, p.staat, p.vanaf, p.tot, p.gereserveerd_tot
    FROM plannen_plaatsing p
    WHERE kern_context() IS NOT NULL AND p.voorziening_id = ANY (voorzieningen)
        AND p.staat IN ('gevraagd', 'gereserveerd', 'bevestigd')
    ORDER BY p.gemaakt_op, p.id
$$;

-- What the reader's own desk is asked as keeper of a provision (null: of all), in order of asking.
-- Whose place it is, and what was written about that person, only with a ground. Clausule 6.4.
CREATE OR REPLACE FUNCTION plannen_aanvragen(een_voorziening uuid)
RETURNS TABLE (plaatsing uuid, versie integer, voorziening uuid, gevraagd_door text,
    gevraagd_op date, antwoord_uiterlijk date, vanaf date, tot date, staat text,
    gereserveerd_tot date, dossier uuid, actie uuid, toelichting text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT p.id, p.versie, p.voorziening_id, l.naam, p.gevraagd_op, p.antwoord_uiterlijk, p.vanaf,
        p.tot, p.staat, p.gereserveerd_tot,
        CASE WHEN g.ziet THEN p.dossier_id END, CASE WHEN g.ziet THEN p.actie_id END,
        CASE WHEN g.ziet THEN p.toelichting ELSE '' END
    FROM plannen_voorziening v
    JOIN plannen_plaatsing p ON p.voorziening_id = v.id
        AND p.staat IN ('gevraagd', 'gereserveerd', 'bevestigd')
    JOIN partijen_loket l ON l.id = p.gevraagd_door_id
    CROSS JOIN LATERAL (SELECT delen_ziet(p.dossier_id, ARRAY[p.categorie]) AS ziet) g
    WHERE v.houder_id = kern_loket() AND (een_voorziening IS NULL OR v.id = een_voorziening)
    ORDER BY p.gemaakt_op, p.id
$$;
