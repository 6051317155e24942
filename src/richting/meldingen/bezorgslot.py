"""Row security of the ways out, and the SQL that fills them."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

LOKET = "(SELECT kern_loket())"
VAN_LOKET_OF_BEHEER = f"loket_id = {LOKET} OR (SELECT kern_loketsoort()) = 'beheer'"
"""A webhook: there is nothing about a person in it; the functional manager sees its health."""
VAN_EIGEN_WEBHOOK = (
    "EXISTS (SELECT 1 FROM meldingen_abonnement a"  # noqa: S608
    f" WHERE a.id = abonnement_id AND a.loket_id = {LOKET})"
)
VAN_MIJ = "medewerker_id = (SELECT kern_medewerker())"
VOOR_NIEMAND = "false"
"""A delivery is read through functions that give no more than a reader needs."""


def sql(naam: str) -> migrations.RunSQL:
    """The migration step that runs one SQL file of this room."""
    tekst = (Path(__file__).parent / "sql" / naam).read_text(encoding="utf-8")
    return migrations.RunSQL(tekst, migrations.RunSQL.noop)
