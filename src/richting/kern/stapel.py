"""Rows that wait to be written together: one statement per table instead of one per row.

A room that writes the same kind of row for many dossiers puts it here (`werk.stapel`). The pile is
written before the journal, before every reaction and before the unit of work ends; who reads such a
row earlier calls `schrijf` first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Model

from richting.kern.invoer import voeg_in


@dataclass
class Stapel:
    """What must go and what must come, per table, in the order in which tables were first named."""

    _weg: dict[type[Model], set[UUID]] = field(default_factory=dict)
    _erbij: dict[type[Model], list[Model]] = field(default_factory=dict)

    def voeg_toe(self, rijen: Iterable[Model]) -> None:
        """Insert these rows; nobody gets to know the keys that the database makes."""
        for rij in rijen:
            self._erbij.setdefault(type(rij), []).append(rij)

    def verwijder(self, model: type[Model], dossier: UUID) -> None:
        """Delete all rows that this table has of a dossier, before any row is inserted.

        Raises RuntimeError when rows of this dossier wait to be inserted: write those first.
        """
        if any(getattr(rij, "dossier_id", None) == dossier for rij in self._erbij.get(model, ())):
            raise RuntimeError(f"{model.__name__} van {dossier} ligt nog op de stapel.")
        self._weg.setdefault(model, set()).add(dossier)

    def schrijf(self) -> None:
        """Write the pile; afterwards it is empty. Two statements per table at most."""
        weg, self._weg = self._weg, {}
        erbij, self._erbij = self._erbij, {}
        for model, dossiers in weg.items():
            model._default_manager.filter(dossier__in=dossiers).delete()
        for rijen in erbij.values():
            voeg_in(rijen)
