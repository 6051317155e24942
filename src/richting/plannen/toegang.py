"""Who may read and write in a plan: whoever has a ground for the compartment. Clausule 6.2, 6.4.

What a plan shares with every other part of a dossier stands in `delen.toegang`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404

from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.toegang import check_mag, lees_deel, lees_dossier, mijn_categorieen
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.lezen import Lezing, lezing
from richting.partijen.werkplek import Verzoek
from richting.web.blad import Blad, blad

__all__ = ["blad_van_plan", "check_mag", "lees_plan", "mijn_categorieen"]

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


def blad_van_plan(
    request: Verzoek,
    dossier: UUID,
    handeling: str,
    sjabloon: str,
    functie: Callable[[Lezing, Dossier, set[str]], dict[str, Any]],
) -> Blad:
    """The same, as the content of a page that is kept and asked again: see `web.blad`."""

    def maak() -> dict[str, Any] | None:
        return next(iter(lees_deel(lees, dossier, functie, Gegevenscategorie.PLAN.value)), None)

    with lezing(request.wie, handeling) as lees:
        gevonden = blad(lees, sjabloon, dossier, maak, request)
    if gevonden is None:
        raise Http404
    return gevonden
