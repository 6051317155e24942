"""The rows of one plan in one statement, with the rights of who asks.

Left out is what only a page of its own shows and what grows: the history of actions, the content of
fixed versions, the words around a request to another municipality, the lines of work lists.
"""

from __future__ import annotations

from django.db import migrations

from richting.kern.rijen import EIGEN, functie

TABELLEN = dict.fromkeys(
    (
        "plannen_actie",
        "plannen_adviesinbreng",
        "plannen_adviesverzoek",
        "plannen_afname",
        "plannen_standafwijking",
        "plannen_behandeldoel",
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
        "plannen_planvraag",
        "plannen_poging",
        "plannen_startgesprek",
        "plannen_zondermedewerking",
    ),
    EIGEN,
)
GENOEMD = """(
                SELECT a.verantwoordelijk_id FROM plannen_actie a WHERE a.dossier_id = een_dossier
                UNION SELECT a.gevraagd_door_id FROM plannen_actie a
                WHERE a.dossier_id = een_dossier
                UNION SELECT unnest(ARRAY[i.aan_id, i.gevraagd_door_id])
                FROM plannen_adviesinbreng i WHERE i.dossier_id = een_dossier
                UNION SELECT r.van_loket_id FROM plannen_stapreactie r
                WHERE r.dossier_id = een_dossier)"""
LOS = {
    "partijen_loket": f"""(
            SELECT json_agg(json_build_object('loket', l, 'organisatie', o))
            FROM partijen_loket l JOIN partijen_organisatie o ON o.id = l.organisatie_id
            WHERE l.id IN {GENOEMD})""",
    "partijen_medewerker": """(
            SELECT json_agg(json_build_object('id', m.id, 'naam', m.naam))
            FROM partijen_medewerker m WHERE m.id IN (
                SELECT a.uitvoerder_id FROM plannen_actie a WHERE a.dossier_id = een_dossier))""",
    "categorieen": """CASE WHEN kern_verwerkt() THEN NULL
            ELSE to_json(delen_categorieen(een_dossier, kern_loket())) END""",
}
"""The desks and members of staff that the rows name; the compartments that are open to the reader
(null: all, in a unit of work)."""


class Migration(migrations.Migration):
    """Add the function."""

    dependencies = [("delen", "0003_beeld"), ("plannen", "0002_slot")]
    operations = [
        migrations.RunSQL(functie("plannen_rijen", TABELLEN, LOS), migrations.RunSQL.noop),
    ]
