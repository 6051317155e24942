"""Reading the reference data: municipalities and other parties, from files people can read.

Pure but for opening the files. What is wrong is told with file and line; nothing is loaded then.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from richting.akkoord.woorden import Loketsoort, Organisatiesoort

GEGEVENS = Path(__file__).parent / "gegevens"
GEMEENTECODE = re.compile(r"GM\d{4}")
CODE = re.compile(r"[A-Z][A-Z0-9-]{1,39}")
S, L = Organisatiesoort, Loketsoort
LOKETTEN: dict[Organisatiesoort, tuple[Loketsoort, ...]] = {
    S.GEMEENTE: (L.NAZORG, L.OPENBARE_ORDE),
    S.INRICHTING: (L.CASEMANAGEMENT,),
    S.FORENSISCHE_INSTELLING: (L.FORENSISCH,),
    S.RECLASSERING: (L.RECLASSERING,),
    S.VEILIGHEIDSHUIS: (L.PROCESREGIE,),
    S.OM: (L.OM,),
    S.POLITIE: (L.POLITIE,),
    S.DJI: (L.VERWERKING, L.PRIVACY),
    S.JUSTID: (),
    S.BEHEER: (L.BEHEER, L.PRIVACY),
}
"""Which desks each kind of party has from the start. Clausule 1.2, 8.1."""
LOKETNAMEN = {
    L.NAZORG: "nazorg",
    L.OPENBARE_ORDE: "openbare orde",
    L.CASEMANAGEMENT: "casemanagement",
    L.FORENSISCH: "casemanagement",
    L.RECLASSERING: "reclassering",
    L.PROCESREGIE: "procesregie",
    L.OM: "OM",
    L.POLITIE: "politie",
    L.VERWERKING: "aanlevering",
    L.PRIVACY: "privacy",
    L.BEHEER: "beheer",
}


class FouteGegevens(Exception):
    """The reference data is wrong; the message lists every fault with file and line."""


@dataclass(frozen=True)
class Partijregel:
    """One organisation as the files name it."""

    soort: Organisatiesoort
    code: str
    naam: str
    plaats: str = ""
    regio: str = ""
    geldig_van: date | None = None
    geldig_tot: date | None = None
    opvolger: str = ""
    bron: str = ""
    label: str = ""

    def loketten(self) -> tuple[tuple[Loketsoort, str], ...]:
        """The desks of this party: kind and name."""
        voor = f"Gemeente {self.naam}" if self.soort is S.GEMEENTE else self.naam
        return tuple((soort, f"{voor}, {LOKETNAMEN[soort]}") for soort in LOKETTEN[self.soort])


def lees(map_: Path = GEGEVENS) -> tuple[Partijregel, ...]:
    """All parties of the files. Raises FouteGegevens naming every wrong line."""
    fouten: list[str] = []
    regels = [
        *_bestand(map_ / "gemeenten.csv", fouten),
        *_bestand(map_ / "organisaties.csv", fouten),
    ]
    codes = {regel.code for regel in regels}
    fouten += [
        f"{regel.code}: de opvolger {regel.opvolger} bestaat niet"
        for regel in regels
        if regel.opvolger and regel.opvolger not in codes
    ]
    if len(codes) != len(regels):
        fouten.append("een code komt twee keer voor")
    if fouten:
        raise FouteGegevens("De naslaggegevens kloppen niet. " + "; ".join(fouten))
    return tuple(regels)


def _bestand(pad: Path, fouten: list[str]) -> Iterator[Partijregel]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        for nummer, rij in enumerate(csv.DictReader(bestand), start=2):
            try:
                yield _regel(rij, pad.name)
            except (KeyError, TypeError, ValueError) as fout:
                fouten.append(f"{pad.name}, regel {nummer}: {fout}")


def _regel(rij: dict[str, str], bestand: str) -> Partijregel:
    soort = Organisatiesoort(rij.get("soort") or S.GEMEENTE.value)
    code, patroon = rij["code"], GEMEENTECODE if soort is S.GEMEENTE else CODE
    if not patroon.fullmatch(code):
        raise ValueError(f"code {code!r} heeft niet de goede vorm")
    if not rij["naam"]:
        raise ValueError("de naam ontbreekt")
    return Partijregel(
        soort=soort,
        code=code,
        naam=rij["naam"],
        plaats=rij.get("plaats", ""),
        regio=rij.get("regio", ""),
        geldig_van=_dag(rij.get("geldig_van")),
        geldig_tot=_dag(rij.get("geldig_tot")),
        opvolger=rij.get("opvolger", ""),
        bron=bestand,
        label=rij.get("label", "S"),
    )


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
