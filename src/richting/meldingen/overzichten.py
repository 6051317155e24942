"""Everything that reads in this room, always within a reading under row security."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from richting.akkoord.woorden import Feitsoort, Loketsoort
from richting.dossiers.models import Dossier
from richting.kern.gebeurtenissen import Slotvraag
from richting.kern.models import Journaal
from richting.kern.voorbereid import reeks
from richting.meldingen.models import Melding

PER_PAGINA = 25
GRENS = 99
MOMENT = """
SELECT coalesce(
    (SELECT m.aangemaakt_op FROM meldingen_melding m WHERE m.id = %(nummer)s),
    uuid_extract_timestamp(%(nummer)s))
"""
ONBEANTWOORD = "SELECT * FROM meldingen_onbeantwoord(%s::uuid[], %s::text[], %s::text[])"


class Postbuslijst(StrEnum):
    """Which part of the mailbox somebody looks at."""

    ALLES = "alles"
    OPEN = "open"
    MIJN = "mijn"


OpNaam = Callable[[int, int], Any]
"""Gets a desk and a member of staff; gives the dossiers there in that name, as a subquery."""
_op_naam: list[OpNaam] = []


def registreer_op_naam(functie: OpNaam) -> None:
    """Let the room that divides the work say whose dossiers are whose; the last one counts."""
    _op_naam[:] = [functie]


@dataclass(frozen=True)
class Postbusregel:
    """What one line of the page shows; `keren` times the same was told of the same dossier."""

    eerste: Melding
    keren: int


@dataclass(frozen=True)
class Bladzijde:
    """One page of the mailbox, newest first, and after which line the next begins."""

    regels: list[Melding]
    volgende: UUID | None


def postbus(
    loket: int,
    na: UUID | None = None,
    welke: Postbuslijst = Postbuslijst.ALLES,
    medewerker: int | None = None,
) -> Bladzijde:
    """What this desk was told, newest first. Two queries, whatever the size; three after `na`.

    All of it, what it can still confirm, or what is about the dossiers in somebody's name.
    """
    rijen = Melding.objects.filter(loket=loket)
    if welke is Postbuslijst.OPEN:
        rijen = rijen.filter(bevestigd_op=None, zonder_grond=False)
    if welke is Postbuslijst.MIJN:
        rijen = (
            rijen.filter(dossier__in=_op_naam[0](loket, medewerker or 0))
            if _op_naam
            else rijen.none()
        )
    if na is not None:
        rijen = _hierna(rijen, na)
    gevonden = list(rijen.order_by("-aangemaakt_op", "-pk")[: PER_PAGINA + 1])
    regels = gevonden[:PER_PAGINA]
    _met_dossiers(regels)
    return Bladzijde(regels, regels[-1].pk if len(gevonden) > PER_PAGINA else None)


def _hierna(rijen: QuerySet[Melding], nummer: UUID) -> QuerySet[Melding]:
    """Those older than this line; none when nothing tells how old it is. One query.

    A line that can't be read any more tells it by its key.
    """
    with connection.cursor() as cursor:
        cursor.execute(MOMENT, {"nummer": nummer})
        (toen,) = cursor.fetchone()
    if toen is None:
        return rijen.none()
    return rijen.filter(aangemaakt_op__lte=toen).exclude(aangemaakt_op=toen, pk__gte=nummer)


def samengevat(regels: Iterable[Melding]) -> list[Postbusregel]:
    """The same sentence about the same dossier, told several times on end, as one line."""
    groepen = groupby(
        regels,
        lambda rij: (rij.dossier_id, rij.zin, rij.bevestigd_op is None, rij.gelezen_op is None),
    )
    return [Postbusregel(rijen[0], len(rijen)) for _wat, groep in groepen if (rijen := list(groep))]


def _met_dossiers(regels: list[Melding]) -> None:
    """Hang the dossier on each line that may show it; the others keep only their sentence."""
    nummers = {regel.dossier_id for regel in regels if not regel.zonder_grond}
    dossiers = {
        rij.pk: rij for rij in Dossier.objects.filter(pk__in=nummers).select_related("persoon")
    }
    for regel in regels:
        zichtbaar: Any = dossiers.get(regel.dossier_id)
        regel.zichtbaar = zichtbaar  # type: ignore[attr-defined]


def vraag_ongelezen(neem: Callable[[int], None]) -> Slotvraag:
    """What counts the lines that nobody of the reader's desk has seen yet, up to one more than
    GRENS."""
    return Slotvraag(
        "SELECT meldingen_ongelezen(%s::integer)", [GRENS + 1], lambda tekst: neem(int(tekst))
    )


def onbeantwoord(
    dossiers: Iterable[UUID], feiten: Iterable[Feitsoort | str], aan: Iterable[Loketsoort]
) -> list[Melding]:
    """What desks of these kinds were told of these dossiers, of these facts, and neither read nor
    confirmed, oldest first. One query.

    Within a reading only what the reader's own desk was told; within a unit of work all.
    """
    delen = [reeks(dossiers), sorted(feiten), sorted(aan)]
    return list(Melding.objects.raw(ONBEANTWOORD, delen))


def onbevestigd_van(dossiers: Iterable[UUID], loket: int) -> dict[UUID, list[Melding]]:
    """What this desk was told of these dossiers and has not confirmed, oldest first. One query."""
    rijen = Melding.objects.filter(dossier__in=list(dossiers), loket=loket, bevestigd_op=None)
    uit: dict[UUID, list[Melding]] = {}
    for rij in rijen.order_by("pk"):
        uit.setdefault(rij.dossier_id, []).append(rij)
    return uit


def bevestigingen(dossiers: Iterable[UUID]) -> dict[UUID, dict[int, datetime]]:
    """When each desk last said that it has seen these dossiers, from the journal. One query.

    A desk that is here on a closed ground shows only to who shares that ground.
    """
    rijen = Journaal.objects.filter(dossier_id__in=list(dossiers), soort="bevestigd")
    uit: dict[UUID, dict[int, datetime]] = {}
    for rij in rijen.order_by("dossier_id", "volgnummer"):
        if rij.dossier_id and rij.loket:
            uit.setdefault(rij.dossier_id, {})[rij.loket] = rij.tijdstip
    return uit


def onbevestigd(dossier: UUID, loket: int) -> list[Melding]:
    """What this desk was told of a dossier and has not confirmed yet. One query."""
    return list(
        Melding.objects.filter(dossier=dossier, loket=loket, bevestigd_op=None).order_by("pk")[:20]
    )
