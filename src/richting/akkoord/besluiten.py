"""Decisions that touch others: whom they touch, who reacts by when, and when they become final.

Clausule 5.3: parties take no decisions that can harm or touch the other. The course of a decision
is one table; `docs/besluit.md` holds the diagram made from it, and a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron, Uitkomst


class Besluitstaat(StrEnum):
    """Where a decision is. Clausule 5.3."""

    VOORGENOMEN = "voorgenomen"
    AANGEHOUDEN = "aangehouden_voor_overleg"
    DEFINITIEF = "definitief"
    INGETROKKEN = "ingetrokken"


class Besluitdaad(StrEnum):
    """What somebody does with a decision."""

    REAGEREN = "reageren"
    BEZWAAR_MAKEN = "bezwaar_maken"
    BEZWAAR_LATEN_VALLEN = "bezwaar_laten_vallen"
    OVERLEG_VASTLEGGEN = "overleg_vastleggen"
    DEFINITIEF_MAKEN = "definitief_maken"
    INTREKKEN = "intrekken"
    OVERNEMEN = "overnemen"


class Besluitrol(StrEnum):
    """What a desk is to a decision. `opvolger`: the deciding desk has no ground any more, and this
    one, which may take such a decision, has."""

    BESLISSER = "beslisser"
    GERAAKT = "geraakt"
    OPVOLGER = "opvolger"


class Besluitmening(StrEnum):
    """What a party says of an intended decision."""

    AKKOORD = "akkoord"
    BEZWAAR = "bezwaar"
    GEEN_MENING = "geen_mening"


@dataclass(frozen=True)
class Besluitovergang:
    """From this state, this act by a desk in this role leads to that state."""

    van: Besluitstaat
    daad: Besluitdaad
    naar: Besluitstaat
    rol: Besluitrol


S, D, R = Besluitstaat, Besluitdaad, Besluitrol
OVERGANGEN: tuple[Besluitovergang, ...] = (
    Besluitovergang(S.VOORGENOMEN, D.REAGEREN, S.VOORGENOMEN, R.GERAAKT),
    Besluitovergang(S.VOORGENOMEN, D.BEZWAAR_MAKEN, S.AANGEHOUDEN, R.GERAAKT),
    Besluitovergang(S.VOORGENOMEN, D.DEFINITIEF_MAKEN, S.DEFINITIEF, R.BESLISSER),
    Besluitovergang(S.VOORGENOMEN, D.INTREKKEN, S.INGETROKKEN, R.BESLISSER),
    Besluitovergang(S.VOORGENOMEN, D.OVERNEMEN, S.VOORGENOMEN, R.OPVOLGER),
    Besluitovergang(S.AANGEHOUDEN, D.REAGEREN, S.AANGEHOUDEN, R.GERAAKT),
    Besluitovergang(S.AANGEHOUDEN, D.BEZWAAR_MAKEN, S.AANGEHOUDEN, R.GERAAKT),
    Besluitovergang(S.AANGEHOUDEN, D.BEZWAAR_LATEN_VALLEN, S.VOORGENOMEN, R.GERAAKT),
    Besluitovergang(S.AANGEHOUDEN, D.OVERLEG_VASTLEGGEN, S.VOORGENOMEN, R.BESLISSER),
    Besluitovergang(S.AANGEHOUDEN, D.INTREKKEN, S.INGETROKKEN, R.BESLISSER),
    Besluitovergang(S.AANGEHOUDEN, D.OVERNEMEN, S.AANGEHOUDEN, R.OPVOLGER),
    Besluitovergang(S.DEFINITIEF, D.REAGEREN, S.DEFINITIEF, R.GERAAKT),
    Besluitovergang(S.DEFINITIEF, D.BEZWAAR_MAKEN, S.DEFINITIEF, R.GERAAKT),
    Besluitovergang(S.DEFINITIEF, D.BEZWAAR_LATEN_VALLEN, S.DEFINITIEF, R.GERAAKT),
    Besluitovergang(S.DEFINITIEF, D.OVERLEG_VASTLEGGEN, S.DEFINITIEF, R.BESLISSER),
    Besluitovergang(S.DEFINITIEF, D.INTREKKEN, S.INGETROKKEN, R.BESLISSER),
    Besluitovergang(S.DEFINITIEF, D.OVERNEMEN, S.DEFINITIEF, R.OPVOLGER),
)
"""All that can be done with a decision; what is not here cannot be done. Clausule 5.3.

Only an urgent decision is heard after it became final: see `hoort_nog`.
"""
_TABEL = {(o.van, o.daad): o for o in OVERGANGEN}
BEGINSTATEN = (S.VOORGENOMEN, S.DEFINITIEF)
"""A decision begins intended; an urgent one begins final, and is heard afterwards."""
EINDSTATEN = (S.INGETROKKEN,)
LOPEND = (S.VOORGENOMEN, S.AANGEHOUDEN)
"""States in which something still has to be decided."""


class GeenBesluitovergang(Exception):
    """This may not be done with the decision as it stands; `zin` tells the user why."""

    def __init__(self, code: str, zin: str) -> None:
        super().__init__(zin)
        self.code, self.zin = code, zin


@dataclass(frozen=True)
class Gehoord:
    """One party that was asked: until which day, and what it said, when."""

    uiterlijk: date
    mening: Besluitmening | None = None
    op: datetime | None = None


@dataclass(frozen=True)
class Besluitstand:
    """A decision as the rule looks at it. `overleg_op`: when it was last talked over."""

    staat: Besluitstaat
    spoed: bool = False
    gehoord: tuple[Gehoord, ...] = ()
    overleg_op: datetime | None = None


def reactie_voor(
    op: date, ingang: date, *, spoed: bool = False, aannames: Aannames = AANNAMES
) -> date:
    """The last day for a party to react, asked on `op`. Clausule 5.3.

    In working days, and before the day on which the decision takes effect; never before today. An
    urgent decision stands already: its parties get the whole term.
    """
    termijn = plus_werkdagen(op, aannames.besluit_reactie_werkdagen)
    if spoed:
        return termijn
    return min(termijn, max(op, ingang - timedelta(days=1)))


def overleg_voor(op: date, aannames: Aannames = AANNAMES) -> date:
    """By when an objection made on `op` must have been talked over. Clausule 5.3, 8.5."""
    return plus_werkdagen(op, aannames.besluit_overleg_werkdagen)


def bezwaren(stand: Besluitstand) -> tuple[Gehoord, ...]:
    """The objections that stand. Clausule 5.3."""
    return tuple(g for g in stand.gehoord if g.mening is Besluitmening.BEZWAAR)


def onbesproken(stand: Besluitstand) -> tuple[Gehoord, ...]:
    """The objections that nobody talked over yet. Clausule 5.3, 8.5."""
    return tuple(
        g
        for g in bezwaren(stand)
        if stand.overleg_op is None or g.op is None or stand.overleg_op < g.op
    )


def wacht_op(stand: Besluitstand, op: date) -> tuple[Gehoord, ...]:
    """The parties that did not react and still have the time to; the last day counts."""
    return tuple(g for g in stand.gehoord if g.mening is None and op <= g.uiterlijk)


def kan_definitief(stand: Besluitstand, op: date, reden: str = "") -> Uitkomst[bool]:
    """Whether an intended decision may become final on a day. Clausule 5.3, 8.7.

    Only after every party reacted or its term passed; an objection stands in the way until it was
    talked over, and then `reden` says why the decision is taken all the same.
    """
    bron = (Bron("clausule", "5.3"),)
    if stand.staat not in LOPEND:
        return Uitkomst(False, "staat", _("Dit besluit loopt niet meer."), bron)
    if onbesproken(stand):
        zin = _("Een partij heeft bezwaar. Overleg eerst, en leg vast wat eruit kwam.")
        return Uitkomst(False, "bezwaar", zin, bron)
    if wacht_op(stand, op):
        zin = _("Nog niet alle partijen hebben gereageerd, en hun termijn loopt nog.")
        return Uitkomst(False, "wacht", zin, bron)
    if bezwaren(stand) and not reden.strip():
        zin = _("Er is nog bezwaar. Zeg waarom u het besluit na het overleg toch neemt.")
        return Uitkomst(False, "reden", zin, (*bron, Bron("clausule", "8.7")))
    return Uitkomst(True, "kan", _("Alle partijen zijn gehoord, of hun termijn is voorbij."), bron)


def definitief_vanaf(stand: Besluitstand) -> date | None:
    """The first day on which nobody needs to be waited for; None while an objection is open."""
    if stand.staat not in LOPEND or onbesproken(stand):
        return None
    dagen = [
        g.op.date() if g.op and g.mening else g.uiterlijk + timedelta(days=1) for g in stand.gehoord
    ]
    return max(dagen, default=None)


def hoort_nog(stand: Besluitstand) -> bool:
    """Parties may still react: while it is open, and afterwards when it was urgent."""
    return stand.staat in LOPEND or (stand.staat is S.DEFINITIEF and stand.spoed)


def daad_van(mening: Besluitmening, stand: Besluitstand, eigen: Gehoord) -> Besluitdaad:
    """Which act a reaction of this party is, on top of what it said before.

    Dropping the last objection that was not talked over frees the decision. Clausule 5.3.
    """
    if mening is Besluitmening.BEZWAAR:
        return Besluitdaad.BEZWAAR_MAKEN
    open_ = onbesproken(stand)
    if eigen in open_ and len(open_) == 1:
        return Besluitdaad.BEZWAAR_LATEN_VALLEN
    return Besluitdaad.REAGEREN


def check_daad(
    stand: Besluitstand, daad: Besluitdaad, rollen: Iterable[Besluitrol]
) -> Besluitstaat:
    """The state that follows; raises GeenBesluitovergang with a sentence. Clausule 5.3."""
    overgang = _TABEL.get((stand.staat, daad))
    if overgang is None:
        raise GeenBesluitovergang(
            "staat", _("Dit kan niet meer: het besluit staat er nu anders voor.")
        )
    if overgang.rol not in set(rollen):
        raise GeenBesluitovergang("rol", ROLZINNEN[overgang.rol])
    if overgang.rol is R.GERAAKT and not hoort_nog(stand):
        raise GeenBesluitovergang("gehoord", _("Dit besluit staat vast. Reageren kan niet meer."))
    if daad is D.OVERLEG_VASTLEGGEN and not onbesproken(stand):
        raise GeenBesluitovergang("overleg", _("Er is geen bezwaar dat nog besproken moet worden."))
    return overgang.naar


def mag_daad(stand: Besluitstand, daad: Besluitdaad, rollen: Iterable[Besluitrol]) -> bool:
    """Whether a desk with these roles may do this now. Clausule 5.3."""
    try:
        check_daad(stand, daad, rollen)
    except GeenBesluitovergang:
        return False
    return True


ROLZINNEN: dict[Besluitrol, str] = {
    Besluitrol.BESLISSER: _("Alleen het loket dat het besluit neemt, kan dit."),
    Besluitrol.GERAAKT: _("Alleen een loket dat om een reactie is gevraagd, kan dit."),
    Besluitrol.OPVOLGER: _("Dit kan alleen als het loket dat beslist, het dossier niet meer ziet."),
}
"""Why a desk in another role may not."""
