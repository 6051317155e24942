"""What was done for a dossier and when: rooms that know it say so here, and are never imported.

A room registers a function that gives, for many dossiers in one or two queries, the days on which
a deed was done (`akkoord.termijnregels.Termijndaad`). Terms count from it and end with it.
`tabellen` names the tables (with a column `dossier_id`) without a row in which the function has
nothing to say: for such dossiers it is not asked.

    vervulling.registreer("mdo", mdo_dagen, tabellen=("overleg_bespreking",))

where `mdo_dagen(dossiers)` gives `{dossier: {"mdo": [dag, …]}}`. Registering a name again replaces
it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

Daden = dict[str, list[date]]
Vervuller = Callable[[Collection[UUID]], Mapping[UUID, Mapping[str, Iterable[date]]]]
Ordefunctie = Callable[[Collection[UUID]], Mapping[UUID, frozenset[str]]]
Gevuld = Mapping[str, set[UUID]]
"""Per table the dossiers that have a row in it."""


@dataclass(frozen=True)
class Vervulling:
    """One who knows what was done."""

    naam: str
    functie: Vervuller
    tabellen: tuple[str, ...]


@dataclass(frozen=True)
class Orde:
    """Who knows which compartments are not in order on the day of release.

    `bij_aanvang` is the answer for a stay that was just announced.
    """

    functie: Ordefunctie
    bij_aanvang: frozenset[str]


_vervullers: dict[str, Vervulling] = {}
_orde: dict[str, Orde] = {}


def registreer(naam: str, functie: Vervuller, tabellen: tuple[str, ...] = ()) -> None:
    """Say what was done, and when."""
    _vervullers[naam] = Vervulling(naam, functie, tabellen)


def registreer_orde(functie: Ordefunctie, bij_aanvang: frozenset[str]) -> None:
    """Say which compartments are not in order on the day of release."""
    _orde["orde"] = Orde(functie, bij_aanvang)


def vervullers() -> tuple[Vervulling, ...]:
    """Everybody who knows what was done, by name."""
    return tuple(_vervullers[naam] for naam in sorted(_vervullers))


def orde() -> Orde | None:
    """Who knows what is not in order; None when nobody does."""
    return _orde.get("orde")


def daden_van(dossiers: Collection[UUID], gevuld: Gevuld | None = None) -> dict[UUID, Daden]:
    """What was done for these dossiers. Some queries per room that has something to say."""
    uit: dict[UUID, Daden] = {nummer: {} for nummer in dossiers}
    for een in vervullers():
        wie = met_rij(dossiers, een.tabellen, gevuld)
        if not wie:
            continue
        for nummer, daden in een.functie(wie).items():
            for daad, dagen in daden.items():
                uit[nummer].setdefault(daad, []).extend(dagen)
    return uit


def met_rij(
    dossiers: Collection[UUID], tabellen: tuple[str, ...], gevuld: Gevuld | None
) -> list[UUID]:
    """The dossiers with a row in one of these tables; all, when that was not looked up."""
    if gevuld is None or not tabellen:
        return list(dossiers)
    return [nummer for nummer in dossiers if any(nummer in gevuld[tabel] for tabel in tabellen)]
