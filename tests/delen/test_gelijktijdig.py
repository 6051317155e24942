"""A ground and a restriction made at the same moment know of each other."""

from __future__ import annotations

import os
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.werk import verwerking
from tests.akkoord.bouwers import ARNHEM, UTRECHT, ingezetene, verblijf, vestiging
from tests.delen.bouwers import maak_dossier, maak_loketten, wijzig

TWEE = verblijf(gemeenten=(ingezetene(UTRECHT), vestiging(ARNHEM)))
SCHERM_AF = """
INSERT INTO delen_afscherming (dossier_id, soort, loket_id, reden, gezet_op)
SELECT %s, 'alleen', min(id), 'proef', now() FROM partijen_loket
"""


@pytest.mark.clausule("3.6")
def test_een_nieuwe_grond_wacht_op_een_beperking_die_net_wordt_gezet(
    echte_database: None, eigenaar: psycopg.Connection
) -> None:
    maak_loketten()
    dossier = maak_dossier(verblijf())
    with psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"]) as ander:
        ander.execute(SCHERM_AF, [dossier])
        with pytest.raises(DatabaseError):
            geef_grond(dossier)
        ander.commit()
    geef_grond(dossier)
    merken = eigenaar.execute("SELECT DISTINCT afgeschermd FROM delen_grond").fetchall()
    assert merken == [(True,)]


def geef_grond(dossier: UUID) -> None:
    """A second municipality comes into play; gives up when it must wait long."""
    with verwerking(systeem_zelf("test", klok.nu())) as werk:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '200ms'")
        wijzig(werk, dossier, TWEE)
