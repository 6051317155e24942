"""What was measured: the answers that stand, the drafts, and the history of measurements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from richting.akkoord.plan.antwoorden import uit_json
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied, Meetmoment
from richting.kern.context import onthoud
from richting.plannen.models import Afname
from richting.plannen.overzichten.rijen import planrijen


@dataclass(frozen=True)
class Meting:
    """When a life area was measured, at which moment, by whom, with which question set."""

    moment: Meetmoment
    op: datetime
    door: str
    vragenlijst: str


@dataclass
class Gebiedsantwoorden:
    """The answers that stand for one life area: per question the newest that was asked.

    A question that a later measurement did not ask keeps its earlier answer, with its own day.
    """

    leefgebied: Leefgebied
    antwoorden: dict[str, Antwoord] = field(default_factory=dict)
    gemeten: Meting | None = None
    """The newest fixed measurement; None when there is none."""


def antwoorden(dossier_id: UUID) -> dict[Leefgebied, Gebiedsantwoorden]:
    """The answers that stand per life area, as this desk may see them.

    All seven areas are there; an area without a fixed measurement has no answers. Drafts do not
    count. Clausule 5.1, 5.2.
    """
    return onthoud(
        ("antwoorden", dossier_id),
        lambda: _vat_samen([dossier_id], planrijen(dossier_id).van(Afname))[dossier_id],
    )


def antwoorden_van_alle(
    dossiers: Iterable[UUID],
) -> dict[UUID, dict[Leefgebied, Gebiedsantwoorden]]:
    """The answers that stand, for many dossiers at once. One query."""
    nummers = list(dossiers)
    rijen = Afname.objects.filter(dossier__in=nummers, vastgesteld_op__isnull=False)
    return _vat_samen(nummers, rijen)


def _vat_samen(
    dossiers: Iterable[UUID], rijen: Iterable[Afname]
) -> dict[UUID, dict[Leefgebied, Gebiedsantwoorden]]:
    uit = {nummer: {g: Gebiedsantwoorden(g) for g in Leefgebied} for nummer in dossiers}
    vast = [(rij.vastgesteld_op, rij.pk, rij) for rij in rijen if rij.vastgesteld_op]
    for _op, _nummer, rij in sorted(vast, key=lambda paar: paar[:2]):
        gebied = uit[rij.dossier_id][Leefgebied(rij.leefgebied)]
        gebied.gemeten = meting(rij)
        gebied.antwoorden |= gevraagd(rij)
    return uit


def meting(rij: Afname) -> Meting | None:
    """When and by whom a fixed measurement was done; None for a draft."""
    if rij.vastgesteld_op is None:
        return None
    return Meting(Meetmoment(rij.meetmoment), rij.vastgesteld_op, rij.door, rij.vragenlijst)


def gevraagd(rij: Afname) -> dict[str, Antwoord]:
    """The answers of one measurement, without the questions that were not asked."""
    alle = uit_json(rij.antwoorden)
    return {c: a for c, a in alle.items() if a.soort is not Antwoordsoort.NIET_GEVRAAGD}


def geschiedenis(dossier_id: UUID) -> list[Afname]:
    """All fixed measurements of a dossier, newest first. One query."""
    vast = Afname.objects.filter(dossier=dossier_id, vastgesteld_op__isnull=False)
    return list(vast.order_by("-vastgesteld_op", "leefgebied"))


def concepten(dossier_id: UUID, moment: Meetmoment, vandaag: date) -> dict[Leefgebied, Afname]:
    """The living drafts of one moment; one that died is not there. One query."""
    rijen = Afname.objects.filter(
        dossier=dossier_id,
        meetmoment=moment,
        vastgesteld_op__isnull=True,
        vervalt_op__gt=vandaag,
    )
    return {Leefgebied(rij.leefgebied): rij for rij in rijen}


def laatste_van_moment(dossier_id: UUID, moment: Meetmoment) -> dict[Leefgebied, Afname]:
    """The newest fixed measurement of each area at one moment. One query."""
    vast = Afname.objects.filter(
        dossier=dossier_id, meetmoment=moment, vastgesteld_op__isnull=False
    )
    return {Leefgebied(rij.leefgebied): rij for rij in vast.order_by("vastgesteld_op", "pk")}


def alle_concepten(dossier_id: UUID, vandaag: date) -> dict[Meetmoment, Afname]:
    """Per moment the living draft that was written in last. One query."""
    rijen = Afname.objects.filter(
        dossier=dossier_id, vastgesteld_op__isnull=True, vervalt_op__gt=vandaag
    )
    return {Meetmoment(rij.meetmoment): rij for rij in rijen.order_by("gewijzigd_op", "pk")}
