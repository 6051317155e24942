-- One dossier as JSON. Row security leaves out what the desk has no ground for.
SELECT json_build_object(
    'id', d.id, 'nummer', d.nummer, 'status', d.status, 'titel', d.titel, 'begin', d.begin,
    'verwachtEinde', json_build_object('vroegst', d.einde_vroegst, 'laatst', d.einde_laatst,
        'zekerheid', d.zekerheid, 'reden', d.verwachting_reden),
    'einde', CASE WHEN d.einde IS NOT NULL
        THEN json_build_object('datum', d.einde, 'reden', d.eindereden) END,
    'bekendSinds', d.bekend_sinds,
    'gewijzigdOp', to_char(d.gewijzigd_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'persoon', (
        SELECT json_build_object('bsn', t.bsn, 'voornamen', t.voornamen,
            'voorvoegsel', t.voorvoegsel, 'geslachtsnaam', t.geslachtsnaam,
            'geboortedatum', t.geboortedatum, 'geboorteplaats', t.geboorteplaats,
            'geslacht', t.geslacht, 'verblijfsstatus', t.verblijfsstatus,
            'overledenOp', t.overleden_op)
        FROM dossiers_persoonsgegevens t WHERE t.dossier_id = d.id),
    'plaatsen', (
        SELECT coalesce(json_agg(json_build_object('soort', t.soort, 'inrichting', t.inrichting,
            'van', t.van, 'tot', t.tot) ORDER BY t.van, t.id), '[]'::json)
        FROM dossiers_plaats t WHERE t.dossier_id = d.id),
    'gemeenten', (
        SELECT coalesce(json_agg(json_build_object('gemeente', t.gemeente, 'rol', t.rol,
            'van', t.van, 'tot', t.tot) ORDER BY t.id), '[]'::json)
        FROM dossiers_gemeenteband t WHERE t.dossier_id = d.id),
    'toezicht', (
        SELECT coalesce(json_agg(json_build_object('organisatie', t.organisatie, 'van', t.van,
            'tot', t.tot, 'voorwaarden', t.voorwaarden) ORDER BY t.id), '[]'::json)
        FROM dossiers_toezicht t WHERE t.dossier_id = d.id),
    'ketenkenmerken', (
        SELECT coalesce(json_agg(json_build_object('soort', t.soort, 'waarde', t.waarde)
            ORDER BY t.id), '[]'::json)
        FROM dossiers_ketenkenmerk t WHERE t.dossier_id = d.id),
    'veroordeling', (
        SELECT json_build_object('artikelen', t.artikelen, 'onherroepelijk', t.onherroepelijk,
            'onvoorwaardelijkMaanden', t.onvoorwaardelijk_maanden,
            'tbsVerpleging', t.tbs_verpleging, 'pleegdatum', t.pleegdatum)
        FROM dossiers_veroordeling t WHERE t.dossier_id = d.id),
    'risico18b', (
        SELECT json_build_object('vanaf', t.vanaf, 'tot', t.tot)
        FROM dossiers_risicomarkering t WHERE t.dossier_id = d.id),
    'veiligheidshuis', (
        SELECT json_build_object('code', t.veiligheidshuis, 'vanaf', t.vanaf)
        FROM dossiers_inbreng t WHERE t.dossier_id = d.id),
    'vragen', (
        SELECT coalesce(json_agg(json_build_object('code', t.code, 'tekst', t.tekst,
            'gesteldOp', t.gesteld_op) ORDER BY t.id), '[]'::json)
        FROM dossiers_openvraag t WHERE t.dossier_id = d.id AND t.vervallen_op IS NULL)
)::text, (
    SELECT array_agg(DISTINCT c) FROM delen_grond g, unnest(g.categorieen) c
    WHERE g.dossier_id = %(dossier)s AND g.loket_id = %(loket)s AND g.vervallen_op IS NULL)
FROM dossiers_dossier d WHERE d.id = %(dossier)s
