"""The last place, taken at the same moment over two connections: it is given once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from richting.kern.werk import verwerking
from richting.partijen.fouten import KanNiet
from richting.plannen.acties.voorzieningen import wijzig
from richting.plannen.models import Plaatsing
from tests.berichten.bouwers import programma
from tests.partijen.bouwers import Ploeg
from tests.plannen.bouwers_plaats import D, doe, gevraagd, opvang, voorziening
from tests.plannen.test_tegelijk import maak_zaak, samen

pytestmark = pytest.mark.clausule("8.3")


def _bezet() -> int:
    with verwerking(programma()):
        return Plaatsing.objects.filter(staat__in=["gereserveerd", "bevestigd"]).count()


def _stelling(aantal: int, plaatsen: int) -> tuple[Ploeg, list[Plaatsing]]:
    ploeg, zaak = maak_zaak()
    bij = voorziening(ploeg.anna, plaatsen=plaatsen)
    return ploeg, [gevraagd(ploeg.bram, zaak, bij) for _n in range(aantal)]


def test_de_laatste_plek_wordt_een_keer_gegeven(echte_database: None) -> None:
    ploeg, (een, ander) = _stelling(2, 1)
    uitkomst = samen(
        lambda: doe(ploeg.anna, een, D.BEVESTIGEN),
        lambda: doe(ploeg.anna, ander, D.RESERVEREN),
    )
    assert sorted(type(fout).__name__ for fout in uitkomst) == ["KanNiet", "NoneType"]
    (fout,) = (f for f in uitkomst if isinstance(f, KanNiet))
    assert fout.code == "vol"
    assert _bezet() == 1


def test_zes_tegelijk_op_drie_plekken(echte_database: None) -> None:
    ploeg, plaatsen = _stelling(6, 3)
    uitkomst = samen(*(lambda p=p: doe(ploeg.anna, p, D.RESERVEREN) for p in plaatsen))
    assert [type(fout).__name__ for fout in uitkomst].count("NoneType") == 3
    assert all(fout is None or isinstance(fout, KanNiet) for fout in uitkomst)
    assert _bezet() == 3


def test_minder_plaatsen_en_de_laatste_plek_tegelijk(echte_database: None) -> None:
    """Given two places of which one is taken, then either it shrinks or the other is taken."""
    ploeg, (een, ander) = _stelling(2, 2)
    doe(ploeg.anna, een, D.BEVESTIGEN)
    uitkomst = samen(
        lambda: doe(ploeg.anna, ander, D.BEVESTIGEN),
        lambda: wijzig(ploeg.anna.wie(), een.voorziening_id, 1, replace(opvang(), plaatsen=1)),
    )
    assert sorted(type(fout).__name__ for fout in uitkomst) == ["KanNiet", "NoneType"]
