"""When a desk begins or stops to see (part of) a dossier: by a change, or because a day came.

Clausule 5.4, 6.4: who may see something from today on must hear that today. The grounds say it all:
from when until when each holds, and from when until when it was known. Each lane is followed apart,
so that article 18b and the BIJ stay apart from the plan (clausule 6.3, 6.5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, tzinfo
from enum import StrEnum

from richting.akkoord.woorden import Feitsoort, Gegevenscategorie


class Baan(StrEnum):
    """The lane in which a ground lies: two of them are closed to everybody outside."""

    GEWOON = "gewoon"
    RISICO = "risico"
    BIJ = "bij"


BEGIN: dict[Baan, Feitsoort] = {
    Baan.GEWOON: Feitsoort.ZICHT_BEGONNEN,
    Baan.RISICO: Feitsoort.RISICO_BEGONNEN,
    Baan.BIJ: Feitsoort.BIJ_BEGONNEN,
}
EINDE: dict[Baan, Feitsoort] = {
    Baan.GEWOON: Feitsoort.ZICHT_GEEINDIGD,
    Baan.RISICO: Feitsoort.RISICO_GEEINDIGD,
    Baan.BIJ: Feitsoort.BIJ_GEEINDIGD,
}
TELT_ALS_BEGIN: dict[Baan, frozenset[str]] = {
    baan: frozenset({feit.value}) for baan, feit in BEGIN.items()
} | {Baan.BIJ: frozenset({Feitsoort.BIJ_BEGONNEN.value, Feitsoort.BIJ_VERSTREKT.value})}
"""What says to a desk that it sees something new in a lane; a lane with a message of its own names
that here, and the desk is told once."""
BESLOTEN = frozenset({*BEGIN.values(), *EINDE.values()}) - {
    Feitsoort.ZICHT_BEGONNEN,
    Feitsoort.ZICHT_GEEINDIGD,
}
"""What only the desk itself ever hears of: no list of who was told what shows it to another."""
WEG = Feitsoort.NIET_MEER_VAN_U
ALTIJD, NOOIT = datetime(1900, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
"""Before and after everything."""


@dataclass(frozen=True)
class Grondtijd:
    """A ground of one desk: which compartments, on which days, and when that was known."""

    loket: int
    categorieen: frozenset[str]
    geldig_vanaf: date
    geldig_tot: date | None
    bekend_van: datetime
    bekend_tot: datetime | None = None

    @property
    def baan(self) -> Baan:
        """The lane of this ground."""
        if Gegevenscategorie.RISICO in self.categorieen:
            return Baan.RISICO
        return Baan.BIJ if Gegevenscategorie.BIJ in self.categorieen else Baan.GEWOON

    def open_op(self, moment: datetime, dag: date) -> bool:
        """It was known at that moment and held on that day."""
        bekend = self.bekend_van <= moment and (self.bekend_tot is None or moment < self.bekend_tot)
        return (
            bekend
            and self.geldig_vanaf <= dag
            and (self.geldig_tot is None or dag < self.geldig_tot)
        )


@dataclass(frozen=True)
class Verteld:
    """A line in the mailbox of a desk: what, when, and whether it shows without a ground."""

    loket: int
    soort: str
    op: datetime
    zonder_grond: bool = False


@dataclass(frozen=True)
class Wending:
    """What a desk sees in a lane changed: from `voor` to `na`.

    `vanzelf`: nobody did anything, a day came. `dicht`: the desk sees nothing of the dossier any
    more, in no lane.
    """

    loket: int
    baan: Baan
    op: datetime
    vanzelf: bool
    voor: frozenset[str]
    na: frozenset[str]
    dicht: bool = False

    @property
    def begint(self) -> bool:
        """Something opened; else only something closed."""
        return bool(self.na - self.voor)

    @property
    def feit(self) -> Feitsoort:
        """What the desk must hear. Clausule 5.4, 6.4."""
        if self.begint:
            return BEGIN[self.baan]
        return WEG if self.dicht else EINDE[self.baan]


def wendingen(gronden: Iterable[Grondtijd], tot: datetime, zone: tzinfo) -> list[Wending]:
    """Everything that began or ended up to and including `tot`, per desk and lane, in order.

    `gronden` are all rows of one dossier, those that lapsed too. Clausule 5.4, 6.4.
    """
    per_loket: dict[int, list[Grondtijd]] = defaultdict(list)
    for grond in gronden:
        per_loket[grond.loket].append(grond)
    uit = [een for loket, eigen in per_loket.items() for een in _van_loket(loket, eigen, tot, zone)]
    return sorted(uit, key=lambda w: (w.op, w.loket, w.baan))


def _van_loket(
    loket: int, gronden: list[Grondtijd], tot: datetime, zone: tzinfo
) -> Iterator[Wending]:
    gedaan = {m for g in gronden for m in (g.bekend_van, g.bekend_tot) if m is not None}
    dagen = {d for g in gronden for d in (g.geldig_vanaf, g.geldig_tot) if d is not None}
    begin = min(gedaan)
    vanzelf = {m for dag in dagen if (m := datetime.combine(dag, time.min, zone)) > begin}
    was: dict[Baan, frozenset[str]] = dict.fromkeys(Baan, frozenset())
    for moment in sorted(m for m in gedaan | vanzelf if m <= tot):
        dag = moment.astimezone(zone).date()
        nu = {
            baan: frozenset().union(
                *(g.categorieen for g in gronden if g.baan is baan and g.open_op(moment, dag))
            )
            for baan in Baan
        }
        dicht = not any(nu.values())
        for baan in Baan:
            if nu[baan] != was[baan]:
                zelf = moment not in gedaan
                yield Wending(loket, baan, moment, zelf, was[baan], nu[baan], dicht)
        was = nu


def is_verteld(
    wending: Wending, alle: Iterable[Wending], verteld: Iterable[Verteld]
) -> datetime | None:
    """When the desk heard of this turn; None when it did not. Clausule 5.4.

    In the plan's lane any line of the same moment does: the desk looks at the dossier and finds
    what is new. So does a line that waited out of sight until this day. A closed lane always has
    its own sentence. `alle` are the turns of this desk in this lane.
    """
    tot = _tot(wending, alle)
    eigen = [v for v in verteld if v.loket == wending.loket]
    soorten = _zeggen_het(wending)
    zelf = [v.op for v in eigen if v.soort in soorten and wending.op <= v.op < tot]
    if zelf:
        return min(zelf)
    if wending.baan is not Baan.GEWOON or wending.dicht:
        return None
    samen = [v.op for v in eigen if v.op == wending.op and not wending.vanzelf]
    if samen:
        return wending.op
    wachtte = not wending.voor and any(
        v.op < wending.op and v.op >= _vorige(wending, alle) and _over_de_inhoud(v) for v in eigen
    )
    return wending.op if wachtte else None


def _over_de_inhoud(verteld: Verteld) -> bool:
    """It tells something of the stay itself, not only what the desk sees or does not see."""
    van_zicht = {feit.value for feit in (*BEGIN.values(), *EINDE.values())}
    return not verteld.zonder_grond and verteld.soort not in van_zicht


def _zeggen_het(wending: Wending) -> frozenset[str]:
    if wending.begint:
        return TELT_ALS_BEGIN[wending.baan]
    eind = frozenset({EINDE[wending.baan].value, WEG.value})
    return eind if wending.dicht else eind | TELT_ALS_BEGIN[wending.baan]


def _zelfde(wending: Wending, alle: Iterable[Wending]) -> list[Wending]:
    return [w for w in alle if (w.loket, w.baan) == (wending.loket, wending.baan)]


def _tot(wending: Wending, alle: Iterable[Wending]) -> datetime:
    """Until when it still made sense to tell: until it was undone."""
    open_, dicht_ = wending.na - wending.voor, wending.voor - wending.na
    for later in _zelfde(wending, alle):
        terug = (open_ - later.na) if wending.begint else (dicht_ & later.na)
        if later.op > wending.op and terug:
            return later.op
    return NOOIT


def _vorige(wending: Wending, alle: Iterable[Wending]) -> datetime:
    eerder = [w.op for w in _zelfde(wending, alle) if w.op < wending.op]
    return max(eerder, default=ALTIJD)


def nog_te_vertellen(
    alle: Iterable[Wending], verteld: Iterable[Verteld], vanaf: datetime
) -> list[Wending]:
    """What desks must hear now: per lane from what they last heard of to how it is. Clausule 5.4.

    What was before `vanaf` is left alone. A desk that never heard of the dossier need not hear
    that it is gone, and what came and went meanwhile is not told any more.
    """
    verteld = list(verteld)
    per_baan: dict[tuple[int, Baan], list[Wending]] = defaultdict(list)
    for wending in alle:
        per_baan[wending.loket, wending.baan].append(wending)
    ziet = {loket for (loket, _baan), eigen in per_baan.items() if eigen[-1].na}
    uit: dict[tuple[int, Feitsoort], Wending] = {}
    for (loket, _baan), eigen in sorted(per_baan.items()):
        samen = _samen(eigen, verteld, vanaf, dicht=loket not in ziet)
        hoorde = any(v.loket == loket for v in verteld)
        if samen and (samen.begint or hoorde):
            uit.setdefault((loket, samen.feit), samen)
    return list(uit.values())


def _samen(
    eigen: list[Wending], verteld: list[Verteld], vanaf: datetime, *, dicht: bool
) -> Wending | None:
    """The turns at the end that were not told, as one; None when they come to nothing."""
    stil: list[Wending] = []
    for wending in reversed(eigen):
        if wending.op < vanaf or is_verteld(wending, eigen, verteld):
            break
        stil.insert(0, wending)
    if not stil or stil[0].voor == stil[-1].na:
        return None
    return replace(stil[-1], voor=stil[0].voor, dicht=dicht)
