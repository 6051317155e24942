"""Rows of several tables in one statement, under row security.

    functie("plannen_rijen", {"plannen_doel": EIGEN, ...})     # in a migration
    uit_json(Doel, gelezen["plannen_doel"])                    # rows as the ORM gives them

A page that shows a whole dossier reads some thirty tables of a few rows each. Asked one by one, the
round trip and the plan of each statement cost more than the answer. As one function PostgreSQL
keeps the plan. It runs with the rights of who asks: row security leaves out what is not theirs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Field, Model

from richting.kern.voorbereid import voorbereide_cursor

M = TypeVar("M", bound=Model)
Rij = dict[str, Any]
Rijen = dict[str, list[Rij]]
EIGEN = "t.dossier_id = een_dossier"
"""The condition of a table whose rows carry the dossier."""
_OM: dict[str, Callable[[str], Any]] = {
    "UUIDField": UUID,
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
}


def functie(naam: str, tabellen: Mapping[str, str], los: Mapping[str, str] | None = None) -> str:
    """SQL: a function of one dossier that gives the rows of these tables as one JSON text.

    `tabellen` maps a table to the condition on its row `t`; `los` maps another name to an
    expression, in which `r_<table>` are the rows that were read of a table: each table is read
    once. Only names and conditions of our own may stand in them.
    """
    gelezen = [
        f"r_{tabel} AS MATERIALIZED (SELECT * FROM {tabel} t WHERE {voorwaarde})"  # noqa: S608
        for tabel, voorwaarde in tabellen.items()
    ]
    delen = [f"'{tabel}', (SELECT json_agg(t) FROM r_{tabel} t)" for tabel in tabellen]  # noqa: S608
    delen += [f"'{sleutel}', {vraag}" for sleutel, vraag in (los or {}).items()]
    return f"""
CREATE OR REPLACE FUNCTION {naam}(een_dossier uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (WITH
        {_lijst(gelezen)}
    SELECT json_build_object(
        {_lijst(delen)})::text);
END $$;
"""


def _lijst(delen: Iterable[str]) -> str:
    return ",\n        ".join(delen)


def lees(functienaam: str, dossier: UUID) -> dict[str, Any]:
    """What such a function gives for a dossier. One query."""
    with voorbereide_cursor() as cursor:
        cursor.execute(f"SELECT {functienaam}(%s)", [dossier])
        (tekst,) = cursor.fetchone() or ("{}",)
    gelezen: dict[str, Any] = json.loads(tekst)
    return gelezen


def uit_json(model: type[M], rijen: Iterable[Rij] | None) -> list[M]:
    """Rows from JSON as rows of this model; a column that was left out is read when asked for."""
    uit = []
    for rij in rijen or ():
        velden = _velden(model, frozenset(rij))
        waarden = [om(rij[k]) if om and rij[k] is not None else rij[k] for _n, k, om in velden]
        uit.append(model.from_db("default", [naam for naam, _k, _om in velden], waarden))
    return uit


@lru_cache(maxsize=256)
def _velden(
    model: type[Model], kolommen: frozenset[str]
) -> list[tuple[str, str, Callable[[str], Any] | None]]:
    """Attribute, column and conversion of every field that stands in the JSON, in their order."""
    return [
        (veld.attname, veld.column, _OM.get(_soort(veld)))
        for veld in model._meta.concrete_fields
        if veld.column in kolommen
    ]


def _soort(veld: Field[Any, Any]) -> str:
    """The kind of value: of a foreign key that of the key it points at."""
    while veld.is_relation and veld.related_model is not None:
        veld = veld.target_field  # type: ignore[attr-defined]
    return veld.get_internal_type()


def hang(rij: Model, naam: str, ander: Model | None) -> None:
    """Make a related row known to `rij`, so that nobody asks for it again."""
    rij._state.fields_cache[naam] = ander


def hang_lijst(rij: Model, naam: str, rijen: list[Any]) -> None:
    """Make the rows of a reverse relation known to `rij`, as prefetching does."""
    vraag: Any = getattr(rij, naam).all()
    vraag._result_cache, vraag._prefetch_done = rijen, True
    rij._prefetched_objects_cache = {  # type: ignore[attr-defined]
        **getattr(rij, "_prefetched_objects_cache", {}),
        naam: vraag,
    }
