"""Rebuild the grounds from the facts and compare them with what stands; changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from richting.akkoord.feiten import Feiten
from richting.delen.acties.herrekening import per_keer
from richting.delen.afsprakenboek import boek_voor
from richting.delen.gronden import geldende_rijen, loketten_van, van_feiten, verschil
from richting.delen.models import Grond
from richting.dossiers.feiten import feiten_van_alle
from richting.kern.instellingen import aannames_op


def afwijkende_dossiers(op: date, dossiers: Iterable[UUID] | None = None) -> Iterator[list[UUID]]:
    """Per batch the dossiers whose grounds differ from what their facts give. Clausule 6.4.

    Three queries per batch plus those of the facts. Run as owner, or within a unit of work.
    """
    aannames = aannames_op(op)
    for nummers in per_keer(dossiers):
        feiten, staand = feiten_van_alle(nummers), geldende_rijen(nummers)
        boek = boek_voor(loketten_van(feiten.values(), aannames, op))
        yield [
            nummer
            for nummer in nummers
            if verschil(van_feiten(feiten[nummer], aannames, op, boek), staand.get(nummer, []))
            or _schild_ontbreekt(feiten[nummer], staand.get(nummer, []))
        ]


def _schild_ontbreekt(feiten: Feiten, staand: list[Grond]) -> bool:
    return feiten.terroristisch and not all(rij.afgeschermd for rij in staand)
