"""The accord *Kansen bieden voor re-integratie* (1 July 2019), clause by clause, in plain words.

The text stands in `clausules.csv`. What carries each clause is worked out by `register`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files


class Clausulesoort(StrEnum):
    """What a clause asks of a program."""

    REGEL = "regel"
    FUNCTIE = "functie"
    GEGEVEN = "gegeven"


@dataclass(frozen=True)
class Clausule:
    """One clause: its number, and what it asks in Dutch and English."""

    nr: str
    kind: Clausulesoort
    nl: str
    en: str

    @property
    def deel(self) -> int:
        """The part of the accord it stands in."""
        return int(self.nr.partition(".")[0])


DELEN = {
    1: ("Een maatschappelijke opgave", "A task for society"),
    2: ("De driehoek", "The triangle"),
    3: ("Voor wie", "For whom"),
    4: ("De levensloop", "The life course"),
    5: ("Wat er nodig is", "What is needed"),
    6: ("Gegevens delen", "Sharing data"),
    7: ("Steun en bestuur", "Support and governance"),
    8: ("Wat partijen afspreken", "What the parties agree"),
}
"""The parts of the accord, in Dutch and English."""


def _lees() -> tuple[Clausule, ...]:
    tekst = files("richting.akkoord").joinpath("clausules.csv").read_text(encoding="utf-8")
    return tuple(
        Clausule(regel["nr"], Clausulesoort(regel["soort"]), regel["nl"], regel["en"])
        for regel in csv.DictReader(tekst.splitlines())
    )


CLAUSULES = _lees()
"""Every clause, in the order of the accord."""
