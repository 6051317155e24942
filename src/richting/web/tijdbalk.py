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
GENOEG_VOOR_NUMMER, SMALST = 7, 0.6
"""In per cents: what holds a number, and what can still be seen."""
KORT = timedelta(days=150)


@dataclass(frozen=True)
class Stuk:
    """One stretch of the route, from `van` up to `tot` (None: still going on).

    `straks` is until when it is expected to go on; what lies after today is drawn as expected.
    """

    naam: str | Promise
    van: date
    tot: date | None
    soort: Soort = "binnen"
    toelichting: str | Promise = ""
    straks: date | None = None


@dataclass(frozen=True)
class Mijlpaal:
    """A key date on the line."""

    naam: str | Promise
    datum: date
    zekerheid: str = "vast"


@dataclass(frozen=True)
class GetekendStuk:
    """A stretch with its place on the line: what was, and from `x_straks` what is expected."""

    stuk: Stuk
    nummer: int
    x: float
    breed: float
    nu: bool
    x_straks: float = 0
    breed_straks: float = 0

    @property
    def midden(self) -> float:
        """Where its number stands: in the middle of what was, or else of what is expected."""
        if self.breed < GENOEG_VOOR_NUMMER <= self.breed_straks:
            return round(self.x_straks + self.breed_straks / 2, 2)
        return round(self.x + self.breed / 2, 2)

    @property
    def genummerd(self) -> bool:
        """Whether its number fits in it."""
        return max(self.breed, self.breed_straks) >= GENOEG_VOOR_NUMMER

    @property
    def nummersoort(self) -> str:
        """On which ground the number stands, for its colour."""
        return "verwacht" if self.breed < GENOEG_VOOR_NUMMER else self.stuk.soort


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
    def kort(self) -> bool:
        """So short that its ends are named by the day, not by the month."""
        return self.tot - self.van <= KORT

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
    bekend = [stuk.tot or stuk.straks or max(stuk.van, vandaag) for stuk in op_volgorde]
    tot = max([*bekend, *(paal.datum for paal in palen)])
    if any(stuk.tot is None and stuk.straks is None for stuk in op_volgorde):
        tot += max((tot - van) / 12, timedelta(days=1))
    lijn = Lijn(van, tot, vandaag)
    return Tijdbalk(
        van=van,
        tot=tot,
        stukken=tuple(lijn.stuk(stuk, nummer) for nummer, stuk in enumerate(op_volgorde, start=1)),
        mijlpalen=tuple(GetekendeMijlpaal(paal, lijn.x(paal.datum)) for paal in palen),
        vandaag=lijn.x(vandaag) if van <= vandaag <= tot else None,
    )


@dataclass(frozen=True)
class Lijn:
    """The line itself: from a day on the left to a day on the right."""

    van: date
    tot: date
    vandaag: date

    def x(self, dag: date) -> float:
        """Where a day lies, in per cents of the width."""
        dagen = max((self.tot - self.van).days, 1)
        return round(min(max((dag - self.van).days / dagen * 100, 0), 100), 2)

    def stuk(self, stuk: Stuk, nummer: int) -> GetekendStuk:
        """A stretch on the line; what still goes on is certain until today only."""
        begin, einde = self.x(stuk.van), self.x(stuk.tot or stuk.straks or self.tot)
        zeker = einde if stuk.tot else max(begin, min(einde, self.x(self.vandaag)))
        straks = round(einde - zeker, 2)
        return GetekendStuk(
            stuk=stuk,
            nummer=nummer,
            x=begin,
            breed=round(max(zeker - begin, 0 if straks else SMALST), 2),
            nu=stuk.van <= self.vandaag and (stuk.tot is None or self.vandaag < stuk.tot),
            x_straks=zeker,
            breed_straks=straks,
        )
