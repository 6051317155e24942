"""How a line of the tables `LEZINGEN` and `DADEN` becomes an endpoint with its description."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ninja import Router, Schema

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.lezen import Lezing
from richting.partijen.machine import Machineverzoek
from richting.plannen.api.basis import GedaanUit, In, gedaan, lees, schrijf

BEGIN = "/dossiers/{uuid:dossier}/"
PLAATSEN = inspect.Parameter.POSITIONAL_OR_KEYWORD
PLAN = Gegevenscategorie.PLAN.value


@dataclass(frozen=True)
class Leesdeur:
    """One thing to read. `functie` gets the dossier, the open compartments, and who reads.

    `toont` are the compartments that the reading is recorded for (None: all that are open).
    `nummer` names a whole number at the end of the path.
    """

    pad: str
    naam: str
    titel: str
    uitleg: str
    vorm: type[Schema]
    functie: Callable[..., Any]
    nodig: str = PLAN
    toont: frozenset[str] | None = None
    nummer: str = ""


@dataclass(frozen=True)
class Schrijfdeur:
    """One thing to do. `doe` gets who acts, the dossier, what came in, and the row of the path.

    `als` makes the answer, in the shape `uit`, of what it gives back.
    """

    pad: str
    naam: str
    titel: str
    uitleg: str
    vorm: type[In]
    voorbeeld: dict[str, Any]
    doe: Callable[[Wie, UUID, Any, Any], Any]
    uit: type[Schema] = GedaanUit
    als: Callable[[Any], dict[str, Any]] = gedaan


def hang_lezing(router: Router, deur: Leesdeur) -> None:
    """Add an endpoint that reads."""

    def view(request: Machineverzoek, dossier: UUID, **pad: int) -> Any:
        def functie(lezing: Lezing, rij: Dossier, mijn: set[str]) -> Any:
            if deur.toont is not None:
                lezing.gezien([rij.pk], deur.toont)
            return deur.functie(rij, mijn, request.wie, **pad)

        return lees(request.wie, dossier, f"api plan: {deur.pad}", functie, deur.nodig)

    extra = [_plek(deur.nummer, int)] if deur.nummer else []
    _teken(view, deur.naam, deur.uitleg, extra)
    router.add_api_operation(
        BEGIN + deur.pad,
        ["GET"],
        view,
        response=deur.vorm,
        operation_id=deur.naam,
        summary=deur.titel,
        description=deur.uitleg,
    )


def hang_daad(router: Router, deur: Schrijfdeur) -> None:
    """Add an endpoint that writes."""

    def view(
        request: Machineverzoek, dossier: UUID, inhoud: Any, nummer: UUID | None = None
    ) -> dict[str, Any]:
        return schrijf(lambda: deur.doe(request.wie, dossier, inhoud, nummer), deur.als)

    extra = [_plek("nummer", UUID)] if "{uuid:nummer}" in deur.pad else []
    _teken(view, deur.naam, deur.uitleg, [*extra, _plek("inhoud", deur.vorm)])
    voorbeeld = {"content": {"application/json": {"example": deur.voorbeeld}}}
    router.add_api_operation(
        BEGIN + deur.pad,
        ["POST"],
        view,
        response=deur.uit,
        operation_id=deur.naam,
        summary=deur.titel,
        description=deur.uitleg,
        openapi_extra={"requestBody": voorbeeld},
    )


def _plek(naam: str, soort: Any) -> inspect.Parameter:
    return inspect.Parameter(naam, PLAATSEN, annotation=soort)


def _teken(view: Any, naam: str, uitleg: str, extra: list[inspect.Parameter]) -> None:
    """Give a view the signature from which django-ninja reads its parameters."""
    view.__name__, view.__doc__ = naam, uitleg
    vast = [_plek("request", Machineverzoek), _plek("dossier", UUID)]
    view.__signature__ = inspect.Signature([*vast, *extra])
