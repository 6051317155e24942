"""Reading and checking the journal."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

EERSTE_BREUK = """
WITH keten AS (
    SELECT j.*, kern_journaal_hash(j) AS berekend,
           lag(j.hash, 1, '') OVER w AS verwacht_vorige,
           row_number() OVER w AS verwacht_nummer
    FROM kern_journaal j
    WINDOW w AS (PARTITION BY j.keten ORDER BY j.volgnummer)
)
SELECT id, keten, volgnummer,
       CASE WHEN volgnummer <> verwacht_nummer THEN 'er ontbreekt een regel ervoor'
            WHEN vorige_hash <> verwacht_vorige THEN 'de regel ervoor is veranderd'
            ELSE 'de regel zelf is veranderd' END
FROM keten
WHERE volgnummer <> verwacht_nummer OR vorige_hash <> verwacht_vorige OR hash <> berekend
ORDER BY id LIMIT 1
"""

AFGEKAPT = """
SELECT k.keten, k.volgnummer FROM kern_journaalkop k
LEFT JOIN kern_journaal j ON j.keten = k.keten AND j.volgnummer = k.volgnummer AND j.hash = k.hash
WHERE j.id IS NULL AND k.volgnummer > 0 ORDER BY k.keten LIMIT 1
"""


@dataclass(frozen=True)
class Uitslag:
    """The outcome of a check: whole or not, and the sentence that says where."""

    heel: bool
    zin: str


def verifieer() -> Uitslag:
    """Check every chain of the journal; names the first broken row. Runs as owner."""
    with connection.cursor() as cursor:
        cursor.execute(EERSTE_BREUK)
        breuk = cursor.fetchone()
        if breuk:
            return Uitslag(
                False, f"Gebroken: regel {breuk[0]} ({breuk[1]}, nummer {breuk[2]}): {breuk[3]}."
            )
        cursor.execute(AFGEKAPT)
        afgekapt = cursor.fetchone()
        if afgekapt:
            return Uitslag(
                False, f"Gebroken: {afgekapt[0]}: de laatste regel ({afgekapt[1]}) ontbreekt."
            )
        cursor.execute("SELECT count(*), count(DISTINCT keten) FROM kern_journaal")
        regels, ketens = cursor.fetchone()
    return Uitslag(True, f"Heel: {regels} regels in {ketens} ketens.")
