"""Who directs over time: the rule on every day from a day on, and what people made of it.

The rule (`regie.py`) answers for one day. Here it is asked on every day on which a fact may change
its answer, so that a known change of holder stands written before it happens. What people did by
hand (a takeover, an accepted handover) stands until the rule says something else than it said then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import laatste_dag
from richting.akkoord.partij import Partij
from richting.akkoord.regie import Houder, casusregie, procesregie, toezicht
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort


class Regietaak(StrEnum):
    """What one directs: the whole route, the case now, or the supervision. Clausule 1.5-1.8."""

    PROCESREGIE = "procesregie"
    CASUSREGIE = "casusregie"
    TOEZICHT = "toezicht"


class Regieherkomst(StrEnum):
    """Why somebody holds a task: by rule, taken over by hand, handed over, or kept for now."""

    REGEL = "regel"
    OVERNAME = "overname"
    OVERDRACHT = "overdracht"
    HOUDT_AAN = "houdt_aan"


CATEGORIE = {
    Regietaak.PROCESREGIE: Gegevenscategorie.VERBLIJF,
    Regietaak.CASUSREGIE: Gegevenscategorie.VERBLIJF,
    Regietaak.TOEZICHT: Gegevenscategorie.TOEZICHT,
}
"""The compartment of each task: who may not see supervision, sees no holder of it."""
ONBEKEND = frozenset({"gemeente_onbekend", "inrichting_onbekend"})
"""The rule names nobody because a fact is missing, not because nobody has the task."""
DOOR_MENSEN = frozenset({Regieherkomst.OVERNAME, Regieherkomst.OVERDRACHT})
HOUDT_AAN = _(
    "Wie de regie had, houdt haar: het is nog niet bekend aan wie zij overgaat volgens het akkoord."
)
OVERGEDRAGEN = _("Overgedragen en aanvaard.")
OVERGENOMEN = _("Overgenomen, met een reden.")
HOUDERS = {
    Regietaak.PROCESREGIE: frozenset({Loketsoort.NAZORG, Loketsoort.PROCESREGIE}),
    Regietaak.CASUSREGIE: frozenset(
        {
            Loketsoort.CASEMANAGEMENT,
            Loketsoort.FORENSISCH,
            Loketsoort.NAZORG,
            Loketsoort.RECLASSERING,
        }
    ),
    Regietaak.TOEZICHT: frozenset({Loketsoort.RECLASSERING}),
}
"""Which kinds of desks can hold a task. Clausule 1.5, 1.6, 1.7, 1.8."""


@dataclass(frozen=True)
class Wissel:
    """From this day on the rule names this holder."""

    dag: date
    houder: Houder


@dataclass(frozen=True)
class Stand:
    """Who holds a task and why; `regel` is whom the rule named at the time.

    `overdracht` is the handover that it follows from. `partij` None: visibly nobody.
    """

    partij: Partij | None
    code: str
    zin: str
    herkomst: Regieherkomst = Regieherkomst.REGEL
    regel: Partij | None = None
    overdracht: UUID | None = None
    reden: str = ""


@dataclass(frozen=True)
class Afspraak:
    """An accepted handover: on this day the task goes from one party to another. Clausule 1.7."""

    dag: date
    van: Partij
    aan: Partij
    overdracht: UUID


def volgens_regel(
    taak: Regietaak, feiten: Feiten, op: date, aannames: Aannames = AANNAMES
) -> Houder:
    """Whom the rule names for a task on a day. Clausule 1.5, 1.6, 1.7, 1.8."""
    if taak is Regietaak.TOEZICHT:
        return toezicht(feiten, op)
    regel = procesregie if taak is Regietaak.PROCESREGIE else casusregie
    return regel(feiten, op, aannames)


def mag_hebben(taak: Regietaak, soort: Loketsoort) -> bool:
    """A desk of this kind can hold this task. Clausule 1.5, 1.6, 1.7, 1.8."""
    return soort in HOUDERS[taak]


def verloop(
    taak: Regietaak, feiten: Feiten, vanaf: date, aannames: Aannames = AANNAMES
) -> tuple[Wissel, ...]:
    """The rule on every day from `vanaf` on, as changes: the first stands on `vanaf` itself.

    Clausule 1.5, 1.6, 1.7, 1.8. One holder a day, so never a gap and never two.
    """
    dagen = sorted({vanaf, *(dag for dag in _BREEKDAGEN[taak](feiten) if dag > vanaf)})
    wissels: list[Wissel] = []
    for dag in dagen:
        houder = volgens_regel(taak, feiten, dag, aannames)
        if not wissels or _anders(wissels[-1].houder, houder):
            wissels.append(Wissel(dag, houder))
    return tuple(wissels)


def vervolg(
    nu: Stand | None, wissels: Iterable[Wissel], afspraken: Iterable[Afspraak] = ()
) -> list[tuple[date, Stand]]:
    """Every change of holder from the first day of the rule on, given who holds the task now.

    What people did stands until the rule names somebody else than it did then. A handover counts
    only when its giver still holds the task on that day. Where the rule knows nobody, who had the
    task keeps it: nobody is ever let go before somebody else is known. Clausule 1.5, 1.7.
    """
    regels = list(wissels)
    vandaag = regels[0].dag
    straks = {een.dag: een for een in afspraken if een.dag >= vandaag}
    stand = _zonder_verzette(nu, straks.values())
    herzien = stand is not nu
    uit: list[tuple[date, Stand]] = []
    for dag, houder in _per_dag(regels, straks):
        nieuw = _volgende(stand, houder, straks.get(dag))
        if nieuw is not stand and (nieuw != stand or herzien):
            uit.append((dag, nieuw))
        stand, herzien = nieuw, False
    return uit


def _zonder_verzette(nu: Stand | None, straks: Iterable[Afspraak]) -> Stand | None:
    """A handover whose day was put off has not happened: the giver has the task again."""
    if nu is None or nu.overdracht is None:
        return nu
    verzet = next((een for een in straks if een.overdracht == nu.overdracht), None)
    if verzet is None:
        return nu
    return Stand(verzet.van, "", "", Regieherkomst.REGEL, nu.regel)


def _per_dag(regels: list[Wissel], straks: dict[date, Afspraak]) -> Iterator[tuple[date, Houder]]:
    """Every day on which something may change, with whom the rule names on it."""
    houders = {een.dag: een.houder for een in regels}
    houder = regels[0].houder
    for dag in sorted(houders | straks):
        houder = houders.get(dag, houder)
        yield dag, houder


def _volgende(stand: Stand | None, houder: Houder, afspraak: Afspraak | None) -> Stand:
    regel = Stand(houder.partij, houder.code, houder.zin, regel=houder.partij)
    if stand is None:
        return regel
    if afspraak and stand.partij == afspraak.van and _geldt_nog(stand, houder):
        return Stand(
            afspraak.aan,
            "overgedragen",
            OVERGEDRAGEN,
            Regieherkomst.OVERDRACHT,
            houder.partij,
            afspraak.overdracht,
        )
    if stand.herkomst in DOOR_MENSEN and _geldt_nog(stand, houder):
        return stand
    if houder.partij is None and houder.code in ONBEKEND and stand.partij:
        return _houdt_aan(stand)
    return stand if _zelfde(stand, regel) else regel


def _geldt_nog(stand: Stand, houder: Houder) -> bool:
    """The rule says what it said; a missing fact says nothing."""
    return houder.partij == stand.regel or houder.code in ONBEKEND


def _houdt_aan(stand: Stand) -> Stand:
    if stand.herkomst in (Regieherkomst.HOUDT_AAN, *DOOR_MENSEN):
        return stand
    return replace(
        stand, code="houdt_aan", zin=HOUDT_AAN, herkomst=Regieherkomst.HOUDT_AAN, overdracht=None
    )


def _zelfde(een: Stand, ander: Stand) -> bool:
    return (een.partij, een.code, een.zin, een.herkomst) == (
        *(ander.partij, ander.code, ander.zin, ander.herkomst),
    )


def _anders(een: Houder, ander: Houder) -> bool:
    return (een.partij, een.code, een.zin) != (ander.partij, ander.code, ander.zin)


def _procesdagen(feiten: Feiten) -> Iterator[date]:
    for band in feiten.gemeenten:
        yield from _bekend(band.van, band.tot)
    for verzoek in feiten.verzoeken:
        yield from _bekend(verzoek.gevraagd_op, verzoek.antwoord_op, verzoek.ingetrokken_op)
    yield from _bekend(feiten.veiligheidshuis_vanaf, feiten.veiligheidshuis_tot)


def _toezichtdagen(feiten: Feiten) -> Iterator[date]:
    for band in feiten.toezicht:
        yield from _bekend(band.van, band.tot)
    yield from _bekend(laatste_dag(feiten), feiten.persoon.overleden_op)


def _casusdagen(feiten: Feiten) -> Iterator[date]:
    yield feiten.begin
    for plaats in feiten.plaatsen:
        yield from _bekend(plaats.van, plaats.tot)
    yield from _procesdagen(feiten)
    yield from _toezichtdagen(feiten)


def _bekend(*dagen: date | None) -> Iterator[date]:
    return (dag for dag in dagen if dag is not None)


_BREEKDAGEN: dict[Regietaak, Callable[[Feiten], Iterator[date]]] = {
    Regietaak.PROCESREGIE: _procesdagen,
    Regietaak.CASUSREGIE: _casusdagen,
    Regietaak.TOEZICHT: _toezichtdagen,
}
"""The days on which the answer of each rule may change."""
