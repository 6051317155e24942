"""The two read logs: who looked (`Inzage`) and what was done with whose data (`Verwerking`).

Written in the transaction of the reading, with one statement whatever the number of dossiers. The
grounds are those that row security shows at that moment.
"""

from __future__ import annotations

import json

from richting.akkoord.verwerkingen import regime_van
from richting.kern.gebeurtenissen import Slotvraag
from richting.kern.lezen import Lezing

GETOOND, NIETS = "getoond", "niets"

SCHRIJF_OP = """
WITH gezien AS (
    SELECT dossier_id, categorieen FROM jsonb_to_recordset(%(dossiers)s::jsonb)
        AS t(dossier_id uuid, categorieen text[])
), gronden AS MATERIALIZED (
    SELECT * FROM delen_gronden_van(ARRAY(SELECT dossier_id FROM gezien))
), inzage AS (
    INSERT INTO delen_inzage (tijdstip, dossier_id, loket, medewerker, systeem, door, handeling,
        ingang, resultaat, categorieen, grondslagen, trace, extra)
    SELECT %(nu)s::timestamptz, t.dossier_id, %(loket)s::bigint, %(medewerker)s::bigint,
        %(systeem)s::bigint, %(door)s, %(handeling)s, %(ingang)s, %(resultaat)s,
        coalesce(t.categorieen, '{}'), ARRAY(
            SELECT DISTINCT g.grondslag FROM gronden g
            WHERE g.dossier = t.dossier_id AND g.categorieen && t.categorieen
            ORDER BY g.grondslag), %(trace)s::uuid, %(extra)s::jsonb
    FROM gezien t
)
INSERT INTO delen_verwerking (tijdstip, dossier_id, activiteit, organisatie, regime, trace)
SELECT %(nu)s::timestamptz, t.dossier_id, %(handeling)s, coalesce((
    SELECT o.code FROM partijen_loket l JOIN partijen_organisatie o ON o.id = l.organisatie_id
    WHERE l.id = %(loket)s::bigint), ''), %(regime)s, %(trace)s::uuid
FROM gezien t WHERE t.dossier_id IS NOT NULL
"""


def schrijf_op(lees: Lezing) -> Slotvraag:
    """What records a reading: a row per dossier shown, or one row when nobody was."""
    wie = lees.wie
    dossiers = [
        {"dossier_id": str(dossier), "categorieen": sorted(categorieen)}
        for dossier, categorieen in lees.dossiers.items()
    ]
    return Slotvraag(
        SCHRIJF_OP,
        {
            "dossiers": json.dumps(dossiers or [{"dossier_id": None}]),
            "nu": wie.nu,
            "loket": wie.loket,
            "medewerker": wie.medewerker,
            "systeem": wie.systeem,
            "door": wie.naam,
            "handeling": lees.handeling,
            "ingang": wie.ingang,
            "resultaat": GETOOND if dossiers else NIETS,
            "regime": regime_van(wie.loketsoort).value,
            "trace": wie.trace,
            "extra": json.dumps(lees.extra, default=str),
        },
    )
