"""The question sets of the screening: versioned data that an administrator can read and edit.

A set is a JSON file `<naam>-<versie>.json`; its shape stands in `vragenlijsten/schema.json`. A new
version is a new file: answers carry the code of the set they were given to, so that old ones stay
readable. Reading a file: `vragenlijstbestand.py`. Clausule 5.1, 8.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied, Meetmoment
from richting.akkoord.taal import vertaalbaar as _

TEKSTLENGTE = 60
"""The most characters of an answer in words: a name, never a story. Feiten 1.3."""
MEESTE_EUROS = 99_999_999
JAREN = (1900, 2100)


class Vraagsoort(StrEnum):
    """What kind of value answers a question."""

    JA_NEE = "ja_nee"
    KEUZE = "keuze"
    DATUM = "datum"
    BEDRAG = "bedrag"
    TEKST = "tekst"


class FouteVragenlijst(ValueError):
    """A question set that can't be used; `fouten` names each fault."""

    def __init__(self, fouten: Iterable[str]) -> None:
        self.fouten = tuple(fouten)
        super().__init__(" ".join(self.fouten))


@dataclass(frozen=True)
class Tekst:
    """A text in Dutch and in English."""

    nl: str
    en: str

    def in_taal(self, taal: str) -> str:
        """The text in English when asked for, or else in Dutch."""
        return self.en if taal == "en" else self.nl


@dataclass(frozen=True)
class Keuze:
    """One of the answers to choose from."""

    code: str
    tekst: Tekst


@dataclass(frozen=True)
class Vraag:
    """One question: where it belongs, how it is asked, and which kinds of answer it allows.

    `bron` says where the answer can be found. `mag` are the kinds of answer beside a given one; not
    asked is always among them.
    """

    code: str
    leefgebied: Leefgebied
    soort: Vraagsoort
    tekst: Tekst
    mag: frozenset[Antwoordsoort]
    momenten: frozenset[Meetmoment] = frozenset(Meetmoment)
    keuzes: tuple[Keuze, ...] = ()
    uitleg: Tekst | None = None
    bron: Tekst | None = None


@dataclass(frozen=True)
class Vragenlijst:
    """A question set of one version, valid from a day on."""

    naam: str
    versie: int
    geldig_vanaf: date
    vragen: tuple[Vraag, ...]
    _op_code: dict[str, Vraag] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_op_code", {vraag.code: vraag for vraag in self.vragen})

    @property
    def code(self) -> str:
        """Name and version, as it is kept with the answers."""
        return f"{self.naam}-{self.versie}"

    def vraag(self, code: str) -> Vraag | None:
        """The question with this code; None when this version has none."""
        return self._op_code.get(code)

    def voor(self, leefgebied: Leefgebied, moment: Meetmoment) -> tuple[Vraag, ...]:
        """The questions about one life area at one moment, in order."""
        return tuple(v for v in self.vragen if v.leefgebied is leefgebied and moment in v.momenten)


def check_antwoord(vraag: Vraag, antwoord: Antwoord) -> None:
    """The answer fits the question. Raises ValueError with a Dutch sentence. Clausule 5.1."""
    if antwoord.soort is Antwoordsoort.GEGEVEN:
        if not _past(vraag, antwoord.waarde):
            raise ValueError(PAST_NIET[vraag.soort])
    elif antwoord.soort not in vraag.mag:
        raise ValueError(_("Dit antwoord kan niet bij deze vraag."))


PAST_NIET = {
    Vraagsoort.JA_NEE: _("Antwoord met ja of nee."),
    Vraagsoort.KEUZE: _("Kies een van de antwoorden."),
    Vraagsoort.DATUM: _("Vul een datum in."),
    Vraagsoort.BEDRAG: _("Vul een bedrag in hele euro's in."),
    Vraagsoort.TEKST: _("Vul een korte tekst in, van ten hoogste 60 tekens."),
}


def _past(vraag: Vraag, waarde: Any) -> bool:
    if vraag.soort is Vraagsoort.JA_NEE:
        return isinstance(waarde, bool)
    if vraag.soort is Vraagsoort.KEUZE:
        return waarde in {keuze.code for keuze in vraag.keuzes}
    if vraag.soort is Vraagsoort.DATUM:
        return isinstance(waarde, date) and JAREN[0] <= waarde.year <= JAREN[1]
    if vraag.soort is Vraagsoort.BEDRAG:
        heel = isinstance(waarde, int) and not isinstance(waarde, bool)
        return heel and 0 <= waarde <= MEESTE_EUROS
    return isinstance(waarde, str) and 0 < len(waarde) <= TEKSTLENGTE


def geldend(lijsten: Iterable[Vragenlijst], op: date) -> Vragenlijst:
    """The set to ask from on a day: the newest that is valid. Raises LookupError without one."""
    nu = [lijst for lijst in lijsten if lijst.geldig_vanaf <= op]
    if not nu:
        raise LookupError(f"Er is geen vragenlijst die geldt op {op.isoformat()}.")
    return max(nu, key=lambda lijst: (lijst.geldig_vanaf, lijst.versie))
