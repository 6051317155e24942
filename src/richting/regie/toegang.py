"""Whether a desk may act on something of a dossier: it has a ground for the compartment."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from richting.partijen.fouten import NietToegestaan


def check_ziet(dossier: UUID, *categorieen: str) -> None:
    """Within a unit of work: the desk has a ground for every one of these compartments.

    Raises NietToegestaan, also when there is no such dossier. One query. Clausule 6.4.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(delen_ziet(%s, ARRAY[c])) FROM unnest(%s::text[]) c",
            [dossier, list(categorieen)],
        )
        (mag,) = cursor.fetchone() or (False,)
    if not mag:
        raise NietToegestaan(str(dossier))


def categorieen_van(dossiers: Iterable[UUID], loket: int | None) -> dict[UUID, set[str]]:
    """The compartments that the desk of this reading may see, per dossier. One query."""
    nummers = list(dossiers)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM delen_categorieen_van(%s::uuid[], %s)", [nummers, loket])
        gevonden = dict(cursor.fetchall())
    return {nummer: set(gevonden.get(nummer, ())) for nummer in nummers}
