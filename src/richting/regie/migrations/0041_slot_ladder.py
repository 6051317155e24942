"""Row security: a desk's own climbs behind its ground, own mail, and obstacles for who is in it."""

from __future__ import annotations

from django.db import migrations

from richting.kern.slot import beveilig

LOKET = "(SELECT kern_loket())"
EIGEN = f"loket_id = {LOKET} AND delen_ziet(dossier_id, ARRAY[categorie])"
BIJ_BELEMMERING = (
    f"loket_id = {LOKET} OR wachter_id = {LOKET} OR (SELECT kern_loketsoort()) = 'beheer'"
)
"""Both desks and the functional manager: there is nothing about a person in it."""
VAN_MIJ = "medewerker_id = (SELECT kern_medewerker())"


class Migration(migrations.Migration):
    """Lock the ladder; which step a mail speaks of is for nobody to read."""

    dependencies = [("regie", "0040_ladder"), ("delen", "0002_slot")]
    operations = [
        beveilig("regie_herinnering", lezen=EIGEN),
        beveilig("regie_belemmering", lezen=BIJ_BELEMMERING),
        beveilig("regie_mail", lezen=VAN_MIJ),
        beveilig("regie_mailregel", lezen="false"),
        beveilig("regie_berichtvoorkeur", lezen=VAN_MIJ),
    ]
