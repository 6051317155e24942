"""Which rows of which table a desk may read: the map of the second lock.

Every table with personal data that this room can reach stands here; `migrations/0002_slot.py` puts
it into force. `meldingen`, `regie` and `berichten` lock their own tables in the same way. A test
compares this map with the database, so that a new table cannot be forgotten.
"""

from __future__ import annotations

from pathlib import Path

from django.db import migrations

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.woorden import Gegevenscategorie as C
from richting.kern.slot import beveilig, logboek

SQL = Path(__file__).parent / "sql"

PER_CATEGORIE: dict[str, tuple[C, ...]] = {
    "dossiers_persoonsgegevens": (C.VERBLIJF,),
    "dossiers_plaats": (C.VERBLIJF,),
    "dossiers_gemeenteband": (C.VERBLIJF,),
    "dossiers_gemeenteverzoek": (C.VERBLIJF,),
    "dossiers_inbreng": (C.VERBLIJF,),
    "dossiers_openvraag": (C.VERBLIJF,),
    "dossiers_toezicht": (C.TOEZICHT,),
    "dossiers_ketenkenmerk": (C.KETEN,),
    "dossiers_veroordeling": (C.KETEN, C.BIJ),
    "dossiers_risicomarkering": (C.RISICO,),
}
"""Shown to a desk with a ground for one of these categories. Clausule 6.4."""

NIEMAND = ("dossiers_justitiabele", "dossiers_verblijfsfeit", "dossiers_geweigerdverblijf")
"""No desk reads these: they serve matching, folding and refusing."""

BEHEER = "(SELECT kern_loketsoort()) = 'beheer'"
DOSSIER = f"""
delen_ziet(dossiers_dossier.id, ARRAY['{C.VERBLIJF}'])
OR ({BEHEER} AND EXISTS (
    SELECT 1 FROM dossiers_koppelvoorstel k WHERE k.dossier_id = dossiers_dossier.id))
"""  # noqa: S608 — only names of our own
"""The functional manager sees the header of a dossier only while judging who its person is."""

AAN_TAFEL = ", ".join(f"'{soort.value}'" for soort in sorted(PLANPARTIJEN))
HUISINBRENG = f"""
(SELECT kern_loketsoort()) IN ({AAN_TAFEL})
AND delen_ziet(dossiers_huisinbreng.dossier_id, ARRAY['{C.VERBLIJF}'])
"""
"""What parties brought in, with why: for who works on the plan. Clausule 1.5, 6.4."""

GROND = """
loket_id = (SELECT kern_loket()) AND vervallen_op IS NULL
AND geldig_vanaf <= (SELECT kern_vandaag())
AND (geldig_tot IS NULL OR geldig_tot > (SELECT kern_vandaag()))
AND (NOT afgeschermd OR delen_toegelaten(dossier_id))
"""

JOURNAAL = """
CASE WHEN dossier_id IS NULL THEN loket = (SELECT kern_loket())
     ELSE delen_ziet(dossier_id, ARRAY[categorie]) END
"""
"""A row of a dossier by its category; what a desk did outside dossiers, to that desk."""


def sql(naam: str) -> migrations.RunSQL:
    """The migration step that runs one SQL file of this room."""
    return migrations.RunSQL((SQL / naam).read_text(encoding="utf-8"), migrations.RunSQL.noop)


def sloten() -> list[migrations.RunSQL]:
    """The steps that lock all tables of `dossiers`, `delen` and the journal."""
    return [
        sql("geldt.sql"),
        sql("slot.sql"),
        sql("vragen.sql"),
        *(beveilig(tabel, soorten) for tabel, soorten in PER_CATEGORIE.items()),
        *(beveilig(tabel, lezen="false") for tabel in NIEMAND),
        beveilig("dossiers_dossier", lezen=DOSSIER),
        beveilig("dossiers_koppelvoorstel", lezen=BEHEER),
        beveilig("delen_grond", lezen=GROND),
        beveilig("delen_afscherming", lezen="false"),
        logboek("delen_inzage"),
        logboek("delen_verwerking", met_lezer=False),
        beveilig("kern_journaal", lezen=JOURNAAL),
    ]
