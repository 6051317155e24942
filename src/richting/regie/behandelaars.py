"""Who at a desk has a dossier in hand on a day. Left alone: everybody who works there.

Who knows better (a named member of staff, a substitute) calls `registreer`. Always many at once,
in a fixed number of queries, within a unit of work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from uuid import UUID

from richting.partijen.models import Lidmaatschap

Paar = tuple[UUID, int]
"""A dossier and a desk."""
Behandelaars = Mapping[Paar, frozenset[int]]
Wijzer = Callable[[frozenset[Paar], date], Behandelaars]

_wijzer: dict[str, Wijzer] = {}


def registreer(wijzer: Wijzer) -> None:
    """Let another subject say who it is; what it leaves out or leaves empty is everybody."""
    _wijzer["wijzer"] = wijzer


def behandelaars(paren: Iterable[Paar], op: date) -> dict[Paar, frozenset[int]]:
    """The active members of staff who have each dossier in hand at a desk."""
    gevraagd = frozenset(paren)
    wijzer = _wijzer.get("wijzer")
    gewezen: Behandelaars = wijzer(gevraagd, op) if wijzer and gevraagd else {}
    uit = {paar: mensen for paar, mensen in gewezen.items() if mensen}
    rest = gevraagd - uit.keys()
    allen = leden(loket for _dossier, loket in rest)
    return uit | {paar: allen.get(paar[1], frozenset()) for paar in rest}


def behandelaar(dossier: UUID, loket: int, op: date) -> frozenset[int]:
    """The members of staff who have this dossier in hand at this desk."""
    return behandelaars([(dossier, loket)], op)[(dossier, loket)]


def leden(loketten: Iterable[int], rol: str = "") -> dict[int, frozenset[int]]:
    """The active members of staff of each open desk, or those with a role there. One query."""
    gezocht = set(loketten)
    if not gezocht:
        return {}
    rijen = Lidmaatschap.objects.filter(
        loket__in=gezocht, loket__actief=True, medewerker__is_active=True
    )
    if rol:
        rijen = rijen.filter(rol=rol)
    uit: dict[int, set[int]] = {}
    for loket, medewerker in rijen.values_list("loket", "medewerker"):
        uit.setdefault(loket, set()).add(medewerker)
    return {loket: frozenset(mensen) for loket, mensen in uit.items()}
