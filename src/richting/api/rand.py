"""The edge of the API: what holds for every request and every answer under /api/.

The outermost middleware, so that a refusal by Django itself leaves in the same form as ours. NLGov
API Design Rules: `/core/version-header`, `/core/transport/security-headers`,
`/core/error-handling/problem-details`, `/core/http-methods` (HEAD wherever there is GET).
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from richting.api import problemen
from richting.api.versie import VERSIE

VOOR = "/api/"
OPENBAAR = ("/api/v1/openapi.json", "/api/v1/schemas/verblijfsbericht.json")
"""Documents that anyone may read, also a page of another site."""
JSON = ("application/json", problemen.SOORT)
KOPPEN = {
    "API-Version": VERSIE,
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}


class Rand:
    """Checks a request before anything reads it, and puts the headers on every answer."""

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self.volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(VOOR):
            return self.volgende(request)
        status = _weiger(request)
        uit = problemen.antwoord(problemen.standaard(status)) if status else self._vraag(request)
        if uit.status_code >= 400 and uit.get("Content-Type") != problemen.SOORT:
            _maak_probleem(uit)
        for naam, waarde in KOPPEN.items():
            uit[naam] = waarde
        if request.path in OPENBAAR:
            uit["Access-Control-Allow-Origin"] = "*"
        return uit

    def _vraag(self, request: HttpRequest) -> HttpResponse:
        """Ask; a HEAD is a GET without its body."""
        if request.method != "HEAD":
            return self.volgende(request)
        request.method = "GET"
        uit = self.volgende(request)
        request.method = "HEAD"
        lengte = str(len(uit.content))
        uit.content = b""
        uit["Content-Length"] = lengte
        return uit


def _weiger(request: HttpRequest) -> int:
    """The status with which this request is refused unread, or 0."""
    if not any(request.accepts(soort) for soort in JSON):
        return 406
    if request.headers.get("Transfer-Encoding") and not request.META.get("CONTENT_LENGTH"):
        return 411
    if _lengte(request) > settings.OMGEVING.api_max_mb * 1024 * 1024:
        return 413
    return 0


def _lengte(request: HttpRequest) -> int:
    tekst = request.META.get("CONTENT_LENGTH") or "0"
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 19 else 0


def _maak_probleem(uit: HttpResponse) -> None:
    """Django's own refusal (405, 400, 500) in the form of the API; headers such as Allow stay."""
    uit.content = problemen.inhoud(problemen.standaard(uit.status_code))
    uit["Content-Type"] = problemen.SOORT
    if uit.has_header("Content-Length"):
        uit["Content-Length"] = str(len(uit.content))
