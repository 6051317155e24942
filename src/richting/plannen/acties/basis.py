"""How every act of this room writes: as somebody with a ground, with its journal row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import UUID

from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.partijen.fouten import NietToegestaan
from richting.plannen.botsing import als_json, nieuw, werk_bij
from richting.plannen.models import Planrij
from richting.plannen.toegang import check_mag

R = TypeVar("R", bound=Planrij)


@contextmanager
def planwerk(wie: Wie, dossier: UUID, *categorieen: str) -> Iterator[Werk]:
    """A unit of work on a plan. Raises NietToegestaan without a ground for all compartments.

    Who works on the same plan at the same moment waits: also a first answer is given only once.
    """
    with verwerking(wie) as werk:
        Dossier.objects.select_for_update(no_key=True).filter(pk=dossier).first()
        check_mag(dossier, *categorieen)
        yield werk


def leg_vast(
    werk: Werk, model: type[R], dossier: UUID, categorie: str, gebeurtenis: str, /, **velden: Any
) -> R:
    """Write a new row and note it in the journal as this kind of event. One query."""
    rij = model(dossier_id=dossier, categorie=categorie, **velden, **nieuw(werk.wie))
    rij.save(force_insert=True)
    werk.noteer(dossier, gebeurtenis, categorie, na=_gegevens(velden))
    return rij


def pas_aan(
    werk: Werk, rij: Planrij, versie: int, waarden: Mapping[str, Any], soort: str, reden: str = ""
) -> bool:
    """Save changed values with a journal row; False when nothing changed. Raises Botsing."""
    anders = werk_bij(rij, versie, waarden, werk.wie)
    if anders:
        werk.noteer(
            rij.dossier_id, soort, rij.categorie, voor=anders.voor, na=anders.na, reden=reden
        )
    return bool(anders)


def vergrendeld(model: type[R], dossier: UUID, nummer: UUID) -> R:
    """One row of this plan, locked for this unit of work. Raises NietToegestaan when not there."""
    rij = model._default_manager.select_for_update().filter(dossier=dossier, pk=nummer).first()
    if rij is None:
        raise NietToegestaan(str(nummer))
    check_mag(dossier, rij.categorie)
    return rij


def _gegevens(velden: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: als_json(waarde) for naam, waarde in velden.items() if waarde not in (None, "")}
