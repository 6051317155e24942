-- Is a category of the journal of this dossier open to the reader? A room with a stricter rule for
-- its own category makes this again; the policy on the journal asks it too.
CREATE OR REPLACE FUNCTION kern_journaal_open(een_dossier uuid, een_categorie text)
RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN delen_ziet(een_dossier, ARRAY[een_categorie]);
END $$;

-- The newest journal rows of a dossier, as the policy on the journal gives them. That asks for every
-- row whether its category is open to the reader; here it is asked once per category.
CREATE OR REPLACE FUNCTION dossiers_tijdlijn(een_dossier uuid, hoeveel integer)
RETURNS SETOF kern_journaal
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    mag text[];
BEGIN
    WITH aanwezig AS MATERIALIZED (
        SELECT DISTINCT j.categorie FROM kern_journaal j WHERE j.dossier_id = een_dossier)
    SELECT array_agg(a.categorie) INTO mag
    FROM aanwezig a WHERE kern_journaal_open(een_dossier, a.categorie);
    RETURN QUERY
    SELECT * FROM kern_journaal j
    WHERE j.dossier_id = een_dossier AND j.categorie = ANY (mag)
    ORDER BY j.volgnummer DESC LIMIT hoeveel;
END $$;
