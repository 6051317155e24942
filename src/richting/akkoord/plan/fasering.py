"""Leave and phasing: the steps outside, and what the sources ask of each. Clausule 1.10, 3.5.

The rule says what stands in the way and where that comes from; people decide, and departing from it
shows (clausule 8.7).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from richting.akkoord.kalender import plus_maanden
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron


class Stapsoort(StrEnum):
    """The kinds of steps outside. Feiten T14–T18, T22, T24."""

    VERLOF_KORT = "verlof_kort"
    VERLOF_LANG = "verlof_lang"
    EXTRAMURALE_ARBEID = "extramurale_arbeid"
    PENITENTIAIR_PROGRAMMA = "penitentiair_programma"
    EINDVERLOF = "eindverlof"
    BEGELEID = "begeleid"
    ONBEGELEID = "onbegeleid"
    TRANSMURAAL = "transmuraal"
    PROEFVERLOF = "proefverlof"
    VOORWAARDELIJK_EINDE = "voorwaardelijk_einde"


FORENSISCH = (
    Stapsoort.BEGELEID,
    Stapsoort.ONBEGELEID,
    Stapsoort.TRANSMURAAL,
    Stapsoort.PROEFVERLOF,
    Stapsoort.VOORWAARDELIJK_EINDE,
)
"""The phases of tbs, in order. Feiten T24."""
VERLOVEN = frozenset({Stapsoort.VERLOF_KORT, Stapsoort.VERLOF_LANG})


class Stapstaat(StrEnum):
    """Where a step is; refused and withdrawn are states of their own."""

    VOORGENOMEN = "voorgenomen"
    AANGEVRAAGD = "aangevraagd"
    TOEGESTAAN = "toegestaan"
    LOOPT = "loopt"
    AFGEROND = "afgerond"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


VERDER: dict[Stapstaat, tuple[Stapstaat, ...]] = {
    Stapstaat.VOORGENOMEN: (Stapstaat.AANGEVRAAGD, Stapstaat.TOEGESTAAN, Stapstaat.INGETROKKEN),
    Stapstaat.AANGEVRAAGD: (Stapstaat.TOEGESTAAN, Stapstaat.GEWEIGERD, Stapstaat.INGETROKKEN),
    Stapstaat.TOEGESTAAN: (Stapstaat.LOOPT, Stapstaat.INGETROKKEN),
    Stapstaat.LOOPT: (Stapstaat.AFGEROND, Stapstaat.INGETROKKEN),
    Stapstaat.AFGEROND: (),
    Stapstaat.GEWEIGERD: (),
    Stapstaat.INGETROKKEN: (),
}
"""From each state the states that may follow."""
MET_REDEN = frozenset({Stapstaat.GEWEIGERD, Stapstaat.INGETROKKEN})
DOORGAAN = frozenset({Stapstaat.TOEGESTAAN, Stapstaat.LOOPT})
"""States in which a step goes on; beside an objection only with a reason in words."""


@dataclass(frozen=True)
class Stap:
    """One step outside, as the rule looks at it: from `van` until and including `tot`."""

    soort: Stapsoort
    van: date
    tot: date
    doel: str = ""


@dataclass(frozen=True)
class Omstandigheden:
    """What the rule must know of the stay. None: not known.

    `identiteit`: there is a valid identity document on the first day outside.
    """

    begin: date
    einde: date | None = None
    identiteit: bool | None = None


@dataclass(frozen=True)
class Bezwaar:
    """Something that stands in the way of a step, or that is not known yet."""

    code: str
    zin: str
    bron: Bron


def mag_verder(van: Stapstaat, naar: Stapstaat) -> bool:
    """Whether a step may go from one state to another. Clausule 1.10."""
    return naar in VERDER[van]


def vraagt_motivering(naar: Stapstaat, *, bezwaar: bool, gemotiveerd: bool) -> bool:
    """Whether this state asks a reason because a party objects to the step. Clausule 5.3, 8.7.

    `bezwaar`: an objection stands. `gemotiveerd`: it was said already why the step goes on.
    """
    return naar in DOORGAAN and bezwaar and not gemotiveerd


def is_te_vroeg(naar: Stapstaat, eerste_dag: date, op: date) -> bool:
    """Before its first day a step does not run, nor is it over. Clausule 1.10."""
    return naar in (Stapstaat.LOOPT, Stapstaat.AFGEROND) and op < eerste_dag


def bezwaren(stap: Stap, wat: Omstandigheden) -> tuple[Bezwaar, ...]:
    """What stands in the way of a step. Clausule 1.10, 5.10. Artikel Rtvi 15, 20a."""
    gevonden = (regel(stap, wat) for regel in _REGELS)
    return tuple(bezwaar for bezwaar in gevonden if bezwaar)


def _doel(stap: Stap, _wat: Omstandigheden) -> Bezwaar | None:
    """Leave only with a goal in the plan. Artikel Rtvi 15."""
    if stap.soort in VERLOVEN and not stap.doel.strip():
        zin = _("Verlof kan alleen met een doel in het plan.")
        return Bezwaar("doel", zin, Bron("artikel", "Rtvi 15"))
    return None


def _identiteit(stap: Stap, wat: Omstandigheden) -> Bezwaar | None:
    """No valid identity document, no leave. Feiten T25."""
    if stap.soort not in VERLOVEN or wat.identiteit:
        return None
    bron = Bron("werkwijze", _("DJI, verlof"))
    if wat.identiteit is None:
        zin = _("Het is niet bekend of er dan een geldig identiteitsbewijs is.")
        return Bezwaar("identiteit_onbekend", zin, bron)
    zin = _("Zonder geldig identiteitsbewijs is er geen verlof.")
    return Bezwaar("identiteit", zin, bron)


def _duur(stap: Stap, _wat: Omstandigheden) -> Bezwaar | None:
    """Short leave within a day; long leave at least one night, at most eight. Feiten T14, T15."""
    nachten = (stap.tot - stap.van).days
    bron = Bron("werkwijze", _("DJI, re-integratieverlof"))
    if stap.soort is Stapsoort.VERLOF_KORT and nachten != 0:
        return Bezwaar("kort", _("Kort verlof begint en eindigt op dezelfde dag."), bron)
    if stap.soort is Stapsoort.VERLOF_LANG and not 1 <= nachten <= 8:
        return Bezwaar("lang", _("Lang verlof duurt één tot en met acht nachten."), bron)
    if stap.soort is Stapsoort.ONBEGELEID and nachten > 6:
        zin = _("Onbegeleid verlof duurt hoogstens zes nachten.")
        return Bezwaar("onbegeleid", zin, Bron("werkwijze", _("tbs, verlof")))
    return None


def _arbeid(stap: Stap, wat: Omstandigheden) -> Bezwaar | None:
    """Work outside in the last sixth, at least four weeks, at most twelve months. Feiten T17."""
    if stap.soort is not Stapsoort.EXTRAMURALE_ARBEID:
        return None
    bron = Bron("artikel", "Rtvi 20a")
    if wat.einde is None:
        zin = _("Het einde is niet bekend; zo is niet te zien of dit het laatste zesde deel is.")
        return Bezwaar("einde_onbekend", zin, bron)
    if stap.van < wat.einde - timedelta(days=(wat.einde - wat.begin).days // 6):
        zin = _("Werken buiten de inrichting kan alleen in het laatste zesde deel van de straf.")
        return Bezwaar("zesde", zin, bron)
    if stap.van + timedelta(weeks=4) > wat.einde or plus_maanden(stap.van, 12) < wat.einde:
        zin = _("Werken buiten de inrichting duurt vier weken tot en met twaalf maanden.")
        return Bezwaar("arbeidsduur", zin, bron)
    return None


def _programma(stap: Stap, wat: Omstandigheden) -> Bezwaar | None:
    """A penitentiary programme asks at least four weeks that are left. Feiten T18."""
    if stap.soort is not Stapsoort.PENITENTIAIR_PROGRAMMA or wat.einde is None:
        return None
    if stap.van + timedelta(weeks=4) > wat.einde:
        zin = _("Voor een penitentiair programma moeten er nog minstens vier weken over zijn.")
        return Bezwaar("programma", zin, Bron("werkwijze", _("penitentiair programma")))
    return None


def _binnen_verblijf(stap: Stap, wat: Omstandigheden) -> Bezwaar | None:
    """A step lies within the stay, and ends after it began."""
    bron = Bron("clausule", "1.10")
    if stap.tot < stap.van:
        return Bezwaar("omgekeerd", _("De laatste dag ligt vóór de eerste."), bron)
    if stap.van < wat.begin or (wat.einde is not None and stap.tot > wat.einde):
        return Bezwaar("buiten_verblijf", _("De stap valt niet binnen het verblijf."), bron)
    return None


Regel = Callable[[Stap, Omstandigheden], Bezwaar | None]
_REGELS: tuple[Regel, ...] = (_binnen_verblijf, _doel, _identiteit, _duur, _arbeid, _programma)


def volgende_zitting(laatste: date) -> date:
    """The last day of the next hearing on tbs: at least every two years. Clausule 5.12. T24."""
    return plus_maanden(laatste, 24)
