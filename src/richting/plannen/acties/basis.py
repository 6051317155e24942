"""How every act of this room writes: as somebody with a ground, with its journal row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import UUID

from richting.akkoord.taal import vertaalbaar as _
from richting.dossiers.gevraagd import check_zei_ja
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.partijen.fouten import NietToegestaan
from richting.plannen.botsing import als_json, nieuw, werk_bij
from richting.plannen.models import Planrij
from richting.plannen.toegang import check_mag

R = TypeVar("R", bound=Planrij)


ALLEEN_GEVRAAGD = _(
    "Uw gemeente is gevraagd of deze persoon bij u kan wonen. "
    "U kunt het plan lezen. Iets in het plan zetten kan pas als u ja zegt."
)


@contextmanager
def planwerk(
    wie: Wie, dossier: UUID, *categorieen: str, ook_gevraagd: bool = False
) -> Iterator[Werk]:
    """A unit of work on a plan. Raises NietToegestaan without a ground for all compartments.

    Who works on the same plan at the same moment waits: also a first answer is given only once.
    Raises KanNiet for a municipality that was asked to take somebody in and did not say yes, unless
    `ook_gevraagd`: to answer is all it may do. Clausule 5.7, 6.4.
    """
    with verwerking(wie) as werk:
        Dossier.objects.select_for_update(no_key=True).filter(pk=dossier).first()
        check_mag(dossier, *categorieen)
        if not ook_gevraagd:
            check_zei_ja(wie, dossier, zin=ALLEEN_GEVRAAGD)
        yield werk


@contextmanager
def rijwerk(wie: Wie, model: type[R], dossier: UUID, nummer: UUID) -> Iterator[tuple[Werk, R]]:
    """The same for one row of a plan, which is locked. Raises what `planwerk` raises."""
    with verwerking(wie) as werk:
        rij = vergrendeld(model, dossier, nummer)
        check_zei_ja(wie, dossier, zin=ALLEEN_GEVRAAGD)
        yield werk, rij


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
