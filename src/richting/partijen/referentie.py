"""Reading the reference data: municipalities and other parties, from files people can read.

Pure but for opening the files. What is wrong is told with file and line; nothing is loaded then.
Neighbours: `gegevens/` (the files, with a README), `acties/referentie.py` (loading).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from richting.akkoord.woorden import Loketsoort, Organisatiesoort

GEGEVENS = Path(__file__).parent / "gegevens"
GEMEENTECODE = re.compile(r"GM\d{4}")
CODE = re.compile(r"[A-Z][A-Z0-9-]{1,39}")
LABELS = ("S", "K", "K-low", "eigen")
KOPREGELS = ("bron", "peildatum", "zekerheid")
"""What every file says of itself before its first row."""
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


class Regiosoort(StrEnum):
    """The kinds of regions."""

    VEILIGHEIDSREGIO = "veiligheidsregio"
    ARRONDISSEMENT = "arrondissement"
    RESSORT = "ressort"


class FouteGegevens(Exception):
    """The reference data is wrong; the message lists every fault with file and line."""


@dataclass(frozen=True)
class Regioregel:
    """One region as the files name it."""

    soort: Regiosoort
    code: str
    naam: str
    bron: str = ""
    label: str = ""


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

    def loketten(self, op: date) -> tuple[tuple[Loketsoort, str], ...]:
        """The desks of this party: kind and name; none for a party that ended before this day."""
        if self.geldig_tot is not None and self.geldig_tot <= op:
            return ()
        voor = f"Gemeente {self.naam}" if self.soort is S.GEMEENTE else self.naam
        return tuple((soort, f"{voor}, {LOKETNAMEN[soort]}") for soort in LOKETTEN[self.soort])


@dataclass(frozen=True)
class Bestandskop:
    """What a file says of itself: where it comes from, as of when, and how certain it is."""

    bestand: str
    bron: str
    peildatum: date
    zekerheid: str
    uitleg: str = ""


@dataclass(frozen=True)
class Naslag:
    """All reference data as the files name it."""

    partijen: tuple[Partijregel, ...]
    regios: tuple[Regioregel, ...]
    koppen: tuple[Bestandskop, ...] = ()


Rij = dict[str, str]
R = TypeVar("R", Partijregel, Regioregel)
PARTIJBESTANDEN = ("gemeenten.csv", "gemeenten_opgegaan.csv", "organisaties.csv")


def lees(*mappen: Path) -> Naslag:
    """The reference data of these folders; a row of a later folder goes before an earlier one.

    Without folders those of the program. Raises FouteGegevens naming every wrong line.
    """
    fouten: list[str] = []
    koppen: list[Bestandskop] = []
    partijen: dict[str, Partijregel] = {}
    regios: dict[str, Regioregel] = {}
    for map_ in mappen or (GEGEVENS,):
        eigen: list[Partijregel] = []
        for naam in PARTIJBESTANDEN:
            eigen += _bestand(map_ / naam, _partij, koppen, fouten)
        partijen |= _op_code(eigen, fouten)
        regios |= _op_code(list(_bestand(map_ / "regios.csv", _regio, koppen, fouten)), fouten)
    fouten += _losse_einden(partijen, regios)
    if fouten:
        raise FouteGegevens("De naslaggegevens kloppen niet. " + "; ".join(fouten))
    return Naslag(tuple(partijen.values()), tuple(regios.values()), tuple(koppen))


def mappen(eigen: str) -> tuple[Path, ...]:
    """The folder of the program, and after it the one of this installation (RICHTING_NASLAG)."""
    if not eigen:
        return (GEGEVENS,)
    if not Path(eigen).is_dir():
        raise FouteGegevens(f"RICHTING_NASLAG: de map {eigen} bestaat niet.")
    return GEGEVENS, Path(eigen)


def _op_code(regels: list[R], fouten: list[str]) -> dict[str, R]:
    uit: dict[str, R] = {}
    for regel in regels:
        if regel.code in uit:
            fouten.append(f"{regel.code}: deze code komt twee keer voor")
        uit[regel.code] = regel
    return uit


def _losse_einden(partijen: dict[str, Partijregel], regios: dict[str, Regioregel]) -> Iterator[str]:
    """What a row names must exist: its successor and its region."""
    for regel in partijen.values():
        if regel.opvolger and regel.opvolger not in partijen:
            yield f"{regel.code}: de opvolger {regel.opvolger} bestaat niet"
        if regel.opvolger and regel.geldig_tot is None:
            yield f"{regel.code}: er is een opvolger maar geen einddatum"
        if regel.regio and regel.regio not in regios:
            yield f"{regel.code}: de regio {regel.regio} bestaat niet"


def _bestand(
    pad: Path,
    lees_rij: Callable[[Rij, Bestandskop], R],
    koppen: list[Bestandskop],
    fouten: list[str],
) -> Iterator[R]:
    if not pad.exists():
        return
    regels = pad.read_text(encoding="utf-8").splitlines()
    lengte = next((nr for nr, regel in enumerate(regels) if not regel.startswith("#")), len(regels))
    try:
        kop = _kop(pad.name, regels[:lengte])
    except ValueError as fout:
        fouten.append(f"{pad.name}: {fout}")
        return
    koppen.append(kop)
    for nummer, rij in enumerate(csv.DictReader(regels[lengte:]), start=lengte + 2):
        try:
            yield lees_rij(rij, kop)
        except (KeyError, TypeError, ValueError) as fout:
            fouten.append(f"{pad.name}, regel {nummer}: {fout}")


def _kop(bestand: str, regels: list[str]) -> Bestandskop:
    delen = (regel.lstrip("# ").partition(": ") for regel in regels)
    gezegd = {naam: waarde.strip() for naam, _dubbelepunt, waarde in delen}
    mist = [naam for naam in KOPREGELS if not gezegd.get(naam)]
    if mist:
        raise ValueError(f"begin met '# {mist[0]}: ...'")
    return Bestandskop(
        bestand=bestand,
        bron=gezegd["bron"],
        peildatum=date.fromisoformat(gezegd["peildatum"]),
        zekerheid=_label(gezegd["zekerheid"]),
        uitleg=gezegd.get("let op", ""),
    )


def _partij(rij: Rij, kop: Bestandskop) -> Partijregel:
    soort = Organisatiesoort(rij.get("soort") or S.GEMEENTE.value)
    code, patroon = rij["code"], GEMEENTECODE if soort is S.GEMEENTE else CODE
    if not patroon.fullmatch(code):
        raise ValueError(f"code {code!r} heeft niet de goede vorm")
    return Partijregel(
        soort=soort,
        code=code,
        naam=_naam(rij),
        plaats=rij.get("plaats") or "",
        regio=rij.get("regio") or "",
        geldig_van=_dag(rij.get("geldig_van")),
        geldig_tot=_dag(rij.get("geldig_tot")),
        opvolger=rij.get("opvolger") or "",
        bron=kop.bron,
        label=_label(rij.get("label") or kop.zekerheid),
    )


def _regio(rij: Rij, kop: Bestandskop) -> Regioregel:
    if not CODE.fullmatch(rij["code"]):
        raise ValueError(f"code {rij['code']!r} heeft niet de goede vorm")
    label = _label(rij.get("label") or kop.zekerheid)
    return Regioregel(Regiosoort(rij["soort"]), rij["code"], _naam(rij), kop.bron, label)


def _naam(rij: Rij) -> str:
    if not rij["naam"]:
        raise ValueError("de naam ontbreekt")
    return rij["naam"]


def _label(tekst: str) -> str:
    if tekst not in LABELS:
        raise ValueError(f"zekerheid {tekst!r} is geen van {', '.join(LABELS)}")
    return tekst


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
