"""What another system reads of a mailbox: one statement under row security that makes the JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import connection

LIJST = (Path(__file__).parent / "sql" / "api_meldingen.sql").read_text(encoding="utf-8")

EEN = (Path(__file__).parent / "sql" / "api_melding.sql").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Postbusbeeld:
    """JSON that is ready to go out, and the dossiers it is about."""

    json: str
    dossiers: list[UUID]


def meldingen(loket: int | None, limiet: int, na: UUID | None) -> Postbusbeeld:
    """One page of what this desk was told, newest first, after `na`. One query."""
    with connection.cursor() as cursor:
        cursor.execute(LIJST, {"loket": loket, "limiet": limiet + 1, "na": na})
        rijen = cursor.fetchall()
    getoond = rijen[:limiet]
    volgende = f'"{getoond[-1][0]}"' if len(rijen) > limiet else "null"
    regels = ",".join(rij[2] for rij in getoond)
    return Postbusbeeld(
        f'{{"meldingen":[{regels}],"volgende":{volgende}}}', [rij[1] for rij in getoond]
    )


def melding(loket: int | None, nummer: UUID) -> Postbusbeeld:
    """One line of what this desk was told; empty when it may not be read now. One query."""
    with connection.cursor() as cursor:
        cursor.execute(EEN, {"loket": loket, "nummer": nummer})
        rij = cursor.fetchone()
    return Postbusbeeld(rij[1], [rij[0]]) if rij else Postbusbeeld("", [])
