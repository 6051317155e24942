-- What another system reads of a dossier, as JSON. These functions run with the rights of the web
-- role: row security leaves out what the desk has no ground for. They are functions because
-- PostgreSQL then keeps the plan, which costs more than the answer.

CREATE OR REPLACE FUNCTION delen_moment(moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

-- The categories that a desk may read of a dossier; empty without a ground.
CREATE OR REPLACE FUNCTION delen_categorieen(een_dossier uuid, een_loket bigint) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT DISTINCT c FROM delen_grond g, unnest(g.categorieen) c
        WHERE g.dossier_id = een_dossier AND g.loket_id = een_loket AND g.vervallen_op IS NULL);
END $$;

-- The mark of art. 18b that counts, of what a message told and what a party did: the rule is
-- `akkoord.risico.geldende`, and a test holds the two equal.
CREATE OR REPLACE FUNCTION delen_markering(een_dossier uuid)
RETURNS TABLE (vanaf date, tot date, hand boolean) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    SELECT CASE WHEN NOT x.nieuwer OR coalesce(h.open_tot, b.vanaf + 1) > b.vanaf
            THEN coalesce(h.vanaf, b.vanaf) ELSE b.vanaf END,
        CASE WHEN x.nieuwer THEN b.tot ELSE h.tot END, NOT x.nieuwer
    FROM (SELECT m.* FROM dossiers_risicomarkering m WHERE m.dossier_id = een_dossier) b
    FULL JOIN (
        SELECT z.*, least(z.gesloten_op, z.tot) AS open_tot
        FROM dossiers_handmarkering z WHERE z.dossier_id = een_dossier) h
        ON h.dossier_id = b.dossier_id,
    LATERAL (SELECT b.vanaf IS NOT NULL
        AND (h.vanaf IS NULL OR b.vanaf > h.besloten_op)) x(nieuwer);
END $$;

CREATE OR REPLACE FUNCTION delen_dossierbeeld(een_dossier uuid) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT json_build_object(
        'id', d.id, 'nummer', d.nummer, 'status', d.status, 'titel', d.titel, 'begin', d.begin,
        'verwachtEinde', json_build_object('vroegst', d.einde_vroegst, 'laatst', d.einde_laatst,
            'zekerheid', d.zekerheid, 'reden', d.verwachting_reden),
        'einde', CASE WHEN d.einde IS NOT NULL
            THEN json_build_object('datum', d.einde, 'reden', d.eindereden) END,
        'bekendSinds', d.bekend_sinds, 'gewijzigdOp', delen_moment(d.gewijzigd_op),
        'persoon', (
            SELECT json_build_object('bsn', t.bsn, 'voornamen', t.voornamen,
                'voorvoegsel', t.voorvoegsel, 'geslachtsnaam', t.geslachtsnaam,
                'geboortedatum', t.geboortedatum, 'geboorteplaats', t.geboorteplaats,
                'geslacht', t.geslacht, 'verblijfsstatus', t.verblijfsstatus,
                'overledenOp', t.overleden_op)
            FROM dossiers_persoonsgegevens t WHERE t.dossier_id = een_dossier),
        'plaatsen', (
            SELECT coalesce(json_agg(json_build_object('soort', t.soort,
                'inrichting', t.inrichting, 'van', t.van, 'tot', t.tot)
                ORDER BY t.van, t.id), '[]'::json)
            FROM dossiers_plaats t WHERE t.dossier_id = een_dossier),
        'gemeenten', (
            SELECT coalesce(json_agg(json_build_object('gemeente', t.gemeente, 'rol', t.rol,
                'van', t.van, 'tot', t.tot) ORDER BY t.id), '[]'::json)
            FROM dossiers_gemeenteband t WHERE t.dossier_id = een_dossier),
        'toezicht', (
            SELECT coalesce(json_agg(json_build_object('organisatie', t.organisatie,
                'van', t.van, 'tot', t.tot, 'voorwaarden', t.voorwaarden)
                ORDER BY t.id), '[]'::json)
            FROM dossiers_toezicht t WHERE t.dossier_id = een_dossier),
        'ketenkenmerken', (
            SELECT coalesce(json_agg(json_build_object('soort', t.soort, 'waarde', t.waarde)
                ORDER BY t.id), '[]'::json)
            FROM dossiers_ketenkenmerk t WHERE t.dossier_id = een_dossier),
        'veroordeling', (
            SELECT json_build_object('artikelen', t.artikelen,
                'onherroepelijk', t.onherroepelijk,
                'onvoorwaardelijkMaanden', t.onvoorwaardelijk_maanden,
                'tbsVerpleging', t.tbs_verpleging, 'pleegdatum', t.pleegdatum)
            FROM dossiers_veroordeling t WHERE t.dossier_id = een_dossier),
        'risico18b', (
            SELECT json_build_object('vanaf', t.vanaf, 'tot', t.tot)
            FROM delen_markering(een_dossier) t),
        'veiligheidshuis', (
            SELECT json_build_object('code', t.veiligheidshuis, 'vanaf', t.vanaf, 'tot', t.tot)
            FROM (
                SELECT b.veiligheidshuis, b.vanaf, NULL::date AS tot, NULL::uuid AS id
                FROM dossiers_inbreng b WHERE b.dossier_id = een_dossier
                UNION ALL
                SELECT h.veiligheidshuis, h.vanaf, h.tot, h.id
                FROM dossiers_huisinbreng h WHERE h.dossier_id = een_dossier) t
            ORDER BY t.vanaf DESC, t.id DESC NULLS LAST LIMIT 1),
        'vragen', (
            SELECT coalesce(json_agg(json_build_object('code', t.code, 'tekst', t.tekst,
                'gesteldOp', t.gesteld_op) ORDER BY t.id), '[]'::json)
            FROM dossiers_openvraag t
            WHERE t.dossier_id = een_dossier AND t.vervallen_op IS NULL)
    )::text FROM dossiers_dossier d WHERE d.id = een_dossier);
END $$;
