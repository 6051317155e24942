"""Who may read and write in a dossier: whoever has a ground for the compartment. Clausule 6.2, 6.4.

The role of a desk decides what it may do (each act says so); the ground decides where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.http import Http404

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers import overzichten
from richting.dossiers.models import Dossier
from richting.kern.context import Wie, onthoud
from richting.kern.lezen import Lezing, lezing
from richting.partijen.fouten import NietToegestaan

T = TypeVar("T")


def check_mag(dossier: UUID, *categorieen: str) -> None:
    """Within a unit of work: the desk has a ground for every one of these compartments.

    Raises NietToegestaan, also when there is no such dossier. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(delen_ziet(%s, ARRAY[c])) FROM unnest(%s::text[]) c",
            [dossier, list(categorieen)],
        )
        (mag,) = cursor.fetchone() or (False,)
    if not mag:
        raise NietToegestaan(str(dossier))


def mijn_categorieen(dossier: UUID, loket: int | None) -> set[str]:
    """The compartments of this dossier that the desk of this reading may see. One query."""
    return set(onthoud(("categorieen", dossier, loket), lambda: _categorieen(dossier, loket)))


def meegelezen(dossier: UUID, loket: int | None, categorieen: Iterable[str]) -> None:
    """In a reading: these came along with other rows, so nobody needs to ask for them again."""
    onthoud(("categorieen", dossier, loket), lambda: frozenset(categorieen))


def _categorieen(dossier: UUID, loket: int | None) -> frozenset[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT delen_categorieen(%s, %s)", [dossier, loket])
        rij = cursor.fetchone()
    return frozenset(rij[0]) if rij else frozenset()


def lees_dossier(
    wie: Wie,
    dossier: UUID,
    handeling: str,
    functie: Callable[[Lezing, Dossier, set[str]], T],
    nodig: str = Gegevenscategorie.VERBLIJF.value,
) -> T:
    """Read something of a dossier on record: `functie` gets the dossier and the open compartments.

    Without a ground for `nodig` the page does not exist: raises Http404, after the reading is
    recorded. `functie` calls `lees.gezien` itself when it shows less than all open compartments.
    """
    with lezing(wie, handeling) as lees:
        gevonden = lees_deel(lees, dossier, functie, nodig)
    if not gevonden:
        raise Http404
    return gevonden[0]


def lees_deel(
    lees: Lezing, dossier: UUID, functie: Callable[[Lezing, Dossier, set[str]], T], nodig: str
) -> list[T]:
    """Within a reading: what `functie` gives, or nothing without a ground for `nodig`."""
    rij = overzichten.dossier(dossier)
    mijn = mijn_categorieen(dossier, lees.wie.loket) if rij else set()
    if rij is None or nodig not in mijn:
        lees.niets_gezien()
        return []
    gevonden = functie(lees, rij, mijn)
    if not lees.verantwoord:
        lees.gezien([rij.pk], mijn)
    return [gevonden]
