"""Answers as JSON keeps them, and back; how two lists of answers compare."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.woorden import Antwoordbron, Antwoordsoort

DATUM = "datum"
"""Key under which a day stands, so that it comes back as a day and not as text."""


def als_json(antwoorden: Mapping[str, Antwoord]) -> dict[str, Any]:
    """Answers ready for JSON, in the order of their codes."""
    return {code: _een_als_json(antwoorden[code]) for code in sorted(antwoorden)}


def uit_json(ruw: Mapping[str, Any]) -> dict[str, Antwoord]:
    """Answers as they were kept. Raises KeyError or ValueError for anything else."""
    return {code: _een_uit_json(code, deel) for code, deel in ruw.items()}


def zelfde(links: Antwoord | None, rechts: Antwoord | None) -> bool:
    """They say the same; who said it and when does not matter. None: not asked."""
    return _inhoud(links) == _inhoud(rechts)


def _inhoud(antwoord: Antwoord | None) -> tuple[Antwoordsoort, Any]:
    if antwoord is None:
        return Antwoordsoort.NIET_GEVRAAGD, None
    gegeven = antwoord.soort is Antwoordsoort.GEGEVEN
    return antwoord.soort, antwoord.waarde if gegeven else None


def _een_als_json(antwoord: Antwoord) -> dict[str, Any]:
    uit: dict[str, Any] = {"soort": antwoord.soort.value}
    if antwoord.soort is Antwoordsoort.GEGEVEN:
        uit["waarde"] = _waarde_als_json(antwoord.waarde)
    uit["bron"] = antwoord.bron.value
    if antwoord.peildatum:
        uit["peildatum"] = antwoord.peildatum.isoformat()
    return uit


def _waarde_als_json(waarde: Any) -> Any:
    if isinstance(waarde, date):
        return {DATUM: waarde.isoformat()}
    return list(waarde) if isinstance(waarde, tuple) else waarde


def _een_uit_json(code: str, deel: Mapping[str, Any]) -> Antwoord:
    peildatum = deel.get("peildatum")
    return Antwoord(
        vraag=code,
        soort=Antwoordsoort(deel["soort"]),
        waarde=_waarde_uit_json(deel.get("waarde")),
        bron=Antwoordbron(deel.get("bron", Antwoordbron.CASEMANAGER)),
        peildatum=date.fromisoformat(peildatum) if peildatum else None,
    )


def _waarde_uit_json(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return date.fromisoformat(waarde[DATUM])
    return tuple(waarde) if isinstance(waarde, list) else waarde
