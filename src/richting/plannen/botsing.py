"""Two people who edit at once lose nothing: the second sees what changed, and chooses.

    werk_bij(rij, versie, {"omschrijving": "..."}, wie)   # raises Botsing when `versie` is stale

A form carries the version of the row that was on the screen. The page that catches Botsing shows
the form again with the user's own input, the values that stand now beside it, and the new version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from richting.kern.context import Wie
from richting.plannen.models.basis import Versierij


@dataclass(frozen=True)
class Veldverschil:
    """A field on which two people differ: what stands now, and what the second one sent."""

    veld: str
    nu: Any
    uw: Any


class Botsing(Exception):
    """Somebody else changed the row since it was on the screen. Nothing was saved."""

    def __init__(self, rij: Versierij, verschillen: tuple[Veldverschil, ...]) -> None:
        super().__init__(f"{rij.pk} staat op versie {rij.versie}")
        self.rij, self.verschillen = rij, verschillen


@dataclass(frozen=True)
class Wijziging:
    """The values before and after, as the journal keeps them; empty when nothing changed."""

    voor: dict[str, Any]
    na: dict[str, Any]

    def __bool__(self) -> bool:
        """Something changed."""
        return bool(self.na)


def werk_bij(rij: Versierij, versie: int, waarden: Mapping[str, Any], wie: Wie) -> Wijziging:
    """Save these values in a locked row that was read in this unit of work; returns what changed.

    Raises Botsing when the row is newer than `versie` and any of the values differs from it.
    Sending what already stands changes nothing. One query, none when nothing changed.
    """
    anders = {veld: waarde for veld, waarde in waarden.items() if getattr(rij, veld) != waarde}
    if not anders:
        return Wijziging({}, {})
    check_niet_ouder(rij, versie, anders)
    voor = {veld: als_json(getattr(rij, veld)) for veld in anders}
    for veld, waarde in anders.items():
        setattr(rij, veld, waarde)
    rij.versie += 1
    ondertekend(rij, wie)
    rij.save(update_fields=[*anders, "versie", "gewijzigd_op", "loket", "medewerker", "door"])
    return Wijziging(voor, {veld: als_json(waarde) for veld, waarde in anders.items()})


def check_niet_ouder(rij: Versierij, versie: int, waarden: Mapping[str, Any]) -> None:
    """Raises Botsing when the row is newer than `versie` and any of the values differs from it."""
    anders = {veld: waarde for veld, waarde in waarden.items() if getattr(rij, veld) != waarde}
    if anders and rij.versie != versie:
        raise Botsing(rij, tuple(Veldverschil(v, getattr(rij, v), uw) for v, uw in anders.items()))


def ondertekend(rij: Versierij, wie: Wie) -> None:
    """Put under a row who wrote it last, and when."""
    rij.gewijzigd_op = wie.nu
    rij.loket, rij.medewerker, rij.door = wie.loket, wie.medewerker, wie.naam


def nieuw(wie: Wie) -> dict[str, Any]:
    """The columns that every new row of a plan starts with."""
    return {
        "gemaakt_op": wie.nu,
        "gewijzigd_op": wie.nu,
        "loket": wie.loket,
        "medewerker": wie.medewerker,
        "door": wie.naam,
    }


def als_json(waarde: Any) -> Any:
    """A value as the journal keeps it."""
    if isinstance(waarde, UUID):
        return str(waarde)
    return waarde.isoformat() if hasattr(waarde, "isoformat") else waarde
