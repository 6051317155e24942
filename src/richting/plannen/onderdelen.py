"""The parts of the plan: how each subject stands in a fixed version, on paper and in a diff.

A part gives blocks: a heading in one compartment with lines of label and text. A fixed version
keeps the blocks per compartment; comparing two versions and printing need to know nothing more.
Parts register in `aanmelding.py`; the order is the order on the page and on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True)
class Regel:
    """One line of a block: a stable key, what it is called, and what it says."""

    sleutel: str
    label: str
    tekst: str


@dataclass(frozen=True)
class Blok:
    """A heading with lines, all in one compartment. `sleutel` stays the same between versions."""

    sleutel: str
    titel: str
    categorie: str
    regels: tuple[Regel, ...]

    def als_json(self) -> dict[str, Any]:
        """As a fixed version keeps it."""
        return asdict(self)


def blok_uit_json(ruw: dict[str, Any]) -> Blok:
    """A block as a fixed version kept it."""
    regels = tuple(Regel(**regel) for regel in ruw["regels"])
    return Blok(ruw["sleutel"], ruw["titel"], ruw["categorie"], regels)


Blokfunctie = Callable[[Dossier], Iterable[Blok]]


@dataclass(frozen=True)
class Onderdeel:
    """One part of the plan: its name, its title, and its blocks as row security shows them.

    `voor_persoon` False keeps it out of everything the person gets. Clausule 1.3, 7.1.
    """

    naam: str
    volgorde: int
    titel: _StrOrPromise
    blokken: Blokfunctie
    voor_persoon: bool = True


GEHEIM_VOOR_PERSOON = frozenset({Gegevenscategorie.SLACHTOFFER.value})
"""Compartments that never reach the person's print or export. Clausule 1.3."""
_onderdelen: dict[str, Onderdeel] = {}


def registreer(onderdeel: Onderdeel) -> None:
    """Add a part; one of the same name replaces it."""
    _onderdelen[onderdeel.naam] = onderdeel


def onderdelen() -> tuple[Onderdeel, ...]:
    """All parts, in order."""
    return tuple(sorted(_onderdelen.values(), key=lambda o: (o.volgorde, o.naam)))


def blokken(dossier: Dossier, *, voor_persoon: bool = False) -> list[Blok]:
    """The blocks of all parts that this reader may see; for the person only what is theirs."""
    gekozen = [o for o in onderdelen() if o.voor_persoon or not voor_persoon]
    alle = [blok for onderdeel in gekozen for blok in onderdeel.blokken(dossier)]
    if voor_persoon:
        alle = [blok for blok in alle if blok.categorie not in GEHEIM_VOOR_PERSOON]
    return alle
