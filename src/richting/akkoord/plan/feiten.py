"""What the rules of the plan reason about: answers and actions, without names or numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from richting.akkoord.plan.woorden import (
    Actieherkomst,
    Actiekader,
    Actiestaat,
    Antwoordbron,
    Antwoordsoort,
    Leefgebied,
)


@dataclass(frozen=True)
class Antwoord:
    """One answer to one question of a question set.

    `waarde` holds something only when `soort` is `gegeven`: bool, str, date, int or a tuple of str,
    as the question set says. `peildatum` is the day on which it was so; `bron` who says it.
    """

    vraag: str
    soort: Antwoordsoort
    waarde: Any = None
    bron: Antwoordbron = Antwoordbron.CASEMANAGER
    peildatum: date | None = None


@dataclass(frozen=True)
class Actiefeit:
    """One action of the plan, as far as the rules look at it.

    `sjabloon` is the code of the template it was made from, or "". `uiterlijk` is the day by which
    it must be done; `klaar_op` the day it was done. `draagt` says whether the area is in order once
    it is done (a place to live found), or only helped (a form filled in).
    """

    leefgebied: Leefgebied
    staat: Actiestaat
    herkomst: Actieherkomst = Actieherkomst.GESTART
    kader: Actiekader = Actiekader.VRIJWILLIG
    sjabloon: str = ""
    begin: date | None = None
    uiterlijk: date | None = None
    klaar_op: date | None = None
    draagt: bool = True
