"""Rows that wait to be written together: one statement per table instead of one per row.

A room that writes the same kind of row for many dossiers puts it here (`werk.stapel`). The pile is
written before the journal, before every reaction and before the unit of work ends; who reads such a
row earlier calls `schrijf` first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Model

from richting.kern.invoer import nieuwe_sleutels, voeg_in, wijzig

Velden = tuple[str, ...]
SLEUTELS = 100
"""How many keys are made at once."""


@dataclass
class Stapel:
    """What must go, change and come, per table, in the order in which tables were first named."""

    _weg: dict[type[Model], set[UUID]] = field(default_factory=dict)
    _anders: dict[tuple[type[Model], Velden], dict[Any, Model]] = field(default_factory=dict)
    _erbij: dict[type[Model], list[Model]] = field(default_factory=dict)
    _sleutels: list[UUID] = field(default_factory=list)

    def sleutel(self) -> UUID:
        """A key for a row to which others on the pile refer, in the order in which they are asked.

        A query now and then.
        """
        if not self._sleutels:
            self._sleutels = nieuwe_sleutels(SLEUTELS)[::-1]
        return self._sleutels.pop()

    def voeg_toe(self, rijen: Iterable[Model]) -> None:
        """Insert these rows; nobody gets to know the keys that the database makes.

        Who must know one gives the row a key of `sleutel`, and does so for all rows of its table.
        """
        for rij in rijen:
            self._erbij.setdefault(type(rij), []).append(rij)

    def wijzig(self, rij: Model, velden: Velden) -> None:
        """Write these fields of a row that stands already."""
        self._anders.setdefault((type(rij), velden), {})[rij.pk] = rij

    def verwijder(self, model: type[Model], dossier: UUID) -> None:
        """Delete all rows that this table has of a dossier, before any row is inserted.

        Raises RuntimeError when rows of this dossier wait to be inserted: write those first.
        """
        if any(getattr(rij, "dossier_id", None) == dossier for rij in self._erbij.get(model, ())):
            raise RuntimeError(f"{model.__name__} van {dossier} ligt nog op de stapel.")
        self._weg.setdefault(model, set()).add(dossier)

    def schrijf(self) -> None:
        """Write the pile; afterwards it is empty. Few statements per table: to delete, for each set
        of fields that changes, and to insert."""
        weg, self._weg = self._weg, {}
        anders, self._anders = self._anders, {}
        erbij, self._erbij = self._erbij, {}
        for model, dossiers in weg.items():
            model._default_manager.filter(dossier__in=dossiers).delete()
        for (_model, velden), per_sleutel in anders.items():
            wijzig(per_sleutel.values(), velden)
        for rijen in erbij.values():
            voeg_in(rijen)
