"""Pbw 18a: prison, municipalities and probation around the plan and the basic conditions."""

from __future__ import annotations

from collections.abc import Iterator

from richting.akkoord.grondslagen.deelnemers import (
    gemeenten,
    gevraagde_gemeenten,
    instellingen,
    reclasseringen,
)
from richting.akkoord.grondslagen.loop import Zaak, onder_pbw, slot
from richting.akkoord.grondslagen.register import PBW_18A
from richting.akkoord.grondslagen.soorten import Grond
from richting.akkoord.grondslagen.verlening import verleen
from richting.akkoord.periode import doorsneden, periode
from richting.akkoord.woorden import Loketsoort


def gemeenten_bij_het_plan(zaak: Zaak) -> Iterator[Grond]:
    """The college of each municipality in play works on the plan. Clausule 6.2. Artikel Pbw 18a."""
    nazorg = periode(None, slot(zaak, zaak.aannames.nazorg_maanden))
    binnen = doorsneden(onder_pbw(zaak.feiten), [nazorg] if nazorg else [])
    for gemeente in gemeenten(zaak, Loketsoort.NAZORG):
        yield from verleen(zaak, PBW_18A, gemeente, binnen)


def gevraagde_gemeente_bij_het_plan(zaak: Zaak) -> Iterator[Grond]:
    """A municipality that was asked sees what it needs to answer, and only until then.

    Clausule 5.7, 6.4. Artikel Pbw 18a. An assumption says what that is; it can only narrow.
    """
    nazorg = periode(None, slot(zaak, zaak.aannames.nazorg_maanden))
    binnen = doorsneden(onder_pbw(zaak.feiten), [nazorg] if nazorg else [])
    smal = frozenset(zaak.aannames.verzoek_categorieen)
    for gemeente in gevraagde_gemeenten(zaak):
        yield from verleen(zaak, PBW_18A, gemeente, binnen, hoogstens=smal)


def inrichting_met_het_plan(zaak: Zaak) -> Iterator[Grond]:
    """The director of the prison makes the plan. Clausule 1.6, 6.2. Artikel Pbw 18a."""
    for inrichting in instellingen(zaak):
        if inrichting.partij.loketsoort == Loketsoort.CASEMANAGEMENT:
            yield from verleen(zaak, PBW_18A, inrichting, onder_pbw(zaak.feiten))


def reclassering_bij_het_plan(zaak: Zaak) -> Iterator[Grond]:
    """Probation works on the plan. Clausule 2.1, 2.2, 6.2. Artikel Pbw 18a."""
    for reclassering in reclasseringen(zaak):
        yield from verleen(zaak, PBW_18A, reclassering, onder_pbw(zaak.feiten))
