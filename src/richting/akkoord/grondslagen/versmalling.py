"""What regional agreements do to grounds: leave out what parties agreed not to share.

A ground only gets fewer categories, never a longer life nor another party; `verblijf` always stays,
so nobody loses a dossier by an agreement. It works between parties: only for a party that is bound,
and only as long as another bound party sees the same stay. Clausule 6.6.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from richting.akkoord.grondslagen.soorten import Grond
from richting.akkoord.partij import Partij
from richting.akkoord.periode import Periode, doorsneden, verenigd, zonder
from richting.akkoord.regioafspraken import Afspraakdeel
from richting.akkoord.woorden import Gegevenscategorie

ALTIJD_TE_ZIEN = frozenset({Gegevenscategorie.VERBLIJF})
GESLOTEN = frozenset({Gegevenscategorie.RISICO, Gegevenscategorie.BIJ})
"""A ground that opens one of these is nobody else's business: it brings no agreement to life."""


@dataclass(frozen=True)
class Binding:
    """A party that confirmed an agreement, and the stretch in which it is bound."""

    partij: Partij
    wanneer: Periode


@dataclass(frozen=True)
class Regioafspraak:
    """An agreement as it works: its number, what is still shared, and who is bound when."""

    nummer: str
    delen: tuple[Afspraakdeel, ...]
    bindingen: tuple[Binding, ...]


@dataclass(frozen=True)
class _Regel:
    """What one part of an agreement does to the grounds of one party."""

    nummer: str
    deel: Afspraakdeel
    wanneer: tuple[Periode, ...]


def versmal(gronden: frozenset[Grond], afspraken: Iterable[Regioafspraak]) -> frozenset[Grond]:
    """The grounds as the law gives them, without what parties agreed to leave out. Clausule 6.6.

    The order of the agreements makes no difference: what one leaves out no other brings back.
    """
    per_partij: dict[Partij, list[_Regel]] = {}
    for afspraak in sorted(afspraken, key=lambda een: een.nummer):
        for partij, wanneer in _samen(afspraak, gronden).items():
            regels = (_Regel(afspraak.nummer, deel, wanneer) for deel in afspraak.delen)
            per_partij.setdefault(partij, []).extend(regels)
    if not per_partij:
        return gronden
    return frozenset(
        stuk for grond in gronden for stuk in _versmald(grond, per_partij.get(grond.partij, []))
    )


def _samen(afspraak: Regioafspraak, gronden: frozenset[Grond]) -> dict[Partij, tuple[Periode, ...]]:
    """Per bound party the days on which another bound party sees this stay too."""
    ziet = {
        binding: doorsneden([binding.wanneer], _perioden(gronden, binding.partij))
        for binding in afspraak.bindingen
    }
    uit: dict[Partij, tuple[Periode, ...]] = {}
    for binding in afspraak.bindingen:
        anderen = verenigd(
            stuk
            for ander, wanneer in ziet.items()
            if ander.partij != binding.partij
            for stuk in wanneer
        )
        eigen = doorsneden([binding.wanneer], anderen)
        if eigen:
            uit[binding.partij] = verenigd((*uit.get(binding.partij, ()), *eigen))
    return uit


def _perioden(gronden: frozenset[Grond], partij: Partij) -> Iterator[Periode]:
    for grond in gronden:
        if grond.partij == partij and not grond.categorieen & GESLOTEN:
            yield Periode(grond.geldig_vanaf, grond.geldig_tot)


def _versmald(grond: Grond, regels: Iterable[_Regel]) -> list[Grond]:
    """One ground, cut where an agreement begins or ends to leave something out of it."""
    stukken = [grond]
    for regel in regels:
        deel = regel.deel
        past = (deel.grondslag, deel.loketsoort) == (grond.grondslag, grond.partij.loketsoort)
        houdt = deel.categorieen | ALTIJD_TE_ZIEN
        if past and not grond.categorieen <= houdt:
            stukken = [klein for stuk in stukken for klein in _geknipt(stuk, regel, houdt)]
    return stukken


def _geknipt(grond: Grond, regel: _Regel, houdt: frozenset[Gegevenscategorie]) -> Iterator[Grond]:
    heel = (Periode(grond.geldig_vanaf, grond.geldig_tot),)
    for stuk in zonder(heel, regel.wanneer):
        yield replace(grond, geldig_vanaf=stuk.van, geldig_tot=stuk.tot)
    for stuk in doorsneden(heel, regel.wanneer):
        yield replace(
            grond,
            geldig_vanaf=stuk.van,
            geldig_tot=stuk.tot,
            categorieen=grond.categorieen & houdt,
            regioafspraken=(*grond.regioafspraken, regel.nummer),
        )
