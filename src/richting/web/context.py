"""What every page knows: menu, mailbox and search, worked out only when a page shows them."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest

from richting.web import panelen
from richting.web.terug import bladzijde


def pagina(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `navigatie`, `postbus_ongelezen` (each at most once), `zoekadres`, and
    `bladzijde`, the address that shows this page in the other language."""

    @cache
    def navigatie() -> tuple[panelen.Navigatiepunt, ...]:
        return panelen.navigatie(request)

    @cache
    def ongelezen() -> int | None:
        return panelen.postbus_ongelezen(request)

    def zoekadres() -> str:
        return panelen.zoekadres(request)

    return {
        "navigatie": navigatie,
        "postbus_ongelezen": ongelezen,
        "zoekadres": zoekadres,
        "bladzijde": lambda: bladzijde(request),
    }
