"""The route of a stay as a line in time: where each stretch lies, in per cents of the width.

The line is a drawing for who sees it; the list under it says the same in words. Widths are SVG
attributes: the pages allow no inline styles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.utils.functional import Promise

Soort = Literal["binnen", "buiten", "verlof", "verwacht"]


@dataclass(frozen=True)
class Stuk:
    """One stretch of the route, from `van` up to `tot` (None: still going on)."""

    naam: str | Promise
    van: date
    tot: date | None
    soort: Soort = "binnen"
    toelichting: str | Promise = ""


@dataclass(frozen=True)
class Mijlpaal:
    """A key date on the line."""

    naam: str | Promise
    datum: date
    zekerheid: str = "vast"


@dataclass(frozen=True)
class GetekendStuk:
    """A stretch with its place on the line."""

    stuk: Stuk
    nummer: int
    x: float
    breed: float
    nu: bool

    @property
    def midden(self) -> float:
        """The middle of the stretch."""
        return round(self.x + self.breed / 2, 2)

    @property
    def genummerd(self) -> bool:
        """Whether its number fits in it."""
        return self.breed >= 7


@dataclass(frozen=True)
class GetekendeMijlpaal:
    """A key date with its place on the line."""

    mijlpaal: Mijlpaal
    x: float


@dataclass(frozen=True)
class Tijdbalk:
    """The drawing: stretches, key dates, and today."""

    van: date
    tot: date
    stukken: tuple[GetekendStuk, ...]
    mijlpalen: tuple[GetekendeMijlpaal, ...]
    vandaag: float | None

    @property
    def anker(self) -> str:
        """On which side of the line of today its word stands, so that it stays in view."""
        if self.vandaag is None or 12 <= self.vandaag <= 88:
            return "middle"
        return "start" if self.vandaag < 12 else "end"


def teken(
    stukken: Iterable[Stuk], vandaag: date, mijlpalen: Iterable[Mijlpaal] = ()
) -> Tijdbalk | None:
    """Place everything on one line; None when there is nothing to draw."""
    op_volgorde = sorted(stukken, key=lambda stuk: stuk.van)
    if not op_volgorde:
        return None
    palen = sorted(mijlpalen, key=lambda paal: paal.datum)
    van = min([op_volgorde[0].van, *(paal.datum for paal in palen)])
    bekend = [stuk.tot or max(stuk.van, vandaag) for stuk in op_volgorde]
    tot = max([*bekend, *(paal.datum for paal in palen)])
    if any(stuk.tot is None for stuk in op_volgorde):
        tot += max((tot - van) / 12, timedelta(days=1))
    dagen = max((tot - van).days, 1)

    def x(dag: date) -> float:
        return round(min(max((dag - van).days / dagen * 100, 0), 100), 2)

    return Tijdbalk(
        van=van,
        tot=tot,
        stukken=tuple(
            GetekendStuk(
                stuk=stuk,
                nummer=nummer,
                x=x(stuk.van),
                breed=round(max(x(stuk.tot or tot) - x(stuk.van), 0.6), 2),
                nu=stuk.van <= vandaag and (stuk.tot is None or vandaag < stuk.tot),
            )
            for nummer, stuk in enumerate(op_volgorde, start=1)
        ),
        mijlpalen=tuple(GetekendeMijlpaal(paal, x(paal.datum)) for paal in palen),
        vandaag=x(vandaag) if van <= vandaag <= tot else None,
    )
