-- What others were told of a dossier. A mailbox is read by its own desk only, so these questions
-- check first what the reader may see; who takes no part in the plan gets no rows.

-- Is this a desk of the plan side of this dossier: has it, or had it, a ground that is not one of
-- article 18b or the BIJ? Who is here on such a ground alone is nobody else's business.
CREATE OR REPLACE FUNCTION regie_aan_planzijde(een_dossier uuid, een_loket bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT EXISTS (
        SELECT 1 FROM delen_grond g JOIN partijen_loket l ON l.id = g.loket_id
        WHERE g.dossier_id = een_dossier AND g.loket_id = een_loket
            AND l.soort NOT IN ('openbare_orde', 'om', 'politie')
            AND NOT g.categorieen && ARRAY['risico', 'bij'])
$$;

-- Every line in the mailboxes of the desks of the plan side, for who takes part in the plan. What
-- lies apart from the plan (advice to the judge) only for who sees that; what a desk hears of
-- article 18b or the BIJ for nobody else at all.
CREATE OR REPLACE FUNCTION regie_wie_weet(een_dossier uuid)
RETURNS TABLE (melding uuid, loket bigint, soort text, aangemaakt_op timestamptz, uiterlijk date,
    gelezen_op timestamptz, bevestigd_op timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF NOT delen_ziet(een_dossier, ARRAY['plan']) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT m.id, m.loket_id, m.soort, m.aangemaakt_op, m.uiterlijk, m.gelezen_op, m.bevestigd_op
    FROM meldingen_melding m
    WHERE m.dossier_id = een_dossier
        AND (m.soort <> 'inbreng_gegeven' OR delen_ziet(een_dossier, ARRAY['justitieel_advies']))
        AND m.soort <> 'risico_begonnen' AND m.soort <> 'risico_geeindigd'
        AND m.soort <> 'bij_begonnen' AND m.soort <> 'bij_geeindigd'
        AND regie_aan_planzijde(een_dossier, m.loket_id)
    ORDER BY m.aangemaakt_op, m.loket_id;
END $$;

-- The grounds of the desks of the plan side as they were known at each moment, without those of
-- article 18b and the BIJ: to say why a desk was not told.
CREATE OR REPLACE FUNCTION regie_gronden_toen(een_dossier uuid)
RETURNS TABLE (loket bigint, categorieen text[], geldig_vanaf date, geldig_tot date,
    vastgesteld_op timestamptz, vervallen_op timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF NOT delen_ziet(een_dossier, ARRAY['plan']) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT g.loket_id, g.categorieen, g.geldig_vanaf, g.geldig_tot, g.vastgesteld_op,
        g.vervallen_op
    FROM delen_grond g JOIN partijen_loket l ON l.id = g.loket_id
    WHERE g.dossier_id = een_dossier AND l.soort NOT IN ('openbare_orde', 'om', 'politie')
        AND NOT g.categorieen && ARRAY['risico', 'bij'];
END $$;

-- What the desk of the reader told others and they did not read in time: of dossiers in whose plan
-- it takes part. The row of the journal says who told.
CREATE OR REPLACE FUNCTION regie_verteld_niet_gelezen(hoeveel integer)
RETURNS TABLE (dossier uuid, loket bigint, soort text, aangemaakt_op timestamptz, uiterlijk date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    vandaag date := context[5]::date;
BEGIN
    RETURN QUERY
    SELECT m.dossier_id, m.loket_id, m.soort, m.aangemaakt_op, m.uiterlijk
    FROM (SELECT DISTINCT g.dossier_id FROM delen_grond g
          WHERE g.loket_id = mijn_loket AND g.vervallen_op IS NULL) d
    JOIN meldingen_melding m ON m.dossier_id = d.dossier_id
    WHERE m.gelezen_op IS NULL AND m.uiterlijk < vandaag AND m.loket_id <> mijn_loket
        AND NOT m.zonder_grond
        AND (m.soort <> 'inbreng_gegeven'
             OR delen_ziet(m.dossier_id, ARRAY['justitieel_advies']))
        AND m.soort <> 'risico_begonnen' AND m.soort <> 'risico_geeindigd'
        AND m.soort <> 'bij_begonnen' AND m.soort <> 'bij_geeindigd'
        AND EXISTS (SELECT 1 FROM kern_journaal j WHERE j.dossier_id = m.dossier_id
                    AND j.tijdstip = m.aangemaakt_op AND j.loket = mijn_loket)
        AND delen_ziet(m.dossier_id, ARRAY['plan'])
        AND regie_aan_planzijde(m.dossier_id, m.loket_id)
    ORDER BY m.uiterlijk, m.id LIMIT hoeveel;
END $$;
