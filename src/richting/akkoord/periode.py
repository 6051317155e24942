"""Stretches of days, half-open: from `van` until, not including, `tot`; None means no end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Periode:
    """At least one day, from `van` until, not including, `tot`."""

    van: date
    tot: date | None = None


ALTIJD = Periode(date.min)


def periode(van: date | None, tot: date | None) -> Periode | None:
    """A stretch, or None when no day is left in it."""
    van = van or date.min
    return None if tot is not None and tot <= van else Periode(van, tot)


def vroegste(*dagen: date | None) -> date | None:
    """The earliest of some ends, where None is no end at all."""
    bekend = [dag for dag in dagen if dag is not None]
    return min(bekend) if bekend else None


def doorsnede(links: Periode, rechts: Periode) -> Periode | None:
    """The days that lie in both."""
    return periode(max(links.van, rechts.van), vroegste(links.tot, rechts.tot))


def doorsneden(links: Iterable[Periode], rechts: Iterable[Periode]) -> tuple[Periode, ...]:
    """The days that lie in one of the first and one of the second, as separate stretches."""
    tweede = tuple(rechts)
    samen = (doorsnede(a, b) for a in links for b in tweede)
    return verenigd(stuk for stuk in samen if stuk)


def verenigd(perioden: Iterable[Periode]) -> tuple[Periode, ...]:
    """The same days, in order, without overlap and without stretches that touch."""
    return tuple(_verenigd(sorted(perioden, key=lambda p: p.van)))


def zonder(stukken: Iterable[Periode], weg: Iterable[Periode]) -> tuple[Periode, ...]:
    """The days of the first that lie in none of the second."""
    over = list(verenigd(stukken))
    for gat in weg:
        over = [deel for stuk in over for deel in _naast(stuk, gat)]
    return tuple(over)


def _naast(stuk: Periode, gat: Periode) -> Iterator[Periode]:
    """What is left of a stretch on both sides of a gap."""
    voor = periode(stuk.van, vroegste(stuk.tot, gat.van))
    na = periode(max(stuk.van, gat.tot), stuk.tot) if gat.tot else None
    yield from (deel for deel in (voor, na) if deel)


def _verenigd(perioden: list[Periode]) -> Iterator[Periode]:
    lopend: Periode | None = None
    for stuk in perioden:
        if lopend is None:
            lopend = stuk
        elif lopend.tot is None or stuk.van <= lopend.tot:
            lopend = Periode(lopend.van, _laatste(lopend.tot, stuk.tot))
        else:
            yield lopend
            lopend = stuk
    if lopend:
        yield lopend


def _laatste(links: date | None, rechts: date | None) -> date | None:
    return None if links is None or rechts is None else max(links, rechts)
