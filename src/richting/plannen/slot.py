"""Which rows of this room's tables a desk may read: those in a category it has a ground for.

A new table of a plan is locked by standing in OP_CATEGORIE; a test proves that none is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.db import migrations

from richting.kern.slot import beveilig

SQL = Path(__file__).parent / "sql"

OP_CATEGORIE: tuple[str, ...] = (
    "plannen_actie",
    "plannen_actiestap",
    "plannen_adviesinbreng",
    "plannen_adviesverzoek",
    "plannen_afname",
    "plannen_standafwijking",
    "plannen_behandeldoel",
    "plannen_brongegeven",
    "plannen_faseringsstap",
    "plannen_stapreactie",
    "plannen_zitting",
    "plannen_zorgoverdracht",
    "plannen_slachtofferbelang",
    "plannen_slachtoffertoets",
    "plannen_doel",
    "plannen_factor",
    "plannen_geenantwoord",
    "plannen_instemming",
    "plannen_motivatie",
    "plannen_ondersteuning",
    "plannen_planversie",
    "plannen_planversiedeel",
    "plannen_planvraag",
    "plannen_planwerkregel",
    "plannen_poging",
    "plannen_startgesprek",
    "plannen_verzoekbericht",
    "plannen_zondermedewerking",
)
"""Tables whose column `categorie` names the compartment of each row. Clausule 6.4."""


def sloten(tabellen: Iterable[str]) -> list[migrations.RunSQL]:
    """The steps that lock these tables; a migration names those that it makes."""
    return [beveilig(tabel, kolom="categorie") for tabel in tabellen]


PLAATSTABELLEN: tuple[str, ...] = ("plannen_plaatsing", "plannen_plaatsstap")
"""The same for places in provisions."""
PLANTABELLEN = (*OP_CATEGORIE, *PLAATSTABELLEN)
"""All tables that are locked by the compartment of each row."""
VOORZIENING = """
ALTER TABLE plannen_voorziening ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS lezen ON plannen_voorziening;
DROP POLICY IF EXISTS toevoegen ON plannen_voorziening;
DROP POLICY IF EXISTS wijzigen ON plannen_voorziening;
CREATE POLICY lezen ON plannen_voorziening FOR SELECT TO richting_web
    USING ((SELECT kern_context()) IS NOT NULL);
CREATE POLICY toevoegen ON plannen_voorziening FOR INSERT TO richting_web
    WITH CHECK ({houder});
CREATE POLICY wijzigen ON plannen_voorziening FOR UPDATE TO richting_web
    USING ({houder}) WITH CHECK ({houder});
""".format(
    houder="(SELECT kern_verwerkt())"
    " AND ((SELECT kern_loket()) IS NULL OR houder_id = (SELECT kern_loket()))"
)
"""No personal data: every desk reads it, only its keeper (or the program itself) writes it."""


def plaatssloten() -> list[migrations.RunSQL]:
    """The steps that lock the tables of provisions, and guard the number of places."""
    sql = (SQL / "voorzieningen.sql").read_text(encoding="utf-8")
    return [
        *sloten(PLAATSTABELLEN),
        migrations.RunSQL(VOORZIENING, migrations.RunSQL.noop),
        migrations.RunSQL(sql, migrations.RunSQL.noop),
    ]
