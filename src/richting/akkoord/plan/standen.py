"""How a life area stands, now and on the day of release. Clausule 5.7–5.14, 8.3.

    stand(Leefgebied.IDENTITEIT, antwoorden, acties, op=vandaag)
    stand_op_ontslag(Leefgebied.IDENTITEIT, antwoorden, acties, op=vandaag, ontslag=dag)

Only answers make something `in_orde`: an action that is done must be measured before it counts as
that. What each area asks stands in `gebieden.py`, what each answer means in `eisen.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from richting.akkoord.plan.eisen import Antwoorden, Eis
from richting.akkoord.plan.feiten import Actiefeit
from richting.akkoord.plan.gebieden import GEBIEDEN
from richting.akkoord.plan.woorden import Actiestaat, Antwoordsoort, Leefgebied, Standwaarde
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron, Uitkomst

ERNST = (
    Standwaarde.IN_ORDE,
    Standwaarde.NIET_NODIG,
    Standwaarde.GEREGELD_VOOR_ONTSLAG,
    Standwaarde.LOOPT,
    Standwaarde.ONBEKEND,
    Standwaarde.WIL_NIET,
    Standwaarde.NIET_GEREGELD,
)
"""From good to bad; what is known to be missing weighs more than what is not known."""
ROOD = frozenset({Standwaarde.ONBEKEND, Standwaarde.WIL_NIET, Standwaarde.NIET_GEREGELD})
"""Standings that ask for somebody to act."""
CLAUSULES = {
    Leefgebied.ONDERDAK: "5.7",
    Leefgebied.INKOMEN: "5.8",
    Leefgebied.SCHULDEN: "5.9",
    Leefgebied.IDENTITEIT: "5.10",
    Leefgebied.ZORG: "5.11",
    Leefgebied.NETWERK: "5.14",
    Leefgebied.MOTIVATIE: "5.13",
}
LOPEND = frozenset({Actiestaat.AFGESPROKEN, Actiestaat.BEZIG})
WACHTEND = frozenset({Actiestaat.GEVRAAGD, Actiestaat.UITGESTELD})
KLAAR = frozenset({Standwaarde.IN_ORDE, Standwaarde.NIET_NODIG})


@dataclass(frozen=True)
class Standuitkomst(Uitkomst[Standwaarde]):
    """A standing with its reason; `zinnen` are all reasons, the deciding one (`zin`) first."""

    zinnen: tuple[str, ...] = ()


def is_rood(waarde: Standwaarde) -> bool:
    """Not arranged, and nothing is running: somebody must act."""
    return waarde in ROOD


def ernst(waarde: Standwaarde) -> int:
    """How bad a standing is: 0 is in order."""
    return ERNST.index(waarde)


def stand(
    leefgebied: Leefgebied, antwoorden: Antwoorden, acties: Iterable[Actiefeit], op: date
) -> Standuitkomst:
    """How a life area stands on `op`, by its answers and its actions. Clausule 5.7–5.14.

    A running action makes it `loopt`; one that was done after the answers, and that carries the
    area, makes it `geregeld_voor_ontslag` until it is measured.
    """
    eisen = GEBIEDEN[leefgebied](antwoorden, op)
    return _met_acties(leefgebied, eisen, _eigen(leefgebied, acties), _gemeten(antwoorden), None)


def stand_op_ontslag(
    leefgebied: Leefgebied,
    antwoorden: Antwoorden,
    acties: Iterable[Actiefeit],
    op: date,
    ontslag: date | None,
    uiterlijk: date | None = None,
) -> Standuitkomst:
    """How a life area will stand on the day of release, as far as can be said on `op`.

    What expires before that day is not in order; a carrying action that is due by then counts as
    arranged. Without a day, or after it, as of `op`: then this person may be outside any day. With
    a span of days (`uiterlijk` the last) facts must hold on each, and actions be done by the first.
    Clausule 5.7–5.11.
    """
    dag = max(ontslag, op) if ontslag else op
    laatst = max(uiterlijk, dag) if uiterlijk else dag
    eisen = max((GEBIEDEN[leefgebied](antwoorden, d) for d in (dag, laatst)), key=_ergst)
    eigen = _eigen(leefgebied, acties)
    grens = (op, dag) if ontslag and ontslag >= op else None
    return _met_acties(leefgebied, eisen, eigen, _gemeten(antwoorden), grens)


def _eigen(leefgebied: Leefgebied, acties: Iterable[Actiefeit]) -> list[Actiefeit]:
    return [actie for actie in acties if actie.leefgebied is leefgebied]


def _gemeten(antwoorden: Antwoorden) -> date | None:
    """The newest day that an answer speaks of."""
    dagen = [
        a.peildatum
        for a in antwoorden.values()
        if a.peildatum and a.soort is not Antwoordsoort.NIET_GEVRAAGD
    ]
    return max(dagen, default=None)


def _ergst(eisen: list[Eis]) -> int:
    return max(ernst(eis.waarde) for eis in eisen)


def _met_acties(
    leefgebied: Leefgebied,
    eisen: list[Eis],
    acties: list[Actiefeit],
    gemeten: date | None,
    grens: tuple[date, date] | None,
) -> Standuitkomst:
    kern = _kern(eisen)
    if kern.waarde in KLAAR:
        return _uitkomst(leefgebied, kern, eisen)
    if _geregeld(acties, gemeten, grens):
        eis = _gedaan_of_op_tijd(acties)
        return _uitkomst(leefgebied, eis, [eis, *_open(eisen)])
    if kern.waarde is Standwaarde.GEREGELD_VOOR_ONTSLAG:
        return _uitkomst(leefgebied, kern, eisen)
    if any(actie.staat in LOPEND for actie in acties):
        eis = Eis(Standwaarde.LOOPT, "actie_loopt", _("Er loopt een actie."))
        return _uitkomst(leefgebied, eis, [eis, *_open(eisen)])
    gevraagd = [a for a in acties if a.staat in WACHTEND]
    if any(actie.draagt and _telt_als_gedaan(actie, gemeten) for actie in acties):
        eis = Eis(Standwaarde.LOOPT, "deel_gedaan", _("Een deel is gedaan. Een actie wacht nog."))
        return _uitkomst(leefgebied, eis, [eis, *_open(eisen)])
    extra = [Eis(kern.waarde, "actie_wacht", _("Een actie is gevraagd of uitgesteld."))]
    return _uitkomst(leefgebied, kern, [*eisen, *(extra if gevraagd else [])])


def _kern(eisen: list[Eis]) -> Eis:
    """The deciding requirement: the worst, of equals the first; without any open one, the best."""
    if open_ := _open(eisen):
        return max(open_, key=lambda eis: ernst(eis.waarde))
    return min(eisen, key=lambda eis: ernst(eis.waarde))


def _open(eisen: list[Eis]) -> list[Eis]:
    return [eis for eis in eisen if eis.waarde not in KLAAR]


def _geregeld(
    acties: list[Actiefeit], gemeten: date | None, grens: tuple[date, date] | None
) -> bool:
    """At least one carrying action is done (or due in time), and none that carries is left over."""
    dragend = [actie for actie in acties if actie.draagt]
    over = [a for a in dragend if a.staat in LOPEND | WACHTEND and not _op_tijd(a, grens)]
    zeker = [a for a in dragend if _telt_als_gedaan(a, gemeten) or _op_tijd(a, grens)]
    return bool(zeker) and not over


def _telt_als_gedaan(actie: Actiefeit, gemeten: date | None) -> bool:
    """Done, and not before the answers that say how it stands: those would know."""
    if actie.staat is not Actiestaat.GEDAAN or actie.klaar_op is None:
        return False
    return gemeten is None or actie.klaar_op >= gemeten


def _op_tijd(actie: Actiefeit, grens: tuple[date, date] | None) -> bool:
    """Running, not overdue, and due by the day of release."""
    if grens is None or actie.staat not in LOPEND or actie.uiterlijk is None:
        return False
    op, ontslag = grens
    return op <= actie.uiterlijk <= ontslag


def _gedaan_of_op_tijd(acties: list[Actiefeit]) -> Eis:
    if any(actie.draagt and actie.staat in LOPEND for actie in acties):
        zin = _("Een actie regelt dit voor de dag van ontslag.")
        return Eis(Standwaarde.GEREGELD_VOOR_ONTSLAG, "actie_op_tijd", zin)
    zin = _("De actie hiervoor is gedaan. Meet opnieuw om dit te bevestigen.")
    return Eis(Standwaarde.GEREGELD_VOOR_ONTSLAG, "actie_gedaan", zin)


def _uitkomst(leefgebied: Leefgebied, eis: Eis, eisen: list[Eis]) -> Standuitkomst:
    zinnen = dict.fromkeys([eis.zin, *(e.zin for e in eisen)])
    bron = Bron("clausule", CLAUSULES[leefgebied])
    return Standuitkomst(eis.waarde, eis.code, eis.zin, (bron,), tuple(zinnen))
