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

LAATSTE = """
WITH laatste AS (
    SELECT DISTINCT ON (keten) id, keten, volgnummer, hash FROM kern_journaal
    ORDER BY keten, volgnummer DESC
)
SELECT coalesce(j.keten, k.keten),
       CASE WHEN coalesce(j.volgnummer, 0) < k.volgnummer
              THEN format('de laatste regel (%s) ontbreekt', k.volgnummer)
            WHEN j.volgnummer = k.volgnummer
              THEN format('de laatste regel (%s) is vervangen', k.volgnummer)
            ELSE format('regel %s is er later achter gezet', j.volgnummer) END
FROM kern_journaalkop k FULL JOIN laatste j ON j.keten = k.keten
WHERE (k.volgnummer, k.hash) IS DISTINCT FROM (j.volgnummer, j.hash)
ORDER BY j.id NULLS LAST, 1 LIMIT 1
"""
"""The head of a chain says which row is its last: one that was cut off or put behind shows."""


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
        cursor.execute(LAATSTE)
        scheef = cursor.fetchone()
        if scheef:
            return Uitslag(False, f"Gebroken: {scheef[0]}: {scheef[1]}.")
        cursor.execute("SELECT count(*), count(DISTINCT keten) FROM kern_journaal")
        regels, ketens = cursor.fetchone()
    return Uitslag(True, f"Heel: {regels} regels in {ketens} ketens.")
