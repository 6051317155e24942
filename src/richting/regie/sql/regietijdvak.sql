-- Always exactly one holder per task: rows hold until the next, the first stands at the begin, and
-- what took effect is never changed. Moments of today and before have taken effect; a row that was
-- written ahead stands at midnight.

-- The day of the context (tests and demo have one of their own), or else the real day.
CREATE OR REPLACE FUNCTION regie_vandaag() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT coalesce(kern_vandaag(), (clock_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date) $$;

-- A dossier without a first holder for each task, at its begin or before, cannot be committed.
CREATE OR REPLACE FUNCTION regie_zonder_gat(een_dossier uuid, eerste date) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    taken bigint;
BEGIN
    SELECT count(DISTINCT r.taak) INTO taken FROM regie_regietijdvak r
      WHERE r.dossier_id = een_dossier
        AND r.vanaf <= eerste::timestamp AT TIME ZONE 'Europe/Amsterdam';
    IF taken < 3 THEN
        RAISE EXCEPTION 'Dossier % heeft niet voor elke taak een houder vanaf %.',
            een_dossier, eerste USING ERRCODE = 'integrity_constraint_violation';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION regie_dossier_heeft_houders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    taken bigint;
BEGIN
    SELECT count(DISTINCT r.taak) INTO taken
      FROM dossiers_dossier d LEFT JOIN regie_regietijdvak r ON r.dossier_id = d.id
        AND r.vanaf <= least(d."begin", d.bekend_sinds)::timestamp AT TIME ZONE 'Europe/Amsterdam'
      WHERE d.id = NEW.id GROUP BY d.id;
    IF taken < 3 THEN
        RAISE EXCEPTION 'Dossier % heeft niet voor elke taak een houder vanaf het begin.', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS regie_nieuw_dossier_heeft_houders ON dossiers_dossier;
CREATE CONSTRAINT TRIGGER regie_nieuw_dossier_heeft_houders
    AFTER INSERT ON dossiers_dossier DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION regie_dossier_heeft_houders();

DROP TRIGGER IF EXISTS regie_dossier_houdt_houders ON dossiers_dossier;
CREATE CONSTRAINT TRIGGER regie_dossier_houdt_houders
    AFTER UPDATE OF "begin", bekend_sinds ON dossiers_dossier DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD."begin" <> NEW."begin" OR OLD.bekend_sinds <> NEW.bekend_sinds)
    EXECUTE FUNCTION regie_dossier_heeft_houders();

-- A row that goes: one ahead may go, one that took effect only together with its dossier. The
-- first row of a task may not go either way, or the dossier would be without.
CREATE OR REPLACE FUNCTION regie_tijdvak_weg() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    eerste date;
BEGIN
    SELECT least(d."begin", d.bekend_sinds) INTO eerste
      FROM dossiers_dossier d WHERE d.id = OLD.dossier_id;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF OLD.vanaf <= OLD.vastgesteld_op
            OR (OLD.vanaf AT TIME ZONE 'Europe/Amsterdam')::date <= regie_vandaag() THEN
        RAISE EXCEPTION 'Wie de regie had, blijft staan: tijdvak % van dossier % is al ingegaan.',
            OLD.id, OLD.dossier_id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    PERFORM regie_zonder_gat(OLD.dossier_id, eerste);
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS regie_tijdvak_weg ON regie_regietijdvak;
CREATE CONSTRAINT TRIGGER regie_tijdvak_weg
    AFTER DELETE ON regie_regietijdvak DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION regie_tijdvak_weg();

CREATE OR REPLACE FUNCTION regie_tijdvak_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Een regietijdvak wordt nooit gewijzigd: er komt een nieuw.'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

DROP TRIGGER IF EXISTS regie_tijdvak_vast ON regie_regietijdvak;
CREATE TRIGGER regie_tijdvak_vast BEFORE UPDATE ON regie_regietijdvak
    FOR EACH ROW EXECUTE FUNCTION regie_tijdvak_vast();

-- A new row never lies between rows that took effect: it would change who held the task then. A
-- whole past may be written at once, before the first row that stands.
CREATE OR REPLACE FUNCTION regie_tijdvak_erbij() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    fout bigint;
BEGIN
    SELECT n.id INTO fout FROM nieuw n
      WHERE n.vanaf < n.vastgesteld_op AND EXISTS (
        SELECT 1 FROM regie_regietijdvak r
          WHERE r.dossier_id = n.dossier_id AND r.taak = n.taak AND r.vanaf <= n.vanaf
            AND NOT EXISTS (SELECT 1 FROM nieuw z WHERE z.id = r.id))
      LIMIT 1;
    IF fout IS NOT NULL THEN
        RAISE EXCEPTION 'Een regietijdvak in het verleden verandert wie de regie had.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS regie_tijdvak_erbij ON regie_regietijdvak;
CREATE TRIGGER regie_tijdvak_erbij AFTER INSERT ON regie_regietijdvak
    REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION regie_tijdvak_erbij();

ALTER TABLE regie_regietijdvak DROP CONSTRAINT IF EXISTS regie_vooruit_om_middernacht;
ALTER TABLE regie_regietijdvak ADD CONSTRAINT regie_vooruit_om_middernacht CHECK (
    vanaf <= vastgesteld_op
    OR date_trunc('day', vanaf AT TIME ZONE 'Europe/Amsterdam')
       = vanaf AT TIME ZONE 'Europe/Amsterdam');
