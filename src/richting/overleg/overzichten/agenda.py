"""Which dossiers belong on an agenda, and which desks at the table. Clausule 8.1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.overleg import Overlegsoort, Reden, agendaredenen
from richting.akkoord.regie import driehoek, procesregie
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.overleg import redenen
from richting.overleg.overzichten.mdo import mdo_data
from richting.partijen.models import Loket
from richting.partijen.overzichten import loketten_voor
from richting.regie.models import Werkregel

PER_KEER, MEESTE_GETOOND = 400, 60
"""Dossiers of the own list that are looked through at once, and that are offered for one agenda."""


@dataclass(frozen=True)
class Kandidaat:
    """A dossier for the agenda, with the reasons that the rules give."""

    dossier: Dossier
    redenen: tuple[Reden, ...]


@dataclass(frozen=True)
class Kandidaten:
    """The dossiers to choose from, the most urgent first; `meer` when the list was cut."""

    rijen: tuple[Kandidaat, ...]
    meer: bool


@dataclass(frozen=True)
class Genodigdevoorstel:
    """A desk that sits on a chair of so many of the dossiers."""

    loket: Loket
    dossiers: int


def kandidaten(loket: int, soort: Overlegsoort, op: date, vandaag: date) -> Kandidaten:
    """The dossiers of the own work list that the rules put on the agenda of that day.

    Every dossier of the desk is looked at, PER_KEER at a time: who is long inside, or has no known
    end, may need it most; not where a municipality was only asked. Eight queries each time, and
    those of the registered reasons. Clausule 5.1, 8.1.
    """
    gevonden: list[Kandidaat] = []
    meer = False
    for bekeken in _eigen_dossiers(loket, vandaag):
        eigen = [rij for rij in bekeken if not alleen_gevraagd(rij, loket, vandaag)]
        gevonden.extend(_met_reden(eigen, soort, op, vandaag))
        gevonden.sort(key=lambda een: (min(r.dag for r in een.redenen), een.dossier.nummer))
        meer = meer or len(gevonden) > MEESTE_GETOOND
        del gevonden[MEESTE_GETOOND:]
    return Kandidaten(tuple(gevonden), meer)


def _met_reden(
    bekeken: list[Dossier], soort: Overlegsoort, op: date, vandaag: date
) -> Iterator[Kandidaat]:
    feiten = {rij.pk: feiten_uit_rijen(rij) for rij in bekeken}
    gehouden, extra = mdo_data(feiten), redenen.van(feiten, vandaag)
    aannames = aannames_op(vandaag)
    for rij in bekeken:
        eigen = agendaredenen(feiten[rij.pk], tuple(gehouden.get(rij.pk, ())), soort, op, aannames)
        alle = (*extra.get(rij.pk, ()), *eigen)
        if alle:
            yield Kandidaat(rij, alle)


def _eigen_dossiers(loket: int, vandaag: date) -> Iterator[list[Dossier]]:
    """The dossiers of this desk whose stay goes on, a handful at a time."""
    blijft = Q(zichtbaar_tot=None) | Q(zichtbaar_tot__gt=vandaag)
    regels = Werkregel.objects.filter(
        blijft, loket=loket, zichtbaar_vanaf__lte=vandaag, vertrokken_op=None
    )
    nummers = list(regels.order_by("dossier").values_list("dossier", flat=True))
    for vanaf in range(0, len(nummers), PER_KEER):
        yield _met_delen(nummers[vanaf : vanaf + PER_KEER])


def _met_delen(nummers: Iterable[UUID]) -> list[Dossier]:
    return list(
        Dossier.objects.filter(pk__in=list(nummers), status=Dossier.OPEN)
        .select_related("persoon", "inbreng")
        .prefetch_related("plaatsen", "gemeenten", "verzoeken", "inbrengen", "toezicht")
    )


def voorgestelde_loketten(
    dossiers: Iterable[UUID], al: set[int], vandaag: date
) -> list[Genodigdevoorstel]:
    """Who sits on the chairs of these dossiers and is not invited yet. Eight queries.

    Clausule 1.5, 2.1, 8.1.
    """
    aannames = aannames_op(vandaag)
    telling: Counter[int] = Counter()
    for rij in _met_delen(dossiers):
        feiten = feiten_uit_rijen(rij)
        partijen = {stoel.partij for stoel in driehoek(feiten, vandaag, aannames)}
        partijen.add(procesregie(feiten, vandaag, aannames).partij)
        telling.update(set(loketten_voor((p for p in partijen if p), vandaag).values()))
    soorten = [soort.value for soort in PLANPARTIJEN]
    nummers = [loket for loket in telling if loket not in al]
    loketten = Loket.objects.filter(pk__in=nummers, soort__in=soorten, actief=True)
    rijen = [Genodigdevoorstel(loket, telling[loket.pk]) for loket in loketten]
    return sorted(rijen, key=lambda een: (-een.dossiers, een.loket.naam))
