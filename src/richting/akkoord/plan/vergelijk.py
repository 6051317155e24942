"""What differs between two versions of the plan, line by line. Clausule 7.1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Sleutel = tuple[str, str]
"""A line of a plan: the key of its block and its own key."""


class Soort(StrEnum):
    """What became of a line."""

    NIEUW = "nieuw"
    WEG = "weg"
    ANDERS = "anders"


@dataclass(frozen=True)
class Verschil:
    """A line that differs: what it said and says; "" where it was not there."""

    sleutel: Sleutel
    soort: Soort
    oud: str
    nieuw: str


def vergelijk(oud: Mapping[Sleutel, str], nieuw: Mapping[Sleutel, str]) -> tuple[Verschil, ...]:
    """The lines that differ: first those of the new version in its order, then what went away."""
    anders = [
        Verschil(sleutel, _soort(sleutel in oud), oud.get(sleutel, ""), tekst)
        for sleutel, tekst in nieuw.items()
        if oud.get(sleutel) != tekst
    ]
    weg = [Verschil(s, Soort.WEG, tekst, "") for s, tekst in oud.items() if s not in nieuw]
    return tuple(anders + weg)


def _soort(stond_er: bool) -> Soort:
    return Soort.ANDERS if stond_er else Soort.NIEUW
