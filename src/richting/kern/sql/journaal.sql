-- The journal is a chain per dossier: each row carries the hash of the row before it.
CREATE TABLE IF NOT EXISTS kern_journaalkop (
    keten text PRIMARY KEY,
    volgnummer bigint NOT NULL,
    hash text NOT NULL
);

CREATE OR REPLACE FUNCTION kern_journaal_hash(r kern_journaal) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
    SELECT encode(sha256(convert_to(jsonb_build_array(
        1, r.keten, r.volgnummer, r.dossier_id, r.soort, r.categorie,
        extract(epoch FROM r.tijdstip)::text, r.loket, r.medewerker, r.systeem, r.door, r.ingang,
        r.trace, r.grondslag, r.reden, r.voor, r.na, r.vorige_hash
    )::text, 'UTF8')), 'hex')
$$;

CREATE OR REPLACE FUNCTION kern_journaal_keten() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    kop kern_journaalkop;
BEGIN
    INSERT INTO kern_journaalkop (keten, volgnummer, hash) VALUES (NEW.keten, 0, '')
      ON CONFLICT (keten) DO NOTHING;
    SELECT * INTO kop FROM kern_journaalkop WHERE keten = NEW.keten FOR UPDATE;
    NEW.volgnummer := kop.volgnummer + 1;
    NEW.vorige_hash := kop.hash;
    NEW.hash := kern_journaal_hash(NEW);
    UPDATE kern_journaalkop SET volgnummer = NEW.volgnummer, hash = NEW.hash
      WHERE keten = NEW.keten;
    RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS kern_journaal_keten ON kern_journaal;
CREATE TRIGGER kern_journaal_keten BEFORE INSERT ON kern_journaal
    FOR EACH ROW EXECUTE FUNCTION kern_journaal_keten();

CREATE OR REPLACE FUNCTION kern_journaal_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Het journaal wordt alleen aangevuld, nooit gewijzigd.';
END $$;

DROP TRIGGER IF EXISTS kern_journaal_vast ON kern_journaal;
CREATE TRIGGER kern_journaal_vast BEFORE UPDATE OR DELETE ON kern_journaal
    FOR EACH ROW WHEN (current_user = 'richting_web')
    EXECUTE FUNCTION kern_journaal_vast();
