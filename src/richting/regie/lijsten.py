"""The lists of the work list: a room to the right adds its own here, and is never imported.

A list narrows the lines of a desk and says in which order they come. Registering a name again
replaces it, so that `ready()` may run twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from richting.akkoord.woorden import Loketsoort
from richting.regie.models import Werkregel

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

    from richting.regie.overzichten.werkvoorraad import Vraag

Lijst = QuerySet[Werkregel]


@dataclass(frozen=True)
class Toelichting:
    """Why a dossier stands on a list, in a sentence, and the compartments that it speaks of."""

    zin: str
    categorieen: frozenset[str]


Toelichtfunctie = Callable[[list[UUID], "Vraag"], dict[UUID, Toelichting]]


@dataclass(frozen=True)
class Lijstsoort:
    """One of the lists.

    `rijen` narrows the lines of a desk; `kolom` is the column (or annotation) they are sorted by,
    "" for none. `weken` names the assumption that `uitleg` mentions as {weken}. `loketsoorten` have
    this list (None: all). `toelichting` says per dossier why it is there; one or two queries.
    """

    naam: str
    volgorde: int
    titel: _StrOrPromise
    uitleg: _StrOrPromise
    rijen: Callable[[Lijst, Vraag], Lijst]
    kolom: str = ""
    aflopend: bool = False
    weken: str = ""
    loketsoorten: frozenset[Loketsoort] | None = None
    toelichting: Toelichtfunctie | None = None


@dataclass(frozen=True)
class Wenk:
    """Something that waits for the desk and belongs to no dossier it sees: a sentence, and where
    (`url_name`) one goes for it."""

    zin: str
    url_name: str


Wenkfunctie = Callable[["Vraag"], Wenk | None]
_lijsten: dict[str, Lijstsoort] = {}
_wenken: dict[str, Wenkfunctie] = {}


def registreer_wenk(naam: str, functie: Wenkfunctie) -> None:
    """Add something that stands above the lists; `functie` asks at most one query."""
    _wenken[naam] = functie


def wenken(vraag: Vraag) -> list[Wenk]:
    """What waits for this desk outside its dossiers. Within a reading."""
    gevonden = (_wenken[naam](vraag) for naam in sorted(_wenken))
    return [wenk for wenk in gevonden if wenk is not None]


def registreer(soort: Lijstsoort) -> None:
    """Add a list to the work list."""
    _lijsten[soort.naam] = soort


def lijst(naam: str) -> Lijstsoort:
    """The list of this name; raises KeyError when there is none."""
    return _lijsten[naam]


def lijsten_van(loketsoort: str) -> dict[str, Lijstsoort]:
    """The lists that a desk of this kind has, in order."""
    geordend = sorted(_lijsten.values(), key=lambda soort: (soort.volgorde, soort.naam))
    return {
        soort.naam: soort
        for soort in geordend
        if soort.loketsoorten is None or loketsoort in soort.loketsoorten
    }
