"""What a legal basis is, and what a ground is that follows from it. Clausule 6.4, 6.7."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.partij import Partij
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort, Regime


@dataclass(frozen=True)
class Ontvanger:
    """What one kind of desk may see on a legal basis, and under which regime it then works.

    The same datum can change regime on its way: DJI sends under the directive, the municipality
    works with it under the AVG.
    """

    loketsoort: Loketsoort
    categorieen: frozenset[Gegevenscategorie]
    regime: Regime


@dataclass(frozen=True)
class Grondslag:
    """A legal basis as data. A change of law adds a row and edits none.

    `geldig_vanaf` is the entry into force; `aanname_vanaf` names the assumption that can replace
    it, when no source gives that day. `regime` holds at the sending side. `opent` is False for a
    law that by itself opens no dossier. `tag` says how sure the text is: S, K or V.
    """

    code: str
    artikel: str
    naam: str
    zin: str
    doel: str
    voorwaarde: str
    einde: str
    regime: Regime
    tag: str
    geldig_vanaf: date | None = None
    geldig_tot: date | None = None
    aanname_vanaf: str = ""
    van: tuple[Loketsoort, ...] = ()
    ontvangers: tuple[Ontvanger, ...] = ()
    opent: bool = True

    @property
    def naar(self) -> tuple[Loketsoort, ...]:
        """The kinds of desks that may get data on this basis."""
        return tuple(ontvanger.loketsoort for ontvanger in self.ontvangers)

    @property
    def categorieen(self) -> frozenset[Gegevenscategorie]:
        """All categories that somebody may get on this basis."""
        return frozenset().union(*(ontvanger.categorieen for ontvanger in self.ontvangers))

    def in_werking(self, aannames: Aannames = AANNAMES) -> date | None:
        """The day of entry into force; None when that day plays no part."""
        if not self.aanname_vanaf:
            return self.geldig_vanaf
        dag: date = getattr(aannames, self.aanname_vanaf)
        return dag

    def ontvanger(self, loketsoort: Loketsoort) -> Ontvanger:
        """The receiver of this kind. Raises LookupError when the law names no such receiver."""
        for ontvanger in self.ontvangers:
            if ontvanger.loketsoort == loketsoort:
                return ontvanger
        raise LookupError(f"{self.code} noemt geen {loketsoort}")


@dataclass(frozen=True)
class Grond:
    """What a legal basis gives one party for one stay, from `geldig_vanaf` until `geldig_tot`.

    `geldig_tot` is the first day without; None when the end is not known. `zin` says in plain
    Dutch why this party sees this; `rol` in which role. `regioafspraken` names the regional
    agreements that made `categorieen` fewer than the law gives.
    """

    grondslag: str
    partij: Partij
    categorieen: frozenset[Gegevenscategorie]
    doel: str
    regime: Regime
    geldig_vanaf: date
    geldig_tot: date | None
    zin: str
    rol: str
    regioafspraken: tuple[str, ...] = ()


def is_geldig(grond: Grond, op: date) -> bool:
    """Whether a ground holds on a day. Clausule 6.4."""
    return grond.geldig_vanaf <= op and (grond.geldig_tot is None or op < grond.geldig_tot)
