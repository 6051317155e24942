-- The second lock: what the desk of this transaction may see. Every function asks kern_context()
-- itself, so that no query can put in another desk than the one that was proven.

-- Is this member of staff a manager of this desk?
CREATE OR REPLACE FUNCTION delen_beheert(een_loket bigint, iemand bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM partijen_lidmaatschap l JOIN partijen_medewerker m ON m.id = l.medewerker_id
        WHERE l.loket_id = een_loket AND l.medewerker_id = iemand
            AND l.rol = 'beheerder' AND m.is_active);
END $$;

-- Do the restrictions on this dossier let the reader in?
CREATE OR REPLACE FUNCTION delen_toegelaten(een_dossier uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    ik bigint := nullif(context[4], '')::bigint;
BEGIN
    IF mijn_loket IS NULL OR EXISTS (
        SELECT 1 FROM delen_afscherming a
        WHERE a.dossier_id = een_dossier AND a.beeindigd_op IS NULL
            AND a.soort = 'niet' AND a.medewerker_id = ik) THEN
        RETURN false;
    END IF;
    RETURN coalesce((
        SELECT bool_or(CASE WHEN a.medewerker_id IS NULL THEN delen_beheert(mijn_loket, ik)
                            ELSE coalesce(a.medewerker_id = ik, false) END)
        FROM delen_afscherming a
        WHERE a.dossier_id = een_dossier AND a.beeindigd_op IS NULL
            AND a.soort = 'alleen' AND (a.loket_id IS NULL OR a.loket_id = mijn_loket)), true);
END $$;

-- The mark on a ground follows the restrictions. Both lock the row of the dossier first, so that a
-- ground and a restriction that are made at the same moment know of each other.
CREATE OR REPLACE FUNCTION delen_markeer_grond() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM 1 FROM dossiers_dossier d WHERE d.id = NEW.dossier_id FOR KEY SHARE;
    NEW.afgeschermd := EXISTS (
        SELECT 1 FROM delen_afscherming a
        WHERE a.dossier_id = NEW.dossier_id AND a.beeindigd_op IS NULL);
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS delen_markeer_grond ON delen_grond;
CREATE TRIGGER delen_markeer_grond BEFORE INSERT OR UPDATE ON delen_grond
    FOR EACH ROW EXECUTE FUNCTION delen_markeer_grond();

CREATE OR REPLACE FUNCTION delen_markeer_dossier() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    dit uuid := coalesce(NEW.dossier_id, OLD.dossier_id);
BEGIN
    PERFORM 1 FROM dossiers_dossier d WHERE d.id = dit FOR UPDATE;
    UPDATE delen_grond SET afgeschermd = afgeschermd WHERE dossier_id = dit;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS delen_markeer_dossier ON delen_afscherming;
CREATE TRIGGER delen_markeer_dossier AFTER INSERT OR UPDATE OR DELETE ON delen_afscherming
    FOR EACH ROW EXECUTE FUNCTION delen_markeer_dossier();
