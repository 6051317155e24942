"""Case consultations: who calls which kind, and which dossiers belong on the agenda. Clausule 8.1.

The law opens per person, not per table: whoever takes part sees only the own ground (`delen`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import laatste_dag, rekendatum
from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.termijnen import TERMIJNREGELS, termijnen, uiterste_dag
from richting.akkoord.woorden import BINNEN, Loketsoort
from richting.akkoord.woorden import Gegevenscategorie as C


class Overlegsoort(StrEnum):
    """The kinds of case consultations of the care side. Clausule 8.1."""

    MDO = "mdo"
    NAZORGOVERLEG = "nazorgoverleg"
    VEILIGHEIDSHUISTAFEL = "veiligheidshuistafel"
    CASUSOVERLEG = "casusoverleg"


class Overlegstaat(StrEnum):
    """How far a consultation is."""

    GEPLAND = "gepland"
    GEHOUDEN = "gehouden"
    AFGELAST = "afgelast"


class Uitnodigingsantwoord(StrEnum):
    """What an invited desk answers."""

    ONBEKEND = "onbekend"
    KOMT = "komt"
    KOMT_NIET = "komt_niet"


class Agendareden(StrEnum):
    """Why a dossier stands on an agenda."""

    VOORGESTELD = "voorgesteld"
    MDO_NODIG = "mdo_nodig"
    VERTREK_NABIJ = "vertrek_nabij"
    BESLUIT_AANGEHOUDEN = "besluit_aangehouden"
    OVERDRACHT_LAAT = "overdracht_laat"


MAG_BELEGGEN: dict[Overlegsoort, frozenset[Loketsoort]] = {
    Overlegsoort.MDO: BINNEN,
    Overlegsoort.NAZORGOVERLEG: frozenset({Loketsoort.NAZORG}) | BINNEN,
    Overlegsoort.VEILIGHEIDSHUISTAFEL: frozenset({Loketsoort.PROCESREGIE}),
    Overlegsoort.CASUSOVERLEG: PLANPARTIJEN,
}
"""Who calls which kind: the MDO is the institution's (DJI), the table of a Veiligheidshuis that of
the Veiligheidshuis (clausule 1.5, WGS). Only parties of the plan take part: never the mayor's desk,
OM or police, whose table is another one (clausule 6.3)."""

VERSLAGVAKKEN = (
    C.PLAN,
    C.ONDERDAK,
    C.INKOMEN,
    C.SCHULDEN,
    C.IDENTITEIT,
    C.ZORG,
    C.NETWERK,
    C.MOTIVATIE,
    C.TOEZICHT,
)
"""The compartments that minutes can be written in: each sees those it has a ground for."""


def mag_beleggen(soort: Overlegsoort, loketsoort: str) -> bool:
    """Whether a desk of this kind calls consultations of this kind. Clausule 1.5, 8.1."""
    return loketsoort in MAG_BELEGGEN[soort]


def soorten_voor(loketsoort: str) -> tuple[Overlegsoort, ...]:
    """The kinds of consultations that a desk of this kind calls. Clausule 8.1."""
    return tuple(soort for soort in Overlegsoort if mag_beleggen(soort, loketsoort))


@dataclass(frozen=True)
class Reden:
    """Why a dossier belongs on an agenda, and the day that it hangs on."""

    reden: Agendareden
    dag: date


def mdo_uiterlijk(
    feiten: Feiten, gehouden: tuple[date, ...], aannames: Aannames = AANNAMES
) -> date | None:
    """By which day the next MDO is due; None when none is. Clausule 5.1.

    Six weeks after the begin, and six weeks after each one held (T4, feiten 2.1).
    """
    einde = laatste_dag(feiten)
    if not gehouden:
        return next((t.uiterlijk for t in termijnen(feiten, aannames) if t.code == "T4"), None)
    dag = uiterste_dag(_T4_VERVOLG, max(gehouden), aannames)
    return None if einde and einde <= dag else dag


def agendaredenen(
    feiten: Feiten,
    gehouden: tuple[date, ...],
    soort: Overlegsoort,
    op: date,
    aannames: Aannames = AANNAMES,
) -> tuple[Reden, ...]:
    """Why a dossier belongs on the agenda of a consultation on that day. Clausule 5.1, 8.1.

    For an MDO: it is due before another six weeks have passed. For every kind: release is near.
    """
    if feiten.ingetrokken or feiten.persoon.overleden_op:
        return ()
    redenen: list[Reden] = []
    nodig = mdo_uiterlijk(feiten, gehouden, aannames) if soort is Overlegsoort.MDO else None
    if nodig and nodig <= op + timedelta(weeks=_T4_VERVOLG.aantal):
        redenen.append(Reden(Agendareden.MDO_NODIG, nodig))
    vertrek = rekendatum(feiten)
    nabij = op + timedelta(weeks=aannames.thuiskomst_weken)
    if vertrek and feiten.einde is None and vertrek <= nabij:
        redenen.append(Reden(Agendareden.VERTREK_NABIJ, vertrek))
    return tuple(redenen)


_T4_VERVOLG = next(regel for regel in TERMIJNREGELS if regel.code == "T4-vervolg")
