-- One page of a mailbox, newest first.
SELECT m.id, m.dossier_id, json_build_object(
    'id', m.id, 'dossier', m.dossier_id, 'soort', m.soort, 'zin', m.zin,
    'feitdatum', m.feitdatum, 'uiterlijk', m.uiterlijk, 'bron', m.bron,
    'aangemaaktOp', to_char(m.aangemaakt_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'gelezenOp', to_char(m.gelezen_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'bevestigdOp', to_char(m.bevestigd_op AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
)::text
FROM meldingen_melding m
WHERE m.loket_id = %(loket)s
    AND (%(na)s::uuid IS NULL OR (m.aangemaakt_op, m.id) < (coalesce(
        (SELECT n.aangemaakt_op FROM meldingen_melding n WHERE n.id = %(na)s::uuid),
        uuid_extract_timestamp(%(na)s::uuid)), %(na)s::uuid))
ORDER BY m.aangemaakt_op DESC, m.id DESC LIMIT %(limiet)s
