"""Reads the file of a question set and names every fault in it: file, question, field.

The same shape stands, for tools, in `vragenlijsten/schema.json`; a test holds the two equal. What
the rule of the standings must know (`eisen.py`) has to be asked, with answers it understands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from richting.akkoord.plan.eisen import KEUZEVRAGEN, Keuzevraag
from richting.akkoord.plan.gebieden import DATUMVRAGEN
from richting.akkoord.plan.vragenlijst import (
    FouteVragenlijst,
    Keuze,
    Tekst,
    Vraag,
    Vraagsoort,
    Vragenlijst,
)
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied, Meetmoment

T = TypeVar("T")
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
LANGSTE = 200
KOP = {"naam", "versie", "geldig_vanaf", "toelichting", "vragen"}
VELDEN = {
    *("code", "leefgebied", "soort", "tekst", "mag"),
    *("momenten", "keuzes", "uitleg", "bron"),
}
OOK_TOEGESTAAN = {
    soort.value: soort
    for soort in Antwoordsoort
    if soort not in (Antwoordsoort.GEGEVEN, Antwoordsoort.NIET_GEVRAAGD)
}


def lees(tekst: str, bestand: str) -> Vragenlijst:
    """A question set from the text of its file. Raises FouteVragenlijst naming every fault."""
    try:
        ruw = json.loads(tekst)
    except ValueError as fout:
        raise FouteVragenlijst([f"{bestand}: dit is geen JSON ({fout})."]) from fout
    if not isinstance(ruw, dict):
        raise FouteVragenlijst([f"{bestand}: verwacht is een object met naam, versie en vragen."])
    lezer = _Lezer(bestand)
    lijst = lezer.lijst(ruw)
    if not lezer.fouten and lijst is not None:
        lezer.fouten += _tekort(lijst, bestand)
    if lezer.fouten or lijst is None:
        raise FouteVragenlijst(lezer.fouten)
    return lijst


def laad(extra: Path | None = None) -> dict[str, Vragenlijst]:
    """All sets by code: those of the program, and those in the folder of an administrator.

    Raises FouteVragenlijst when one is wrong, or has the code of another.
    """
    eigen = files("richting.akkoord.plan").joinpath("vragenlijsten")
    bestanden = [(b.name, b) for b in eigen.iterdir() if _is_lijst(b.name)]
    if extra is not None:
        if not extra.is_dir():
            raise FouteVragenlijst([f"De map {extra} bestaat niet."])
        bestanden += [(b.name, b) for b in sorted(extra.iterdir()) if _is_lijst(b.name)]
    uit: dict[str, Vragenlijst] = {}
    for naam, bestand in bestanden:
        lijst = lees(bestand.read_text(encoding="utf-8"), naam)
        if lijst.code in uit:
            raise FouteVragenlijst([f"{naam}: er is al een vragenlijst {lijst.code}."])
        uit[lijst.code] = lijst
    return uit


def _is_lijst(naam: str) -> bool:
    return naam.endswith(".json") and naam != "schema.json"


class _Lezer:
    """Reads one file and collects what is wrong with it."""

    def __init__(self, bestand: str) -> None:
        self.bestand = bestand
        self.fouten: list[str] = []
        self.plek = ""

    def fout(self, veld: str, zin: str) -> None:
        waar = f"{self.bestand}, {self.plek}" if self.plek else self.bestand
        self.fouten.append(f"{waar}, veld {veld}: {zin}.")

    def lijst(self, ruw: dict[str, Any]) -> Vragenlijst | None:
        self._onbekende_velden(ruw, KOP)
        naam, versie = self._code(ruw, "naam"), self._versie(ruw)
        vanaf = self._dag(ruw.get("geldig_vanaf"))
        self._soms(ruw, "toelichting")
        if f"{naam}-{versie}.json" != self.bestand:
            self.fout("naam", f"het bestand moet {naam}-{versie}.json heten")
        delen = ruw.get("vragen")
        if not isinstance(delen, list) or not delen:
            self.fout("vragen", "verwacht is een lijst met een of meer vragen")
            return None
        vragen = [v for nr, deel in enumerate(delen, 1) if (v := self._vraag(nr, deel))]
        self.plek = ""
        for code in _dubbel(vraag.code for vraag in vragen):
            self.fout("vragen", f"de vraag {code} staat er meer dan een keer in")
        return None if self.fouten else Vragenlijst(naam, versie, vanaf, tuple(vragen))

    def _vraag(self, nr: int, ruw: Any) -> Vraag | None:
        code = ruw.get("code") if isinstance(ruw, dict) else None
        self.plek = f"vraag {nr} ({code})" if isinstance(code, str) else f"vraag {nr}"
        if not isinstance(ruw, dict):
            self.fout("vragen", "een vraag is een object")
            return None
        eerder = len(self.fouten)
        self._onbekende_velden(ruw, VELDEN)
        soort = self._uit(ruw, "soort", {s.value: s for s in Vraagsoort})
        gebied = self._uit(ruw, "leefgebied", {g.value: g for g in Leefgebied})
        mag = self._lijst_uit(ruw, "mag", OOK_TOEGESTAAN)
        momenten = self._lijst_uit(ruw, "momenten", {m.value: m for m in Meetmoment})
        vraag_code, tekst = self._code(ruw, "code"), self._tekst(ruw.get("tekst"), "tekst")
        uitleg, bron = self._soms(ruw, "uitleg"), self._soms(ruw, "bron")
        keuzes = self._keuzes(ruw, soort)
        if len(self.fouten) > eerder or soort is None or gebied is None:
            return None
        return Vraag(
            code=vraag_code,
            leefgebied=gebied,
            soort=soort,
            tekst=tekst,
            mag=frozenset({*mag, Antwoordsoort.NIET_GEVRAAGD}),
            momenten=frozenset(momenten) or frozenset(Meetmoment),
            keuzes=keuzes,
            uitleg=uitleg,
            bron=bron,
        )

    def _keuzes(self, ruw: dict[str, Any], soort: Vraagsoort | None) -> tuple[Keuze, ...]:
        delen = ruw.get("keuzes")
        if soort is None:
            return ()
        if soort is not Vraagsoort.KEUZE:
            if delen is not None:
                self.fout("keuzes", "alleen een vraag van de soort keuze heeft keuzes")
            return ()
        if not isinstance(delen, list) or len(delen) < 2:
            self.fout("keuzes", "een vraag van de soort keuze heeft twee of meer keuzes")
            return ()
        uit = []
        for deel in delen:
            tekst = self._tekst(deel, "keuzes", ook={"code"})
            uit.append(Keuze(self._code(deel if isinstance(deel, dict) else {}, "code"), tekst))
        for code in _dubbel(keuze.code for keuze in uit):
            self.fout("keuzes", f"de keuze {code} staat er meer dan een keer in")
        return tuple(uit)

    def _onbekende_velden(self, ruw: dict[str, Any], bekend: set[str]) -> None:
        for veld in sorted(set(ruw) - bekend):
            self.fout(veld, "dit veld bestaat niet")

    def _code(self, ruw: dict[str, Any], veld: str) -> str:
        code = ruw.get(veld)
        if isinstance(code, str) and CODE.fullmatch(code):
            return code
        self.fout(veld, "verwacht zijn kleine letters, cijfers en _, ten hoogste 40 tekens")
        return ""

    def _versie(self, ruw: dict[str, Any]) -> int:
        versie = ruw.get("versie")
        if isinstance(versie, int) and not isinstance(versie, bool) and versie > 0:
            return versie
        self.fout("versie", "verwacht is een geheel getal van 1 of meer")
        return 0

    def _dag(self, ruw: Any) -> date:
        try:
            return date.fromisoformat(ruw)
        except (TypeError, ValueError):
            self.fout("geldig_vanaf", "verwacht is een datum als 2026-01-31")
            return date.max

    def _uit(self, ruw: dict[str, Any], veld: str, bekend: dict[str, T]) -> T | None:
        waarde = ruw.get(veld)
        if isinstance(waarde, str) and waarde in bekend:
            return bekend[waarde]
        self.fout(veld, f"kies uit {', '.join(bekend)}")
        return None

    def _lijst_uit(self, ruw: dict[str, Any], veld: str, bekend: dict[str, T]) -> list[T]:
        waarden = ruw.get(veld, [])
        if isinstance(waarden, list) and all(isinstance(w, str) and w in bekend for w in waarden):
            return [bekend[waarde] for waarde in waarden]
        self.fout(veld, f"verwacht is een lijst met waarden uit {', '.join(bekend)}")
        return []

    def _soms(self, ruw: dict[str, Any], veld: str) -> Tekst | None:
        return self._tekst(ruw[veld], veld) if veld in ruw else None

    def _tekst(self, ruw: Any, veld: str, ook: Iterable[str] = ()) -> Tekst:
        goed = isinstance(ruw, dict) and set(ruw) == {"nl", "en", *ook}
        teksten = [ruw["nl"], ruw["en"]] if goed else []
        if goed and all(isinstance(t, str) and 0 < len(t) <= LANGSTE for t in teksten):
            return Tekst(*teksten)
        velden = ", ".join([*ook, "nl", "en"])
        self.fout(veld, f"verwacht zijn {velden}, elk met 1 tot {LANGSTE} tekens")
        return Tekst("", "")


def _dubbel(codes: Iterable[str]) -> list[str]:
    alle = list(codes)
    return sorted({code for code in alle if alle.count(code) > 1})


def _tekort(lijst: Vragenlijst, bestand: str) -> list[str]:
    """What the rule of the standings misses in this set."""
    fouten = []
    for nodig in KEUZEVRAGEN:
        fouten += _past_bij(nodig, lijst.vraag(nodig.vraag))
    for code, gebied in DATUMVRAGEN.items():
        vraag = lijst.vraag(code)
        if vraag is None or (vraag.soort, vraag.leefgebied) != (Vraagsoort.DATUM, gebied):
            fouten.append(f"vraag ({code}): de stand vraagt een datum bij {gebied.value}")
    return [f"{bestand}, {fout}." for fout in fouten]


def _past_bij(nodig: Keuzevraag, vraag: Vraag | None) -> list[str]:
    ja_nee = True in nodig.tabel
    soort = Vraagsoort.JA_NEE if ja_nee else Vraagsoort.KEUZE
    if vraag is None or (vraag.soort, vraag.leefgebied) != (soort, nodig.leefgebied):
        wat = f"de soort {soort.value} bij {nodig.leefgebied.value}"
        return [f"vraag ({nodig.vraag}): de stand vraagt deze vraag, van {wat}"]
    vreemd = sorted({keuze.code for keuze in vraag.keuzes} - set(nodig.tabel))
    return [f"vraag ({nodig.vraag}): de stand kent het antwoord {code} niet" for code in vreemd]
