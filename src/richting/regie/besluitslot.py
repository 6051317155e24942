"""Which rows of decisions a desk may read, and the questions on what others were told."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"
OP_CATEGORIE: tuple[str, ...] = (
    "regie_besluit",
    "regie_besluitreactie",
    "regie_besluitstap",
)
"""Tables whose column `categorie` names the compartment of each row. Clausule 6.4."""
BEHEER = "(SELECT kern_loketsoort()) = 'beheer'"
"""What holds numbers only, for the functional manager."""


def sql(naam: str) -> migrations.RunSQL:
    """The migration step that runs one SQL file of this room."""
    return migrations.RunSQL((SQL / naam).read_text(encoding="utf-8"), migrations.RunSQL.noop)
