"""Counting in days, working days and months, with the holidays of the Algemene termijnenwet.

`holidays` (a test dependency) leaves out 5 May outside lustrum years, Good Friday and the days
equated by decree; the law does not. The decrees stand in `gelijkgestelde_dagen.csv`.
"""

from __future__ import annotations

import csv
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

EEN_DAG = timedelta(days=1)
ZATERDAG, ZONDAG = 5, 6
EERSTE_KONINGSDAG = 2014


def is_feestdag(dag: date) -> bool:
    """A general holiday, or a day equated with one. Artikel Algemene termijnenwet 3."""
    return dag in feestdagen(dag.year) or dag in gelijkgesteld()


def is_werkdag(dag: date) -> bool:
    """Not a Saturday, a Sunday or a holiday. Artikel Algemene termijnenwet 1."""
    return dag.weekday() < ZATERDAG and not is_feestdag(dag)


def plus_werkdagen(dag: date, aantal: int) -> date:
    """The working day `aantal` working days after a day; that day itself does not count.

    With 0 the day itself. Raises ValueError for a negative number.
    """
    return _stap(dag, aantal, EEN_DAG)


def min_werkdagen(dag: date, aantal: int) -> date:
    """The working day `aantal` working days before a day; that day itself does not count."""
    return _stap(dag, aantal, -EEN_DAG)


def plus_maanden(dag: date, aantal: int) -> date:
    """The same day `aantal` months on (or back); the last of the month if that day is missing."""
    maanden = dag.year * 12 + dag.month - 1 + aantal
    jaar, maand = maanden // 12, maanden % 12 + 1
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def naar_werkdag(dag: date) -> date:
    """A term of law that ends on a day off runs on to the next working day.

    Artikel Algemene termijnenwet 1.
    """
    while not is_werkdag(dag):
        dag += EEN_DAG
    return dag


@lru_cache(maxsize=512)
def feestdagen(jaar: int) -> frozenset[date]:
    """The holidays of a year that the law itself names. Artikel Algemene termijnenwet 3.

    From 1980 on (Queen's day moved to Saturday when 30 April was a Sunday).
    """
    pasen = eerste_paasdag(jaar)
    beweeglijk = (-2, 1, 39, 50)
    vast = {date(jaar, 1, 1), date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)}
    return frozenset(vast | {_koningsdag(jaar)} | {pasen + n * EEN_DAG for n in beweeglijk})


@lru_cache(maxsize=1)
def gelijkgesteld() -> frozenset[date]:
    """The days that a decree equates with a holiday. Artikel Algemene termijnenwet 3 lid 3."""
    bestand = files("richting.akkoord").joinpath("gelijkgestelde_dagen.csv")
    regels = csv.DictReader(bestand.read_text(encoding="utf-8").splitlines())
    return frozenset(date.fromisoformat(regel["datum"]) for regel in regels)


def eerste_paasdag(jaar: int) -> date:
    """Easter Sunday of the Gregorian calendar (Gauss, as Meeus gives it)."""
    a, eeuw, rest = jaar % 19, jaar // 100, jaar % 100
    schrikkel = (eeuw - (eeuw + 8) // 25 + 1) // 3
    h = (19 * a + eeuw - eeuw // 4 - schrikkel + 15) % 30
    week = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - h - rest % 4) % 7
    m = (a + 11 * h + 22 * week) // 451
    maand, dag = divmod(h + week - 7 * m + 114, 31)
    return date(jaar, maand, dag + 1)


def _koningsdag(jaar: int) -> date:
    dag = date(jaar, 4, 27) if jaar >= EERSTE_KONINGSDAG else date(jaar, 4, 30)
    return dag - EEN_DAG if dag.weekday() == ZONDAG else dag


def _stap(dag: date, aantal: int, stap: timedelta) -> date:
    if aantal < 0:
        raise ValueError("Een aantal werkdagen is nul of meer.")
    while aantal:
        dag += stap
        aantal -= is_werkdag(dag)
    return dag
