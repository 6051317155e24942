"""Work a rule out once per facts: many rules ask the same of one stay, and facts never change."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from richting.akkoord.feiten import Feiten

P = ParamSpec("P")
R = TypeVar("R")
_VAK = "_onthouden"


def onthouden(regel: Callable[Concatenate[Feiten, P], R]) -> Callable[Concatenate[Feiten, P], R]:
    """Keep what a pure rule answered, with the facts themselves, for as long as these exist.

    By which object was asked, not by value: reckoning the hash of all facts costs more than most
    rules. Only for rules whose answer cannot be changed by who gets it.
    """

    @wraps(regel)
    def antwoord(feiten: Feiten, *vraag: P.args, **anders: P.kwargs) -> R:
        if anders:
            return regel(feiten, *vraag, **anders)
        bekend: dict[Any, tuple[Any, R]] = feiten.__dict__.setdefault(_VAK, {})
        sleutel = (regel, *map(id, vraag))
        gevonden = bekend.get(sleutel)
        if gevonden is None:
            gevonden = bekend[sleutel] = (vraag, regel(feiten, *vraag, **anders))
        return gevonden[1]

    return antwoord
