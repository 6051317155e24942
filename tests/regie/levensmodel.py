"""Who directs according to a model that lives day by day, and knows nothing of rows.

The program asks the rule only on days on which a fact may change its answer, and writes ahead what
follows. This model asks it every day and keeps one holder per task: the two must agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.akkoord.partij import Partij
from richting.akkoord.regieverloop import ONBEKEND, Afspraak, Regietaak, volgens_regel

DAG = timedelta(days=1)


@dataclass(frozen=True)
class Houdt:
    """Who holds a task; `regel` is whom the rule named then; `mensen`: people made it so."""

    partij: Partij | None
    regel: Partij | None
    mensen: bool = False
    overdracht: UUID | None = None


def stap(
    was: Houdt | None, taak: Regietaak, feiten: Feiten, dag: date, afspraken: Iterable[Afspraak]
) -> Houdt:
    """Who holds the task on this day, given who held it until now."""
    regel = volgens_regel(taak, feiten, dag)
    if was is None:
        return Houdt(regel.partij, regel.partij)
    was = _niet_gebeurd(was, dag, afspraken)
    geldt = regel.code in ONBEKEND or regel.partij == was.regel
    for een in afspraken:
        if geldt and (een.dag, een.van) == (dag, was.partij):
            return Houdt(een.aan, regel.partij, mensen=True, overdracht=een.overdracht)
    if was.mensen and geldt:
        return was
    if regel.code in ONBEKEND and was.partij:
        return replace(was, mensen=False, overdracht=None)
    return Houdt(regel.partij, regel.partij)


def _niet_gebeurd(was: Houdt, dag: date, afspraken: Iterable[Afspraak]) -> Houdt:
    """A handover whose day was put off has not happened."""
    for een in afspraken:
        if een.overdracht == was.overdracht and een.dag >= dag:
            return Houdt(een.van, was.regel)
    return was


def leef(
    nu: Houdt,
    taak: Regietaak,
    feiten: Feiten,
    van: date,
    tot: date,
    afspraken: Iterable[Afspraak],
) -> Houdt:
    """Who holds it on `tot`, when nothing happens after `van` but the passing of days."""
    alle = list(afspraken)
    for nummer in range(1, (tot - van).days + 1):
        nu = stap(nu, taak, feiten, van + nummer * DAG, alle)
    return nu
