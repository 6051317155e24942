"""Which terms run for a stay, and when they end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from richting.akkoord.aannames import AANNAMES
from richting.akkoord.feiten import Feiten
from richting.akkoord.kalender import is_werkdag
from richting.akkoord.levensloop import laatste_dag
from richting.akkoord.partij import Partij
from richting.akkoord.termijnen import TERMIJNREGELS, Eenheid, termijnen, uiterste_dag
from richting.akkoord.woorden import Loketsoort, SoortPlaats
from tests.akkoord.bouwers import NIEUWEGEIN, POMPE, VUGHT, dag, plaats, verblijf
from tests.akkoord.strategieen import feiten

REGEL = {regel.code: regel for regel in TERMIJNREGELS}


@pytest.mark.clausule("5.1")
def test_termijnen_lopen_vanaf_de_eerste_dag():
    assert [(t.code, t.uiterlijk) for t in termijnen(verblijf())] == [
        ("T1", date(2026, 6, 15)),
        ("E4-schulden", date(2026, 6, 29)),
        ("T3", date(2026, 6, 29)),
        ("T4", date(2026, 7, 13)),
    ]
    pi = Partij(Loketsoort.CASEMANAGEMENT, NIEUWEGEIN)
    assert {t.partij for t in termijnen(verblijf())} == {pi}


@pytest.mark.clausule("5.1")
def test_na_overplaatsing_heeft_de_nieuwe_inrichting_de_termijn():
    plaatsen = (plaats(tot=dag(20)), plaats(inrichting=VUGHT, van=dag(20)))
    houders = {t.code: t.partij.organisatie for t in termijnen(verblijf(plaatsen=plaatsen))}
    assert houders == {"T1": NIEUWEGEIN, "T3": VUGHT, "T4": VUGHT, "E4-schulden": VUGHT}


@pytest.mark.parametrize(
    ("anders", "codes"),
    [
        ({"einde": dag(3)}, []),
        ({"einde": dag(15)}, ["T1"]),
        ({"plaatsen": ()}, []),
        ({"plaatsen": (plaats(SoortPlaats.FPC, POMPE),)}, []),
        ({"plaatsen": (plaats(tot=dag(20)), plaats(SoortPlaats.FPC, POMPE, dag(20)))}, ["T1"]),
        ({"plaatsen": (plaats(inrichting=None),)}, []),
        ({"ingetrokken": True}, []),
    ],
)
def test_termijnen_die_wegvallen(anders: dict, codes: list[str]):
    assert [t.code for t in termijnen(verblijf(**anders))] == codes


def test_na_de_politiecel_telt_de_dag_van_binnenkomst():
    plaatsen = (plaats(SoortPlaats.POLITIECEL, None, tot=dag(3)), plaats(van=dag(3)))
    (t1, *_) = termijnen(verblijf(plaatsen=plaatsen))
    assert t1.uiterlijk == date(2026, 6, 18)


def test_een_aanname_is_in_te_stellen():
    drie_weken = replace(AANNAMES, plan_weken=3)
    t3 = {t.code: t for t in termijnen(verblijf(), drie_weken)}["T3"]
    assert t3.uiterlijk == date(2026, 6, 22)


@pytest.mark.parametrize(
    ("code", "feit", "uiterlijk"),
    [
        ("T7", date(2026, 11, 23), date(2026, 12, 7)),
        ("T9", date(2026, 11, 27), date(2026, 12, 28)),
        ("T9-bedreigend", date(2026, 11, 23), date(2026, 11, 26)),
        ("T10", date(2026, 11, 23), date(2027, 1, 18)),
        ("T4-vervolg", date(2026, 11, 23), date(2027, 1, 4)),
    ],
)
def test_uiterste_dag(code: str, feit: date, uiterlijk: date):
    assert uiterste_dag(REGEL[code], feit) == uiterlijk


def test_een_wettelijke_termijn_schuift_door_en_een_andere_niet():
    kerst = date(2026, 11, 27)
    maanden = replace(REGEL["T7"], aanname=None, aantal=1, eenheid=Eenheid.MAANDEN)
    dagen = replace(maanden, aantal=28, eenheid=Eenheid.DAGEN)
    assert uiterste_dag(maanden, kerst) == date(2026, 12, 27)
    assert uiterste_dag(dagen, kerst) == date(2026, 12, 25)
    assert uiterste_dag(replace(dagen, wettelijk=True), kerst) == date(2026, 12, 28)


@pytest.mark.parametrize("regel", TERMIJNREGELS, ids=lambda r: r.code)
def test_elke_termijnregel_noemt_zijn_bron(regel):
    assert regel.zin.endswith(".")
    assert regel.tag in ("S", "K", "V")
    assert (regel.bron.soort == "aanname") == (regel.aanname is not None)
    if regel.aanname:
        assert getattr(AANNAMES, regel.aanname) == regel.aantal


@given(feiten())
def test_geen_termijn_na_het_einde(stay: Feiten):
    einde = laatste_dag(stay)
    for termijn in termijnen(stay):
        assert einde is None or termijn.uiterlijk < einde
        assert termijn.partij.loketsoort == Loketsoort.CASEMANAGEMENT
        if termijn.code == "T1":
            assert is_werkdag(termijn.uiterlijk)
