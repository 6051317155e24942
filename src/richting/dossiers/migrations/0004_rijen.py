"""The rows of one dossier in one statement, with the rights of who asks."""

from __future__ import annotations

from django.db import migrations

from richting.kern.rijen import EIGEN, functie

TABELLEN = {
    "dossiers_dossier": "t.id = een_dossier",
    "dossiers_persoonsgegevens": EIGEN,
    "dossiers_veroordeling": EIGEN,
    "dossiers_risicomarkering": EIGEN,
    "dossiers_inbreng": EIGEN,
    "dossiers_plaats": EIGEN,
    "dossiers_gemeenteband": EIGEN,
    "dossiers_gemeenteverzoek": EIGEN,
    "dossiers_toezicht": EIGEN,
    "dossiers_ketenkenmerk": EIGEN,
    "dossiers_openvraag": EIGEN,
}


class Migration(migrations.Migration):
    """Add the function; row security of its tables stands in `delen`."""

    dependencies = [("dossiers", "0003_gemeenteverzoek")]
    operations = [
        migrations.RunSQL(functie("dossiers_rijen", TABELLEN), migrations.RunSQL.noop),
    ]
