"""The route lying down: lanes under each other, time from left to right. Pure.

Sizes are units of the drawing. Each label has room of its own: what would touch moves a row down.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from richting.akkoord.kalender import plus_maanden
from richting.web.route.bron import Band, Item
from richting.web.route.venster import Gezien, Venster

BREED, LINKS, RIJ, KOP = 1000.0, 168.0, 26.0, 46.0
LETTER, TUSSEN, SMALST, STIP = 7.6, 10.0, 4.0, 7.0
"""Width of a letter on the safe side, room between two labels, what can still be seen, half a
point."""
MEESTE_LETTERS = 46
STREEP = 70.0
"""Room that the name of a mark on the axis needs."""


@dataclass(frozen=True)
class Vak:
    """An item with its place: the bar (or point) and its label, in row `rij` of its lane."""

    item: Item
    x: float
    breed: float
    van_eerder: bool
    """It began before what is in view."""
    gaat_door: bool
    """It goes on after what is in view."""
    zeker: float = 0
    """How much of a bar is certain; the rest is expected."""
    rij: int = 0
    tekst: str = ""
    tekst_x: float = 0
    grond: str = ""
    """The colour on which the label stands; "" beside the bar."""

    @property
    def straks(self) -> tuple[float, float] | None:
        """From where and how wide it is expected; None when all is certain."""
        over = self.breed - self.zeker
        return (self.x + self.zeker, over) if self.is_band and over > 0 else None

    @property
    def is_band(self) -> bool:
        """A bar; otherwise a point."""
        return isinstance(self.item, Band)

    @property
    def y(self) -> float:
        """Where its row begins within the lane."""
        return self.rij * RIJ

    @property
    def midden(self) -> float:
        """The middle of the point."""
        return self.x + self.breed / 2

    @property
    def uiteinden(self) -> tuple[float, float]:
        """From where to where it takes room in its row: bar and label together."""
        einde = self.tekst_x + breedte(self.tekst)
        return min(self.x, self.tekst_x), max(self.x + self.breed, einde)


@dataclass(frozen=True)
class Strook:
    """A lane with its place."""

    gezien: Gezien
    y: float
    hoog: float
    vakken: tuple[Vak, ...]


@dataclass(frozen=True)
class Streep:
    """A mark on the axis of time."""

    dag: date
    x: float
    soort: str
    """How its day is written: `dag`, `maand` or `jaar`."""


@dataclass(frozen=True)
class Liggend:
    """The whole drawing."""

    stroken: tuple[Strook, ...]
    strepen: tuple[Streep, ...]
    vandaag: float | None
    hoog: float
    breed: float = BREED
    links: float = LINKS

    @property
    def anker(self) -> str:
        """On which side of the line of today its word stands, so that it stays in view."""
        hier = self.vandaag or 0
        return "start" if hier < LINKS + 30 else "end" if hier > BREED - 30 else "middle"


def breedte(tekst: str) -> float:
    """How much room a text takes, on the safe side."""
    return len(tekst) * LETTER


def teken(gezien: Iterable[Gezien], beeld: Venster, vandaag: date) -> Liggend:
    """Place every item in view; labels never touch, and nothing lies outside the drawing."""
    y, stroken = KOP, []
    for baan in gezien:
        vakken = tuple(_vakken(baan.items, beeld, vandaag))
        rijen = max((vak.rij for vak in vakken), default=0) + 1
        stroken.append(Strook(baan, y, rijen * RIJ, vakken))
        y += rijen * RIJ + 8
    hier = beeld.van <= vandaag < beeld.tot
    return Liggend(
        stroken=tuple(stroken),
        strepen=_strepen(beeld),
        vandaag=plek(vandaag, beeld) if hier else None,
        hoog=y + 4,
    )


def plek(dag: date, beeld: Venster) -> float:
    """Where a day lies, from left to right; days outside the view at its edge."""
    deel = (dag - beeld.van).days / beeld.dagen
    return round(LINKS + min(max(deel, 0), 1) * (BREED - LINKS), 1)


def _vakken(items: Iterable[Item], beeld: Venster, vandaag: date) -> Iterator[Vak]:
    """Each in the first row of the lane where it fits."""
    vol: list[list[tuple[float, float]]] = []
    for item in items:
        vak = _vak(item, beeld, vandaag)
        links, rechts = vak.uiteinden
        rij = next((nr for nr, bezet in enumerate(vol) if _past(bezet, links, rechts)), len(vol))
        if rij == len(vol):
            vol.append([])
        vol[rij].append((links, rechts))
        yield replace(vak, rij=rij)


def _past(bezet: list[tuple[float, float]], links: float, rechts: float) -> bool:
    return all(rechts + TUSSEN <= van or tot + TUSSEN <= links for van, tot in bezet)


def _vak(item: Item, beeld: Venster, vandaag: date) -> Vak:
    if not isinstance(item, Band):
        midden = min(max(plek(item.van, beeld), LINKS + STIP), BREED - STIP)
        return _met_tekst(Vak(item, midden - STIP, 2 * STIP, item.van < beeld.van, False), 0, 0)
    einde = item.laatst or beeld.tot
    x = min(plek(item.van, beeld), BREED - SMALST)
    breed = max(plek(einde, beeld) - x, SMALST)
    zeker = breed
    if item.tot is None and item.straks:
        zeker = min(max(plek(vandaag, beeld) - x, 0), breed)
    door = item.laatst is None or item.laatst > beeld.tot
    vak = Vak(item, x, breed, item.van < beeld.van, door, zeker=zeker)
    return _met_tekst(vak, zeker - 12, breed - zeker - 12)


def _met_tekst(vak: Vak, erin: float, in_straks: float) -> Vak:
    """The label in the bar, or in what is expected of it, or beside it: where there is room."""
    rechts, links = BREED - vak.x - vak.breed - 6, vak.x - 6 - LINKS
    tekst = _kort(str(vak.item.naam), max(erin, in_straks, rechts, links))
    lang = breedte(tekst)
    kleur = str(vak.item.kleur)
    if lang <= erin:
        return replace(vak, tekst=tekst, tekst_x=vak.x + 6, grond=kleur)
    if lang <= in_straks:
        return replace(vak, tekst=tekst, tekst_x=vak.x + vak.zeker + 6, grond="verwacht")
    naast = vak.x + vak.breed + 6 if lang <= rechts else vak.x - 6 - lang
    return replace(vak, tekst=tekst, tekst_x=naast)


def _kort(tekst: str, ruimte: float) -> str:
    letters = min(MEESTE_LETTERS, int(ruimte / LETTER))
    return tekst if len(tekst) <= letters else f"{tekst[: letters - 1]}…"


def _strepen(beeld: Venster) -> tuple[Streep, ...]:
    """The finest marks whose names still have room."""
    for soort, dagen in MATEN:
        strepen = tuple(Streep(dag, plek(dag, beeld), soort) for dag in dagen(beeld))
        afstand = [b.x - a.x for a, b in itertools.pairwise(strepen)]
        if all(een >= STREEP for een in afstand):
            return tuple(streep for streep in strepen if streep.x + STREEP <= BREED)
    return ()


def _weken(beeld: Venster) -> Iterator[date]:
    dag = beeld.van + timedelta(days=-beeld.van.weekday() % 7)
    while dag < beeld.tot:
        yield dag
        dag += timedelta(days=7)


def _per_maanden(aantal: int) -> Callable[[Venster], Iterator[date]]:
    def dagen(beeld: Venster) -> Iterator[date]:
        dag = date(beeld.van.year, 1, 1)
        while dag < beeld.tot:
            if dag >= beeld.van:
                yield dag
            dag = plus_maanden(dag, aantal)

    return dagen


MATEN: tuple[tuple[str, Callable[[Venster], Iterator[date]]], ...] = (
    ("dag", _weken),
    ("maand", _per_maanden(1)),
    ("maand", _per_maanden(3)),
    ("jaar", _per_maanden(12)),
    ("jaar", _per_maanden(60)),
    ("jaar", _per_maanden(240)),
)
"""From fine to coarse."""
