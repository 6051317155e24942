"""Which rows of the BIJ a desk may read: its own, and nobody else's. Clausule 3.7, 6.5, 6.7.

While a message runs: with a ground for the compartment `bij` today. What is only kept to account
for a measure shows to the manager of that desk. A restriction on the dossier holds for both.
"""

from __future__ import annotations

from django.db import migrations

from richting.akkoord.woorden import Gegevenscategorie as C
from richting.kern.slot import beveilig

EIGEN = f"""
loket_id = (SELECT kern_loket())
AND CASE WHEN verwijderd_op IS NULL THEN delen_ziet(dossier_id, ARRAY['{C.BIJ}'])
         ELSE delen_toegelaten(dossier_id)
              AND delen_beheert((SELECT kern_loket()), (SELECT kern_medewerker())) END
"""
PROTOCOL = """
loket_id = (SELECT kern_loket()) OR (SELECT kern_loketsoort()) = 'privacy'
"""
"""The proof names nobody: for the desk itself, and for who keeps watch."""


def sloten() -> list[migrations.RunSQL]:
    """The steps that lock the tables of the BIJ."""
    return [
        beveilig("meldingen_bijbericht", lezen=EIGEN),
        beveilig("meldingen_bijversie", lezen=EIGEN),
        beveilig("meldingen_bijvernietiging", lezen=PROTOCOL),
    ]
