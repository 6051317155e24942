"""The columns of a CSV file: dotted names from the same table as the messages themselves.

`persoon.bsn` is a field of an object, `gemeenten.0.rol` of the first line of a list, and a list of
plain values may stand in one cell, parted by `;`. An empty cell is an absent field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from richting.akkoord.woorden import Berichtsoort
from richting.berichten.soorten import (
    Getal,
    JaNee,
    Lijst,
    Soort,
    Tekst,
    Veld,
    Voorwerp,
    veilige_naam,
)
from richting.berichten.velden import INHOUD, omslag

JA, NEE = frozenset({"ja", "true", "waar"}), frozenset({"nee", "false", "onwaar"})
Pad = tuple[str | int, ...]


@dataclass(frozen=True)
class Kolom:
    """One column: where its value goes, and of what kind it is."""

    pad: Pad
    soort: Soort


def _wortel() -> dict[str, Soort]:
    uit: dict[str, Soort] = {veld.naam: veld.soort for veld in omslag(Berichtsoort.BEGIN)}
    for velden in INHOUD.values():
        for veld in velden:
            uit.setdefault(veld.naam, veld.soort)
    return uit


WORTEL = _wortel()


def kolommen_van(namen: list[str]) -> list[Kolom]:
    """The columns a header names; raises ValueError naming every wrong one."""
    fouten: list[str] = []
    kolommen: list[Kolom] = []
    for naam in namen:
        kolom = _kolom(naam)
        if kolom is None:
            fouten.append(f"kolom '{veilige_naam(naam)}' is onbekend")
        elif kolom.pad in {k.pad for k in kolommen}:
            fouten.append(f"kolom '{veilige_naam(naam)}' staat er twee keer")
        else:
            kolommen.append(kolom)
    ontbreekt = {"berichtId", "soort", "bronTijd", "verblijf"} - {str(k.pad[0]) for k in kolommen}
    fouten += [f"kolom '{naam}' ontbreekt" for naam in sorted(ontbreekt)]
    if fouten:
        raise ValueError("; ".join(fouten) + ".")
    return kolommen


def kolomnaam(pad: str) -> str:
    """The column in which a field stands: `gemeenten.0.rol` for the field `gemeenten[0].rol`."""
    return re.sub(r"\[(\d+)\]", r".\1", pad)


def _kolom(naam: str) -> Kolom | None:
    delen = naam.split(".")
    soort = WORTEL.get(delen[0])
    pad: list[str | int] = [delen[0]]
    for deel in delen[1:]:
        stap: str | int = int(deel) if deel.isascii() and deel.isdigit() and len(deel) < 4 else deel
        soort = _dieper(soort, stap)
        pad.append(stap)
    return Kolom(tuple(pad), soort) if soort is not None and _is_blad(soort) else None


def _dieper(soort: Soort | None, stap: str | int) -> Soort | None:
    if isinstance(soort, Lijst) and isinstance(stap, int) and stap < soort.maximum:
        return soort.van
    if isinstance(soort, Voorwerp):
        return next((v.soort for v in soort.velden if v.naam == stap), None)
    return None


def _is_blad(soort: Soort) -> bool:
    if isinstance(soort, Lijst):
        return isinstance(soort.van, Tekst)
    return not isinstance(soort, Voorwerp)


def zet_om(kolommen: list[Kolom], cellen: list[str]) -> dict[str, Any]:
    """One line as the message it stands for, the same as in JSON."""
    boom: dict[str | int, Any] = {}
    for kolom, cel in zip(kolommen, cellen, strict=True):
        tekst = cel.strip()
        if tekst:
            tak = boom
            for stap in kolom.pad[:-1]:
                tak = tak.setdefault(stap, {})
            tak[kolom.pad[-1]] = _waarde(kolom.soort, tekst)
    return _als_json(boom)


def _waarde(soort: Soort, tekst: str) -> Any:
    if isinstance(soort, JaNee):
        klein = tekst.lower()
        return True if klein in JA else False if klein in NEE else tekst
    if isinstance(soort, Getal):
        return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else tekst
    if isinstance(soort, Lijst):
        return [deel.strip() for deel in tekst.split(";") if deel.strip()]
    return tekst


def _als_json(tak: Any) -> Any:
    if not isinstance(tak, dict):
        return tak
    if all(isinstance(stap, int) for stap in tak):
        return [_als_json(tak[stap]) for stap in sorted(tak)]
    return {stap: _als_json(waarde) for stap, waarde in tak.items()}


def alle_kolommen() -> list[tuple[str, Veld]]:
    """Every column a file may have with its field, lists with index 0; for the documentation."""
    uit: list[tuple[str, Veld]] = []
    for velden in (omslag(Berichtsoort.BEGIN), *INHOUD.values()):
        for veld in velden:
            uit += [paar for paar in _bladeren(veld.naam, veld) if paar[0] not in dict(uit)]
    return uit


def _bladeren(naam: str, veld: Veld) -> list[tuple[str, Veld]]:
    if _is_blad(veld.soort):
        return [(naam, veld)]
    vorm: Soort = veld.soort
    if isinstance(vorm, Lijst):
        naam, vorm = f"{naam}.0", vorm.van
    velden = vorm.velden if isinstance(vorm, Voorwerp) else ()
    return [paar for deel in velden for paar in _bladeren(f"{naam}.{deel.naam}", deel)]
