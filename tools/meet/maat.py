"""Medians, ratios and the table in which they are printed."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Meting:
    """Two series of times in seconds, what they are, and how many times slower is allowed.

    `vragen` tells the SQL statements of both where that is part of the promise.
    """

    wat: str
    tegenover: str
    hoogstens: float
    tijden: Sequence[float]
    ijk: Sequence[float]
    vragen: tuple[int, int] | None = None

    @property
    def verhouding(self) -> float:
        """The median over the median of the yardstick."""
        return median(self.tijden) / median(self.ijk)

    @property
    def goed(self) -> bool:
        """The target is reached, and the number of statements is the same."""
        gelijk = self.vragen is None or self.vragen[0] == self.vragen[1]
        return gelijk and self.verhouding <= self.hoogstens


def klok(doe: Callable[[], object]) -> float:
    """How long this takes, in seconds."""
    begin = perf_counter()
    doe()
    return perf_counter() - begin


def om_beurten(
    een: Callable[[int], object],
    ander: Callable[[int], object],
    keer: int,
    *,
    warm: int,
    vooraf: Callable[[], object] = lambda: None,
) -> tuple[list[float], list[float]]:
    """Time two things in turn, so that what else the machine does weighs on both alike.

    Each gets the number of the turn; the first `warm` turns are not counted, nor is what happens
    `vooraf` in each turn.
    """
    tijden: tuple[list[float], list[float]] = ([], [])
    for beurt in range(warm + keer):
        vooraf()
        for lijst, doe in zip(tijden, (een, ander), strict=True):
            duur = klok(lambda doe=doe, beurt=beurt: doe(beurt))  # type: ignore[misc]
            if beurt >= warm:
                lijst.append(duur)
    return tijden


def machine(postgres: str) -> str:
    """The machine, in one line."""
    kernen = len(os.sched_getaffinity(0))
    return (
        f"{kernen} kernen, {_processor()}, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, PostgreSQL {postgres}"
    )


def _processor() -> str:
    regels = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    namen = [regel.split(":", 1)[1].strip() for regel in regels if regel.startswith("model name")]
    return namen[0] if namen else platform.machine()


def toon(scherm: Console, metingen: Sequence[Meting], regels: Sequence[str]) -> None:
    """Print every measurement, good or not, and under it what one must know to read it."""
    koppen = ("Wat", "Tegenover", "Mediaan", "IJk", "Keer", "Doel", "SQL", "Uitslag")
    tabel = Table(*koppen, title="Metingen")
    for kolom in tabel.columns[2:7]:
        kolom.justify = "right"
    for meting in metingen:
        tabel.add_row(
            meting.wat,
            meting.tegenover,
            _ms(meting.tijden),
            _ms(meting.ijk),
            f"{meting.verhouding:.2f}",
            f"≤ {meting.hoogstens:g}",
            f"{meting.vragen[0]} / {meting.vragen[1]}" if meting.vragen else "",
            "goed" if meting.goed else "TE TRAAG",
        )
    scherm.print(tabel)
    for regel in regels:
        scherm.print(regel)


def _ms(tijden: Sequence[float]) -> str:
    return f"{median(tijden) * 1000:.2f} ms"
