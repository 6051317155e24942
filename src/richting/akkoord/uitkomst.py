"""What a rule answers: a code for the program, a sentence for people, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Bron:
    """Where a rule comes from: a clause, an article of law, how DJI works, or our assumption."""

    soort: Literal["clausule", "artikel", "werkwijze", "aanname"]
    verwijzing: str

    def __str__(self) -> str:
        return f"{self.soort} {self.verwijzing}"


@dataclass(frozen=True)
class Uitkomst(Generic[T]):
    """The answer of a rule, with its reason in plain Dutch (B1)."""

    waarde: T
    code: str
    zin: str
    bronnen: tuple[Bron, ...] = ()
