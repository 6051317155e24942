"""Row security: a desk reads its own work list, as far as it has a ground for the dossier."""

from __future__ import annotations

from django.db import migrations

from richting.kern.slot import beveilig

EIGEN = "loket_id = (SELECT kern_loket()) AND delen_ziet(dossier_id, NULL)"


class Migration(migrations.Migration):
    """Lock the work list."""

    dependencies = [("regie", "0001_initial"), ("delen", "0002_slot")]
    operations = [beveilig("regie_werkregel", lezen=EIGEN)]
