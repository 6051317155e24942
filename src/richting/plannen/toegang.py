"""Who may read and write in a plan: whoever has a ground for the compartment. Clausule 6.2, 6.4.

What a plan shares with every other part of a dossier stands in `delen.toegang`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import check_mag, lees_dossier, mijn_categorieen
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.lezen import Lezing

__all__ = ["check_mag", "lees_plan", "mijn_categorieen"]

T = TypeVar("T")


def lees_plan(
    wie: Wie,
    dossier: UUID,
    handeling: str,
    functie: Callable[[Lezing, Dossier, set[str]], T],
    nodig: str = Gegevenscategorie.PLAN.value,
) -> T:
    """Read something of a plan on record; see `lees_dossier`. Raises Http404 without a ground."""
    return lees_dossier(wie, dossier, handeling, functie, nodig)
