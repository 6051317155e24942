"""What another system reads of a dossier: one statement under row security that makes the JSON.

PostgreSQL leaves out what the desk has no ground for: a part without a visible row is null or an
empty list. The shape (`sql/beeld.sql`, `sql/api_*.sql`) is that of `api.DossierUit`; a test holds
the two equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import connection

SQL = Path(__file__).parent / "sql"
DOSSIER = "SELECT delen_dossierbeeld(%(dossier)s), delen_categorieen(%(dossier)s, %(loket)s)"
DOSSIERS = (SQL / "api_dossiers.sql").read_text(encoding="utf-8")
GRONDEN = (SQL / "api_gronden.sql").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Beeld:
    """JSON that is ready to go out, and what the read log must say of it."""

    json: str
    dossiers: list[UUID]
    categorieen: set[str]


def dossier(nummer: UUID, loket: int | None) -> Beeld | None:
    """One dossier as this desk may see it; None when it may not. One query."""
    return _een(DOSSIER, nummer, loket)


def gronden(nummer: UUID, loket: int | None) -> Beeld | None:
    """The grounds of this desk for one dossier, in force today; None without any. One query."""
    return _een(GRONDEN, nummer, loket)


def _een(vraag: str, dossier: UUID, loket: int | None) -> Beeld | None:
    with connection.cursor() as cursor:
        cursor.execute(vraag, {"dossier": dossier, "loket": loket})
        json, categorieen = cursor.fetchone() or (None, None)
    return Beeld(json, [dossier], set(categorieen)) if json and categorieen else None


def dossiers(loket: int | None, limiet: int, na: UUID | None) -> Beeld:
    """One page of the dossiers of this desk, newest first, after `na`. One query."""
    with connection.cursor() as cursor:
        cursor.execute(DOSSIERS, {"loket": loket, "limiet": limiet + 1, "na": na})
        rijen = cursor.fetchall()
    getoond = rijen[:limiet]
    volgende = f'"{getoond[-1][0]}"' if len(rijen) > limiet else "null"
    regels = ",".join(json for _nummer, json in getoond)
    return Beeld(
        f'{{"dossiers":[{regels}],"volgende":{volgende}}}',
        [nummer for nummer, _json in getoond],
        {"verblijf"},
    )
