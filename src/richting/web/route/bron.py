"""What stands on the route of a stay, and which rooms know it.

A source makes the items of one lane within a reading, so that row security leaves out what the
reader has no ground for. Each item names its compartment, which is put on record as seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from django.utils.functional import Promise

if TYPE_CHECKING:
    from richting.kern.lezen import Lezing

Tekst = str | Promise
Kleur = Literal["vol", "licht", "aandacht", "verwacht"]


@dataclass(frozen=True)
class Band:
    """A stretch of time from `van` up to `tot` (None: it goes on without a known end).

    `straks` is until when it is expected to go on; what lies after today is drawn as expected.
    `categorie` is the compartment it comes from.
    """

    naam: Tekst
    van: date
    tot: date | None
    categorie: str
    kleur: Kleur = "vol"
    toelichting: Tekst = ""
    straks: date | None = None

    @property
    def laatst(self) -> date | None:
        """Until when it goes on, as far as known or expected."""
        return self.tot or self.straks


@dataclass(frozen=True)
class Punt:
    """Something on one day. `zekerheid` says how sure the day is."""

    naam: Tekst
    van: date
    categorie: str
    zekerheid: str = "vast"
    toelichting: Tekst = ""
    kleur: Kleur = "vol"

    @property
    def laatst(self) -> date | None:
        """The day itself."""
        return self.van


Item = Band | Punt
Maker = Callable[["Lezing", Any], Iterable[Item]]


@dataclass(frozen=True)
class Routebron:
    """One lane of the picture: its name, its place, its title, and who makes its items."""

    naam: str
    volgorde: int
    titel: Tekst
    maak: Maker


@dataclass(frozen=True)
class Baan:
    """A lane with what stands in it, by day."""

    naam: str
    titel: Tekst
    items: tuple[Item, ...]


_bronnen: dict[str, Routebron] = {}


def registreer(bron: Routebron) -> None:
    """Add a lane; registering a name again replaces it."""
    _bronnen[bron.naam] = bron


def banen(lees: Lezing, dossier: Any) -> tuple[Baan, ...]:
    """The lanes that have something to show to this reader, in order."""
    return tuple(_gevuld(lees, dossier))


def _gevuld(lees: Lezing, dossier: Any) -> Iterator[Baan]:
    for bron in sorted(_bronnen.values(), key=lambda een: (een.volgorde, een.naam)):
        items = sorted(bron.maak(lees, dossier), key=lambda een: (een.van, str(een.naam)))
        if items:
            yield Baan(bron.naam, bron.titel, tuple(items))
