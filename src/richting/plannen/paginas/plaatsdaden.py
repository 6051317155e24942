"""What two pages share: the forms for what a desk may do with a place, and how one is sent in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from richting.akkoord.plan.voorzieningen import REDENEN, Plaatsdaad, Plaatsstaat
from richting.partijen.werkplek import Verzoek
from richting.plannen import plaatsnamen
from richting.plannen.acties import plaatsen as acties
from richting.plannen.formulieren.inhoud import Versieveld
from richting.plannen.formulieren.voorzieningen import Plaatsstapformulier
from richting.plannen.paginas.daad import Fout, voer_uit


@dataclass(frozen=True)
class Daadvorm:
    """One thing that can be done with a place, with its form."""

    daad: Plaatsdaad
    naam: str
    formulier: Versieveld
    open: bool
    gevaar: bool


def vormen(
    request: Verzoek, plaats: Any, daden: Iterable[Plaatsdaad], nummer: UUID, fout: Fout | None
) -> list[Daadvorm]:
    """The forms for these acts on a place (`plaats` has versie, staat, vanaf and tot)."""
    return [_vorm(request, plaats, daad, nummer, fout) for daad in daden]


def ingestuurd(request: Verzoek, nummer: UUID, daad: Plaatsdaad) -> Plaatsstapformulier:
    """The form as it was sent."""
    return _formulier(request, nummer, daad, request.POST)


def doe(request: Verzoek, nummer: UUID, formulier: Plaatsstapformulier, **van: UUID) -> Fout | None:
    """Carry the act out; the refusal to show, or None when it was done. 404 without a ground.

    `van` names the dossier or the voorziening of the place.
    """
    daad = formulier.extra["daad"]
    if not formulier.is_valid():
        return Fout(daad.value, formulier, str(nummer))
    versie = formulier.cleaned_data["versie"]
    return voer_uit(
        lambda: acties.doe(request.wie, nummer, versie, formulier.stap(), **van),
        daad.value,
        formulier,
        str(nummer),
    )


def _vorm(
    request: Verzoek, plaats: Any, daad: Plaatsdaad, nummer: UUID, fout: Fout | None
) -> Daadvorm:
    deze = fout is not None and (fout.wat, fout.rij) == (daad.value, str(nummer))
    begin = {"versie": plaats.versie, "vanaf": plaats.vanaf, "tot": plaats.tot}
    leeg = _formulier(request, nummer, daad, initial=begin)
    return Daadvorm(
        daad=daad,
        naam=plaatsnamen.daadnaam(daad, Plaatsstaat(plaats.staat)),
        formulier=fout.formulier if fout and deze else leeg,  # type: ignore[arg-type]
        open=deze,
        gevaar=daad in REDENEN,
    )


def _formulier(
    request: Verzoek, nummer: UUID, daad: Plaatsdaad, *data: Any, **meer: Any
) -> Plaatsstapformulier:
    return Plaatsstapformulier(
        *data,
        daad=daad,
        vandaag=request.wie.vandaag,
        mijn=set(),
        auto_id=f"id_{daad.value}_{nummer}_%s",
        **meer,
    )
