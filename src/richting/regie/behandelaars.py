"""Who has something in hand on a day. Left alone: everybody who works at the desk.

Another subject says to whom a dossier is given, and who stands in for whom is away (`registreer`).
Always many at once, in a fixed number of queries, within a unit of work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from richting.partijen.models import Lidmaatschap
from richting.partijen.rechten import wakker

Paar = tuple[UUID, int]
"""A dossier and a desk."""
Plek = tuple[int, int]
"""A desk, and a member of staff there."""
Toegewezen = Callable[[frozenset[Paar], date], Mapping[Paar, Iterable[int]]]
"""To whom each dossier is given at a desk; what is left out is given to nobody in particular."""
Vervangen = Callable[[frozenset[Plek], date], Mapping[Plek, int | None]]
"""Who stands in for those who are away at a desk; None: nobody does. Who is there is left out."""


@dataclass(frozen=True)
class Werkstuk:
    """Something of a dossier that a desk has to do; `medewerker` when it is on one person."""

    dossier: UUID
    loket: int
    medewerker: int | None = None


@dataclass
class _Wijzers:
    toegewezen: Toegewezen | None = None
    vervangen: Vervangen | None = None


_wijzers = _Wijzers()


def registreer(toegewezen: Toegewezen | None = None, vervangen: Vervangen | None = None) -> None:
    """Let another subject say who has a dossier, and who stands in."""
    _wijzers.toegewezen = toegewezen or _wijzers.toegewezen
    _wijzers.vervangen = vervangen or _wijzers.vervangen


def behandelaars(stukken: Iterable[Werkstuk], op: date) -> dict[Werkstuk, frozenset[int]]:
    """The active members of staff who have each of these in hand.

    Who it is on, else to whom the dossier is given; whoever is away is replaced; when nobody is
    left it is everybody who is there, and the whole desk when nobody is, so that nothing waits for
    somebody who is not there.
    """
    gevraagd = frozenset(stukken)
    genoemd = _genoemd(gevraagd, op)
    allen = leden({stuk.loket for stuk in gevraagd}, op)
    plekken = {(s.loket, nr) for s, mensen in genoemd.items() for nr in mensen}
    plekken |= {(loket, nr) for loket, mensen in allen.items() for nr in mensen}
    vervangen = _wijzers.vervangen
    weg = vervangen(frozenset(plekken), op) if vervangen and plekken else {}
    uit = {}
    for stuk in gevraagd:
        daar = allen.get(stuk.loket, frozenset())
        aanwezig = {weg.get((stuk.loket, nr), nr) for nr in genoemd[stuk]}
        wel = frozenset(nr for nr in daar if (stuk.loket, nr) not in weg)
        uit[stuk] = frozenset(nr for nr in aanwezig if nr in daar) or wel or daar
    return uit


def _genoemd(stukken: frozenset[Werkstuk], op: date) -> dict[Werkstuk, frozenset[int]]:
    zonder = frozenset((s.dossier, s.loket) for s in stukken if s.medewerker is None)
    toegewezen = _wijzers.toegewezen
    gegeven = toegewezen(zonder, op) if toegewezen and zonder else {}
    return {
        stuk: frozenset(gegeven.get((stuk.dossier, stuk.loket), ()))
        if stuk.medewerker is None
        else frozenset([stuk.medewerker])
        for stuk in stukken
    }


def behandelaar(dossier: UUID, loket: int, op: date) -> frozenset[int]:
    """The members of staff who have this dossier in hand at this desk."""
    stuk = Werkstuk(dossier, loket)
    return behandelaars([stuk], op)[stuk]


def leden(loketten: Iterable[int], op: date, rol: str = "") -> dict[int, frozenset[int]]:
    """The staff of each open desk who can come in, or those with a role there. One query."""
    gezocht = set(loketten)
    if not gezocht:
        return {}
    rijen = Lidmaatschap.objects.filter(
        wakker(op, "medewerker__"), loket__in=gezocht, loket__actief=True
    )
    if rol:
        rijen = rijen.filter(rol=rol)
    uit: dict[int, set[int]] = {}
    for loket, medewerker in rijen.values_list("loket", "medewerker"):
        uit.setdefault(loket, set()).add(medewerker)
    return {loket: frozenset(mensen) for loket, mensen in uit.items()}
