"""Which rows of the compartment `risico` a desk may read. Clausule 3.6, 6.3, 6.4.

Who has a ground for the compartment; nobody once the table lapsed. Of a terrorist offence only
staff who are named at their desk: there a manager is none, nor another system.
"""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

from richting.kern.slot import beveilig

SQL = Path(__file__).resolve().parents[1] / "sql" / "risicoslot.sql"
MARKERINGEN = ("dossiers_handmarkering", "dossiers_risicomarkering")
MARKERING = "delen_ziet({t}.dossier_id, ARRAY['risico']) AND meldingen_op_naam({t}.dossier_id)"
"""A mark, told or set by hand."""
JOURNAAL = """
CASE WHEN dossier_id IS NULL THEN loket = (SELECT kern_loket())
     ELSE kern_journaal_open(dossier_id, categorie) END
"""
"""As `delen.slot` has it, with the rule of `kern_journaal_open`: what the table did of a terrorist
offence is for named staff only."""


def sloten() -> list[migrations.RunSQL]:
    """The steps that lock every table of the compartment."""
    return [
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop),
        *(beveilig(tabel, lezen=MARKERING.format(t=tabel)) for tabel in MARKERINGEN),
        beveilig("kern_journaal", lezen=JOURNAAL),
        beveilig("meldingen_risicotafel", lezen="meldingen_aan_tafel(meldingen_risicotafel.id)"),
        beveilig(
            "meldingen_risicobijdrage",
            lezen="ingetrokken_op IS NULL AND meldingen_aan_tafel(tafel_id)",
        ),
        beveilig("meldingen_risicoafspraak", lezen="meldingen_aan_tafel(tafel_id)"),
    ]
