"""What the acts share: who takes part, who leads, and rows that are locked while one works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.overleg import Overlegstaat
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.models import Grond
from richting.kern.context import Wie
from richting.kern.werk import Werk, verwerking
from richting.overleg.dagen import dag_van
from richting.overleg.models import Agendapunt, Genodigde, Overleg
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.plannen.botsing import Wijziging, werk_bij

PLAN = Gegevenscategorie.PLAN.value


@contextmanager
def overlegwerk(wie: Wie, nummer: UUID, *, leidt: bool = False) -> Iterator[tuple[Werk, Overleg]]:
    """A unit of work on a consultation that the desk takes part in, locked.

    `leidt`: only the desk that called it. Raises NietToegestaan otherwise, also when there is none.
    """
    with verwerking(wie) as werk:
        rij = Overleg.objects.select_for_update(no_key=True).filter(pk=nummer).first()
        if rij is None or not Genodigde.objects.filter(overleg=nummer, loket=wie.loket).exists():
            raise NietToegestaan(str(nummer))
        if leidt and rij.belegger_id != wie.loket:
            raise NietToegestaan(str(nummer))
        yield werk, rij


def check_partij(wie: Wie) -> None:
    """Only the parties of the plan have consultations here. Clausule 6.3, 8.1."""
    if wie.loketsoort not in PLANPARTIJEN:
        raise NietToegestaan(wie.loketsoort)


def check_gepland(rij: Overleg) -> None:
    """Raises KanNiet when it was held or called off."""
    if rij.staat != Overlegstaat.GEPLAND:
        raise KanNiet("staat", _("Dit overleg is al gehouden of gaat niet door."))


def check_open(rij: Overleg) -> None:
    """Raises KanNiet when it was called off, or its minutes are fixed."""
    if rij.staat == Overlegstaat.AFGELAST:
        raise KanNiet("staat", _("Dit overleg gaat niet door."))
    if rij.verslag_vast_op is not None:
        raise KanNiet("verslag_vast", _("Het verslag staat vast. Maak een aanvulling."))


def wijzig_rij(rij: Overleg, versie: int, waarden: dict[str, Any], wie: Wie) -> Wijziging:
    """Save changed values of a consultation with the next version. Raises Botsing."""
    return werk_bij(cast("Any", rij), versie, waarden, wie)


def punt_van(rij: Overleg, nummer: UUID) -> Agendapunt:
    """One agenda item of this consultation, locked. Raises NietToegestaan when there is none."""
    punt = Agendapunt.objects.select_for_update().filter(overleg=rij, pk=nummer).first()
    if punt is None:
        raise NietToegestaan(str(nummer))
    return punt


def met_grond(
    dossiers: Iterable[UUID], loketten: Iterable[int], categorie: str, op: date
) -> set[tuple[UUID, int]]:
    """Within a unit of work: which desks may see this compartment of which dossiers. One query."""
    geldig = Q(geldig_tot=None) | Q(geldig_tot__gt=op)
    rijen = Grond.objects.filter(
        geldig,
        dossier__in=list(dossiers),
        loket__in=list(loketten),
        vervallen_op=None,
        geldig_vanaf__lte=op,
        categorieen__contains=[categorie],
    )
    return set(rijen.values_list("dossier", "loket").distinct())


def noteer_per_dossier(werk: Werk, rij: Overleg, soort: str, **na: Any) -> None:
    """Note on every dossier of the agenda that the consultation changed. One query."""
    vast = {"overleg": str(rij.pk), "soort": rij.soort, "dag": _dag(rij)}
    for dossier in Agendapunt.objects.filter(overleg=rij).values_list("dossier", flat=True):
        werk.noteer(dossier, soort, PLAN, na={**vast, **na})


def _dag(rij: Overleg) -> str:
    return dag_van(rij.begin).isoformat()
