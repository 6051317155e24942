"""Read files with messages: JSON Lines and CSV with a header, line by line, within bounds.

A broken line becomes a line with an error and the next line is read as if nothing happened: no
record spans lines, so a forgotten quote swallows nothing. Memory stays bounded whatever the file.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, BinaryIO

from richting.berichten.kolommen import Kolom, kolommen_van, zet_om
from richting.berichten.soorten import Fout
from richting.berichten.validatie import REGEL_MAX, Onleesbaar, ontleed

UTF8_BOM = b"\xef\xbb\xbf"
ANDERE_BOM = (b"\xff\xfe", b"\xfe\xff")


class Formaat(StrEnum):
    """The two kinds of file."""

    JSONL = "jsonl"
    CSV = "csv"


class Onbruikbaar(ValueError):
    """The file as a whole cannot be read; the message is a sentence for the sender."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: its number, and either a raw message or what is wrong with the line."""

    nummer: int
    ruw: Any
    fout: Fout | None = None


class Stroom:
    """The lines of a binary file, with what was read so far: bytes and their SHA-256."""

    def __init__(self, bestand: BinaryIO) -> None:
        self._bestand = bestand
        self._som = hashlib.sha256()
        self.gelezen = 0

    @property
    def sha256(self) -> str:
        """The fingerprint of everything read."""
        return self._som.hexdigest()

    def regels(self) -> Iterator[tuple[int, bytes | None]]:
        """Number and bytes of each line; None for a line longer than a message may be."""
        nummer = 0
        while stuk := self._lees():
            nummer += 1
            te_lang = len(stuk) > REGEL_MAX and not stuk.endswith(b"\n")
            while te_lang and (rest := self._lees()) and not rest.endswith(b"\n"):
                pass
            if nummer == 1:
                stuk = _zonder_bom(stuk)
            yield nummer, None if te_lang else stuk.rstrip(b"\r\n")

    def _lees(self) -> bytes:
        stuk = self._bestand.readline(REGEL_MAX + 1)
        self._som.update(stuk)
        self.gelezen += len(stuk)
        return stuk


def _zonder_bom(stuk: bytes) -> bytes:
    if stuk.startswith(ANDERE_BOM):
        raise Onbruikbaar(
            "Regel 1: dit bestand is UTF-16. Sla het op als UTF-8 en probeer opnieuw."
        )
    return stuk.removeprefix(UTF8_BOM)


def herken_formaat(naam: str) -> Formaat:
    """The kind of file by its name; raises Onbruikbaar for another one."""
    klein = naam.lower()
    if klein.endswith(".csv"):
        return Formaat.CSV
    if klein.endswith((".jsonl", ".ndjson")):
        return Formaat.JSONL
    raise Onbruikbaar("Lever een bestand aan dat eindigt op .jsonl of .csv.")


def lees(stroom: Stroom, formaat: Formaat) -> Iterator[Regel]:
    """The lines of a file; raises Onbruikbaar when the file as a whole makes no sense."""
    return _lees_csv(stroom) if formaat is Formaat.CSV else _lees_jsonl(stroom)


def _te_lang(nummer: int) -> Regel:
    zin = f"Deze regel is te lang: hoogstens {REGEL_MAX // 1024} kB per bericht."
    return Regel(nummer, None, Fout("", "te_lang", zin))


def _lees_jsonl(stroom: Stroom) -> Iterator[Regel]:
    for nummer, ruw in stroom.regels():
        if ruw is None:
            yield _te_lang(nummer)
        elif ruw.strip():
            yield _jsonregel(nummer, ruw)


def _jsonregel(nummer: int, ruw: bytes) -> Regel:
    if nummer == 1 and ruw.lstrip().startswith(b"["):
        raise Onbruikbaar("Regel 1: zet elk bericht op een eigen regel, zonder lijst eromheen.")
    try:
        return Regel(nummer, ontleed(_tekst(ruw)))
    except Onleesbaar as fout:
        return Regel(nummer, None, Fout("", "onleesbaar", str(fout)))


def _tekst(ruw: bytes) -> str:
    try:
        return ruw.decode("utf-8")
    except UnicodeDecodeError as fout:
        zin = (
            f"Byte {fout.start + 1} is geen UTF-8: sla het bestand op als UTF-8 (niet als Latin-1)."
        )
        raise Onleesbaar(zin) from None


def _cellen(ruw: bytes, scheiding: str) -> list[str]:
    tekst = _tekst(ruw)
    if "\0" in tekst:
        raise Onleesbaar("Er staat een nulteken in deze regel: haal het weg.")
    try:
        return next(csv.reader([tekst], delimiter=scheiding, strict=True), [])
    except csv.Error:
        raise Onleesbaar(
            "De aanhalingstekens kloppen niet: elk begin heeft een einde nodig."
        ) from None


def _kop(ruw: bytes | None) -> tuple[str, list[Kolom]]:
    if ruw is None:
        raise Onbruikbaar("Regel 1: de kopregel is te lang.")
    scheiding = ";" if ruw.count(b";") > ruw.count(b",") else ","
    try:
        namen = [cel.strip() for cel in _cellen(ruw, scheiding)]
    except Onleesbaar as fout:
        raise Onbruikbaar(f"Regel 1: {fout}") from None
    try:
        return scheiding, kolommen_van(namen)
    except ValueError as fout:
        raise Onbruikbaar(f"Regel 1: {fout}") from None


def _lees_csv(stroom: Stroom) -> Iterator[Regel]:
    kop: tuple[str, list[Kolom]] | None = None
    for nummer, ruw in stroom.regels():
        if kop is None:
            kop = _kop(ruw)
        elif ruw is None:
            yield _te_lang(nummer)
        elif ruw.strip(b" ;,\t"):
            yield _csvregel(nummer, ruw, *kop)


def _csvregel(nummer: int, ruw: bytes, scheiding: str, kolommen: list[Kolom]) -> Regel:
    try:
        cellen = _cellen(ruw, scheiding)
        if len(cellen) != len(kolommen):
            raise Onleesbaar(
                f"Deze regel heeft {len(cellen)} cellen en de kop {len(kolommen)}: maak ze gelijk."
            )
        return Regel(nummer, zet_om(kolommen, cellen))
    except Onleesbaar as fout:
        return Regel(nummer, None, Fout("", "onleesbaar", str(fout)))
