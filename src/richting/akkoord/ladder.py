"""The ladder: who hears of a post before its day, on it, and ever higher after it. Clausule 7.5.

Who has it to do is reminded first; then the whole desk; then the manager of the desk; and only then
it becomes an obstacle that others see, without personal data. Each gets the time that the ladder
gives before the next hears of it, also when the program stood still or a day was moved to the past:
nobody is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.kalender import min_werkdagen, plus_werkdagen
from richting.akkoord.posten import Post, vraagt_werk


class Stap(StrEnum):
    """The steps of the ladder, from low to high."""

    VOORAF = "vooraf"
    OP_DE_DAG = "op_de_dag"
    POSTBUS = "postbus"
    LEIDING = "leiding"
    BELEMMERING = "belemmering"


STAPPEN = tuple(Stap)
BIJ_HET_LOKET = frozenset({Stap.VOORAF, Stap.OP_DE_DAG, Stap.POSTBUS})
"""These reach the same desk: the highest says all that a lower one would have said."""
HOGEROP = frozenset({Stap.LEIDING, Stap.BELEMMERING})
"""These reach somebody else, after who stands before them had their time."""


@dataclass(frozen=True)
class Zet:
    """One step to take now. `overgeslagen`: only put on record, a higher step says it all."""

    stap: Stap
    overgeslagen: bool = False


def wacht(stap: Stap, aannames: Aannames = AANNAMES) -> int:
    """How many working days a step comes after the last day; what comes before it counts as 0."""
    return {
        Stap.POSTBUS: aannames.ladder_postbus_werkdagen,
        Stap.LEIDING: aannames.ladder_leiding_werkdagen,
        Stap.BELEMMERING: aannames.ladder_belemmering_werkdagen,
    }.get(stap, 0)


def stapdag(stap: Stap, uiterlijk: date, aannames: Aannames = AANNAMES) -> date:
    """The day of a step, counted from the last day of the post. Clausule 7.5."""
    if stap is Stap.VOORAF:
        return min_werkdagen(uiterlijk, aannames.ladder_vooraf_werkdagen)
    return plus_werkdagen(uiterlijk, wacht(stap, aannames))


def te_zetten(
    post: Post, op: date, gezet: Mapping[Stap, date], aannames: Aannames = AANNAMES
) -> tuple[Zet, ...]:
    """The steps of a post to take on a day, lowest first; the last one is sent. Clausule 7.5.

    `gezet`: the steps taken before for this very day of the post, and when. What is done, lapsed or
    put off does not climb. A missed day is caught up: of the steps at the desk itself only the
    highest is sent, the others are put on record. Each step above the desk waits for the one before
    it, as long as the ladder gives. Asked again with these steps taken, it says nothing more.
    """
    if not vraagt_werk(post, op):
        return ()
    nieuw: list[Stap] = []
    for stap in _hoger_dan(gezet):
        if op < stapdag(stap, post.uiterlijk, aannames) or not _mag_hierna(
            stap, op, gezet, aannames
        ):
            break
        nieuw.append(stap)
    return tuple(Zet(stap, overgeslagen=stap is not nieuw[-1]) for stap in nieuw)


def _hoger_dan(gezet: Mapping[Stap, date]) -> tuple[Stap, ...]:
    hoogste = max((STAPPEN.index(stap) for stap in gezet), default=-1)
    return STAPPEN[hoogste + 1 :]


def _mag_hierna(stap: Stap, op: date, gezet: Mapping[Stap, date], aannames: Aannames) -> bool:
    """Who stands before this step was told, and had their time."""
    if stap not in HOGEROP:
        return True
    vorige = STAPPEN[STAPPEN.index(stap) - 1]
    if vorige not in gezet:
        return False
    tijd = max(wacht(stap, aannames) - wacht(vorige, aannames), 1)
    return op >= plus_werkdagen(gezet[vorige], tijd)


def vroegste_stap(uiterlijk: date, aannames: Aannames = AANNAMES) -> date:
    """The first day on which a post can do anything on the ladder. Clausule 7.5."""
    return stapdag(Stap.VOORAF, uiterlijk, aannames)


def laatste_dag_binnen_bereik(op: date, aannames: Aannames = AANNAMES) -> date:
    """A post of which the last day lies later than this, cannot do anything on the ladder yet."""
    return plus_werkdagen(op, aannames.ladder_vooraf_werkdagen + 1)


def kan_niet_wachten(post: Post, aannames: Aannames = AANNAMES) -> bool:
    """What may not wait for a digest, and reaches also who wants no mail. Clausule 7.5.

    The assumption names kinds (`overdracht`) or keys (`termijn:overdracht`).
    """
    return any(
        naam in (post.soort, post.sleutel) or post.sleutel.startswith(f"{naam}:")
        for naam in aannames.spoed_postsoorten
    )
