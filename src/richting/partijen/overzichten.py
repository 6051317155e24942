"""Everything that reads in this room: desks, staff of an organisation, systems."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Prefetch, QuerySet, Sum
from django.utils.translation import gettext as _

from richting.akkoord.partij import Partij
from richting.akkoord.woorden import Loketsoort
from richting.kern import klok
from richting.kern.context import Wie
from richting.kern.rijen import hang, uit_json
from richting.kern.voorbereid import voorbereide_cursor
from richting.partijen import loketboek, rechten
from richting.partijen.models import Lidmaatschap, Loket, Medewerker, Organisatie, Systeem
from richting.partijen.sessieopslag import LID

K = TypeVar("K", int, str)


def loketten_voor(partijen: Iterable[Partij], op: date | None = None) -> dict[Partij, int]:
    """The desk of each party that has one; no query in the usual case.

    A municipality that merged is followed to its successor from the day it ended. `op` is the day
    asked about; left out, today.
    """
    boek, dag = loketboek.boek(), op or klok.vandaag()
    gevonden = ((partij, boek.zoek(partij, dag)) for partij in partijen)
    return {partij: loket for partij, loket in gevonden if loket is not None}


def loket(nummer: int) -> Loket | None:
    """One desk with its organisation; None when there is none. One query."""
    return Loket.objects.select_related("organisatie").filter(pk=nummer).first()


def loket_van(organisatie: str, soort: str) -> Loket | None:
    """The desk of the organisation with this code, for this task. One query."""
    return (
        Loket.objects.select_related("organisatie")
        .filter(organisatie__code=organisatie, soort=soort)
        .first()
    )


def lidmaatschappen(medewerker: Medewerker) -> QuerySet[Lidmaatschap]:
    """The open desks where somebody may sit down, with their organisation. One query."""
    return (
        Lidmaatschap.objects.filter(medewerker=medewerker, loket__actief=True)
        .select_related("loket__organisatie")
        .order_by("loket__organisatie__naam", "loket__naam")
    )


def lidmaatschap(medewerker: Medewerker, loket: int) -> Lidmaatschap | None:
    """The membership of one open desk, with desk and organisation. One query.

    Asked with every page, so without building a query each time.
    """
    with voorbereide_cursor() as cursor:
        cursor.execute(LID, [medewerker.pk, loket])
        (tekst,) = cursor.fetchone() or (None,)
    return lid_uit(tekst, medewerker)


def lid_uit(tekst: str | None, medewerker: Medewerker) -> Lidmaatschap | None:
    """The membership of this person from the text that LID gives. No query."""
    if tekst is None:
        return None
    gelezen = json.loads(tekst)
    (lid,) = uit_json(Lidmaatschap, [gelezen["lid"]])
    (zijn_loket,) = uit_json(Loket, [gelezen["loket"]])
    (organisatie,) = uit_json(Organisatie, [gelezen["organisatie"]])
    hang(zijn_loket, "organisatie", organisatie)
    hang(lid, "loket", zijn_loket)
    hang(lid, "medewerker", medewerker)
    return lid


@dataclass(frozen=True)
class Collega:
    """A member of staff as the manager sees them: their state in one word and one sentence."""

    medewerker: Medewerker
    lidmaatschappen: list[Lidmaatschap]
    staat: str
    zin: str


def medewerkers_van(organisatie: Organisatie, nu: datetime) -> list[Collega]:
    """The staff of an organisation with their desks and state. Two queries."""
    rijen = Medewerker.objects.filter(organisatie=organisatie).prefetch_related(
        Prefetch("lidmaatschappen", Lidmaatschap.objects.select_related("loket"))
    )
    return [collega(medewerker, nu) for medewerker in rijen.order_by("naam", "pk")]


def collega(medewerker: Medewerker, nu: datetime) -> Collega:
    """One member of staff with state: `actief`, `stil` (not used for too long) or `gestopt`."""
    leden = list(medewerker.lidmaatschappen.all())
    if not medewerker.is_active:
        return Collega(medewerker, leden, "gestopt", _("Stopgezet"))
    if rechten.staat_stil(medewerker, nu):
        return Collega(medewerker, leden, "stil", _("Staat stil: te lang niet gebruikt"))
    return Collega(medewerker, leden, "actief", _("Actief"))


def op_slot(medewerker: Medewerker, nu: datetime) -> bool:
    """Too many wrong attempts: nobody gets in with this user name for a while. One query."""
    grens = nu - timedelta(minutes=settings.OMGEVING.slot_minuten)
    pogingen = AccessAttempt.objects.filter(
        username=medewerker.gebruikersnaam, attempt_time__gt=grens
    )
    fout = pogingen.aggregate(fout=Sum("failures_since_start"))["fout"] or 0
    return bool(fout >= settings.OMGEVING.pogingen)


def medewerker_van(organisatie: Organisatie, nummer: int) -> Medewerker | None:
    """A member of staff of this organisation; None for anybody else's. Two queries."""
    return (
        Medewerker.objects.filter(organisatie=organisatie, pk=nummer)
        .select_related("organisatie")
        .prefetch_related(Prefetch("lidmaatschappen", Lidmaatschap.objects.select_related("loket")))
        .first()
    )


def alle_medewerkers(organisatie: str | None = None) -> QuerySet[Medewerker]:
    """All staff with organisation and desks, or those of the organisation with this code."""
    rijen = Medewerker.objects.select_related("organisatie").prefetch_related("lidmaatschappen")
    if organisatie:
        rijen = rijen.filter(organisatie__code=organisatie)
    return rijen.order_by("organisatie__naam", "naam", "pk")


def systemen_voor(wie: Wie) -> QuerySet[Systeem]:
    """The systems this person may see: all for the functional manager, else of the own desks."""
    systemen = Systeem.objects.select_related("loket__organisatie").order_by("naam", "pk")
    if wie.loketsoort == Loketsoort.BEHEER:
        return systemen
    return systemen.filter(loket__in=rechten.beheerde_loketten(wie))


def namen_van(codes: Iterable[str]) -> dict[str, str]:
    """The names of organisations by code; a code nobody knows is left out. No query in the usual
    case."""
    return _bekende(loketboek.boek().namen, codes)


def loketnamen(nummers: Iterable[int]) -> dict[int, str]:
    """The names of desks by number; one nobody knows is left out. No query in the usual case."""
    return _bekende(loketboek.boek().loketnamen, nummers)


def _bekende(namen: dict[K, str], gezocht: Iterable[K]) -> dict[K, str]:
    return {sleutel: namen[sleutel] for sleutel in set(gezocht) if sleutel in namen}


def organisaties_van(soorten: Iterable[str]) -> list[tuple[str, str]]:
    """Code and name of the organisations of these kinds that still exist. One query."""
    return list(
        Organisatie.objects.filter(soort__in=list(soorten), geldig_tot=None)
        .order_by("naam")
        .values_list("code", "naam")
    )
