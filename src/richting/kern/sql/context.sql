-- The context of a transaction, proven by a signature the web role cannot make.
CREATE TABLE IF NOT EXISTS kern_contextsleutel (
    binnen bytea NOT NULL,
    buiten bytea NOT NULL
);

CREATE OR REPLACE FUNCTION kern_context() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    bewijs text := current_setting('richting.context', true);
    inhoud text;
    delen text[];
BEGIN
    IF bewijs IS NULL OR length(bewijs) < 70 THEN
        RETURN NULL;
    END IF;
    inhoud := left(bewijs, -65);
    PERFORM 1 FROM kern_contextsleutel k
      WHERE encode(sha256(k.buiten || sha256(k.binnen || convert_to(inhoud, 'UTF8'))), 'hex')
            = right(bewijs, 64);
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    delen := string_to_array(inhoud, '|');
    IF delen[6]::bigint < extract(epoch FROM clock_timestamp()) THEN
        RETURN NULL;
    END IF;
    RETURN delen;
END $$;

CREATE OR REPLACE FUNCTION kern_verwerkt() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce((kern_context())[1] = 'verwerken', false) $$;

CREATE OR REPLACE FUNCTION kern_loket() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif((kern_context())[2], '')::bigint $$;

CREATE OR REPLACE FUNCTION kern_loketsoort() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce((kern_context())[3], '') $$;

CREATE OR REPLACE FUNCTION kern_medewerker() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif((kern_context())[4], '')::bigint $$;

CREATE OR REPLACE FUNCTION kern_vandaag() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (kern_context())[5]::date $$;
