"""A rule is worked out once per facts, and never for other facts or another question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from richting.akkoord.feiten import Feiten, Persoonsfeiten
from richting.akkoord.onthouden import onthouden
from richting.akkoord.woorden import Titel

DAG = date(2026, 11, 23)
FEITEN = Feiten(Persoonsfeiten(None), Titel.GEVANGENISSTRAF, DAG, DAG)


def test_dezelfde_vraag_over_dezelfde_feiten_wordt_een_keer_uitgerekend() -> None:
    gevraagd: list[date] = []

    @onthouden
    def regel(feiten: Feiten, op: date) -> date:
        gevraagd.append(op)
        return max(feiten.begin, op)

    feiten, later = replace(FEITEN), date(2027, 1, 1)
    assert (regel(feiten, DAG), regel(feiten, DAG)) == (DAG, DAG)
    assert gevraagd == [DAG]
    assert regel(feiten, later) == later
    assert regel(replace(feiten, begin=later), DAG) == later
    assert feiten == FEITEN
    assert hash(feiten) == hash(FEITEN)
