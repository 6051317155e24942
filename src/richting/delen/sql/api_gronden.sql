-- The grounds of one desk for one dossier that row security shows: those in force today.
SELECT json_build_object('gronden', json_agg(json_build_object(
    'grondslag', g.grondslag, 'categorieen', g.categorieen, 'doel', g.doel, 'regime', g.regime,
    'rol', g.rol, 'zin', g.zin, 'geldigVanaf', g.geldig_vanaf, 'geldigTot', g.geldig_tot,
    'regioafspraken', g.regioafspraken)
    ORDER BY g.grondslag, g.rol, g.id))::text,
    delen_categorieen(%(dossier)s, %(loket)s)
FROM delen_grond g
WHERE g.dossier_id = %(dossier)s AND g.loket_id = %(loket)s AND g.vervallen_op IS NULL
HAVING count(*) > 0
