"""The route standing up, for a narrow screen: time from top to bottom, a line of text each. Pure.

Each beginning has its own line; stretches run beside the lines, one column per lane. Days keep
their order and lines never touch; how far they are apart does not count here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from richting.web.route.bron import Band, Item
from richting.web.route.venster import Gezien, Venster

BREED, REGEL, KOP, KOLOM, EERSTE = 260.0, 60.0, 24.0, 8.0, 4.0
LETTER = 7.4


@dataclass(frozen=True)
class Regel:
    """A line: an item, or today when there is none."""

    item: Item | None
    baan: Gezien | None
    dag: date
    y: float
    x: float
    tekst: tuple[str, ...]

    @property
    def is_punt(self) -> bool:
        """It is about one day."""
        return self.item is not None and not isinstance(self.item, Band)

    @property
    def midden(self) -> float:
        """Where the mark of a point stands."""
        return self.x + 3


@dataclass(frozen=True)
class Streek:
    """A stretch beside the lines."""

    item: Band
    x: float
    y: float
    hoog: float


@dataclass(frozen=True)
class Staand:
    """The whole drawing; texts begin at `tekst_x`."""

    regels: tuple[Regel, ...]
    streken: tuple[Streek, ...]
    tekst_x: float
    hoog: float
    breed: float = BREED


def teken(gezien: Iterable[Gezien], beeld: Venster, vandaag: date) -> Staand:
    """Place every item in view on a line of its own, in the order of the days."""
    banen = [baan for baan in gezien if baan.items]
    tekst_x = EERSTE + len(banen) * KOLOM + 14
    ruimte = int((BREED - tekst_x) / LETTER)
    rijen: list[tuple[date, int, Item | None]] = [
        (max(item.van, beeld.van), nr, item) for nr, baan in enumerate(banen) for item in baan.items
    ]
    if beeld.van <= vandaag < beeld.tot:
        rijen.append((vandaag, -1, None))
    rijen.sort(key=lambda rij: (rij[0], rij[1], str(rij[2].naam) if rij[2] else ""))
    regels = tuple(
        Regel(
            item=item,
            baan=banen[nr] if item else None,
            dag=dag if item is None else item.van,
            y=KOP + plek * REGEL,
            x=EERSTE + max(nr, 0) * KOLOM,
            tekst=gebroken(str(item.naam), ruimte) if item else (),
        )
        for plek, (dag, nr, item) in enumerate(rijen)
    )
    hoog = KOP + len(regels) * REGEL
    return Staand(regels, _streken(regels, [rij[0] for rij in rijen], hoog), tekst_x, hoog)


def _streken(regels: tuple[Regel, ...], dagen: list[date], hoog: float) -> tuple[Streek, ...]:
    """From the line of its begin to the first line on or after its end."""
    uit = []
    for regel in regels:
        if not isinstance(regel.item, Band):
            continue
        einde = regel.item.laatst
        nr = bisect_left(dagen, einde) if einde else len(regels)
        onder = regels[nr].y if nr < len(regels) else hoog
        lang = max(onder - regel.y - 6, 14)
        uit.append(Streek(regel.item, regel.x, regel.y - 8, lang))
    return tuple(uit)


def gebroken(tekst: str, ruimte: int) -> tuple[str, ...]:
    """A text on at most two lines of so many letters; what does not fit ends in an ellipsis."""
    if len(tekst) <= ruimte:
        return (tekst,)
    eerste = tekst[: ruimte + 1].rsplit(" ", 1)[0][:ruimte]
    rest = tekst[len(eerste) :].strip()
    return (eerste, rest if len(rest) <= ruimte else f"{rest[: ruimte - 1]}…")
