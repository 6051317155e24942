"""Many rows of one table in one statement with one parameter: the cheap way to write.

The ORM prepares every value of every row, and psycopg writes each into the statement. Here the rows
go as one JSON text and PostgreSQL takes them apart by the types of the table. Nothing else differs:
the same constraints, triggers and row security.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model
from django.db.models.expressions import DatabaseDefault
from django.utils.functional import Promise

NIETS = "DO NOTHING"
"""For `bij_botsing`: a row that is there already stays as it is."""


@dataclass(frozen=True)
class _Vorm:
    """How the rows of one table are written; `sleutel` is filled by the database when empty."""

    tabel: str
    kolommen: tuple[tuple[str, str], ...]
    sleutel: tuple[str, str]
    sleutel_van_database: bool


def voeg_in(
    rijen: Iterable[Model], bij_botsing: str = "", *, met_sleutel: bool = False
) -> set[Any]:
    """Insert rows of one model. One query, none without rows.

    `bij_botsing` is what follows ON CONFLICT. `met_sleutel`: returns the keys of the rows that were
    written; without `bij_botsing` the rows get those that the database made. What a row refers to
    must have its key before the row is made. Raises TypeError for a value that is no plain one (an
    expression of the ORM, bytes).
    """
    alle = list(rijen)
    if not alle:
        return set()
    vorm = _vorm(type(alle[0]))
    zonder = vorm.sleutel_van_database and not _heeft_sleutel(alle[0], vorm)
    kolommen = [paar for paar in vorm.kolommen if not (zonder and paar == vorm.sleutel)]
    inhoud = json.dumps(
        [_waarden(rij, kolommen) for rij in alle], default=_plat, ensure_ascii=False
    )
    with connection.cursor() as cursor:
        cursor.execute(_zin(vorm, kolommen, bij_botsing, met_sleutel), [inhoud])
        sleutels = [sleutel for (sleutel,) in cursor.fetchall()] if met_sleutel else []
    for rij in alle:
        rij._state.adding, rij._state.db = False, connection.alias
    if zonder and not bij_botsing:
        for rij, sleutel in zip(alle, sleutels, strict=False):
            rij.pk = sleutel
    return set(sleutels)


def wijzig(rijen: Iterable[Model], velden: Sequence[str]) -> None:
    """Write these fields of rows of one model that stand already. One query, none without rows.

    A row that went meanwhile stays away. Raises TypeError as `voeg_in` does.
    """
    alle = list(rijen)
    if not alle:
        return
    vorm = _vorm(type(alle[0]))
    anders = [paar for paar in vorm.kolommen if paar[0] in velden]
    inhoud = json.dumps(
        [_waarden(rij, [vorm.sleutel, *anders]) for rij in alle], default=_plat, ensure_ascii=False
    )
    namen = ", ".join(f'"{kolom}" = v."{kolom}"' for _naam, kolom in anders)
    with connection.cursor() as cursor:
        cursor.execute(
            f'UPDATE "{vorm.tabel}" t SET {namen}'  # noqa: S608 — names of our own
            f' FROM json_populate_recordset(NULL::"{vorm.tabel}", %s::json) v'
            f' WHERE t."{vorm.sleutel[1]}" = v."{vorm.sleutel[1]}"',
            [inhoud],
        )


def nieuwe_sleutels(aantal: int) -> list[UUID]:
    """Keys as the database makes them, for rows that must name each other before they are written.

    One query.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT uuidv7() FROM generate_series(1, %s)", [aantal])
        return [sleutel for (sleutel,) in cursor.fetchall()]


@cache
def _vorm(model: type[Model]) -> _Vorm:
    opties = model._meta
    velden = [veld for veld in opties.concrete_fields if not veld.generated]
    sleutel = opties.pk
    return _Vorm(
        opties.db_table,
        tuple((veld.attname, veld.column or "") for veld in velden),
        (sleutel.attname, sleutel.column or ""),
        sleutel.has_db_default() or sleutel.get_internal_type().endswith("AutoField"),
    )


def _heeft_sleutel(rij: Model, vorm: _Vorm) -> bool:
    sleutel = getattr(rij, vorm.sleutel[0])
    return sleutel is not None and not isinstance(sleutel, DatabaseDefault)


def _waarden(rij: Model, kolommen: Sequence[tuple[str, str]]) -> dict[str, Any]:
    staat = rij.__dict__
    return {kolom: staat[naam] for naam, kolom in kolommen}


def _zin(vorm: _Vorm, kolommen: Sequence[tuple[str, str]], bij_botsing: str, terug: bool) -> str:
    namen = ", ".join(f'"{kolom}"' for _naam, kolom in kolommen)
    zin = (
        f'INSERT INTO "{vorm.tabel}" ({namen}) SELECT {namen}'  # noqa: S608 — names of our own
        f' FROM json_populate_recordset(NULL::"{vorm.tabel}", %s::json)'
    )
    if bij_botsing:
        zin += f" ON CONFLICT {bij_botsing}"
    return f'{zin} RETURNING "{vorm.sleutel[1]}"' if terug else zin


def _plat(waarde: object) -> str:
    """A value as PostgreSQL reads it from JSON."""
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, (UUID, Decimal, Promise)):
        return str(waarde)
    raise TypeError(f"{type(waarde).__name__} past niet in een rij.")
