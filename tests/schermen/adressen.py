"""Every address of the program, read from the URL configuration itself."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

GEEN_SCHERM = ("api/",)
"""Parts that answer machines."""


def paginas() -> dict[str, str]:
    """The name and the route of every page, also of a page that was added a minute ago."""
    return dict(_namen(get_resolver().url_patterns, "", ""))


def _namen(
    patronen: list[URLPattern | URLResolver], ruimte: str, route: str
) -> Iterator[tuple[str, str]]:
    for patroon in patronen:
        hier = route + str(patroon.pattern)
        if hier.startswith(GEEN_SCHERM):
            continue
        if isinstance(patroon, URLResolver):
            eigen = patroon.app_name or patroon.namespace
            yield from _namen(patroon.url_patterns, f"{eigen}:" if eigen else ruimte, hier)
        else:
            yield f"{ruimte}{patroon.name}", hier
