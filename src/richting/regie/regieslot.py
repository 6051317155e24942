"""Row security of who directs: only parties that work on the plan, by compartment. Clausule 6.4.

The mayor's desk, OM and police see the dossier on a closed ground and take no part in the regie.
"""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.kern.slot import beveilig

SQL = Path(__file__).parent / "sql"
AAN_TAFEL = ", ".join(f"'{soort.value}'" for soort in sorted(PLANPARTIJEN))
DRIEHOEK = f"(SELECT kern_loketsoort()) IN ({AAN_TAFEL})"


def sql(naam: str) -> migrations.RunSQL:
    """The migration step that runs one SQL file of this room."""
    return migrations.RunSQL((SQL / naam).read_text(encoding="utf-8"), migrations.RunSQL.noop)


def aan_tafel(tabel: str) -> migrations.RunSQL:
    """The step that locks a table whose rows name their compartment to who works on the plan."""
    return beveilig(
        tabel, lezen=f"{DRIEHOEK} AND delen_ziet({tabel}.dossier_id, ARRAY[{tabel}.categorie])"
    )


TOEWIJZING = f"""
(loket_id = (SELECT kern_loket()) AND delen_ziet(dossier_id, NULL))
OR (aan_tafel AND {DRIEHOEK} AND delen_ziet(dossier_id, ARRAY['verblijf']))
"""
"""Who has a dossier: for the own desk; of desks that work on the plan for the others there."""
OVERDRACHT = (
    "regie_overdracht",
    "regie_overdrachtafspraak",
    "regie_overdrachtpunt",
    "regie_overdrachtstap",
)
"""Tables of a handover, each row in its own compartment."""
