"""The question sets of this installation: those of the program and those of its administrator."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from richting.akkoord.plan.vragenlijst import Vragenlijst, geldend
from richting.akkoord.plan.vragenlijstbestand import laad


@lru_cache(maxsize=4)
def _alle(extra: str) -> dict[str, Vragenlijst]:
    return laad(Path(extra) if extra else None)


def alle() -> dict[str, Vragenlijst]:
    """All question sets by code, read once."""
    return _alle(settings.OMGEVING.vragenlijsten)


def nieuwste(op: date) -> Vragenlijst:
    """The set with which a new screening begins on this day."""
    return geldend(alle().values(), op)


def met_code(code: str) -> Vragenlijst | None:
    """The set that answers were given to; None when its file is gone."""
    return alle().get(code)
