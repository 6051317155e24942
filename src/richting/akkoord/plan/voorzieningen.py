"""Provisions of a municipality or region, and a place in one: the rules. Clausule 4.3, 8.3.

A place is asked, reserved, confirmed or refused. `docs/plaats.md` holds the diagram that is made
from the table here. Whether a reservation has lapsed, or a stay in a place is over, follows from
its dates and the day one asks: nothing is kept that can grow old.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from richting.akkoord.plan.overgangen import GeenOvergang
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Loketsoort

HOUDERS = frozenset({Loketsoort.NAZORG, Loketsoort.PROCESREGIE})
"""The desks that keep provisions: those that run care and social provisions. Clausule 1.8, 8.3."""


class Voorzieningsoort(StrEnum):
    """What is offered. Feiten 2.3 (K: practice order); clausule 5.7–5.11, 5.14."""

    WONING = "woning"
    OPVANG = "opvang"
    BESCHERMD_WONEN = "beschermd_wonen"
    FORENSISCH_WONEN = "forensisch_wonen"
    WERK = "werk"
    DAGBESTEDING = "dagbesteding"
    SCHOLING = "scholing"
    SCHULDHULP = "schuldhulp"
    BEGELEIDING = "begeleiding"
    VRIJWILLIGERS = "vrijwilligers"
    ANDERS = "anders"


LEEFGEBIEDEN_VAN: dict[Voorzieningsoort, tuple[Leefgebied, ...]] = {
    Voorzieningsoort.WONING: (Leefgebied.ONDERDAK,),
    Voorzieningsoort.OPVANG: (Leefgebied.ONDERDAK,),
    Voorzieningsoort.BESCHERMD_WONEN: (Leefgebied.ONDERDAK, Leefgebied.ZORG),
    Voorzieningsoort.FORENSISCH_WONEN: (Leefgebied.ONDERDAK, Leefgebied.ZORG),
    Voorzieningsoort.WERK: (Leefgebied.INKOMEN,),
    Voorzieningsoort.DAGBESTEDING: (Leefgebied.INKOMEN,),
    Voorzieningsoort.SCHOLING: (Leefgebied.INKOMEN,),
    Voorzieningsoort.SCHULDHULP: (Leefgebied.SCHULDEN,),
    Voorzieningsoort.BEGELEIDING: (Leefgebied.ZORG,),
    Voorzieningsoort.VRIJWILLIGERS: (Leefgebied.NETWERK,),
    Voorzieningsoort.ANDERS: tuple(Leefgebied),
}
"""For which life areas a kind can be; the provision names one of them."""


class Plaatsstaat(StrEnum):
    """How far the question for a place is; the negative endings are states of their own."""

    GEVRAAGD = "gevraagd"
    GERESERVEERD = "gereserveerd"
    BEVESTIGD = "bevestigd"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"
    VERVALLEN = "vervallen"
    AFGELOPEN = "afgelopen"


class Plaatsdaad(StrEnum):
    """What somebody does with a place that was asked."""

    RESERVEREN = "reserveren"
    BEVESTIGEN = "bevestigen"
    WEIGEREN = "weigeren"
    INTREKKEN = "intrekken"
    VRIJGEVEN = "vrijgeven"


class Plaatsrol(StrEnum):
    """What a desk is to a place: it keeps the provision, or it asked."""

    HOUDER = "houder"
    VRAGER = "vrager"


class Plaatsreden(StrEnum):
    """Why a place was refused, withdrawn or set free."""

    GEEN_PLEK = "geen_plek"
    PAST_NIET = "past_niet"
    GESLOTEN = "gesloten"
    TE_LAAT = "te_laat"
    NIET_ONZE_TAAK = "niet_onze_taak"
    WIL_NIET = "wil_niet"
    NIET_VERSCHENEN = "niet_verschenen"
    NIET_MEER_NODIG = "niet_meer_nodig"
    ANDERS_GEREGELD = "anders_geregeld"
    DOORGESTROOMD = "doorgestroomd"
    AFSPRAKEN = "afspraken"
    EERDER_VRIJ = "eerder_vrij"
    LATER_VRIJ = "later_vrij"
    VERHUISD = "verhuisd"
    OVERLEDEN = "overleden"
    VERGISSING = "vergissing"
    ANDERS = "anders"


REDENZINNEN: dict[Plaatsreden, str] = {
    Plaatsreden.GEEN_PLEK: _("Er is geen plek"),
    Plaatsreden.PAST_NIET: _("De persoon past niet bij de voorwaarden"),
    Plaatsreden.GESLOTEN: _("De voorziening is gesloten"),
    Plaatsreden.TE_LAAT: _("Het kan niet meer op tijd"),
    Plaatsreden.NIET_ONZE_TAAK: _("Dit is niet onze taak"),
    Plaatsreden.WIL_NIET: _("De persoon wil het niet"),
    Plaatsreden.NIET_VERSCHENEN: _("De persoon is niet verschenen"),
    Plaatsreden.NIET_MEER_NODIG: _("Het is niet meer nodig"),
    Plaatsreden.ANDERS_GEREGELD: _("Het is op een andere manier geregeld"),
    Plaatsreden.DOORGESTROOMD: _("De persoon heeft een andere plek gevonden"),
    Plaatsreden.AFSPRAKEN: _("De afspraken zijn niet nagekomen"),
    Plaatsreden.EERDER_VRIJ: _("De persoon kwam eerder vrij"),
    Plaatsreden.LATER_VRIJ: _("De persoon komt later vrij"),
    Plaatsreden.VERHUISD: _("De persoon is verhuisd naar een andere gemeente"),
    Plaatsreden.OVERLEDEN: _("De persoon is overleden"),
    Plaatsreden.VERGISSING: _("Het was een vergissing"),
    Plaatsreden.ANDERS: _("Een andere reden"),
}
"""How each reason reads. `anders` needs an explanation."""

P = Plaatsreden
_LEVENSLOOP = (P.EERDER_VRIJ, P.LATER_VRIJ, P.VERHUISD, P.OVERLEDEN)
REDENEN: dict[Plaatsdaad, tuple[Plaatsreden, ...]] = {
    Plaatsdaad.WEIGEREN: (
        P.GEEN_PLEK,
        P.PAST_NIET,
        P.GESLOTEN,
        P.TE_LAAT,
        P.NIET_ONZE_TAAK,
        P.ANDERS,
    ),
    Plaatsdaad.INTREKKEN: (
        P.NIET_MEER_NODIG,
        P.ANDERS_GEREGELD,
        P.WIL_NIET,
        P.VERGISSING,
        *_LEVENSLOOP,
        P.ANDERS,
    ),
    Plaatsdaad.VRIJGEVEN: (
        P.DOORGESTROOMD,
        P.NIET_MEER_NODIG,
        P.NIET_VERSCHENEN,
        P.AFSPRAKEN,
        P.WIL_NIET,
        P.GESLOTEN,
        *_LEVENSLOOP,
        P.ANDERS,
    ),
}
"""The reasons that each act may have; an act that is not here needs none."""


@dataclass(frozen=True)
class Plaatsovergang:
    """From these states, this act by a desk in this role leads to that state."""

    van: tuple[Plaatsstaat, ...]
    naar: Plaatsstaat
    rol: Plaatsrol


_S = Plaatsstaat
OPEN = (_S.GEVRAAGD, _S.GERESERVEERD, _S.BEVESTIGD)
"""States in which something still has to happen, or somebody is in the place."""
STAPPEN: dict[Plaatsdaad, Plaatsovergang] = {
    Plaatsdaad.RESERVEREN: Plaatsovergang(
        (_S.GEVRAAGD, _S.GERESERVEERD), _S.GERESERVEERD, Plaatsrol.HOUDER
    ),
    Plaatsdaad.BEVESTIGEN: Plaatsovergang(OPEN, _S.BEVESTIGD, Plaatsrol.HOUDER),
    Plaatsdaad.WEIGEREN: Plaatsovergang(
        (_S.GEVRAAGD, _S.GERESERVEERD), _S.GEWEIGERD, Plaatsrol.HOUDER
    ),
    Plaatsdaad.VRIJGEVEN: Plaatsovergang((_S.BEVESTIGD,), _S.AFGELOPEN, Plaatsrol.HOUDER),
    Plaatsdaad.INTREKKEN: Plaatsovergang(OPEN, _S.INGETROKKEN, Plaatsrol.VRAGER),
}
"""All that can be done with a place. To confirm again moves the days of a confirmed place: the
day of release is a range that changes. Clausule 8.3, 8.5."""


@dataclass(frozen=True)
class Plek:
    """What the rules must know of a place: its state as written down, and its days.

    `vanaf` and `tot` are the first and the last day in the place; no `tot`: no end agreed.
    `gereserveerd_tot` is the last day on which a reservation holds.
    """

    staat: Plaatsstaat
    vanaf: date
    tot: date | None = None
    gereserveerd_tot: date | None = None


def staat_op(plek: Plek, op: date) -> Plaatsstaat:
    """How far a place is on a day: what has lapsed or is over follows from its dates."""
    reserve = plek.staat is Plaatsstaat.GERESERVEERD and plek.gereserveerd_tot is not None
    if reserve and plek.gereserveerd_tot < op:  # type: ignore[operator]
        return Plaatsstaat.VERVALLEN
    if plek.staat is Plaatsstaat.BEVESTIGD and plek.tot is not None and plek.tot < op:
        return Plaatsstaat.AFGELOPEN
    return plek.staat


def houdt_bezet(plek: Plek, op: date) -> bool:
    """Whether a place counts, as things stand on `op`: reserved and not lapsed, or confirmed."""
    return staat_op(plek, op) in (Plaatsstaat.GERESERVEERD, Plaatsstaat.BEVESTIGD)


def bezet_op(plekken: Iterable[Plek], dag: date, op: date) -> int:
    """How many places are taken on `dag`, as things stand on `op`."""
    return sum(
        houdt_bezet(plek, op) and plek.vanaf <= dag and (plek.tot is None or dag <= plek.tot)
        for plek in plekken
    )


def meest_bezet(plekken: Iterable[Plek], vanaf: date, tot: date | None, op: date) -> int:
    """The most places that are taken on one day from `vanaf` to `tot` (None: no end)."""
    alle = list(plekken)
    begin = {vanaf, *(p.vanaf for p in alle if p.vanaf > vanaf and (tot is None or p.vanaf <= tot))}
    return max(bezet_op(alle, dag, op) for dag in begin)


def past_nog(
    plaatsen: int, plekken: Iterable[Plek], vanaf: date, tot: date | None, op: date
) -> bool:
    """Whether one more fits on every day from `vanaf` to `tot`. Clausule 8.3."""
    return meest_bezet(plekken, vanaf, tot, op) < plaatsen


def eerste_vrije_dag(plaatsen: int, plekken: Iterable[Plek], vanaf: date, op: date) -> date | None:
    """The first day, from `vanaf`, after which a place stays free; None when none is in sight."""
    alle = list(plekken)
    vrij = {p.tot + timedelta(days=1) for p in alle if p.tot is not None and p.tot >= vanaf}
    dagen = sorted({vanaf, *vrij})
    return next((dag for dag in dagen if past_nog(plaatsen, alle, dag, None, op)), None)


def mogelijk(staat: Plaatsstaat, rollen: Iterable[Plaatsrol]) -> tuple[Plaatsdaad, ...]:
    """What a desk with these roles may do with a place in this state, in order of the table."""
    eigen = set(rollen)
    return tuple(d for d, stap in STAPPEN.items() if staat in stap.van and stap.rol in eigen)


def rollen_van(
    loket: int | None, houder: int, vrager: int, *, vrager_ziet_nog: bool = True
) -> frozenset[Plaatsrol]:
    """What a desk is to a place. Who asked and lost its ground is followed up by any other desk
    of the plan. Clausule 4.3, 6.4."""
    uit = set()
    if loket is not None and loket == houder:
        uit.add(Plaatsrol.HOUDER)
    if loket is not None and (loket == vrager or not vrager_ziet_nog):
        uit.add(Plaatsrol.VRAGER)
    return frozenset(uit)


def check_daad(
    staat: Plaatsstaat,
    daad: Plaatsdaad,
    rollen: Iterable[Plaatsrol],
    *,
    reden: str = "",
    toelichting: str = "",
) -> Plaatsovergang:
    """The row of the table for this act; raises GeenOvergang with a sentence. Clausule 8.3."""
    stap = STAPPEN[daad]
    if stap.rol not in set(rollen):
        raise GeenOvergang("rol", ROLZINNEN[stap.rol])
    if staat not in stap.van:
        raise GeenOvergang("staat", _("Dit kan niet meer: de plek staat er nu anders voor."))
    redenen = REDENEN.get(daad, ())
    if redenen and reden not in redenen:
        raise GeenOvergang("reden", _("Kies een reden."))
    if redenen and reden == Plaatsreden.ANDERS and not toelichting.strip():
        raise GeenOvergang("toelichting", _("Schrijf op wat de andere reden is."))
    return stap


ROLZINNEN: dict[Plaatsrol, str] = {
    Plaatsrol.HOUDER: _("Alleen het loket van de voorziening kan dit."),
    Plaatsrol.VRAGER: _("Alleen het loket dat de plek vroeg, kan dit."),
}
"""Why a desk in another role may not."""


@dataclass(frozen=True)
class Aanbod:
    """What the rules must know of a provision: for whom and when it is there."""

    leefgebied: Leefgebied
    gemeenten: frozenset[str]
    is_open: bool
    geldig_vanaf: date
    geldig_tot: date | None = None


def is_er(aanbod: Aanbod, op: date) -> bool:
    """Whether a provision is there on a day; `geldig_tot` is its last day."""
    tot = aanbod.geldig_tot
    return aanbod.geldig_vanaf <= op and (tot is None or op <= tot)


def bezwaren(
    aanbod: Aanbod,
    leefgebied: Leefgebied,
    gemeenten: Iterable[str],
    vanaf: date,
    tot: date | None,
    op: date,
) -> Iterator[str]:
    """Why a place cannot be asked, in sentences; none when it can. Clausule 8.3.

    `gemeenten` are those in play for this person: a provision is for its own municipalities only.
    """
    if aanbod.leefgebied is not leefgebied:
        yield _("Deze voorziening hoort bij een ander leefgebied.")
    if not aanbod.gemeenten & set(gemeenten):
        yield _("Deze voorziening is er niet voor de gemeente van deze persoon.")
    if not aanbod.is_open:
        yield _("Deze voorziening neemt nu niemand aan.")
    if vanaf < op:
        yield _("Kies een eerste dag: vandaag of later.")
    if tot is not None and tot < vanaf:
        yield _("De laatste dag ligt voor de eerste dag.")
    if not is_er(aanbod, max(vanaf, op)):
        yield _("Deze voorziening is er niet op die dag.")
