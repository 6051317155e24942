"""The assumptions in force on a day: the defaults of the rules, and what an administrator set.

Rows of `Instelling` are added, never changed. Every process keeps them for MINUUT; while a
transaction that added one is open nothing is kept, so that what is rolled back is never remembered.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction

from richting.akkoord import aannames
from richting.akkoord.aannames import Aannames
from richting.kern.context import Wie, als_naslag
from richting.kern.models import Instelling
from richting.kern.werk import verwerking

MINUUT = 60.0
_Rij = tuple[str, date, Any]


@dataclass(frozen=True)
class Stand:
    """One assumption on a day: its value, and whether an administrator set it."""

    naam: str
    waarde: Any
    standaard: Any
    gezet: Instelling | None

    @property
    def omschrijving(self) -> str:
        """What it says."""
        return aannames.omschrijving(self.naam)

    @property
    def soort(self) -> str:
        """The kind of value: bool, int, date, str or tuple."""
        return type(self.standaard).__name__

    @property
    def bron(self) -> str:
        """Where the default comes from."""
        return aannames.bron(self.naam)

    @property
    def tag(self) -> str:
        """How sure the default is."""
        return aannames.tag(self.naam)


class _Geheugen:
    rijen: tuple[_Rij, ...] | None = None
    gelezen = 0.0


def aannames_op(dag: date) -> Aannames:
    """The assumptions in force on a day; no query in the usual case."""
    waarden = {naam: waarde for naam, vanaf, waarde in _alle() if vanaf <= dag}
    return aannames.aangepast(waarden) if waarden else aannames.AANNAMES


def staat() -> str:
    """All that administrators set, for whatever day: for what was worked out with it and kept."""
    return repr(_alle())


def standen(dag: date) -> list[Stand]:
    """Every assumption with its value on a day and who changed it. One query."""
    gezet = {rij.naam: rij for rij in _oudste_eerst() if rij.geldig_vanaf <= dag}
    geldend = aannames.aangepast({naam: rij.waarde for naam, rij in gezet.items()})
    return [
        Stand(naam, getattr(geldend, naam), getattr(aannames.AANNAMES, naam), gezet.get(naam))
        for naam in aannames.namen()
    ]


def zet(wie: Wie, naam: str, waarde: Any, vanaf: date, reden: str) -> Instelling:
    """Put a value in place of an assumption, from a day on.

    `waarde` as JSON gives it. Raises ValueError with a sentence when name or value does not fit.
    """
    oud = getattr(aannames_op(vanaf), naam, None)
    aannames.aangepast({naam: waarde})
    with verwerking(wie) as werk:
        nieuw = Instelling.objects.create(
            naam=naam,
            waarde=waarde,
            geldig_vanaf=vanaf,
            reden=reden,
            gezet_op=wie.nu,
            gezet_door=wie.medewerker,
        )
        werk.noteer(
            None,
            "instelling_gezet",
            "beheer",
            voor={"waarde": als_json(oud)},
            na={"naam": naam, "waarde": waarde, "vanaf": vanaf.isoformat()},
            reden=reden,
        )
        gewijzigd()
    return nieuw


def als_json(waarde: Any) -> Any:
    """A value of an assumption as JSON keeps it."""
    if isinstance(waarde, date):
        return waarde.isoformat()
    return list(waarde) if isinstance(waarde, tuple) else waarde


def gewijzigd() -> None:
    """A setting changed: forget what is kept, now and again after the commit."""
    _vergeet()
    transaction.on_commit(_vergeet)


def _vergeet() -> None:
    _Geheugen.rijen = None


def _oudste_eerst() -> list[Instelling]:
    return list(Instelling.objects.order_by("geldig_vanaf", "gezet_op", "pk"))


def _alle() -> tuple[_Rij, ...]:
    """All rows, oldest first, so that the last one wins."""
    if any(regel[1] is _vergeet for regel in connection.run_on_commit):
        return _lees()
    nu = time.monotonic()
    if _Geheugen.rijen is None or nu - _Geheugen.gelezen > MINUUT:
        _Geheugen.rijen, _Geheugen.gelezen = _lees(), nu
    return _Geheugen.rijen


def _lees() -> tuple[_Rij, ...]:
    with als_naslag():
        return tuple((rij.naam, rij.geldig_vanaf, rij.waarde) for rij in _oudste_eerst())
