-- Begin and end of a stay, as the municipalities heard them (Wjsg 51c lid 2). Per change in the
-- journal and per municipality that was in play then: the line in its mailbox, or none.

-- Had this municipality a ground of article 51c that was known at that moment? With the rights of
-- who asks: alone it tells a desk nothing about another.
CREATE OR REPLACE FUNCTION regie_hoorde_51c(een_dossier uuid, een_loket bigint, moment timestamptz)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
    SELECT EXISTS (
        SELECT 1 FROM delen_grond g
        WHERE g.dossier_id = een_dossier AND g.loket_id = een_loket AND g.grondslag = 'wjsg_51c_2'
            AND g.vastgesteld_op <= moment AND (g.vervallen_op IS NULL OR g.vervallen_op > moment)
            AND (g.geldig_tot IS NULL
                 OR g.geldig_tot > (moment AT TIME ZONE 'Europe/Amsterdam')::date))
$$;

-- Only changes that hold a date, or that bring a municipality in. A municipality sees its own
-- lines, the institution those of every municipality of its dossiers. `verwacht` is what was
-- expected before the change; `zag_al` says that the municipality was in play before. No desk: there
-- was no municipality in play at that moment, and only the institution sees that.
CREATE OR REPLACE FUNCTION regie_begin_einde(een_dossier uuid, vanaf timestamptz, na bigint,
    hoeveel integer)
RETURNS TABLE (dossier uuid, nummer bigint, soort text, tijdstip timestamptz, voor jsonb, nu jsonb,
    verwacht jsonb, loket bigint, zag_al boolean, mag_zien boolean, melding uuid, meldsoort text,
    aangemaakt_op timestamptz, uiterlijk date, gelezen_op timestamptz, bevestigd_op timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    context text[] := kern_context();
    mijn_loket bigint := nullif(context[2], '')::bigint;
    mijn_soort text := context[3];
    vandaag date := context[5]::date;
BEGIN
    IF mijn_soort NOT IN ('nazorg', 'casemanagement', 'forensisch') THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH mijn AS MATERIALIZED (
        SELECT d.dossier_id FROM (
            SELECT DISTINCT g.dossier_id FROM delen_grond g
            WHERE g.loket_id = mijn_loket AND g.vervallen_op IS NULL
                AND (een_dossier IS NULL OR g.dossier_id = een_dossier)) d
        WHERE delen_ziet(d.dossier_id,
            ARRAY[CASE mijn_soort WHEN 'nazorg' THEN 'verblijf' ELSE 'plan' END])
    ), gebeurd AS MATERIALIZED (
        SELECT j.* FROM mijn JOIN kern_journaal j ON j.dossier_id = mijn.dossier_id
        WHERE j.soort IN ('dossier_geopend', 'einde_gewijzigd', 'vertrokken', 'overleden',
                          'gecorrigeerd', 'gemeente_gewijzigd', 'verzoek_aanvaard')
            AND (j.soort <> 'gecorrigeerd' OR j.na ? 'einde' OR j.na ? 'ingetrokken'
                 OR j.na -> 'velden' ? 'begin')
            AND j.tijdstip >= vanaf AND (regie_begin_einde.na IS NULL OR j.id < regie_begin_einde.na)
            AND (mijn_soort <> 'nazorg'
                 OR regie_hoorde_51c(j.dossier_id, mijn_loket, j.tijdstip))
        ORDER BY j.id DESC LIMIT hoeveel
    )
    SELECT e.dossier_id, e.id, e.soort, e.tijdstip, e.voor, e.na,
        (SELECT w.na FROM kern_journaal w
         WHERE w.dossier_id = e.dossier_id AND w.volgnummer < e.volgnummer
            AND w.soort IN ('dossier_geopend', 'einde_gewijzigd')
         ORDER BY w.volgnummer DESC LIMIT 1),
        g.loket_id, g.zag_al, g.mag_zien, m.id, m.soort, m.aangemaakt_op, m.uiterlijk,
        m.gelezen_op, m.bevestigd_op
    FROM gebeurd e
    LEFT JOIN LATERAL (
        SELECT x.loket_id,
            bool_or(x.vastgesteld_op < e.tijdstip
                    AND (x.vervallen_op IS NULL OR x.vervallen_op >= e.tijdstip)) AS zag_al,
            EXISTS (SELECT 1 FROM delen_grond z
                    WHERE z.dossier_id = e.dossier_id AND z.loket_id = x.loket_id
                        AND z.vervallen_op IS NULL AND z.geldig_vanaf <= vandaag
                        AND (z.geldig_tot IS NULL OR z.geldig_tot > vandaag)) AS mag_zien
        FROM delen_grond x
        WHERE x.dossier_id = e.dossier_id AND x.grondslag = 'wjsg_51c_2'
            AND (mijn_soort <> 'nazorg' OR x.loket_id = mijn_loket)
        GROUP BY x.loket_id
        HAVING regie_hoorde_51c(e.dossier_id, x.loket_id, e.tijdstip)
    ) g ON true
    LEFT JOIN LATERAL (
        SELECT t.* FROM meldingen_melding t
        WHERE t.dossier_id = e.dossier_id AND t.loket_id = g.loket_id
            AND t.aangemaakt_op = e.tijdstip AND t.soort = ANY(
                CASE e.soort
                    WHEN 'dossier_geopend' THEN ARRAY['verblijf_begonnen', 'verblijf_aangekondigd']
                    WHEN 'einde_gewijzigd' THEN ARRAY['einde_gewijzigd', 'einde_onbekend']
                    WHEN 'vertrokken' THEN ARRAY['vertrokken', 'zelfde_dag_vrij']
                    WHEN 'overleden' THEN ARRAY['overleden']
                    WHEN 'gecorrigeerd' THEN ARRAY['gecorrigeerd']
                    ELSE ARRAY['gemeente_gewijzigd'] END)
        ORDER BY t.id LIMIT 1
    ) m ON true
    ORDER BY e.id DESC, g.loket_id;
END $$;
