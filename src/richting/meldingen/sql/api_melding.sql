-- One line of a mailbox, for the system of its desk.
SELECT m.dossier_id, json_build_object(
    'id', m.id, 'dossier', m.dossier_id, 'soort', m.soort, 'zin', m.zin,
    'feitdatum', m.feitdatum, 'uiterlijk', m.uiterlijk, 'bron', m.bron,
    'aangemaaktOp', to_char(m.aangemaakt_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'gelezenOp', to_char(m.gelezen_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'bevestigdOp', to_char(m.bevestigd_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
)::text
FROM meldingen_melding m
WHERE m.loket_id = %(loket)s AND m.id = %(nummer)s
