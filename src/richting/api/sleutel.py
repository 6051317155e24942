"""How a machine signs in: a Bearer key, the scope it needs, and the context it gets.

`partijen.systemen` knows the keys. What the system reads or writes, it does for its own desk: row
security sees that desk and nothing more.
"""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from richting.api.limiet import TELLER
from richting.api.problemen import STANDAARD, standaard
from richting.kern import klok
from richting.kern.context import Wie
from richting.kern.probleem import Probleem
from richting.partijen.models import Systeem
from richting.partijen.systemen import herken, mag

TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}\Z")

PLAATSHOUDER = re.compile(r"<(?:\w+:)?(\w+)>")


class Sleutel(HttpBearer):
    """A key of `richting systeem` with this scope; `bij_post` is the scope to write."""

    openapi_description = "De sleutel van uw systeem. Functioneel beheer geeft hem uit."

    def __init__(self, scope: str, bij_post: str = "") -> None:
        self.scope, self.bij_post = scope, bij_post or scope
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> Systeem:
        """The system behind the key; fills `request.systeem` and `request.wie`. One query.

        Raises AuthenticationError (401) for an unknown key; Probleem for too many calls (429),
        for a missing scope (403) and for a body that is no JSON (415).
        """
        nu = klok.nu()
        systeem = herken(token, nu)
        if systeem is None:
            raise AuthenticationError
        _check_limiet(systeem)
        nodig = self.bij_post if request.method == "POST" else self.scope
        if not mag(systeem, nodig):
            raise _mist(nodig)
        if request.method == "POST" and request.content_type != "application/json":
            raise standaard(415)
        verzoek: Any = request
        verzoek.systeem = systeem
        verzoek.wie = Wie(
            loket=systeem.loket_id,
            loketsoort=systeem.loket.soort,
            vandaag=nu.date(),
            nu=nu,
            ingang=_ingang(request),
            systeem=systeem.pk,
            naam=systeem.naam,
            trace=_trace(request),
        )
        return systeem


def _check_limiet(systeem: Systeem) -> None:
    wacht = TELLER.wacht(systeem.pk, settings.OMGEVING.api_per_minuut)
    if wacht:
        probleem = standaard(429)
        probleem.koppen["Retry-After"] = str(wacht)
        raise probleem


def _mist(scope: str) -> Probleem:
    probleem = Probleem(403, STANDAARD[403][0], f"Dit systeem mist het recht {scope}.")
    probleem.koppen["WWW-Authenticate"] = (
        f'Bearer realm="richting", error="insufficient_scope", scope="{scope}"'
    )
    return probleem


def _ingang(request: HttpRequest) -> str:
    """The endpoint without the numbers in it: it goes into logs."""
    route = request.resolver_match.route if request.resolver_match else ""
    return f"{request.method} /" + PLAATSHOUDER.sub(r"{\1}", route)


def _trace(request: HttpRequest) -> UUID:
    """The trace of the caller (W3C `traceparent`), so that three logs tell one story."""
    gevonden = TRACEPARENT.match(request.headers.get("traceparent", ""))
    return UUID(gevonden[1]) if gevonden and int(gevonden[1], 16) else uuid4()
