"""The one way to read personal data: as somebody, through the grounds, and on record.

    with lezing(wie, "dossierpagina") as lees:
        dossier = overzichten.dossier(nummer)
        lees.gezien([dossier.id], {"verblijf"})

Row security shows only what the loket has a ground for; at the end the reading is recorded in the
same transaction. A reading that does not say what it saw is refused: nothing is read unrecorded.
Writing is next door in `werk.py`; who keeps the record is `delen`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from richting.kern.context import LEZEN, Wie, databasecontext
from richting.kern.gebeurtenissen import Slotvraag, leesreacties
from richting.kern.herhaal import Vastgelegd, leg_vast, sluit_af


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
    erna: list[Callable[[], object]] = field(default_factory=list)
    """What follows from what was shown: done when the reading is over and on record."""
    slot: list[tuple[Slotvraag, Vastgelegd]] | None = None
    """What is asked at the end, when that was worked out before; see `bereid_slot_voor`."""

    def gezien(self, dossiers: Iterable[UUID], categorieen: Iterable[str], **extra: Any) -> None:
        """Record that these dossiers were shown, in these categories."""
        self.verantwoord, self.slot = True, None
        soorten = set(categorieen)
        for dossier in dossiers:
            self.dossiers.setdefault(dossier, set()).update(soorten)
        self.extra.update(extra)

    def niets_gezien(self, **extra: Any) -> None:
        """Record that the reading showed nobody (an empty list, a 404)."""
        self.verantwoord, self.slot = True, None
        self.extra.update(extra)

    def vergeet(self) -> None:
        """Nothing was shown yet, whatever was said before."""
        self.verantwoord, self.slot = False, None
        self.dossiers.clear()
        self.extra.clear()
        self.erna.clear()

    def bereid_slot_voor(self) -> None:
        """Work out what is asked at the end, while there is time; what is seen after undoes it."""
        vragen = [vraag for reactie in leesreacties() if (vraag := reactie(self))]
        self.slot = [(vraag, leg_vast(vraag.sql, vraag.waarden)) for vraag in vragen]


@contextmanager
def lezing(wie: Wie, handeling: str) -> Iterator[Lezing]:
    """Read as `wie` for `handeling`; raises OnverantwoordeLezing when nothing was recorded.

    What is done at the end (the record, a count, the commit) goes to the database at once; an error
    in it is raised, and then nothing was read.
    """
    buitenste = not connection.in_atomic_block
    with transaction.atomic(), databasecontext(wie, LEZEN):
        lees = Lezing(wie, handeling)
        yield lees
        if not lees.verantwoord or not leesreacties():
            raise OnverantwoordeLezing(f"Lezing zonder verantwoording: {handeling}")
        if lees.slot is None:
            lees.bereid_slot_voor()
        slot = lees.slot or []
        uitslagen = sluit_af([vast for _vraag, vast in slot], vastleggen=buitenste)
    for (vraag, _vast), uitslag in zip(slot, uitslagen, strict=True):
        if vraag.neem:
            vraag.neem(uitslag.get_value(0, 0))
    for doe in lees.erna:
        doe()
