"""Words that come in over the API, and refusals in one form, for every room."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, TypeVar

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from richting.kern.probleem import Deelfout, Probleem, niet_gevonden
from richting.partijen.fouten import KanNiet, NietToegestaan

GEEN_DOSSIER = "Dit is er niet."
ZONDER_NUL = r"^[^\x00]*$"
"""PostgreSQL keeps no NUL in a text."""
DAGVORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EERSTE_DAG, LAATSTE_DAG = date(1900, 1, 1), date(2199, 12, 31)
T = TypeVar("T")

Tekst = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=ZONDER_NUL)]
Leeg = Annotated[str, StringConstraints(max_length=4000, pattern=ZONDER_NUL)]


def _als_dag(waarde: Any) -> Any:
    """Only a day as it is described; pydantic would take a number or a moment too."""
    if not isinstance(waarde, str) or not DAGVORM.fullmatch(waarde):
        raise PydanticCustomError("date_parsing", "geen datum")
    return waarde


Dag = Annotated[date, BeforeValidator(_als_dag), Field(ge=EERSTE_DAG, le=LAATSTE_DAG)]


class In(Schema):
    """What comes in: only the fields that are described."""

    model_config = ConfigDict(extra="forbid")


def doe(functie: Callable[[], T]) -> T:
    """Do it, and turn a refusal of the room into a refusal of the API."""
    try:
        return functie()
    except NietToegestaan as fout:
        raise niet_gevonden(GEEN_DOSSIER) from fout
    except KanNiet as fout:
        zin = _(fout.zin)
        raise Probleem(409, "Kan nu niet", zin, [Deelfout("body", "", fout.code, zin)]) from fout
