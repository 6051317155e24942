"""The one way to write: a unit of work that records every change in the journal.

    with verwerking(wie) as werk:
        ...change rows...
        werk.noteer(dossier.id, "einde_gewijzigd", "verblijf", voor={...}, na={...})

At the end the notes become journal rows and the other rooms react, in rounds, until nobody notes
anything more. All in one transaction: a change without its journal row cannot exist, nor the other
way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from richting.kern.context import VERWERKEN, Wie, databasecontext
from richting.kern.gebeurtenissen import Gebeurtenis, Reactie, laatste_reacties, reacties
from richting.kern.invoer import voeg_in
from richting.kern.models import Journaal
from richting.kern.stapel import Stapel

RONDES = 8
"""A reaction may cause reactions; more rounds than this is two rooms answering each other."""


@dataclass
class Werk:
    """One unit of work in progress: who works, and what has been noted so far.

    `geheugen` holds what one room derived and the next need not derive again (the facts of a
    dossier); whoever changes a fact replaces its entry. `stapel` holds rows that are written
    together with others of their table.
    """

    wie: Wie
    stapel: Stapel = field(default_factory=Stapel)
    geheugen: dict[Any, Any] = field(default_factory=dict)
    _regels: list[tuple[Journaal, Gebeurtenis]] = field(default_factory=list)

    def noteer(
        self,
        dossier: UUID | None,
        soort: str,
        categorie: str,
        *,
        voor: dict[str, Any] | None = None,
        na: dict[str, Any] | None = None,
        reden: str = "",
        grondslag: str = "",
    ) -> None:
        """Note one change; `voor` and `na` hold the values before and after, ready for JSON."""
        gebeurtenis = Gebeurtenis(soort, dossier, categorie, voor or {}, na or {})
        keten = f"dossier:{dossier}" if dossier else f"loket:{self.wie.loket or 0}"
        regel = Journaal(
            keten=keten,
            dossier_id=dossier,
            soort=soort,
            categorie=categorie,
            voor=gebeurtenis.voor,
            na=gebeurtenis.na,
            reden=reden,
            grondslag=grondslag,
            tijdstip=self.wie.nu,
            loket=self.wie.loket,
            medewerker=self.wie.medewerker,
            systeem=self.wie.systeem,
            door=self.wie.naam,
            ingang=self.wie.ingang,
            trace=self.wie.trace,
        )
        self._regels.append((regel, gebeurtenis))

    def _schrijf_op(self) -> None:
        gebeurd: list[Gebeurtenis] = []
        for _ in range(RONDES):
            self.stapel.schrijf()
            if not self._regels:
                break
            regels, self._regels = self._regels, []
            voeg_in(regel for regel, _g in regels)
            nieuw = [gebeurtenis for _r, gebeurtenis in regels]
            self._laat_reageren(reacties(), nieuw)
            gebeurd += nieuw
        else:
            raise RuntimeError("Kamers blijven op elkaar reageren; het werk is teruggedraaid.")
        self._laat_reageren(laatste_reacties(), gebeurd)
        if self._regels:
            raise RuntimeError("Wie als laatste reageert, noteert niets; alles is teruggedraaid.")

    def _laat_reageren(self, wie: Iterable[Reactie], gebeurd: Iterable[Gebeurtenis]) -> None:
        per_dossier: dict[UUID, list[Gebeurtenis]] = {}
        for gebeurtenis in gebeurd:
            if gebeurtenis.dossier:
                per_dossier.setdefault(gebeurtenis.dossier, []).append(gebeurtenis)
        if not per_dossier:
            return
        for reactie in wie:
            reactie(self, per_dossier)
            self.stapel.schrijf()


@contextmanager
def verwerking(wie: Wie) -> Iterator[Werk]:
    """One transaction that writes as `wie`; nothing of it stays when anything fails."""
    with transaction.atomic(), databasecontext(wie, VERWERKEN):
        werk = Werk(wie)
        yield werk
        werk._schrijf_op()
