"""No table can be forgotten: each is locked, or stands here with the reason why not."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection, transaction

from richting.kern.context import databasecontext
from tests.akkoord.bouwers import VANDAAG, verblijf
from tests.delen.bouwers import lezer, maak_dossier, maak_loketten

pytestmark = pytest.mark.clausule("6.4")

OPEN = {
    "django_session": "sessions: no data of detainees",
    "django_content_type": "names of tables",
    "django_migrations": "names of migrations",
    "auth_group": "unused",
    "auth_group_permissions": "unused",
    "auth_permission": "unused",
    "kern_instelling": "assumptions of the rules",
    "kern_contextsleutel": "no rights at all for the web role",
    "kern_journaalkop": "no rights at all for the web role",
    "regie_lijstfilter": "lists with a filter that staff kept; no data of detainees",
    "delen_regioafspraak": "who agreed what on sharing: no data of detainees",
    "delen_regioafspraakpartij": "who confirmed an agreement: no data of detainees",
    "dossiers_doelgroepteller": "numbers per month, no persons",
    "regie_vervanging": "absence of staff: no data of detainees",
}
"""Tables without row security, and why."""
OPEN_KAMERS = ("partijen_", "axes_", "otp_", "procrastinate_")
"""Staff, desks and their sign-in, and the queue: no data of detainees."""


def tabellen(eigenaar: psycopg.Connection) -> dict[str, bool]:
    rijen = eigenaar.execute(
        "SELECT relname, relrowsecurity FROM pg_class"
        " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
    )
    return dict(rijen.fetchall())


@pytest.mark.django_db
def test_elke_tabel_is_op_slot_of_staat_hier_met_reden(eigenaar: psycopg.Connection) -> None:
    open_ = {naam for naam, slot in tabellen(eigenaar).items() if not slot}
    assert {naam for naam in open_ if not naam.startswith(OPEN_KAMERS)} == set(OPEN)


@pytest.mark.django_db
def test_elke_tabel_met_een_dossiernummer_is_op_slot(eigenaar: psycopg.Connection) -> None:
    met_dossier = {
        naam
        for (naam,) in eigenaar.execute(
            "SELECT table_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND column_name = 'dossier_id'"
        )
    }
    sloten = tabellen(eigenaar)
    assert met_dossier
    assert [naam for naam in met_dossier if not sloten[naam]] == []


@pytest.mark.django_db
def test_de_webrol_bezit_niets_en_kan_het_slot_niet_omzeilen(eigenaar: psycopg.Connection) -> None:
    (rol,) = eigenaar.execute(
        "SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles"
        " WHERE rolname = 'richting_web'"
    ).fetchall()
    bezit = eigenaar.execute(
        "SELECT relname FROM pg_class WHERE relowner = 'richting_web'::regrole"
    ).fetchall()
    maken = eigenaar.execute(
        "SELECT has_schema_privilege('richting_web', 'public', 'CREATE')"
    ).fetchone()
    assert (rol, bezit, maken) == ((False,), [], (False,))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tabel", "kolom"),
    [
        ("dossiers_dossier", "id"),
        ("dossiers_persoonsgegevens", "dossier_id"),
        ("dossiers_plaats", "dossier_id"),
        ("kern_journaal", "dossier_id"),
        ("delen_grond", "dossier_id"),
    ],
)
def test_een_dossier_lezen_loopt_onder_het_slot_langs_een_index(tabel: str, kolom: str) -> None:
    loketten = maak_loketten()
    dossier = maak_dossier(verblijf())
    wie = lezer(loketten["nazorg", "GM0344"], VANDAAG)
    extra = " AND vervallen_op IS NULL" if tabel == "delen_grond" else ""
    with transaction.atomic(), databasecontext(wie, "lezen"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT * FROM {tabel} WHERE {kolom} = %s{extra}", [dossier])
        plan = "\n".join(regel for (regel,) in cursor.fetchall())
    assert f"Seq Scan on {tabel}" not in plan
    assert "Index Cond" in plan
