"""One stay of the demo whose plan is played: who sits at its desks, and which day it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from richting.akkoord.plan.overgangen import GeenOvergang
from richting.kern.context import Wie, systeem_zelf
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Loket

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TERUG = timedelta(days=40)
"""How far back the first act of a plan lies at most."""


@dataclass
class Spel:
    """One dossier with the desks that make its plan, and the days that passed so far."""

    dossier: UUID
    begin: date
    kort: bool
    loketten: dict[str, Loket]
    vandaag: date
    kans: Random
    medewerkers: dict[int, tuple[int, str]]
    telling: Counter[str] = field(default_factory=Counter)
    stap: int = 0

    def wie(self, *soorten: str) -> Wie:
        """The first of these kinds of desk that takes part, on the next day of the story."""
        loket = next((self.loketten[s] for s in soorten if s in self.loketten), None)
        loket = loket or next(iter(self.loketten.values()))
        nummer, naam = self.medewerkers.get(loket.pk, (None, loket.naam))
        self.stap += 1
        dag = self.dag(self.stap)
        nu = datetime.combine(dag, time(9 + self.stap % 8, self.kans.randrange(60)), AMSTERDAM)
        return Wie(loket.pk, loket.soort, dag, nu, "demo", medewerker=nummer, naam=naam)

    def nu(self) -> Wie:
        """The program itself, on the day of the story."""
        dag = datetime.combine(self.dag(self.stap), time(12), AMSTERDAM)
        return systeem_zelf("demo", dag)

    def dag(self, stap: int) -> date:
        """The day of a step: from the begin of the story to yesterday, in order."""
        laatste = self.vandaag - timedelta(days=1)
        eerste = min(max(self.begin, laatste - TERUG), laatste)
        return min(eerste + timedelta(days=2 * (stap - 1)), laatste)

    def doe(self, functie: Callable[..., Any], wie: Wie, *rest: Any, **velden: Any) -> Any:
        """Do one act; None when it is refused."""
        try:
            uit = functie(wie, self.dossier, *rest, **velden)
        except (NietToegestaan, KanNiet, GeenOvergang):
            self.telling["geweigerd"] += 1
            return None
        self.telling[functie.__name__] += 1
        return uit
