"""Where posts come from: each subject registers a source here, also rooms further right.

A source makes the posts of many dossiers at once, in a fixed number of queries. Within a unit of
work it sees all; within a reading row security narrows what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from richting.akkoord.aannames import Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.posten import Post


@dataclass(frozen=True)
class Postvraag:
    """Of which dossiers the posts are asked, with their facts, on which day."""

    feiten: Mapping[UUID, Feiten]
    op: date
    aannames: Aannames


Posten = dict[UUID, list[Post]]
Maker = Callable[[Postvraag], Posten]


@dataclass(frozen=True)
class Postenbron:
    """One source. `raakt`: kinds of journal rows after which its posts may differ; an empty set is
    every kind."""

    naam: str
    maak: Maker
    raakt: frozenset[str] = frozenset()


_bronnen: dict[str, Postenbron] = {}


def registreer(bron: Postenbron) -> None:
    """Add a source; registering a name again replaces it."""
    _bronnen[bron.naam] = bron


def bronnen() -> tuple[Postenbron, ...]:
    """All sources, by name."""
    return tuple(_bronnen[naam] for naam in sorted(_bronnen))


def posten_van(vraag: Postvraag, soorten: frozenset[str] | None = None) -> Posten:
    """The posts of these dossiers from every source, by day; `soorten` leaves out untouched ones.

    The number of queries depends on the sources, not on the dossiers.
    """
    uit: Posten = {nummer: [] for nummer in vraag.feiten}
    for bron in bronnen():
        if soorten is None or not bron.raakt or bron.raakt & soorten:
            for nummer, posten in bron.maak(vraag).items():
                uit[nummer].extend(posten)
    return {
        nummer: sorted(p, key=lambda een: (een.uiterlijk, een.sleutel)) for nummer, p in uit.items()
    }
