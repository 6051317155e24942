-- Whether the desk of this transaction may know of a consultation: it is invited, or it has a ground
-- for something that stands on the agenda. Runs as owner, so that the policies need not ask each other.
CREATE OR REPLACE FUNCTION overleg_ziet(een_overleg uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
BEGIN
    IF mijn_loket IS NULL THEN
        RETURN false;
    END IF;
    RETURN EXISTS (
        SELECT 1 FROM overleg_genodigde g
        WHERE g.overleg_id = een_overleg AND g.loket_id = mijn_loket
    ) OR EXISTS (
        SELECT 1 FROM overleg_agendapunt a
        WHERE a.overleg_id = een_overleg AND delen_ziet(a.dossier_id, ARRAY[a.categorie]));
END $$;

-- Minutes that were fixed never change; only a destruction run, as owner, takes them away.
CREATE OR REPLACE FUNCTION overleg_verslag_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Een vastgesteld verslag verandert niet; maak een aanvulling.';
END $$;

DROP TRIGGER IF EXISTS overleg_verslag_vast ON overleg_verslag;
CREATE TRIGGER overleg_verslag_vast BEFORE UPDATE ON overleg_verslag
    FOR EACH ROW WHEN (OLD.vastgesteld_op IS NOT NULL)
    EXECUTE FUNCTION overleg_verslag_vast();

DROP TRIGGER IF EXISTS overleg_verslag_blijft ON overleg_verslag;
CREATE TRIGGER overleg_verslag_blijft BEFORE DELETE ON overleg_verslag
    FOR EACH ROW WHEN (OLD.vastgesteld_op IS NOT NULL AND current_user = 'richting_web')
    EXECUTE FUNCTION overleg_verslag_vast();
