"""The rows of one plan in two statements, with the rights of who asks.

`plannen_rijen` is what the dossier page asks too: how it stands, and what is to be done;
`plannen_inhoud` is the rest. Left out is what only a page of its own shows and what grows: the
history of actions, the content of fixed versions, the words around a request to another
municipality, the lines of work lists.
"""

from __future__ import annotations

from django.db import migrations

from richting.kern.rijen import EIGEN, functie

STAND = (
    "plannen_actie",
    "plannen_adviesinbreng",
    "plannen_afname",
    "plannen_planversie",
    "plannen_standafwijking",
)
INHOUD = (
    "plannen_adviesverzoek",
    "plannen_behandeldoel",
    "plannen_doel",
    "plannen_factor",
    "plannen_faseringsstap",
    "plannen_geenantwoord",
    "plannen_instemming",
    "plannen_motivatie",
    "plannen_ondersteuning",
    "plannen_planvraag",
    "plannen_poging",
    "plannen_slachtofferbelang",
    "plannen_slachtoffertoets",
    "plannen_stapreactie",
    "plannen_startgesprek",
    "plannen_zitting",
    "plannen_zondermedewerking",
    "plannen_zorgoverdracht",
)


def loketten(genoemd: str) -> str:
    """The desks with these numbers, with their organisation."""
    return f"""(
            SELECT json_agg(json_build_object('loket', l, 'organisatie', o))
            FROM partijen_loket l JOIN partijen_organisatie o ON o.id = l.organisatie_id
            WHERE l.id IN ({genoemd}))"""


LOS_STAND = {
    "partijen_loket": loketten(
        """
                SELECT unnest(ARRAY[verantwoordelijk_id, gevraagd_door_id]) FROM r_plannen_actie
                UNION
                SELECT unnest(ARRAY[aan_id, gevraagd_door_id]) FROM r_plannen_adviesinbreng"""
    ),
    "partijen_medewerker": """(
            SELECT json_agg(json_build_object('id', m.id, 'naam', m.naam))
            FROM partijen_medewerker m
            WHERE m.id IN (SELECT uitvoerder_id FROM r_plannen_actie))""",
    "categorieen": """CASE WHEN kern_verwerkt() THEN NULL
            ELSE to_json(delen_categorieen(een_dossier, kern_loket())) END""",
}
"""The desks and members of staff that the rows name; the compartments that are open to the reader
(null: all, in a unit of work)."""
LOS_INHOUD = {"partijen_loket": loketten("SELECT van_loket_id FROM r_plannen_stapreactie")}


class Migration(migrations.Migration):
    """Add the functions."""

    dependencies = [("delen", "0003_beeld"), ("plannen", "0010_vast")]
    operations = [
        migrations.RunSQL(sql, migrations.RunSQL.noop)
        for sql in (
            functie("plannen_rijen", dict.fromkeys(STAND, EIGEN), LOS_STAND),
            functie("plannen_inhoud", dict.fromkeys(INHOUD, EIGEN), LOS_INHOUD),
        )
    ]
