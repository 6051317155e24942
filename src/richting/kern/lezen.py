"""The one way to read personal data: as somebody, through the grounds, and on record.

    with lezing(wie, "dossierpagina") as lees:
        dossier = overzichten.dossier(nummer)
        lees.gezien([dossier.id], {"verblijf"})

Row security shows only what the loket has a ground for; at the end the reading is recorded in the
same transaction. A reading that does not say what it saw is refused: nothing is read unrecorded.
Writing is next door in `werk.py`; who keeps the record is `delen`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from richting.kern.context import LEZEN, Wie, databasecontext
from richting.kern.gebeurtenissen import leesreacties


class OnverantwoordeLezing(RuntimeError):
    """A reading ended without saying what was seen, or nobody keeps the record."""


@dataclass
class Lezing:
    """One reading in progress: who, through which page, and what was shown."""

    wie: Wie
    handeling: str
    dossiers: dict[UUID, set[str]] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    verantwoord: bool = False

    def gezien(self, dossiers: Iterable[UUID], categorieen: Iterable[str], **extra: Any) -> None:
        """Record that these dossiers were shown, in these categories."""
        self.verantwoord = True
        soorten = set(categorieen)
        for dossier in dossiers:
            self.dossiers.setdefault(dossier, set()).update(soorten)
        self.extra.update(extra)

    def niets_gezien(self, **extra: Any) -> None:
        """Record that the reading showed nobody (an empty list, a 404)."""
        self.verantwoord = True
        self.extra.update(extra)


@contextmanager
def lezing(wie: Wie, handeling: str) -> Iterator[Lezing]:
    """Read as `wie` for `handeling`; raises OnverantwoordeLezing when nothing was recorded.

    What is done at the end (the record, a count, the commit) goes to the database without waiting
    in between; an error in it is raised by the commit, and then nothing was read.
    """
    with ExitStack() as slot, transaction.atomic(), databasecontext(wie, LEZEN):
        lees = Lezing(wie, handeling)
        yield lees
        if not lees.verantwoord or not leesreacties():
            raise OnverantwoordeLezing(f"Lezing zonder verantwoording: {handeling}")
        slot.enter_context(connection.connection.pipeline())
        naderhand = [reactie(lees) for reactie in leesreacties()]
    for haal_op in naderhand:
        if haal_op is not None:
            haal_op()
