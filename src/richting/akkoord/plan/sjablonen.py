"""Templates of actions per life area, and which of them fit this person now.

The templates are data (`sjablonen.json`), each with its source and how sure that is. A lead time
that no source gives is not in the file: the file names an assumption (`aannames.py`), which an
administrator can change. Days before release count back in working days. Clausule 4.3, 5.1, 5.5.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.kalender import is_werkdag, min_werkdagen, plus_werkdagen
from richting.akkoord.plan.feiten import Actiefeit, Antwoord
from richting.akkoord.plan.woorden import (
    Actieherkomst,
    Actiekader,
    Actiestaat,
    Antwoordsoort,
    Leefgebied,
    Standwaarde,
)
from richting.akkoord.woorden import Loketsoort

EEN_DAG = timedelta(days=1)
WERKWEEK = 5
"""Working days in a week, for lead times that are given in weeks before release."""


class Anker(StrEnum):
    """The day a term counts from: back from release, or on from entry or from today."""

    ONTSLAG = "ontslag"
    BEGIN = "begin"
    VANDAAG = "vandaag"


class Maat(StrEnum):
    """The unit of a term."""

    WERKDAGEN = "werkdagen"
    WEKEN = "weken"


class Kenmerk(StrEnum):
    """What is known of the stay itself, as far as templates ask for it."""

    TOEZICHT = "toezicht"
    FORENSISCH = "forensisch"


@dataclass(frozen=True)
class Moment:
    """A day as a distance from an anchor; `aanname` names where the number comes from."""

    anker: Anker
    aantal: int = 0
    maat: Maat = Maat.WERKDAGEN
    aanname: str = ""


@dataclass(frozen=True)
class Voorwaarde:
    """The answer to `vraag` is one of `waarden`; `ook_onbekend`: or there is no answer to go by."""

    vraag: str
    waarden: tuple[Any, ...]
    ook_onbekend: bool = False


@dataclass(frozen=True)
class Tekst:
    """A text in the two languages of the program."""

    nl: str
    en: str

    def in_taal(self, taal: str) -> str:
        """English for `en…`, else Dutch."""
        return self.en if taal.startswith("en") else self.nl


@dataclass(frozen=True)
class Sjabloon:
    """One template. `doet`: which kind of desk, the first that has a ground.

    `persoon` says the same as `wat` to the person, on the plan on paper.
    `begint` is the last day to start, `klaar` the last day to finish. `dag_zelf` is what must
    happen on the day of release when it can no longer be done in time. `altijd`: also when the
    area is in order. `draagt`: once done, the area is in order.
    """

    code: str
    leefgebied: Leefgebied
    wat: Tekst
    persoon: Tekst
    dag_zelf: Tekst
    doet: tuple[Loketsoort, ...]
    begint: Moment | None
    klaar: Moment
    bron: str
    tag: str
    draagt: bool = False
    altijd: bool = False
    herkomst: Actieherkomst = Actieherkomst.GESTART
    kader: Actiekader = Actiekader.VRIJWILLIG
    als: tuple[Voorwaarde, ...] = ()
    kenmerken: frozenset[Kenmerk] = frozenset()


@dataclass(frozen=True)
class Voorstel:
    """A template that fits, with its days: start by `begint` (None: whenever it suits).

    `uiterlijk` is None while the day of release is not known, and never in the past. `verlopen`:
    its term was over already. When it cannot be in time for the release any more `op_tijd` is
    False, and `dag_zelf` of the template says what then must happen.
    """

    sjabloon: Sjabloon
    begint: date | None
    uiterlijk: date | None
    op_tijd: bool
    verlopen: bool = False


@dataclass(frozen=True)
class Situatie:
    """The days of a stay and what is known of it. `ontslag` None: the end is not known."""

    begin: date
    ontslag: date | None
    op: date
    kenmerken: frozenset[Kenmerk] = field(default_factory=frozenset)


KLAAR = frozenset({Standwaarde.IN_ORDE, Standwaarde.GEREGELD_VOOR_ONTSLAG, Standwaarde.NIET_NODIG})
"""Standings that ask for no new action."""

OPNIEUW = frozenset({Actiestaat.GEWEIGERD, Actiestaat.INGETROKKEN})
"""An action that ended so may be proposed again: another desk may do it."""


def voorstellen(
    op_ontslag: Mapping[Leefgebied, Standwaarde],
    antwoorden: Mapping[str, Antwoord],
    bestaande: Iterable[Actiefeit],
    situatie: Situatie,
    aannames: Aannames = AANNAMES,
) -> tuple[Voorstel, ...]:
    """The templates that fit and are not in the plan yet, the most pressing first. Clausule 5.1.

    `op_ontslag` is the standing as it will be on release; an area that is left out is unknown.
    """
    bezet = {feit.sjabloon for feit in bestaande if feit.staat not in OPNIEUW}
    passend = (
        sjabloon
        for sjabloon in sjablonen()
        if sjabloon.code not in bezet and _past(sjabloon, op_ontslag, antwoorden, situatie)
    )
    uit = [voorstel(sjabloon, situatie, aannames) for sjabloon in passend]
    return tuple(sorted(uit, key=_dringend))


def voorstel(sjabloon: Sjabloon, situatie: Situatie, aannames: Aannames = AANNAMES) -> Voorstel:
    """One template with its days for this stay. Clausule 5.1, 3.3."""
    klaar, op = dag_van(sjabloon.klaar, situatie, aannames), situatie.op
    begint = dag_van(sjabloon.begint, situatie, aannames) if sjabloon.begint else None
    return Voorstel(
        sjabloon,
        begint,
        uiterlijk=max(klaar, op) if klaar else None,
        op_tijd=_op_tijd(begint, situatie),
        verlopen=klaar is not None and klaar < op,
    )


def _op_tijd(begint: date | None, situatie: Situatie) -> bool:
    """It can still be done before the release: the last day to start has not passed."""
    grens = begint or situatie.ontslag
    return grens is None or situatie.op <= grens


def dag_van(moment: Moment, situatie: Situatie, aannames: Aannames = AANNAMES) -> date | None:
    """The day of a moment; None when it hangs on a release that is not known.

    Days before release are working days, weeks of five of them. A term from entry that would run
    past the release ends there.
    """
    aantal = getattr(aannames, moment.aanname) if moment.aanname else moment.aantal
    if moment.anker is Anker.ONTSLAG:
        return _voor_ontslag(situatie.ontslag, aantal, moment.maat)
    vanaf = situatie.begin if moment.anker is Anker.BEGIN else situatie.op
    dag = _na(vanaf, aantal, moment.maat)
    return dag if situatie.ontslag is None else min(dag, max(situatie.ontslag, vanaf))


def _voor_ontslag(ontslag: date | None, aantal: int, maat: Maat) -> date | None:
    if ontslag is None:
        return None
    werkdagen = aantal * WERKWEEK if maat is Maat.WEKEN else aantal
    return min_werkdagen(ontslag, werkdagen)


def _na(vanaf: date, aantal: int, maat: Maat) -> date:
    if maat is Maat.WERKDAGEN:
        return plus_werkdagen(vanaf, aantal)
    dag = vanaf + timedelta(weeks=aantal)
    while not is_werkdag(dag) and dag > vanaf:
        dag -= EEN_DAG
    return dag


def _past(
    sjabloon: Sjabloon,
    op_ontslag: Mapping[Leefgebied, Standwaarde],
    antwoorden: Mapping[str, Antwoord],
    situatie: Situatie,
) -> bool:
    stand = op_ontslag.get(sjabloon.leefgebied, Standwaarde.ONBEKEND)
    if stand in KLAAR and not sjabloon.altijd:
        return False
    if not sjabloon.kenmerken <= situatie.kenmerken:
        return False
    return all(_geldt(voorwaarde, antwoorden.get(voorwaarde.vraag)) for voorwaarde in sjabloon.als)


def _geldt(voorwaarde: Voorwaarde, antwoord: Antwoord | None) -> bool:
    if antwoord is None or antwoord.soort is not Antwoordsoort.GEGEVEN:
        geen = antwoord is not None and antwoord.soort is Antwoordsoort.NIET_VAN_TOEPASSING
        return voorwaarde.ook_onbekend and not geen
    waarde = antwoord.waarde
    gegeven = set(waarde) if isinstance(waarde, tuple) else {waarde}
    return bool(gegeven & set(voorwaarde.waarden))


def _dringend(een: Voorstel) -> tuple[date, int, str]:
    gebieden = list(Leefgebied)
    dag = een.begint or een.uiterlijk or date.max
    return dag, gebieden.index(een.sjabloon.leefgebied), een.sjabloon.code


@lru_cache(maxsize=1)
def sjablonen() -> tuple[Sjabloon, ...]:
    """All templates, in the order of the file."""
    tekst = files("richting.akkoord.plan").joinpath("sjablonen.json").read_text(encoding="utf-8")
    return lees(json.loads(tekst))


def sjabloon(code: str) -> Sjabloon | None:
    """The template with this code; None when there is none (any more)."""
    return next((een for een in sjablonen() if een.code == code), None)


def lees(ruw: Mapping[str, Any]) -> tuple[Sjabloon, ...]:
    """The templates of a file. Raises ValueError with a sentence when it does not hold together."""
    gelezen: list[Sjabloon] = []
    for deel in ruw["sjablonen"]:
        try:
            een = _lees_een(deel)
        except (KeyError, TypeError, ValueError) as fout:
            raise ValueError(f"Sjabloon {deel.get('code', '?')!r} klopt niet: {fout}") from fout
        if een.code in {eerder.code for eerder in gelezen}:
            raise ValueError(f"Sjabloon {een.code!r} staat er twee keer in.")
        gelezen.append(een)
    return tuple(gelezen)


def _lees_een(deel: Mapping[str, Any]) -> Sjabloon:
    begint = _lees_moment(deel["begint"], deel["tag"]) if deel.get("begint") else None
    if deel["tag"] not in ("S", "K", "V"):
        raise ValueError(f"onbekende tag {deel['tag']!r}")
    return Sjabloon(
        code=deel["code"],
        leefgebied=Leefgebied(deel["leefgebied"]),
        wat=Tekst(deel["wat"]["nl"], deel["wat"]["en"]),
        persoon=Tekst(deel["persoon"]["nl"], deel["persoon"]["en"]),
        dag_zelf=Tekst(deel["dag_zelf"]["nl"], deel["dag_zelf"]["en"]),
        doet=tuple(Loketsoort(soort) for soort in deel["doet"]),
        begint=begint,
        klaar=_lees_moment(deel["klaar"], deel["tag"]),
        bron=deel["bron"],
        tag=deel["tag"],
        draagt=deel.get("draagt", False),
        altijd=deel.get("altijd", False),
        herkomst=Actieherkomst(deel.get("herkomst", Actieherkomst.GESTART)),
        kader=Actiekader(deel.get("kader", Actiekader.VRIJWILLIG)),
        als=tuple(_lees_voorwaarde(v) for v in deel.get("als", ())),
        kenmerken=frozenset(Kenmerk(k) for k in deel.get("kenmerken", ())),
    )


def _lees_voorwaarde(deel: Mapping[str, Any]) -> Voorwaarde:
    return Voorwaarde(deel["vraag"], tuple(deel["is"]), deel.get("ook_onbekend", False))


def _lees_moment(deel: Mapping[str, Any], tag: str) -> Moment:
    """A number above nought stands in the file only when a source gives it (tag S)."""
    moment = Moment(
        Anker(deel["anker"]),
        int(deel.get("aantal", 0)),
        Maat(deel.get("maat", Maat.WERKDAGEN)),
        deel.get("aanname", ""),
    )
    if moment.aanname and not hasattr(AANNAMES, moment.aanname):
        raise ValueError(f"de aanname {moment.aanname!r} bestaat niet")
    if moment.aantal and (moment.aanname or tag != "S"):
        raise ValueError("een getal zonder bron hoort in de aannames")
    return moment
