-- The ways out, as far as the database keeps them. See docs/keuzes/023-webhooks.md.

-- Every melding gets a delivery per webhook of its desk that wants its kind, and per member of staff
-- who chose mail: in the transaction of its cause, whoever writes the melding.
CREATE OR REPLACE FUNCTION meldingen_zet_klaar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    -- Two acts on one dossier take turns from here on, as their journal does anyway: so the number
    -- of a delivery rises in the order in which they are committed.
    PERFORM 1 FROM kern_journaalkop k
    WHERE k.keten IN (
        SELECT 'dossier:' || n.dossier_id FROM nieuw n
        JOIN meldingen_abonnement a ON a.loket_id = n.loket_id AND a.gestopt_op IS NULL)
    ORDER BY k.keten FOR UPDATE;
    INSERT INTO meldingen_aflevering
        (melding_id, dossier_id, abonnement_id, uiterlijk, niet_voor, pogingen, reden)
    SELECT n.id, n.dossier_id, a.id, n.uiterlijk, now(), 0, ''
    FROM nieuw n JOIN meldingen_abonnement a ON a.loket_id = n.loket_id
    WHERE a.gestopt_op IS NULL AND (a.soorten = '{}' OR n.soort = ANY (a.soorten))
    ORDER BY n.id, a.id;
    INSERT INTO meldingen_aflevering
        (melding_id, dossier_id, medewerker_id, uiterlijk, niet_voor, pogingen, reden)
    SELECT n.id, n.dossier_id, k.medewerker_id, n.uiterlijk, CASE
        WHEN k.per_dag AND n.uiterlijk > (n.aangemaakt_op AT TIME ZONE 'Europe/Amsterdam')::date
        THEN (date_trunc('day', now() AT TIME ZONE 'Europe/Amsterdam') + interval '1 day 7 hours')
            AT TIME ZONE 'Europe/Amsterdam'
        ELSE now() END, 0, ''
    FROM nieuw n JOIN meldingen_mailkeuze k ON k.loket_id = n.loket_id
    JOIN partijen_lidmaatschap l ON l.medewerker_id = k.medewerker_id AND l.loket_id = k.loket_id
    ORDER BY n.id, k.medewerker_id;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS meldingen_zet_klaar ON meldingen_melding;
CREATE TRIGGER meldingen_zet_klaar AFTER INSERT ON meldingen_melding
    REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION meldingen_zet_klaar();

-- What may go to a receiver now, in order: nothing of a dossier of which something earlier pauses or
-- was put aside. For who works; row security decides.
CREATE OR REPLACE FUNCTION meldingen_aan_de_beurt(een_abonnement uuid, hoeveel integer)
RETURNS TABLE (aflevering bigint, melding uuid, dossier uuid, pogingen smallint, moment timestamptz)
LANGUAGE sql STABLE AS $$
    WITH geremd AS MATERIALIZED (
        SELECT e.dossier_id, min(e.id) AS vanaf FROM meldingen_aflevering e
        WHERE e.abonnement_id = een_abonnement AND e.aanvaard_op IS NULL
            AND e.vervallen_op IS NULL AND e.pogingen > 0
            AND (e.dood_op IS NOT NULL OR e.niet_voor > statement_timestamp())
        GROUP BY e.dossier_id)
    SELECT f.id, f.melding_id, f.dossier_id, f.pogingen, m.aangemaakt_op
    FROM meldingen_aflevering f JOIN meldingen_melding m ON m.id = f.melding_id
    LEFT JOIN geremd g ON g.dossier_id = f.dossier_id AND g.vanaf < f.id
    WHERE f.abonnement_id = een_abonnement AND f.aanvaard_op IS NULL AND f.vervallen_op IS NULL
        AND f.dood_op IS NULL AND f.niet_voor <= statement_timestamp() AND g.vanaf IS NULL
    ORDER BY f.id LIMIT hoeveel
$$;

-- The health of every receiver that the reader may see: its own desk's, or all of them for the
-- functional manager. Numbers and moments, nothing about anybody.
CREATE OR REPLACE FUNCTION meldingen_ontvangers()
RETURNS TABLE (abonnement uuid, wacht bigint, onbestelbaar bigint, oudste timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
BEGIN
    RETURN QUERY
    SELECT a.id, count(f.id) FILTER (WHERE f.dood_op IS NULL),
        count(f.id) FILTER (WHERE f.dood_op IS NOT NULL), min(m.aangemaakt_op)
    FROM meldingen_abonnement a
    LEFT JOIN meldingen_aflevering f ON f.abonnement_id = a.id
        AND f.aanvaard_op IS NULL AND f.vervallen_op IS NULL
    LEFT JOIN meldingen_melding m ON m.id = f.melding_id
    WHERE a.loket_id = nullif(context[2], '')::bigint OR context[3] = 'beheer'
    GROUP BY a.id;
END $$;

-- What was put aside of a webhook of the reader's own desk, oldest first: moments and why, no word
-- about a dossier.
CREATE OR REPLACE FUNCTION meldingen_onbestelbaar(een_abonnement uuid, na bigint, hoeveel integer)
RETURNS TABLE (aflevering bigint, melding uuid, gemeld_op timestamptz, verzonden_op timestamptz,
    pogingen smallint, reden text, antwoord smallint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY
    SELECT f.id, f.melding_id, m.aangemaakt_op, f.verzonden_op, f.pogingen, f.reden, f.antwoord
    FROM meldingen_aflevering f JOIN meldingen_melding m ON m.id = f.melding_id
    JOIN meldingen_abonnement a ON a.id = f.abonnement_id
    WHERE f.abonnement_id = een_abonnement AND a.loket_id = kern_loket() AND f.id > na
        AND f.aanvaard_op IS NULL AND f.vervallen_op IS NULL AND f.dood_op IS NOT NULL
    ORDER BY f.id LIMIT hoeveel;
END $$;

-- How far these meldingen came over the webhooks of the desk they are for, the furthest first; only
-- of dossiers that the reader may see.
CREATE OR REPLACE FUNCTION meldingen_bezorgd(meldingen uuid[])
RETURNS TABLE (melding uuid, verzonden timestamptz, aanvaard timestamptz, waarom text,
    opgegeven boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY
    SELECT DISTINCT ON (f.melding_id) f.melding_id, f.verzonden_op, f.aanvaard_op, f.reden,
        f.aanvaard_op IS NULL AND (f.dood_op IS NOT NULL OR f.vervallen_op IS NOT NULL)
    FROM meldingen_aflevering f
    WHERE f.melding_id = ANY (meldingen) AND f.abonnement_id IS NOT NULL
        AND (kern_verwerkt() OR delen_ziet(f.dossier_id, NULL))
    ORDER BY f.melding_id, f.aanvaard_op NULLS LAST, f.verzonden_op NULLS LAST, f.id;
END $$;

-- Does any desk have a webhook: no more than that.
CREATE OR REPLACE FUNCTION meldingen_iemand_luistert() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
$$ SELECT EXISTS (SELECT 1 FROM meldingen_abonnement WHERE gestopt_op IS NULL) $$;
