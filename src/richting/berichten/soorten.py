"""The kinds of value a message may hold: each checks a value and describes itself in JSON Schema.

One object per field does both, so the published schema and the check cannot drift apart. Errors are
collected, never raised, and never repeat the value: a message about a person may be logged by
whoever sent it. Neighbours: `velden.py` (which fields there are), `validatie.py` (the whole check).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

STUURTEKENS = (
    "\\u0000-\\u001f\\u007f-\\u009f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff"
)
"""Characters that no name or sentence needs and that confuse screens or databases."""
TEKSTPATROON = f"^[^{STUURTEKENS}]*[^\\s{STUURTEKENS}][^{STUURTEKENS}]*$"
DATUMPATROON = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
TIJDPATROON = (
    "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?"
    "(Z|\\+([01][0-9]|2[0-3]):[0-5][0-9]"
    "|-((0[1-9]|1[0-9]|2[0-3]):[0-5][0-9]|00:(0[1-9]|[1-5][0-9])))$"
)
_SURROGAAT = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Fout:
    """One thing wrong: in which field, a stable code, and a sentence that says what to do."""

    veld: str
    code: str
    zin: str

    def als_dict(self) -> dict[str, str]:
        """As API and pages show it."""
        return {"veld": self.veld, "code": self.code, "zin": self.zin}


ONGELDIG: Any = object()
"""What `lees` returns when the value cannot be used; the error stands in the list."""


class Soort(Protocol):
    """A kind of value: checks one, and describes itself."""

    def lees(self, waarde: Any, pad: str, fouten: list[Fout]) -> Any:
        """The normalised value, or ONGELDIG with its errors added to `fouten`."""

    def schema(self) -> dict[str, Any]:
        """This kind in JSON Schema 2020-12."""


def _geen_tekst(waarde: Any, pad: str, fouten: list[Fout]) -> bool:
    if isinstance(waarde, str):
        return False
    fouten.append(Fout(pad, "geen_tekst", "Zet de waarde als tekst tussen aanhalingstekens."))
    return True


@dataclass(frozen=True)
class Tekst:
    """Text on one line; `patroon` narrows it and `uitleg` says how it must look."""

    maximum: int
    patroon: str = TEKSTPATROON
    uitleg: str = "Gebruik gewone tekens, zonder regeleinde; laat een leeg veld weg."
    past: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "past", re.compile(self.patroon.rstrip("$") + r"\Z"))

    def lees(self, waarde: Any, pad: str, fouten: list[Fout]) -> Any:
        """The text without spaces at its ends."""
        if _geen_tekst(waarde, pad, fouten):
            return ONGELDIG
        if len(waarde) > self.maximum:
            zin = f"De tekst is te lang: gebruik hoogstens {self.maximum} tekens."
            fouten.append(Fout(pad, "te_lang", zin))
            return ONGELDIG
        if not self.past.match(waarde) or _SURROGAAT.search(waarde):
            fouten.append(Fout(pad, "verkeerde_vorm", self.uitleg))
            return ONGELDIG
        return waarde.strip()

    def schema(self) -> dict[str, Any]:
        """A string with its pattern and greatest length."""
        return {"type": "string", "maxLength": self.maximum, "pattern": self.patroon}


@dataclass(frozen=True)
class Keuze:
    """One of a fixed list of words."""

    waarden: tuple[str, ...]

    def lees(self, waarde: Any, pad: str, fouten: list[Fout]) -> Any:
        """The word itself."""
        if isinstance(waarde, str) and waarde in self.waarden:
            return waarde
        zin = f"Kies een van deze waarden: {', '.join(self.waarden)}."
        fouten.append(Fout(pad, "onbekende_waarde", zin))
        return ONGELDIG

    def schema(self) -> dict[str, Any]:
        """An enumeration."""
        return {"type": "string", "enum": list(self.waarden)}


@dataclass(frozen=True)
class Datum:
    """A day as JJJJ-MM-DD that exists in the calendar, from 1900 up to 2199."""

    past = re.compile(DATUMPATROON.rstrip("$") + r"\Z")

    def lees(self, waarde: Any, pad: str, fouten: list[Fout]) -> Any:
        """The same text, once it is known to be a real day."""
        if _geen_tekst(waarde, pad, fouten):
            return ONGELDIG
        if not self.past.match(waarde):
            zin = "Schrijf de datum als JJJJ-MM-DD, met een jaar van 1900 tot en met 2199."
            fouten.append(Fout(pad, "verkeerde_vorm", zin))
            return ONGELDIG
        try:
            date.fromisoformat(waarde)
        except ValueError:
            zin = "Deze dag bestaat niet in de kalender: verbeter de datum."
            fouten.append(Fout(pad, "datum_bestaat_niet", zin))
            return ONGELDIG
        return waarde

    def schema(self) -> dict[str, Any]:
        """A string that is a date."""
        return {"type": "string", "format": "date", "pattern": DATUMPATROON}


@dataclass(frozen=True)
class Tijdstip:
    """A moment with its time zone."""

    past = re.compile(TIJDPATROON.rstrip("$") + r"\Z")

    def lees(self, waarde: Any, pad: str, fouten: list[Fout]) -> Any:
        """The moment as a datetime with time zone."""
        if _geen_tekst(waarde, pad, fouten):
            return ONGELDIG
        if not self.past.match(waarde):
            zin = "Schrijf datum en tijd met tijdzone, zoals 2026-11-02T09:30:00+01:00."
            fouten.append(Fout(pad, "verkeerde_vorm", zin))
            return ONGELDIG
        try:
            return datetime.fromisoformat(waarde)
        except ValueError:
            zin = "Dit moment bestaat niet in de kalender: verbeter de datum."
            fouten.append(Fout(pad, "datum_bestaat_niet", zin))
            return ONGELDIG

    def schema(self) -> dict[str, Any]:
        """A string that is a moment, with any offset from UTC."""
        return {"type": "string", "format": "date-time", "pattern": TIJDPATROON}


@dataclass(frozen=True)
class JaNee:
    """True or false."""

    def lees(self, waarde: Any, pad: str, fouten: list[Fout]) -> Any:
        """The boolean itself."""
        if isinstance(waarde, bool):
            return waarde
        fouten.append(Fout(pad, "geen_ja_nee", "Gebruik true of false (in CSV: ja of nee)."))
        return ONGELDIG

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Getal:
    """A whole number between two bounds."""

    minimum: int
    maximum: int

    def lees(self, waarde: Any, pad: str, fouten: list[Fout]) -> Any:
        """The whole number."""
        if isinstance(waarde, float) and waarde.is_integer():
            waarde = int(waarde)
        if isinstance(waarde, bool) or not isinstance(waarde, int):
            fouten.append(
                Fout(pad, "geen_getal", "Gebruik een geheel getal, zonder aanhalingstekens.")
            )
            return ONGELDIG
        if not self.minimum <= waarde <= self.maximum:
            zin = f"Gebruik een getal van {self.minimum} tot en met {self.maximum}."
            fouten.append(Fout(pad, "buiten_bereik", zin))
            return ONGELDIG
        return waarde

    def schema(self) -> dict[str, Any]:
        """An integer with bounds."""
        return {"type": "integer", "minimum": self.minimum, "maximum": self.maximum}


@dataclass(frozen=True)
class Lijst:
    """Values of one kind, at most `maximum`."""

    van: Soort
    maximum: int

    def lees(self, waarde: Any, pad: str, fouten: list[Fout]) -> Any:
        """The list of normalised values."""
        if not isinstance(waarde, list):
            fouten.append(Fout(pad, "geen_lijst", "Gebruik een lijst: [ … ]."))
            return ONGELDIG
        if len(waarde) > self.maximum:
            zin = f"De lijst is te lang: hoogstens {self.maximum} regels."
            fouten.append(Fout(pad, "te_veel", zin))
            return ONGELDIG
        return [self.van.lees(deel, f"{pad}[{i}]", fouten) for i, deel in enumerate(waarde)]

    def schema(self) -> dict[str, Any]:
        """An array with its greatest length."""
        return {"type": "array", "maxItems": self.maximum, "items": self.van.schema()}


@dataclass(frozen=True)
class Veld:
    """One named field of an object: its kind, whether it must be there, and what it means."""

    naam: str
    soort: Soort
    uitleg: str
    verplicht: bool = False

    def schema(self) -> dict[str, Any]:
        """The kind of this field with its meaning; an optional field may also be null."""
        basis = self.soort.schema()
        if not self.verplicht:
            basis["type"] = [basis["type"], "null"]
            if "enum" in basis:
                basis["enum"] = [*basis["enum"], None]
        return {"description": self.uitleg, **basis}


@dataclass(frozen=True)
class Voorwerp:
    """An object with fixed fields, no others. `houd_null` keeps null as a value."""

    velden: tuple[Veld, ...]
    minimum: int = 0
    houd_null: bool = False

    def lees(self, waarde: Any, pad: str, fouten: list[Fout]) -> Any:
        """The object with normalised values; absent and (mostly) null fields are left out."""
        if not isinstance(waarde, dict):
            fouten.append(Fout(pad, "geen_object", "Gebruik een object: { … }."))
            return ONGELDIG
        voor = f"{pad}." if pad else ""
        uit = self._bekende_velden(waarde, voor, fouten)
        self._vreemde_velden(waarde, voor, fouten)
        if len(waarde) < self.minimum:
            fouten.append(Fout(pad, "leeg", "Noem minstens één veld."))
        return uit

    def _bekende_velden(
        self, waarde: dict[str, Any], voor: str, fouten: list[Fout]
    ) -> dict[str, Any]:
        uit: dict[str, Any] = {}
        for veld in self.velden:
            naam = veld.naam
            deel = waarde.get(naam)
            if deel is not None:
                gelezen = veld.soort.lees(deel, voor + naam, fouten)
                if gelezen is not ONGELDIG:
                    uit[naam] = gelezen
            elif veld.verplicht:
                zin = "Dit veld is verplicht: vul het in."
                fouten.append(Fout(voor + naam, "verplicht", zin))
            elif self.houd_null and naam in waarde:
                uit[naam] = None
        return uit

    def _vreemde_velden(self, waarde: Iterable[str], voor: str, fouten: list[Fout]) -> None:
        bekend = {veld.naam for veld in self.velden}
        zin = "Dit veld kent dit bericht niet: haal het weg of verbeter de naam."
        for naam in waarde:
            if naam not in bekend:
                fouten.append(Fout(voor + veilige_naam(naam), "onbekend_veld", zin))

    def schema(self) -> dict[str, Any]:
        """An object that refuses unknown properties."""
        uit: dict[str, Any] = {
            "type": "object",
            "additionalProperties": False,
            "properties": {veld.naam: veld.schema() for veld in self.velden},
        }
        verplicht = [veld.naam for veld in self.velden if veld.verplicht]
        if verplicht:
            uit["required"] = verplicht
        if self.minimum:
            uit["minProperties"] = self.minimum
        return uit


def veilige_naam(naam: str) -> str:
    """A field name from outside, short and without characters that could do harm in a log."""
    return re.sub(r"[^A-Za-z0-9_.\-\[\]]", "?", naam[:40])
