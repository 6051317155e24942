"""How every act of this room writes: as somebody with a ground, with its journal row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from richting.akkoord.woorden import Loketsoort
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.botsing import als_json, nieuw, werk_bij
from richting.plannen.models import Planrij
from richting.plannen.overzichten.woonplaats import loket_alleen_gevraagd
from richting.plannen.toegang import check_mag

R = TypeVar("R", bound=Planrij)


ALLEEN_GEVRAAGD = gettext_noop(
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
            _check_mag_schrijven(wie, dossier)
        yield werk


@contextmanager
def rijwerk(wie: Wie, model: type[R], dossier: UUID, nummer: UUID) -> Iterator[tuple[Werk, R]]:
    """The same for one row of a plan, which is locked. Raises what `planwerk` raises."""
    with verwerking(wie) as werk:
        rij = vergrendeld(model, dossier, nummer)
        _check_mag_schrijven(wie, dossier)
        yield werk, rij


def _check_mag_schrijven(wie: Wie, dossier: UUID) -> None:
    """At most one query, unless a question to another municipality is open."""
    if wie.loketsoort == Loketsoort.NAZORG and loket_alleen_gevraagd(
        dossier, wie.loket, wie.vandaag
    ):
        raise KanNiet("alleen_gevraagd", _(ALLEEN_GEVRAAGD))


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
