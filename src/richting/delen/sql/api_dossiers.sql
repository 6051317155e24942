-- One page of the dossiers of a desk, newest first. It starts from the desk's own grounds.
SELECT d.id, json_build_object(
    'id', d.id, 'nummer', d.nummer, 'status', d.status, 'titel', d.titel, 'begin', d.begin,
    'verwachtEinde', json_build_object('vroegst', d.einde_vroegst, 'laatst', d.einde_laatst,
        'zekerheid', d.zekerheid, 'reden', d.verwachting_reden),
    'einde', CASE WHEN d.einde IS NOT NULL
        THEN json_build_object('datum', d.einde, 'reden', d.eindereden) END,
    'bekendSinds', d.bekend_sinds,
    'gewijzigdOp', to_char(d.gewijzigd_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
)::text
FROM (
    SELECT DISTINCT g.dossier_id FROM delen_grond g
    WHERE g.loket_id = %(loket)s AND g.vervallen_op IS NULL
        AND (%(na)s::uuid IS NULL OR g.dossier_id < %(na)s::uuid)
    ORDER BY g.dossier_id DESC
) eigen
JOIN dossiers_dossier d ON d.id = eigen.dossier_id
ORDER BY eigen.dossier_id DESC LIMIT %(limiet)s
