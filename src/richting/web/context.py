"""What every page knows: the menu and the mailbox, worked out only when a page shows them."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest

from richting.web import panelen


def pagina(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `navigatie` and `postbus_ongelezen`, each at most once per page."""

    @cache
    def navigatie() -> tuple[panelen.Navigatiepunt, ...]:
        return panelen.navigatie(request)

    @cache
    def ongelezen() -> int | None:
        return panelen.postbus_ongelezen(request)

    return {"navigatie": navigatie, "postbus_ongelezen": ongelezen}
