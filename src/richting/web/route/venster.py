"""The zoom of the route: the whole, three months, or one month. Nothing gets lost unsaid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from richting.akkoord.kalender import plus_maanden
from richting.web.route.bron import Baan, Item


class Zoom(StrEnum):
    """How much of the route is in view."""

    HEEL = "heel"
    KWARTAAL = "kwartaal"
    MAAND = "maand"


MAANDEN = {Zoom.KWARTAAL: 3, Zoom.MAAND: 1}
RAND = timedelta(days=2)
AANLOOP = timedelta(days=7)
"""So much of what was comes before today, when nobody asked for a month."""


@dataclass(frozen=True)
class Venster:
    """What is in view: from `van` up to `tot`."""

    van: date
    tot: date

    @property
    def dagen(self) -> int:
        """How many days are in view; at least one."""
        return max((self.tot - self.van).days, 1)


@dataclass(frozen=True)
class Gezien:
    """What of a lane is in view, and how much lies before and after it."""

    baan: Baan
    items: tuple[Item, ...]
    eerder: int
    later: int


def venster(banen: Iterable[Baan], zoom: Zoom, rond: date | None, vandaag: date) -> Venster:
    """What is in view: everything, the months from that of `rond` on, or those around today."""
    if zoom is not Zoom.HEEL and rond is None:
        return Venster(vandaag - AANLOOP, plus_maanden(vandaag - AANLOOP, MAANDEN[zoom]))
    if zoom is not Zoom.HEEL and rond:
        begin = rond.replace(day=1)
        return Venster(begin, plus_maanden(begin, MAANDEN[zoom]))
    dagen = [vandaag]
    for baan in banen:
        for item in baan.items:
            dagen += [item.van, item.laatst or item.van]
    return Venster(min(dagen) - RAND, max(dagen) + 2 * RAND)


def in_beeld(banen: Iterable[Baan], beeld: Venster) -> tuple[Gezien, ...]:
    """Every lane with its items in view, and the numbers of those that lie outside it."""
    uit = []
    for baan in banen:
        eerder = [item for item in baan.items if _voor(item, beeld)]
        later = [item for item in baan.items if item.van >= beeld.tot]
        hier = tuple(i for i in baan.items if i not in eerder and i not in later)
        uit.append(Gezien(baan, hier, len(eerder), len(later)))
    return tuple(uit)


def _voor(item: Item, beeld: Venster) -> bool:
    """It was over before what is in view; the day `tot` of a stretch is no longer in it."""
    return item.laatst is not None and item.laatst < beeld.van
