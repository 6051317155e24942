"""Which moment is to be measured now."""

from __future__ import annotations

from datetime import date

import pytest

from richting.akkoord.plan.meetmoment import aan_de_beurt, kan_gemeten
from richting.akkoord.plan.woorden import Meetmoment

M = Meetmoment
ONTSLAG = date(2027, 1, 25)
TABEL = [
    (set(), ONTSLAG, date(2026, 9, 1), M.BEGIN),
    (set(), None, date(2026, 9, 1), M.BEGIN),
    (set(), ONTSLAG, date(2027, 1, 24), M.BEGIN),
    ({M.BEGIN}, ONTSLAG, date(2026, 9, 1), None),
    ({M.BEGIN}, None, date(2026, 9, 1), None),
    ({M.BEGIN}, ONTSLAG, date(2026, 11, 2), M.VOOR_ONTSLAG),
    ({M.BEGIN}, ONTSLAG, date(2026, 11, 1), None),
    ({M.BEGIN, M.VOOR_ONTSLAG}, ONTSLAG, date(2027, 1, 24), None),
    (set(), ONTSLAG, ONTSLAG, M.ONTSLAG),
    ({M.ONTSLAG}, ONTSLAG, date(2027, 3, 1), None),
    ({M.ONTSLAG}, ONTSLAG, date(2027, 7, 25), M.ZES_MAANDEN),
    ({M.ZES_MAANDEN}, ONTSLAG, date(2028, 1, 1), None),
]


@pytest.mark.clausule("5.1", "8.2")
@pytest.mark.parametrize(("gemeten", "ontslag", "op", "verwacht"), TABEL)
def test_dit_moment_is_aan_de_beurt(
    gemeten: set[Meetmoment], ontslag: date | None, op: date, verwacht: Meetmoment | None
) -> None:
    assert aan_de_beurt(gemeten, ontslag, op) is verwacht


def test_elk_moment_komt_eens_aan_de_beurt() -> None:
    assert {rij[3] for rij in TABEL} - {None} == set(Meetmoment)


@pytest.mark.clausule("8.2")
def test_zes_maanden_erna_is_niet_te_meten_voor_het_vertrek() -> None:
    dag = date(2027, 1, 24)
    assert {m for m in Meetmoment if kan_gemeten(m, None, dag)} == set(Meetmoment) - {M.ZES_MAANDEN}
    assert not kan_gemeten(M.ZES_MAANDEN, ONTSLAG, dag)
    assert kan_gemeten(M.ZES_MAANDEN, ONTSLAG, ONTSLAG)
