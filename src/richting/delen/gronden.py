"""From the facts of a dossier to the rows of `delen_grond`, and the difference with what stands.

Pure but for the table of desks: what the law gives comes from `akkoord.grondslagen`, what regional
agreements leave out of it from `afsprakenboek`, which desk a party has from `partijen`. `acties`
writes the difference; `richting gronden` checks it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from richting.akkoord.aannames import Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen import Grond as Partijgrond
from richting.akkoord.grondslagen import gronden
from richting.akkoord.grondslagen.versmalling import versmal
from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.afsprakenboek import LEEG, Afsprakenboek, boek_voor
from richting.delen.models import Grond
from richting.partijen.overzichten import loketten_voor

BESLOTEN = (Gegevenscategorie.RISICO, Gegevenscategorie.BIJ)
"""Compartments whose very existence is told only to who shares them."""


@dataclass(frozen=True)
class Loketgrond:
    """A ground for one desk: what a row of `delen_grond` says, without when it was known."""

    loket: int
    grondslag: str
    categorieen: tuple[str, ...]
    doel: str
    regime: str
    rol: str
    zin: str
    geldig_vanaf: date
    geldig_tot: date | None
    regioafspraken: tuple[str, ...] = ()

    @property
    def compartiment(self) -> str:
        """The category under which the journal tells of this ground."""
        return next((c.value for c in BESLOTEN if c in self.categorieen), "verblijf")


@lru_cache(maxsize=1024)
def gronden_van(feiten: Feiten, aannames: Aannames) -> frozenset[Partijgrond]:
    """What the law gives on these facts, per party: worked out once for all who ask it in turn,
    also when a batch of dossiers is asked for their desks first and their grounds after.

    Without regional agreements: those are in `afgesproken` and `van_feiten`.
    """
    return gronden(feiten, aannames)


def afgesproken(
    wet: Iterable[frozenset[Partijgrond]], op: date, boek: Afsprakenboek | None = None
) -> list[frozenset[Partijgrond]]:
    """Each of these sets of grounds, without what parties agreed to leave out. Clausule 6.6.

    `boek`: what was asked for these desks before; left out, one query, none without grounds. `op`
    decides which desk follows a party that merged.
    """
    sets = list(wet)
    loketten = loketten_voor({grond.partij for een in sets for grond in een}, op)
    afspraken = (boek or boek_voor(loketten.values())).voor(loketten)
    return [versmal(een, afspraken) for een in sets]


def loketten_van(alle: Iterable[Feiten], aannames: Aannames, op: date) -> frozenset[int]:
    """The desks that any of these facts give a ground."""
    partijen = {grond.partij for feiten in alle for grond in gronden_van(feiten, aannames)}
    return frozenset(loketten_voor(partijen, op).values())


def van_feiten(
    feiten: Feiten, aannames: Aannames, op: date, boek: Afsprakenboek = LEEG
) -> frozenset[Loketgrond]:
    """The grounds that facts and agreements give, per desk; a party without a desk gets none.

    `op` decides which desk follows a party that merged. Clausule 6.4, 6.6.
    """
    wet = gronden_van(feiten, aannames)
    loketten = loketten_voor({grond.partij for grond in wet}, op)
    return frozenset(
        Loketgrond(
            loket=loketten[grond.partij],
            grondslag=grond.grondslag,
            categorieen=tuple(sorted(c.value for c in grond.categorieen)),
            doel=grond.doel,
            regime=grond.regime.value,
            rol=grond.rol,
            zin=grond.zin,
            geldig_vanaf=grond.geldig_vanaf,
            geldig_tot=grond.geldig_tot,
            regioafspraken=tuple(sorted(grond.regioafspraken)),
        )
        for grond in versmal(wet, boek.voor(loketten))
        if grond.partij in loketten
    )


def van_rij(rij: Grond) -> Loketgrond:
    """What a stored row says."""
    return Loketgrond(
        loket=rij.loket_id,
        grondslag=rij.grondslag,
        categorieen=tuple(sorted(rij.categorieen)),
        doel=rij.doel,
        regime=rij.regime,
        rol=rij.rol,
        zin=rij.zin,
        geldig_vanaf=rij.geldig_vanaf,
        geldig_tot=rij.geldig_tot,
        regioafspraken=tuple(sorted(str(nummer) for nummer in rij.regioafspraken)),
    )


@dataclass(frozen=True)
class Verschil:
    """What must be added and which rows must end."""

    nieuw: tuple[Loketgrond, ...]
    vervallen: tuple[Grond, ...]

    def __bool__(self) -> bool:
        """There is a difference."""
        return bool(self.nieuw or self.vervallen)


def verschil(wil: frozenset[Loketgrond], rijen: Iterable[Grond]) -> Verschil:
    """Compare what should stand with the rows that stand; equal rows are left alone."""
    staat: dict[Loketgrond, Grond] = {}
    vervallen = []
    for rij in rijen:
        inhoud = van_rij(rij)
        if inhoud not in wil or inhoud in staat:
            vervallen.append(rij)
        staat.setdefault(inhoud, rij)
    nieuw = sorted(wil - staat.keys(), key=lambda g: (g.loket, g.grondslag, g.geldig_vanaf, g.rol))
    vervallen.sort(key=lambda rij: (rij.loket_id, rij.grondslag, rij.geldig_vanaf, rij.rol))
    return Verschil(tuple(nieuw), tuple(vervallen))


def open_per_loket(rijen: Iterable[Grond], op: date) -> dict[int, set[str]]:
    """Per desk the compartments that its rows open on a day; a desk without any then: empty."""
    uit: dict[int, set[str]] = {}
    for rij in rijen:
        mijn = uit.setdefault(rij.loket_id, set())
        if rij.geldig_vanaf <= op and (rij.geldig_tot is None or op < rij.geldig_tot):
            mijn.update(rij.categorieen)
    return uit


def geldende_rijen(dossiers: Iterable[UUID]) -> dict[UUID, list[Grond]]:
    """The rows in force per dossier, as far as the reader may see them. One query."""
    rijen: dict[UUID, list[Grond]] = {}
    for rij in Grond.objects.filter(dossier__in=list(dossiers), vervallen_op=None):
        rijen.setdefault(rij.dossier_id, []).append(rij)
    return rijen
