"""Who may read and write in a dossier: whoever has a ground for the compartment. Clausule 6.2, 6.4.

The role of a desk decides what it may do (each act says so); the ground decides where.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.http import Http404

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers import overzichten
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
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
    with connection.cursor() as cursor:
        cursor.execute("SELECT delen_categorieen(%s, %s)", [dossier, loket])
        rij = cursor.fetchone()
    return set(rij[0]) if rij else set()


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
    gevonden: list[T] = []
    with lezing(wie, handeling) as lees:
        rij = overzichten.dossier(dossier)
        mijn = mijn_categorieen(dossier, wie.loket) if rij else set()
        if rij is None or nodig not in mijn:
            lees.niets_gezien()
        else:
            gevonden.append(functie(lees, rij, mijn))
            if not lees.verantwoord:
                lees.gezien([rij.pk], mijn)
    if not gevonden:
        raise Http404
    return gevonden[0]
