"""A machine at the door: a system with a key, and dossiers that came in as messages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.test import Client

from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from richting.kern import klok
from richting.partijen.models import Loket, Systeem
from richting.partijen.systemen import afdruk, nieuwe_sleutel
from tests.partijen.bouwers import maak_loket, maak_organisatie

V1 = "/api/v1"
SCOPES = (
    "verblijfsberichten:schrijven",
    "dossiers:lezen",
    "meldingen:lezen",
    "plannen:lezen",
    "plannen:schrijven",
    "bij:lezen",
    "bij:schrijven",
    "risico:lezen",
    "risico:schrijven",
)


@dataclass
class Machine:
    """Another system that speaks with the API, with its key."""

    sleutel: str
    systeem: Systeem | None = None

    def vraag(self, methode: str, pad: str, **rest: Any) -> Any:
        """Any request; the path comes after /api/v1."""
        koppen = {"Authorization": f"Bearer {self.sleutel}"} if self.sleutel else {}
        koppen |= rest.pop("headers", {})
        client = Client(raise_request_exception=False, enforce_csrf_checks=True)
        return client.generic(methode, V1 + pad, headers=koppen, **rest)

    def get(self, pad: str, **rest: Any) -> Any:
        """Read."""
        return self.vraag("GET", pad, **rest)

    def post(self, pad: str, inhoud: Any, **rest: Any) -> Any:
        """Send JSON; bytes go as they are."""
        data = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
        return self.vraag(
            "POST", pad, data=data, content_type=rest.pop("soort", "application/json"), **rest
        )


def maak_machine(loket: Loket, *scopes: str, **velden: Any) -> Machine:
    """A system of this desk with these scopes (all when none are named)."""
    sleutel = nieuwe_sleutel()
    systeem = Systeem.objects.create(
        naam=f"Systeem van {loket}",
        loket=loket,
        kenmerk=f"sys-{afdruk(sleutel)[:12]}",
        sleutel_hash=afdruk(sleutel),
        scopes=list(scopes or SCOPES),
        aangemaakt_op=klok.nu(),
        **velden,
    )
    return Machine(sleutel, systeem)


def verwerkingsloket(code: str = "DJI") -> Loket:
    """The desk that delivers messages."""
    return maak_loket(maak_organisatie(code, Organisatiesoort.DJI), Loketsoort.VERWERKING)
