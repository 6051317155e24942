"""How a page of the plan carries out an act: done, refused with a sentence, or overtaken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404

from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek
from richting.plannen.botsing import Botsing
from richting.plannen.formulieren.inhoud import Planformulier
from richting.plannen.toegang import lees_plan

F = TypeVar("F", bound=Planformulier)


@dataclass(frozen=True)
class Fout:
    """A form that was refused: what it was about, of which row, and what others changed."""

    wat: str
    formulier: Planformulier
    rij: str = ""
    botsing: Botsing | None = None

    @property
    def status(self) -> int:
        """The HTTP status of the page that shows it."""
        return 409 if self.botsing else 200


def ingevuld(request: Verzoek, dossier: UUID, soort: type[F], id_: str, nodig: str = "plan") -> F:
    """The form as it was sent; 404 for who may not see this compartment of the plan."""
    mijn = vakken(request, dossier, nodig)
    return soort(request.POST, vandaag=request.wie.vandaag, mijn=mijn, auto_id=f"id_{id_}_%s")


def vakken(request: Verzoek, dossier: UUID, nodig: str = "plan") -> set[str]:
    """The compartments that are open to who sends this; 404 without a ground for `nodig`."""
    return lees_plan(request.wie, dossier, "plan: wijzigen", lambda _l, _d, mijn: mijn, nodig)


def voer_uit(
    doe: Callable[[], Any], wat: str, formulier: Planformulier, rij: str = ""
) -> Fout | None:
    """Carry out an act; the refusal to show, or None when it was done. 404 without a ground."""
    try:
        doe()
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return Fout(wat, formulier, rij)
    except Botsing as botsing:
        return Fout(wat, op_nieuwe_versie(formulier, botsing), rij, botsing)
    return None


def op_nieuwe_versie(formulier: F, botsing: Botsing) -> F:
    """The same form with the same input, now on top of the version that stands."""
    gegevens = formulier.data.copy()  # type: ignore[attr-defined]
    gegevens[formulier.add_prefix("versie")] = str(botsing.rij.versie)
    formulier.data = gegevens
    return formulier
