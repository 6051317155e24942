"""The rows of one plan as this reader may see them: asked once in a reading, for all its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from richting.akkoord.woorden import Gegevenscategorie
from richting.kern import rijen
from richting.kern.context import onthoud
from richting.partijen.models import Loket, Medewerker, Organisatie
from richting.plannen.models import Planrij

M = TypeVar("M", bound=Planrij)
LOKETTEN = ("verantwoordelijk", "gevraagd_door", "aan", "van_loket")
"""The names under which a row of a plan points at a desk."""
UITVOERDER = "uitvoerder"


@dataclass
class Planrijen:
    """The rows of one plan. Who gets rows must not change them: others get the same."""

    gelezen: dict[str, Any]
    _gemaakt: dict[type[Planrij], list[Any]] = field(default_factory=dict)
    _namen: dict[type[Loket | Medewerker], dict[int, Any]] = field(default_factory=dict)

    @property
    def open_(self) -> frozenset[str]:
        """The compartments that are open to the reader; in a unit of work all."""
        gegeven = self.gelezen["categorieen"]
        return frozenset(Gegevenscategorie if gegeven is None else gegeven)

    def van(self, model: type[M]) -> list[M]:
        """The rows of one table, oldest first, with the desks and staff they name. No query."""
        if model not in self._gemaakt:
            alle = rijen.uit_json(model, self.gelezen[model._meta.db_table])
            for rij in alle:
                self._verbind(rij)
            self._gemaakt[model] = sorted(alle, key=lambda rij: rij.pk)
        return list(self._gemaakt[model])

    def een(self, model: type[M]) -> M | None:
        """The only row of a table that has at most one per plan."""
        return next(iter(self.van(model)), None)

    def _verbind(self, rij: Planrij) -> None:
        for naam, nummer in _verwijzingen(rij):
            ander = self._van_naam(Medewerker if naam == UITVOERDER else Loket).get(nummer)
            if ander is not None:
                rijen.hang(rij, naam, ander)

    def _van_naam(self, soort: type[Loket | Medewerker]) -> dict[int, Any]:
        if soort not in self._namen:
            ruw = self.gelezen[soort._meta.db_table] or ()
            alle = rijen.uit_json(Medewerker, ruw) if soort is Medewerker else map(_loket, ruw)
            self._namen[soort] = {een.pk: een for een in alle}
        return self._namen[soort]


def _verwijzingen(rij: Planrij) -> Iterator[tuple[str, int]]:
    for naam in (*LOKETTEN, UITVOERDER):
        nummer = getattr(rij, f"{naam}_id", None)
        if nummer is not None:
            yield naam, nummer


def _loket(ruw: dict[str, rijen.Rij]) -> Loket:
    loket, organisatie = _een(Loket, ruw["loket"]), _een(Organisatie, ruw["organisatie"])
    rijen.hang(loket, "organisatie", organisatie)
    return loket


def _een(model: type[Loket | Organisatie], rij: rijen.Rij) -> Any:
    return rijen.uit_json(model, [rij])[0]


def planrijen(dossier: UUID) -> Planrijen:
    """The rows of this plan. One query, and none the second time in a reading."""
    return onthoud(("planrijen", dossier), lambda: Planrijen(rijen.lees("plannen_rijen", dossier)))
