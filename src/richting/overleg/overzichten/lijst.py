"""The consultations of a desk: coming, still to finish, and held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from richting.akkoord.overleg import Overlegstaat
from richting.overleg.models import Agendapunt, Genodigde, Overleg

PER_PAGINA = 25


@dataclass(frozen=True)
class Regel:
    """A consultation with the own invitation and how many dossiers of the agenda one sees."""

    overleg: Overleg
    eigen: Genodigde
    punten: int
    leidt: bool


@dataclass(frozen=True)
class Overleglijst:
    """What is coming, what was held and has no fixed minutes yet, and a page of the rest."""

    komend: list[Regel]
    af_te_maken: list[Regel]
    geweest: list[Regel]
    volgende: str


def lijst(loket: int, nu: datetime, voor: datetime | None = None) -> Overleglijst:
    """The consultations that this desk is invited to. Four queries. Clausule 8.1.

    `voor` is the moment after which the page of what is over begins.
    """
    eigen = Genodigde.objects.filter(loket=loket).select_related("overleg__belegger")
    gepland = Q(overleg__staat=Overlegstaat.GEPLAND.value)
    komend = list(eigen.filter(gepland, overleg__eind__gte=nu).order_by("overleg__begin"))
    af = eigen.filter(overleg__belegger=loket, overleg__verslag_vast_op=None, overleg__eind__lt=nu)
    open_ = list(af.exclude(overleg__staat=Overlegstaat.AFGELAST.value).order_by("overleg__begin"))
    rest = _geweest(eigen, nu, voor).exclude(pk__in=[g.pk for g in open_])
    gevonden = list(rest[: PER_PAGINA + 1])
    bladzij = gevonden[:PER_PAGINA]
    punten = _zichtbaar([g.overleg_id for g in [*komend, *open_, *bladzij]])
    meer = len(gevonden) > PER_PAGINA
    return Overleglijst(
        komend=[_regel(g, punten, loket) for g in komend],
        af_te_maken=[_regel(g, punten, loket) for g in open_],
        geweest=[_regel(g, punten, loket) for g in bladzij],
        volgende=bladzij[-1].overleg.begin.isoformat() if meer else "",
    )


def _geweest(
    eigen: QuerySet[Genodigde], nu: datetime, voor: datetime | None
) -> QuerySet[Genodigde]:
    over = Q(overleg__eind__lt=nu) | Q(overleg__staat=Overlegstaat.AFGELAST.value)
    over |= Q(overleg__staat=Overlegstaat.GEHOUDEN.value)
    rijen = eigen.filter(over)
    if voor is not None:
        rijen = rijen.filter(overleg__begin__lt=voor)
    return rijen.order_by("-overleg__begin", "-overleg")


def _zichtbaar(overleggen: list[UUID]) -> dict[UUID, int]:
    """How many agenda items the reader has a ground for; others are not counted anywhere."""
    rijen = Agendapunt.objects.filter(overleg__in=overleggen).order_by()
    return dict(rijen.values("overleg").annotate(n=Count("id")).values_list("overleg", "n"))


def _regel(een: Genodigde, punten: dict[UUID, int], loket: int) -> Regel:
    rij = een.overleg
    return Regel(rij, een, punten.get(rij.pk, 0), rij.belegger_id == loket)


def komende_zonder(loket: int, dossier: UUID, nu: datetime) -> list[Overleg]:
    """The coming consultations of this desk where the dossier is not on the agenda. Two queries."""
    al = Agendapunt.objects.filter(dossier=dossier).values_list("overleg", flat=True)
    eigen = Genodigde.objects.filter(
        loket=loket, overleg__staat=Overlegstaat.GEPLAND.value, overleg__eind__gte=nu
    ).exclude(overleg__in=list(al))
    return [een.overleg for een in eigen.select_related("overleg").order_by("overleg__begin")]
