"""Which rows of this room's tables a desk may read. Clausule 6.4.

The meeting: who is invited, or has a ground for something on its agenda. What is said about a
person: who has a ground for the compartment of the row. There is no count of hidden items anywhere:
that somebody is on an agenda tells that somebody is held.
"""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

from richting.kern.slot import beveilig

SQL = Path(__file__).parent / "sql" / "slot.sql"
OP_CATEGORIE = ("overleg_agendapunt", "overleg_afspraak", "overleg_verslag")
"""Tables whose column `categorie` names the compartment of each row."""


def sloten() -> list[migrations.RunSQL]:
    """The steps that lock all tables of `overleg`."""
    return [
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop),
        *(beveilig(tabel, kolom="categorie") for tabel in OP_CATEGORIE),
        beveilig("overleg_overleg", lezen="overleg_ziet(overleg_overleg.id)"),
        beveilig("overleg_genodigde", lezen="overleg_ziet(overleg_genodigde.overleg_id)"),
    ]
