"""The doors of the plan as the description names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.test import Client

from tests.api.bouwers import V1

LEZEN, SCHRIJVEN = "plannen:lezen", "plannen:schrijven"


def beschrijving() -> dict[str, Any]:
    """The OpenAPI document."""
    return dict(Client().get(f"{V1}/openapi.json").json())


def deuren(methode: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path and operation of everything of the plan, with {dossier} still in it."""
    for pad, methoden in beschrijving()["paths"].items():
        if methode in methoden and "plannen" in methoden[methode]["tags"]:
            yield pad, methoden[methode]
