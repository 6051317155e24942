"""Who knows what: the same thing told twice in a minute stands there once, with a count."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from richting.akkoord.meldplicht import Weetstand
from richting.regie.overzichten.wieweet import Verandering, Weetregel
from richting.regie.paginas.wieweet import samen

TOEN = datetime(2026, 11, 23, 9, 0, 5, tzinfo=UTC)


def verandering(op: datetime, stand: Weetstand = Weetstand.GELEZEN) -> Verandering:
    regel = Weetregel("Gemeente Utrecht, nazorg", stand, op, date(2026, 11, 24))
    return Verandering(op, "Er is iets te laat.", "Richting", [regel], [])


@pytest.mark.clausule("5.4")
def test_wat_op_het_scherm_gelijk_is_staat_er_een_keer() -> None:
    """As several terms of one person that are late on the same day."""
    eerste = verandering(TOEN)
    zelfde = verandering(TOEN + timedelta(seconds=20))
    assert samen([eerste, zelfde]) == [(eerste, 2)]
    later = verandering(TOEN + timedelta(minutes=3))
    ongelezen = verandering(TOEN, Weetstand.VERTELD)
    ander = replace(eerste, zin="Er is een besluit.")
    alle = [eerste, later, ongelezen, ander]
    assert samen(alle) == [(een, 1) for een in alle]
