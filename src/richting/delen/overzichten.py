"""Everything that reads in this room: why, who may, who looked, and what is restricted.

Each is one query. Questions about other desks go through functions of the database that check
first what the reader may see (`sql/vragen.sql`); all of them need a context (`lezing`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from richting.akkoord.grondslagen import Grondslag, grondslag
from richting.delen import namen
from richting.delen.models import Grond, Regioafspraak
from richting.kern.context import onthoud

LAATSTE = 50
"""How many readings the panel shows."""


@dataclass(frozen=True)
class Reden:
    """Why the own desk sees a dossier: the ground, the law in plain words, and the agreements by
    which it sees less than the law gives."""

    grond: Grond
    wet: Grondslag
    afspraken: tuple[Regioafspraak, ...] = ()


@dataclass(frozen=True)
class Toegang:
    """One desk that may see a dossier: on which ground, what, since when and until when."""

    organisatie: str
    loket: str
    loketsoort: str
    eigen: bool
    grondslag: str
    categorieen: list[str]
    doel: str
    regime: str
    rol: str
    geldig_vanaf: date
    geldig_tot: date | None
    regioafspraken: list[UUID]

    @property
    def artikel(self) -> str:
        """The article of law."""
        return grondslag(self.grondslag).artikel


@dataclass(frozen=True)
class Blik:
    """Somebody looked."""

    tijdstip: datetime
    door: str
    loket: str
    handeling: str
    categorieen: list[str]
    grondslagen: list[str]

    @property
    def wat(self) -> str:
        """What was shown, in words."""
        return namen.opsomming(self.categorieen)

    @property
    def hoe(self) -> str:
        """What somebody did to see it, in words."""
        return namen.handeling(self.handeling)


@dataclass(frozen=True)
class Beperking:
    """A restriction in force, for who manages it."""

    id: int
    soort: str
    loket: int | None
    loketnaam: str | None
    medewerker: int | None
    medewerkernaam: str | None
    reden: str
    gezet_op: datetime


@dataclass(frozen=True)
class AfgeschermdDossier:
    """A restricted dossier of the own desk: its number, and how many people are named."""

    dossier: UUID
    nummer: str
    sinds: datetime
    aantal: int
    vanzelf: bool


def geldige_gronden(dossier: UUID, loket: int | None) -> list[Grond]:
    """The grounds of the own desk, in force today. One query. Clausule 6.4."""
    rijen = Grond.objects.filter(dossier=dossier, loket=loket, vervallen_op=None)
    geordend = rijen.order_by("grondslag", "rol", "pk")
    return onthoud(("gronden", dossier, loket), lambda: list(geordend))


def zichtbare_categorieen(dossier: UUID, loket: int | None) -> frozenset[str]:
    """The categories that the own desk may see today. One query. Clausule 6.4."""
    gronden = geldige_gronden(dossier, loket)
    return frozenset(categorie for grond in gronden for categorie in grond.categorieen)


def waarom(dossier: UUID, loket: int | None) -> list[Reden]:
    """Why do I see this? One query, one more where an agreement plays. Clausule 6.4, 6.6, 6.7."""
    gronden = geldige_gronden(dossier, loket)
    afspraken = afspraken_bij(nummer for grond in gronden for nummer in grond.regioafspraken)
    return [
        Reden(
            grond,
            grondslag(grond.grondslag),
            tuple(afspraken[nummer] for nummer in grond.regioafspraken if nummer in afspraken),
        )
        for grond in gronden
    ]


def afspraken_bij(nummers: Iterable[UUID]) -> dict[UUID, Regioafspraak]:
    """These regional agreements, by number. One query, none without numbers. Clausule 6.6."""
    gezocht = set(nummers)
    return Regioafspraak.objects.in_bulk(gezocht) if gezocht else {}


def wie_mag(dossier: UUID, op: date) -> list[Toegang]:
    """Who may see this dossier on a day; on a past day who could, as was known then. One query.

    Grounds in a closed compartment (18b, BIJ) only for who shares it. Clausule 6.4, 6.7.
    """
    return [Toegang(*rij) for rij in _rijen("SELECT * FROM delen_wie_mag(%s, %s)", dossier, op)]


def loketten(dossier: UUID) -> dict[int, frozenset[str]]:
    """The desks with a ground today, and the compartments it opens; no closed ones. One query.

    Empty for who may not see the dossier. Clausule 6.4.
    """
    vraag = "SELECT * FROM delen_loketten(%s)"
    rijen = onthoud(("loketten", dossier), lambda: list(_rijen(vraag, dossier)))
    return {loket: frozenset(categorieen) for loket, categorieen in rijen}


def wie_keek(dossier: UUID, hoeveel: int = LAATSTE) -> list[Blik]:
    """Who looked, newest first: at the own desk for its manager, in the organisation for privacy.

    One query; empty for who may not ask.
    """
    return [Blik(*rij) for rij in _rijen("SELECT * FROM delen_wie_keek(%s, %s)", dossier, hoeveel)]


def afschermbare_loketten(dossier: UUID) -> frozenset[int]:
    """The desks for which the reader may restrict this dossier, maybe none. One query."""
    vraag = "SELECT * FROM delen_afschermbare_loketten(%s)"
    rijen = onthoud(("afschermbaar", dossier), lambda: list(_rijen(vraag, dossier)))
    return frozenset(loket for (loket,) in rijen)


def beperkingen(dossier: UUID) -> list[Beperking]:
    """The restrictions in force that the reader manages. One query."""
    return [Beperking(*rij) for rij in _rijen("SELECT * FROM delen_afschermingen(%s)", dossier)]


def afgeschermd(hoeveel: int = 100) -> list[AfgeschermdDossier]:
    """The restricted dossiers that the reader manages, newest first. One query. Clausule 3.6."""
    rijen = _rijen("SELECT * FROM delen_afgeschermd(%s)", hoeveel)
    return [AfgeschermdDossier(*rij) for rij in rijen]


def afschermbaar(dossier: UUID) -> str | None:
    """The number of a dossier that the reader may restrict; None for any other. One query."""
    return next(iter(_rijen("SELECT delen_afschermbaar(%s)", dossier)))[0]


def zoek_afschermbaar(nummer: str) -> UUID | None:
    """The dossier with this number, when the reader may restrict it. One query."""
    rijen = list(_rijen("SELECT dossier FROM delen_zoek_afschermbaar(%s)", nummer))
    return rijen[0][0] if rijen else None


def _rijen(vraag: str, *waarden: Any) -> Iterable[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(vraag, waarden)
        return cursor.fetchall()


def laatste_blik(dossier: UUID) -> datetime | None:
    """When the reader last had the page of this dossier open, if anything changed since; None when
    not, or when they never had. One query."""
    return next(iter(_rijen("SELECT delen_laatste_blik(%s)", dossier)))[0]
