"""Row security: a desk reads its own mailbox, as far as it has a ground for the dossier."""

from __future__ import annotations

from django.db import migrations

from richting.kern.slot import beveilig

EIGEN = """
loket_id = (SELECT kern_loket())
AND CASE WHEN zonder_grond THEN delen_toegelaten(dossier_id) ELSE delen_ziet(dossier_id, NULL) END
"""
"""What says that a dossier is not theirs any more needs no ground; a restriction still holds."""


class Migration(migrations.Migration):
    """Lock the mailbox."""

    dependencies = [("meldingen", "0001_initial"), ("delen", "0002_slot")]
    operations = [beveilig("meldingen_melding", lezen=EIGEN)]
