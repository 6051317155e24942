"""The rows of one plan as this reader may see them: asked once in a reading, for all its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import meegelezen
from richting.kern import rijen
from richting.kern.context import onthoud, wie_nu
from richting.partijen.models import Loket, Medewerker, Organisatie
from richting.plannen.models import (
    Actie,
    Adviesinbreng,
    Afname,
    Planrij,
    Planversie,
    Standafwijking,
)

M = TypeVar("M", bound=Planrij)
LOKETTEN = ("verantwoordelijk", "gevraagd_door", "aan", "van_loket")
"""The names under which a row of a plan points at a desk."""
UITVOERDER = "uitvoerder"
STAND, INHOUD = "plannen_rijen", "plannen_inhoud"
"""The functions of PostgreSQL that give the rows (`migrations/0011_rijen.py`)."""
IN_STAND = frozenset({Actie, Adviesinbreng, Afname, Planversie, Standafwijking})
"""The tables that the dossier page asks for too; the others are in INHOUD."""


@dataclass
class Planrijen:
    """The rows of one plan. Who gets rows must not change them: others get the same."""

    dossier: UUID
    _gelezen: dict[str, dict[str, Any]] = field(default_factory=dict)
    _gemaakt: dict[type[Planrij], list[Any]] = field(default_factory=dict)

    @property
    def open_(self) -> frozenset[str]:
        """The compartments that are open to the reader; in a unit of work all."""
        gegeven = self._uit(STAND)["categorieen"]
        return frozenset(Gegevenscategorie if gegeven is None else gegeven)

    def van(self, model: type[M]) -> list[M]:
        """The rows of one table, oldest first, with the desks and staff they name."""
        if model not in self._gemaakt:
            gelezen = self._uit(STAND if model in IN_STAND else INHOUD)
            alle = rijen.uit_json(model, gelezen[model._meta.db_table])
            namen = _namen(gelezen) if alle else {}
            for rij in alle:
                for veld, nummer in _verwijzingen(rij):
                    rijen.hang(rij, veld, namen[veld == UITVOERDER, nummer])
            self._gemaakt[model] = sorted(alle, key=lambda rij: rij.pk)
        return list(self._gemaakt[model])

    def een(self, model: type[M]) -> M | None:
        """The only row of a table that has at most one per plan."""
        return next(iter(self.van(model)), None)

    def _uit(self, functie: str) -> dict[str, Any]:
        if functie not in self._gelezen:
            self._gelezen[functie] = rijen.lees(functie, self.dossier)
            open_ = self._gelezen[functie].get("categorieen")
            if open_ is not None:
                meegelezen(self.dossier, wie_nu().loket, open_)
        return self._gelezen[functie]


def _namen(gelezen: dict[str, Any]) -> dict[tuple[bool, int], Any]:
    """The desks (False) and staff (True) that rows name, by number."""
    loketten = map(_loket, gelezen["partijen_loket"] or ())
    mensen = rijen.uit_json(Medewerker, gelezen.get("partijen_medewerker"))
    return {
        **{(False, loket.pk): loket for loket in loketten},
        **{(True, een.pk): een for een in mensen},
    }


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
    """The rows of this plan, read when asked for. Two queries at most, and none the second time in
    a reading."""
    return onthoud(("planrijen", dossier), lambda: Planrijen(dossier))
