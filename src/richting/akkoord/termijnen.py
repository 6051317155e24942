"""Terms: by which day something must be done, counted from a fact, with its source.

Counting itself (working days, holidays) stands in `kalender`. A rule without a fact in `Feiten` is
here as data all the same, and is counted by the room that knows the fact.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.kalender import (
    is_feestdag,
    is_werkdag,
    min_werkdagen,
    naar_werkdag,
    plus_maanden,
    plus_werkdagen,
)
from richting.akkoord.levensloop import laatste_dag
from richting.akkoord.partij import Partij
from richting.akkoord.regie import instelling
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Loketsoort, SoortPlaats

__all__ = [
    "TERMIJNREGELS",
    "Eenheid",
    "Termijn",
    "Termijnfeit",
    "Termijnregel",
    "is_feestdag",
    "is_werkdag",
    "min_werkdagen",
    "naar_werkdag",
    "plus_maanden",
    "plus_werkdagen",
    "termijnen",
    "uiterste_dag",
]

GEVANGENIS = frozenset({SoortPlaats.PI, SoortPlaats.PPC})


class Eenheid(StrEnum):
    """In what a term is counted."""

    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    WEKEN = "weken"
    MAANDEN = "maanden"


class Termijnfeit(StrEnum):
    """From which fact a term is counted."""

    BEGIN = "begin"
    MDO = "mdo"
    VRAAG = "vraag_aan_gemeente"
    SCHULDMELDING = "schuldmelding"
    SCHULD_BEDREIGEND = "schuldmelding_bedreigend"
    SCHULDGESPREK = "schuldgesprek"


@dataclass(frozen=True)
class Termijnregel:
    """A term as its source gives it. `tag` says how sure the source is: S seen, K not verified,
    V chosen by us.

    `aanname` names the setting that holds the number, when no source does. `wettelijk`: a term of
    law runs on to the next working day when it ends on a day off.
    """

    code: str
    zin: str
    feit: Termijnfeit
    aantal: int
    eenheid: Eenheid
    plicht: Loketsoort
    bron: Bron
    tag: str
    aanname: str | None = None
    wettelijk: bool = False


@dataclass(frozen=True)
class Termijn:
    """A term at work for one stay: by when, who has it, and why."""

    code: str
    zin: str
    uiterlijk: date
    partij: Partij
    bron: Bron


_PI, _NAZORG = Loketsoort.CASEMANAGEMENT, Loketsoort.NAZORG
_MDO = Bron("werkwijze", "DJI, multidisciplinair overleg")
TERMIJNREGELS = (
    Termijnregel(
        "T1",
        _("De screening en de intake zijn klaar."),
        Termijnfeit.BEGIN,
        10,
        Eenheid.WERKDAGEN,
        _PI,
        Bron("werkwijze", "DJI, screening en intake (ISS)"),
        "S",
    ),
    Termijnregel(
        "T3",
        _("Het detentie- en re-integratieplan staat vast."),
        Termijnfeit.BEGIN,
        AANNAMES.plan_weken,
        Eenheid.WEKEN,
        _PI,
        Bron("aanname", "plan_weken"),
        "K",
        aanname="plan_weken",
    ),
    Termijnregel(
        "T4",
        _("Het eerste multidisciplinair overleg (MDO) is geweest."),
        Termijnfeit.BEGIN,
        6,
        Eenheid.WEKEN,
        _PI,
        _MDO,
        "S",
    ),
    Termijnregel(
        "T4-vervolg",
        _("Het volgende multidisciplinair overleg (MDO) is geweest."),
        Termijnfeit.MDO,
        6,
        Eenheid.WEKEN,
        _PI,
        _MDO,
        "S",
    ),
    Termijnregel(
        "T7",
        _("De gemeente heeft de vraag beantwoord."),
        Termijnfeit.VRAAG,
        AANNAMES.antwoord_werkdagen,
        Eenheid.WERKDAGEN,
        _NAZORG,
        Bron("aanname", "antwoord_werkdagen"),
        "V",
        aanname="antwoord_werkdagen",
    ),
    Termijnregel(
        "T9",
        _("Het eerste gesprek over de schulden is geweest."),
        Termijnfeit.SCHULDMELDING,
        4,
        Eenheid.WEKEN,
        _NAZORG,
        Bron("artikel", "Wgs 4"),
        "S",
        wettelijk=True,
    ),
    Termijnregel(
        "T9-bedreigend",
        _("Het eerste gesprek is geweest: huis, energie, water of zorgverzekering is in gevaar."),
        Termijnfeit.SCHULD_BEDREIGEND,
        3,
        Eenheid.WERKDAGEN,
        _NAZORG,
        Bron("artikel", "Wgs 4"),
        "S",
        wettelijk=True,
    ),
    Termijnregel(
        "T10",
        _("De gemeente heeft besloten over schuldhulp."),
        Termijnfeit.SCHULDGESPREK,
        AANNAMES.schuldbesluit_weken,
        Eenheid.WEKEN,
        _NAZORG,
        Bron("aanname", "schuldbesluit_weken"),
        "K",
        aanname="schuldbesluit_weken",
        wettelijk=True,
    ),
)
"""Deadlines of `feiten.md` § 2.1; what is a condition there and no deadline is not in this list."""


def uiterste_dag(regel: Termijnregel, feitdatum: date, aannames: Aannames = AANNAMES) -> date:
    """The last day of a term that starts with a fact on this day. Clausule 5.1.

    The day of the fact itself does not count. Artikel Algemene termijnenwet 1.
    """
    aantal = getattr(aannames, regel.aanname) if regel.aanname else regel.aantal
    dag = _TEL[regel.eenheid](feitdatum, aantal)
    return naar_werkdag(dag) if regel.wettelijk else dag


def termijnen(feiten: Feiten, aannames: Aannames = AANNAMES) -> tuple[Termijn, ...]:
    """The terms that run from the first day in prison, by day. Clausule 5.1.

    A term falls away when the stay ends before it, or when someone is in a forensic institution on
    its last day: no such terms were found for the treatment plan. Whoever is transferred takes the
    term along to the next prison.
    """
    dagen = [p.van for p in feiten.plaatsen if p.soort in GEVANGENIS]
    if feiten.ingetrokken or not dagen:
        return ()
    binnen = max(min(dagen), feiten.begin)
    lopend = (_termijn(r, binnen, feiten, aannames) for r in TERMIJNREGELS if _vanaf_begin(r))
    return tuple(sorted((t for t in lopend if t), key=lambda t: (t.uiterlijk, t.code)))


def _vanaf_begin(regel: Termijnregel) -> bool:
    return regel.feit == Termijnfeit.BEGIN


def _termijn(
    regel: Termijnregel, binnen: date, feiten: Feiten, aannames: Aannames
) -> Termijn | None:
    uiterlijk = uiterste_dag(regel, binnen, aannames)
    einde = laatste_dag(feiten)
    houder = instelling(feiten, uiterlijk)
    if houder is None or houder.loketsoort != regel.plicht or (einde and einde <= uiterlijk):
        return None
    return Termijn(regel.code, regel.zin, uiterlijk, houder, regel.bron)


_TEL: dict[Eenheid, Callable[[date, int], date]] = {
    Eenheid.DAGEN: lambda dag, aantal: dag + timedelta(days=aantal),
    Eenheid.WERKDAGEN: plus_werkdagen,
    Eenheid.WEKEN: lambda dag, aantal: dag + timedelta(weeks=aantal),
    Eenheid.MAANDEN: plus_maanden,
}
