"""Row security: messages show only to who must settle them and, without content, to their sender."""

from __future__ import annotations

from django.db import migrations

from richting.kern.slot import beveilig

EIGEN_ORGANISATIE = """
(SELECT o.code FROM partijen_loket l JOIN partijen_organisatie o ON o.id = l.organisatie_id
 WHERE l.id = (SELECT kern_loket()))
"""
BERICHT = f"""
((SELECT kern_loketsoort()) = 'beheer' AND status IN ('wacht', 'quarantaine'))
OR ((SELECT kern_loketsoort()) = 'verwerking' AND bron = {EIGEN_ORGANISATIE})
"""
AANLEVERING = "loket_id = (SELECT kern_loket())"


class Migration(migrations.Migration):
    """Lock the tables of this room."""

    dependencies = [("berichten", "0001_initial"), ("kern", "0002_slot")]
    operations = [
        beveilig("berichten_bericht", lezen=BERICHT),
        beveilig("berichten_aanlevering", lezen=AANLEVERING),
    ]
