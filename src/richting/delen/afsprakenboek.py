"""Which regional agreements bind desks, as the rules take them. Clausule 6.6.

Asked anew in every unit of work, never kept in memory between them: what a desk agreed on counts
from that moment in every process. Ended agreements stay in it, so that the past of a ground stays
what it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from richting.akkoord.aannames import Aannames
from richting.akkoord.grondslagen.versmalling import Binding, Regioafspraak
from richting.akkoord.partij import Partij
from richting.akkoord.periode import Periode
from richting.akkoord.regioafspraken import Afspraakdeel
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort
from richting.delen.models import Regioafspraakpartij
from richting.kern.instellingen import aannames_op


@dataclass(frozen=True)
class Boekregel:
    """One desk that confirmed one agreement: what still is shared, and when the desk is bound."""

    nummer: str
    loket: int
    wanneer: Periode
    delen: tuple[Afspraakdeel, ...]


@dataclass(frozen=True)
class Afsprakenboek:
    """What binds the desks that were asked about."""

    regels: tuple[Boekregel, ...] = ()

    def voor(self, loketten: Mapping[Partij, int]) -> list[Regioafspraak]:
        """The agreements between these parties, whose desks are given. A merged municipality is
        bound by what the desk that follows it confirmed."""
        partijen: dict[int, list[Partij]] = {}
        for partij, loket in loketten.items():
            partijen.setdefault(loket, []).append(partij)
        per_nummer: dict[str, Regioafspraak] = {}
        for regel in self.regels:
            nieuw = tuple(Binding(p, regel.wanneer) for p in partijen.get(regel.loket, ()))
            al = per_nummer.get(regel.nummer, Regioafspraak(regel.nummer, regel.delen, ()))
            per_nummer[regel.nummer] = replace(al, bindingen=al.bindingen + nieuw)
        return list(per_nummer.values())


LEEG = Afsprakenboek()
"""Nothing was agreed."""


def boek_voor(loketten: Iterable[int]) -> Afsprakenboek:
    """What these desks agreed not to share. One query, none without desks."""
    gezocht = set(loketten)
    if not gezocht:
        return LEEG
    rijen = _bevestigd().filter(loket__in=gezocht).exclude(afspraak__delen=[])
    regels = (
        Boekregel(str(rij.afspraak_id), rij.loket_id, wanneer, delen_van(rij.afspraak.delen))
        for rij in rijen
        if (wanneer := rij.gebonden)
    )
    return Afsprakenboek(tuple(sorted(regels, key=lambda regel: (regel.nummer, regel.loket))))


def aannames_tussen(een: int | None, ander: int | None, op: date) -> Aannames:
    """The assumptions for what one desk asks another: sooner, if they agreed so. Clausule 6.6.

    T7 of the facts: no national term was found for an answer; a region may agree on one. One query.
    """
    aannames = aannames_op(op)
    termijnen = _termijnen({een, ander}, op)
    kortste = min([aannames.antwoord_werkdagen, *termijnen])
    return replace(aannames, antwoord_werkdagen=kortste)


def delen_van(rijen: Iterable[Mapping[str, Any]]) -> tuple[Afspraakdeel, ...]:
    """The parts of an agreement as stored, for the rules."""
    return tuple(
        Afspraakdeel(
            rij["grondslag"],
            Loketsoort(rij["loketsoort"]),
            frozenset(Gegevenscategorie(soort) for soort in rij["categorieen"]),
        )
        for rij in rijen
    )


def als_rijen(delen: Iterable[Afspraakdeel]) -> list[dict[str, Any]]:
    """The parts of an agreement as they are stored."""
    return [
        {
            "grondslag": deel.grondslag,
            "loketsoort": deel.loketsoort.value,
            "categorieen": sorted(soort.value for soort in deel.categorieen),
        }
        for deel in delen
    ]


def _termijnen(loketten: set[int | None], op: date) -> list[int]:
    """The terms that both of these desks are bound to on a day."""
    if len(loketten) < 2 or None in loketten:
        return []
    rijen = _bevestigd().filter(loket__in=loketten, afspraak__antwoord_werkdagen__isnull=False)
    gebonden: dict[Any, list[int]] = {}
    for rij in rijen:
        wanneer = rij.gebonden
        if wanneer and wanneer.van <= op and (wanneer.tot is None or op < wanneer.tot):
            gebonden.setdefault(rij.afspraak_id, []).append(rij.afspraak.antwoord_werkdagen or 0)
    return [termijnen[0] for termijnen in gebonden.values() if len(termijnen) == 2]


def _bevestigd() -> Any:
    rijen = Regioafspraakpartij.objects.filter(
        gebonden_vanaf__isnull=False, afspraak__ingetrokken_op=None
    )
    return rijen.select_related("afspraak").order_by()
