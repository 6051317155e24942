"""What is asked of the actions: those of a dossier, those of a desk, and what waits for an answer.

Always within a reading (or a unit of work): row security leaves out the areas without a ground.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.db.models import F, Q, QuerySet, prefetch_related_objects

from richting.akkoord.plan.overgangen import OPEN
from richting.akkoord.plan.woorden import Actiestaat, Leefgebied
from richting.delen.overzichten import loketten
from richting.partijen.models import Loket, Medewerker
from richting.plannen.models import Actie
from richting.plannen.models.basis import Versierij
from richting.plannen.overzichten.rijen import planrijen

PER_PAGINA = 25
GRENS = 99
GEEN_DAG = date.max
"""Stands in a key for an action without a last day: those come last."""
Kant = Literal["aan", "door"]
"""Asked of this desk, or asked by it."""


@dataclass(frozen=True)
class Bladzijde:
    """One page of a list, and the key after which the next begins ("" when this is the last)."""

    regels: list[Actie]
    volgende: str


def acties_van(dossier: UUID, *, stappen: bool = False) -> list[Actie]:
    """The actions of a plan by life area and last day; with `stappen` their history. One query for
    the history. Clausule 4.3, 5.5."""
    rijen = planrijen(dossier).van(Actie)
    if stappen:
        prefetch_related_objects(rijen, "stappen")
    return sorted(rijen, key=_volgorde)


def actie(dossier: UUID, nummer: UUID) -> Actie | None:
    """One action with its history; None when there is none for this desk. Two queries."""
    rijen = _met_namen(Actie.objects.filter(dossier=dossier, pk=nummer))
    return rijen.prefetch_related("stappen").first()


def van_loket(dossier: UUID, loket: int, soort: str) -> tuple[list[Actie], set[UUID]]:
    """What one plan asks of this desk, and which of it has no desk any more. Two queries.

    Its open actions, questions of or by it, and the actions of a desk of its kind (`soort`) that
    lost its ground: after a transfer the new prison takes over from the old. Clausule 4.3, 6.4.
    """
    rijen = [rij for rij in acties_van(dossier) if rij.staat in OPEN]
    wees = zien_niet_meer(dossier, rijen) if rijen else set()
    eigen = [rij for rij in rijen if _is_van(rij, loket, soort, wees)]
    return sorted(eigen, key=lambda rij: (rij.uiterlijk or GEEN_DAG, str(rij.pk))), wees


def _is_van(rij: Actie, loket: int, soort: str, wees: set[UUID]) -> bool:
    gevraagd = rij.gevraagd_door_id == loket and rij.staat == Actiestaat.GEVRAAGD
    over = rij.pk in wees and rij.verantwoordelijk.soort == soort
    return rij.verantwoordelijk_id == loket or gevraagd or over


def open_bij_loket(
    loket: int, vandaag: date, na: str = "", *, te_laat: bool = False, dossier: UUID | None = None
) -> Bladzijde:
    """What this desk has to do, the nearest last day first; `te_laat`: only what is past it.

    With person and dossier. One query. Raises ValueError when `na` is none of our keys.
    """
    rijen = _open(loket, dossier)
    if te_laat:
        rijen = rijen.filter(uiterlijk__lt=vandaag)
    return _bladzijde(rijen, "uiterlijk", na)


def gevraagd_niet_beantwoord(
    loket: int,
    vandaag: date,
    na: str = "",
    *,
    kant: Kant = "aan",
    te_laat: bool = False,
    dossier: UUID | None = None,
) -> Bladzijde:
    """What was asked of (or by) this desk and has no answer yet; the nearest term first. One query.

    `te_laat`: only what should have been answered before `vandaag`. Clausule 5.4.
    """
    rijen = _gevraagd(loket, kant)
    if dossier:
        rijen = rijen.filter(dossier=dossier)
    if te_laat:
        rijen = rijen.filter(antwoord_uiterlijk__lt=vandaag)
    return _bladzijde(rijen, "antwoord_uiterlijk", na)


def tel_open(loket: int, vandaag: date, *, te_laat: bool = False) -> str:
    """How many open actions this desk has, up to GRENS ("99+"). One query."""
    rijen = _open(loket)
    if te_laat:
        rijen = rijen.filter(uiterlijk__lt=vandaag)
    return _tel(rijen)


def tel_onbeantwoord(
    loket: int, vandaag: date, *, kant: Kant = "aan", te_laat: bool = False
) -> str:
    """How many questions wait for an answer, up to GRENS ("99+"). One query."""
    rijen = _gevraagd(loket, kant)
    if te_laat:
        rijen = rijen.filter(antwoord_uiterlijk__lt=vandaag)
    return _tel(rijen)


def zien_niet_meer(dossier: UUID, acties: Iterable[Actie]) -> set[UUID]:
    """The open actions whose responsible desk has no ground for the area any more. One query.

    Clausule 4.3, 6.4: somebody else has to take them over.
    """
    mogen = loketten(dossier)
    return {
        rij.pk
        for rij in acties
        if rij.staat in OPEN
        and rij.categorie not in mogen.get(rij.verantwoordelijk_id, frozenset())
    }


def _met_namen(rijen: QuerySet[Actie]) -> QuerySet[Actie]:
    return rijen.select_related(
        "verantwoordelijk__organisatie", "gevraagd_door__organisatie", "uitvoerder"
    )


def is_te_laat(rij: Actie, vandaag: date) -> bool:
    """Its last day has passed: of the answer while it is a question, else of the action itself."""
    if rij.staat not in OPEN:
        return False
    gevraagd = rij.staat == Actiestaat.GEVRAAGD
    dag = rij.antwoord_uiterlijk if gevraagd else rij.uiterlijk
    return dag is not None and dag < vandaag


def doet(rij: Versierij) -> str:
    """The name of the desk that does an action now; no personal data. One query."""
    nummer = rij.verantwoordelijk_id if isinstance(rij, Actie) else None
    loket = Loket.objects.filter(pk=nummer).first() if nummer else None
    return loket.naam if loket else ""


def leden(loket: int) -> list[Medewerker]:
    """The active staff of a desk, who can carry out its actions. One query."""
    rijen = Medewerker.objects.filter(lidmaatschappen__loket=loket, is_active=True)
    return list(rijen.order_by("naam", "pk"))


def _ziet(rij: Actie, mogen: dict[int, frozenset[str]]) -> bool:
    return rij.categorie in mogen.get(rij.verantwoordelijk_id, frozenset())


def _gevraagd(loket: int, kant: Kant) -> QuerySet[Actie]:
    veld = "verantwoordelijk" if kant == "aan" else "gevraagd_door"
    return Actie.objects.filter(**{veld: loket}, staat=Actiestaat.GEVRAAGD)


def _volgorde(rij: Actie) -> tuple[int, bool, date, str]:
    gebieden = list(Leefgebied)
    gebied = gebieden.index(Leefgebied(rij.leefgebied))
    return gebied, rij.staat not in OPEN, rij.uiterlijk or GEEN_DAG, str(rij.pk)


def _open(loket: int, dossier: UUID | None = None) -> QuerySet[Actie]:
    """Open actions of a desk, without what it still has to answer."""
    staten = [staat.value for staat in OPEN if staat is not Actiestaat.GEVRAAGD]
    rijen = Actie.objects.filter(verantwoordelijk=loket, staat__in=staten)
    return rijen.filter(dossier=dossier) if dossier else rijen


def _bladzijde(rijen: QuerySet[Actie], kolom: str, na: str) -> Bladzijde:
    geordend = _na(rijen, kolom, na).order_by(F(kolom).asc(nulls_last=True), "pk")
    gevonden = list(
        _met_namen(geordend).select_related(
            "verantwoordelijk__organisatie", "gevraagd_door__organisatie", "dossier__persoon"
        )[: PER_PAGINA + 1]
    )
    regels = gevonden[:PER_PAGINA]
    meer = len(gevonden) > PER_PAGINA
    return Bladzijde(regels, _sleutel(kolom, regels[-1]) if meer else "")


def _sleutel(kolom: str, rij: Actie) -> str:
    return f"{(getattr(rij, kolom) or GEEN_DAG).isoformat()}|{rij.pk}"


def _na(rijen: QuerySet[Actie], kolom: str, sleutel: str) -> QuerySet[Actie]:
    """The rows after a key; raises ValueError when the key is none of ours."""
    if not sleutel:
        return rijen
    tekst, _streep, nummer = sleutel.partition("|")
    dag, laatste = date.fromisoformat(tekst), UUID(nummer)
    if dag == GEEN_DAG:
        return rijen.filter(**{f"{kolom}__isnull": True}, pk__gt=laatste)
    verder = Q(**{f"{kolom}__gt": dag}) | Q(**{f"{kolom}__isnull": True})
    return rijen.filter(verder | Q(**{kolom: dag}, pk__gt=laatste))


def _tel(rijen: QuerySet[Actie]) -> str:
    aantal = rijen.values("pk")[: GRENS + 1].count()
    return f"{GRENS}+" if aantal > GRENS else str(aantal)
