"""No question of a web process goes on for ever: the database itself holds the limits."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from richting.config.settings import grenzen


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("naam", "deel"),
    [("statement_timeout", 1), ("lock_timeout", 1 / 3), ("idle_in_transaction_session_timeout", 2)],
)
def test_elke_vraag_elk_slot_en_elke_stilte_heeft_een_grens(naam: str, deel: float) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT setting::int FROM pg_settings WHERE name = %s", [naam])
        (grens,) = cursor.fetchone()
    assert grens == int(settings.OMGEVING.vraag_seconden * 1000 * deel)


@pytest.mark.django_db
def test_een_vraag_die_te_lang_duurt_wordt_afgebroken() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 1")
        with pytest.raises(OperationalError, match="statement timeout"):
            cursor.execute("SELECT count(*) FROM generate_series(1, 100000000)")


def test_wie_migreert_mag_er_lang_over_doen() -> None:
    assert grenzen("richting_eigenaar") == {}
