-- Fixed is fixed, whoever writes, the owner of the tables too: a version of the plan with its
-- parts, and the words of an advice. Only a declared destruction takes them away (`vast.py`).

CREATE OR REPLACE FUNCTION plannen_weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('richting.vernietigt', true) = 'ja' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Wat is vastgesteld, verandert niet meer.';
END $$;

DROP TRIGGER IF EXISTS plannen_planversie_vast ON plannen_planversie;
CREATE TRIGGER plannen_planversie_vast BEFORE UPDATE OR DELETE ON plannen_planversie
    FOR EACH ROW EXECUTE FUNCTION plannen_weiger_wijziging();

DROP TRIGGER IF EXISTS plannen_planversiedeel_vast ON plannen_planversiedeel;
CREATE TRIGGER plannen_planversiedeel_vast BEFORE UPDATE OR DELETE ON plannen_planversiedeel
    FOR EACH ROW EXECUTE FUNCTION plannen_weiger_wijziging();

DROP TRIGGER IF EXISTS plannen_advies_vast ON plannen_adviesverzoek;
CREATE TRIGGER plannen_advies_vast BEFORE UPDATE ON plannen_adviesverzoek
    FOR EACH ROW WHEN (
        OLD.vastgesteld_op IS NOT NULL AND (
            OLD.tekst, OLD.vastgesteld_op, OLD.vastgesteld_door, OLD.dossier_id, OLD.categorie
        ) IS DISTINCT FROM (
            NEW.tekst, NEW.vastgesteld_op, NEW.vastgesteld_door, NEW.dossier_id, NEW.categorie
        )
    ) EXECUTE FUNCTION plannen_weiger_wijziging();

DROP TRIGGER IF EXISTS plannen_advies_blijft ON plannen_adviesverzoek;
CREATE TRIGGER plannen_advies_blijft BEFORE DELETE ON plannen_adviesverzoek
    FOR EACH ROW WHEN (OLD.vastgesteld_op IS NOT NULL)
    EXECUTE FUNCTION plannen_weiger_wijziging();

-- A row was made in the transaction that asks: we see it, and who made it is still in progress.
-- `maker` is its xmin, of which the number of rounds is found from that of the current transaction.
CREATE OR REPLACE FUNCTION plannen_is_van_nu(maker xid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    ronde CONSTANT bigint := 4294967296;
    nu bigint := pg_current_xact_id()::text::bigint;
    verschil bigint := maker::text::bigint - nu % ronde;
BEGIN
    IF verschil > ronde / 2 THEN
        verschil := verschil - ronde;
    ELSIF verschil < -ronde / 2 THEN
        verschil := verschil + ronde;
    END IF;
    RETURN coalesce(pg_xact_status((nu + verschil)::text::xid8) = 'in progress', false);
END $$;

-- A part is written together with its version, never added to a version that stands.
CREATE OR REPLACE FUNCTION plannen_weiger_deel() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    maker xid;
BEGIN
    SELECT v.xmin INTO maker FROM plannen_planversie v WHERE v.id = NEW.planversie_id;
    IF maker IS NOT NULL AND NOT plannen_is_van_nu(maker) THEN
        RAISE EXCEPTION 'Wat is vastgesteld, verandert niet meer.';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS plannen_planversiedeel_erbij ON plannen_planversiedeel;
CREATE TRIGGER plannen_planversiedeel_erbij BEFORE INSERT ON plannen_planversiedeel
    FOR EACH ROW EXECUTE FUNCTION plannen_weiger_deel();
