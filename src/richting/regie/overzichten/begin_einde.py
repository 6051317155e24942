"""Begin and end of a stay: which municipality was told what, when, and what was missing or late.

Clausule 6.1. Artikel Wjsg 51c lid 2. Always within a reading: a municipality sees what it was told
itself, the institution what every municipality of its dossiers was told. Others see nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from richting.akkoord.begin_einde import Datumfeit, Verandering, datumfeit
from richting.akkoord.bewijs import KLOPT_NIET, Bewijsstand, Stappen, bewijsstand
from richting.akkoord.woorden import Loketsoort
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.meldingen.bewijs import Kanaalstap, kanaalstappen
from richting.partijen.overzichten import loketnamen
from richting.regie.tijdvakken import middernacht

LEZERS = (Loketsoort.NAZORG, Loketsoort.CASEMANAGEMENT, Loketsoort.FORENSISCH)
"""The municipality that is told, and the institution that tells through DJI."""
VRAAG = "SELECT * FROM regie_begin_einde(%s, %s, %s, %s)"
MEESTE = 500
"""How many changes a list looks through, the newest first."""


@dataclass(frozen=True)
class Datumregel:
    """One date and one municipality: what it was told, and what of that can be proven.

    `loket` is empty when no municipality was in play at that moment. `nummer` orders the changes.
    """

    dossier: UUID
    nummer: int
    feit: Datumfeit
    loket: str
    stand: Bewijsstand | None
    verteld_op: datetime | None = None
    uiterlijk: date | None = None
    gelezen_op: datetime | None = None
    bevestigd_op: datetime | None = None
    kanalen: tuple[Kanaalstap, ...] = ()

    @property
    def klopt_niet(self) -> bool:
        """Something is missing or was too late, at the source or here."""
        return self.stand is None or self.stand in KLOPT_NIET or self.feit.bron_te_laat


@dataclass(frozen=True)
class _Rij:
    """A row of the function of the database, by the names that it gives its columns."""

    dossier: UUID
    nummer: int
    soort: str
    tijdstip: datetime
    voor: Any
    nu: Any
    verwacht: Any
    loket: int | None
    zag_al: bool | None
    mag_zien: bool | None
    melding: UUID | None
    meldsoort: str | None
    aangemaakt_op: datetime | None
    uiterlijk: date | None
    gelezen_op: datetime | None
    bevestigd_op: datetime | None


def van_dossier(wie: Wie, dossier: UUID) -> list[Datumregel]:
    """Everything of one dossier, newest first. Three queries."""
    return _regels(wie, _vraag(dossier, None, None, MEESTE))


def van_loket(
    wie: Wie, vanaf: date | None = None, na: int | None = None, hoeveel: int = MEESTE
) -> list[Datumregel]:
    """Of all dossiers of the reader's desk since a day, newest first, after change `na`.

    `hoeveel` counts changes; of each all municipalities are given. Three queries.
    """
    return _regels(wie, _vraag(None, vanaf, na, hoeveel))


def dossiers_van(regels: Iterable[Datumregel]) -> dict[UUID, Dossier]:
    """The dossiers of these lines with their person, as this desk may see them. One query."""
    rijen = Dossier.objects.filter(pk__in={regel.dossier for regel in regels})
    return {rij.pk: rij for rij in rijen.select_related("persoon")}


def _vraag(dossier: UUID | None, vanaf: date | None, na: int | None, hoeveel: int) -> list[_Rij]:
    sinds = middernacht(vanaf or date(1900, 1, 1))
    with connection.cursor() as cursor:
        cursor.execute(VRAAG, [dossier, sinds, na, hoeveel])
        return [_Rij(*rij) for rij in cursor.fetchall()]


def _regels(wie: Wie, rijen: list[_Rij]) -> list[Datumregel]:
    namen = loketnamen({rij.loket for rij in rijen if rij.loket})
    kanalen = kanaalstappen(rij.melding for rij in rijen if rij.melding)
    return list(_maak(wie, rijen, namen, kanalen))


def _maak(
    wie: Wie, rijen: list[_Rij], namen: dict[int, str], kanalen: dict[UUID, list[Kanaalstap]]
) -> Iterator[Datumregel]:
    aannames = aannames_op(wie.vandaag)
    for rij in rijen:
        gehoord = _dag(rij.tijdstip)
        een = Verandering(rij.nummer, rij.soort, _json(rij.voor), _json(rij.nu), gehoord)
        feit = datumfeit(een, _json(rij.verwacht), aannames)
        if feit is None:
            continue
        stappen = Stappen(
            rij.uiterlijk,
            _dag(rij.aangemaakt_op) if rij.aangemaakt_op else None,
            _dag(rij.gelezen_op) if rij.gelezen_op else None,
            _dag(rij.bevestigd_op) if rij.bevestigd_op else None,
            mag_zien=bool(rij.mag_zien),
        )
        yield Datumregel(
            rij.dossier,
            rij.nummer,
            feit,
            namen.get(rij.loket or 0, ""),
            bewijsstand(stappen, wie.vandaag) if rij.loket else None,
            rij.aangemaakt_op,
            rij.uiterlijk,
            rij.gelezen_op,
            rij.bevestigd_op,
            tuple(kanalen.get(rij.melding, ())) if rij.melding else (),
        )


def _dag(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def _json(waarde: Any) -> Any:
    return json.loads(waarde) if isinstance(waarde, str) else waarde
