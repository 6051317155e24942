"""Take in a whole file or batch: group by group, with a tally and the errors per line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from richting.berichten.acties.ontvangst import (
    GROEP,
    Antwoord,
    Ontvangen,
    Uitkomst,
    kader,
    ontvang,
    ontvang_los,
)
from richting.berichten.bestanden import Formaat, Regel, Stroom, lees
from richting.berichten.kolommen import kolomnaam
from richting.berichten.models import Aanlevering
from richting.berichten.samenhang import Kader
from richting.berichten.validatie import OngeldigBericht, valideer
from richting.kern.context import Wie
from richting.kern.werk import verwerking

FOUT = (Uitkomst.GEWEIGERD, Uitkomst.QUARANTAINE)
FOUTEN_MAX = 500
"""How many lines with errors a delivery keeps; the tally counts all."""


@dataclass(frozen=True, slots=True)
class Regeluitslag:
    """What became of one line."""

    nummer: int
    antwoord: Antwoord


@dataclass
class Inleesuitslag:
    """The result of a file so far: how many of each outcome, and the lines with errors."""

    aanlevering: Aanlevering
    telling: Counter[str] = field(default_factory=Counter)
    fouten: list[dict[str, object]] = field(default_factory=list)
    gelezen: int = 0

    @property
    def totaal(self) -> int:
        """Lines read so far."""
        return self.telling.total()

    @property
    def schoon(self) -> bool:
        """Whether no message was refused or set aside."""
        return not any(self.telling[status] for status in FOUT)

    def tel(self, regels: Iterable[Regeluitslag]) -> None:
        """Add lines to the tally, and to the errors as long as there is room."""
        for regel in regels:
            status = regel.antwoord.status
            self.telling[status] += 1
            if status in FOUT and len(self.fouten) < FOUTEN_MAX:
                self.fouten.append(_foutregel(regel))


def _foutregel(regel: Regeluitslag) -> dict[str, object]:
    return {
        "regel": regel.nummer,
        "berichtId": regel.antwoord.bericht_id,
        "status": regel.antwoord.status.value,
        "fouten": [fout.als_dict() for fout in regel.antwoord.fouten],
    }


Volg = Callable[[Inleesuitslag, list[Regeluitslag]], None]


def lees_in(
    wie: Wie,
    bron: str,
    stroom: Stroom,
    formaat: Formaat,
    naam: str,
    volg: Volg | None = None,
) -> Inleesuitslag:
    """Read a file to its end; `volg` is called after the commit of each group of lines.

    Raises Onbruikbaar when the file as a whole makes no sense; what was committed stays.
    """
    uitslag = Inleesuitslag(open_aanlevering(wie, bron, "bestand", naam))
    regels = kader(wie)
    try:
        for groep in _in_groepen(lees(stroom, formaat)):
            gedaan = _verwerk(wie, bron, groep, regels, uitslag.aanlevering)
            if formaat is Formaat.CSV:
                gedaan = [_met_kolommen(regel) for regel in gedaan]
            uitslag.gelezen = stroom.gelezen
            uitslag.tel(gedaan)
            if volg is not None:
                volg(uitslag, gedaan)
    finally:
        sluit_aanlevering(wie, uitslag, stroom.sha256)
    return uitslag


def lever_aan(wie: Wie, bron: str, berichten: Sequence[Any]) -> list[Antwoord]:
    """Take in a batch of raw messages of one API call, on record as one delivery."""
    uitslag = Inleesuitslag(open_aanlevering(wie, bron, "api"))
    antwoorden: list[Antwoord] = []
    try:
        antwoorden = ontvang(wie, bron, berichten, uitslag.aanlevering)
    finally:
        uitslag.tel(Regeluitslag(nr, a) for nr, a in enumerate(antwoorden, 1))
        sluit_aanlevering(wie, uitslag)
    return antwoorden


def _in_groepen(regels: Iterator[Regel]) -> Iterator[list[Regel]]:
    while groep := list(islice(regels, GROEP)):
        yield groep


def _verwerk(
    wie: Wie, bron: str, groep: list[Regel], regels: Kader, aanlevering: Aanlevering
) -> list[Regeluitslag]:
    gelezen: list[Ontvangen] = [
        OngeldigBericht("", (regel.fout,)) if regel.fout else valideer(regel.ruw, regels)
        for regel in groep
    ]
    antwoorden = ontvang_los(wie, bron, gelezen, aanlevering)
    return [Regeluitslag(r.nummer, a) for r, a in zip(groep, antwoorden, strict=True)]


def _met_kolommen(regel: Regeluitslag) -> Regeluitslag:
    """The same, with each field named as the column in which it stands."""
    fouten = tuple(replace(f, veld=kolomnaam(f.veld)) for f in regel.antwoord.fouten)
    return replace(regel, antwoord=replace(regel.antwoord, fouten=fouten))


def open_aanlevering(wie: Wie, bron: str, soort: str, naam: str = "") -> Aanlevering:
    """Note that a delivery begins, by whom and for which desk."""
    with verwerking(wie):
        return Aanlevering.objects.create(
            bron=bron,
            soort=soort,
            bestandsnaam=naam[:200],
            loket_id=wie.loket,
            medewerker=wie.medewerker,
            systeem=wie.systeem,
            begonnen_op=wie.nu,
        )


def sluit_aanlevering(wie: Wie, uitslag: Inleesuitslag, sha256: str = "") -> None:
    """Note how a delivery ended."""
    rij = uitslag.aanlevering
    rij.klaar_op, rij.sha256 = wie.nu, sha256
    rij.uitkomsten, rij.fouten = dict(uitslag.telling), uitslag.fouten
    with verwerking(wie):
        rij.save(update_fields=["klaar_op", "sha256", "uitkomsten", "fouten"])
