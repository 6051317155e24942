"""Every refusal of the API as `application/problem+json`, with all errors at once.

NLGov API Design Rules `/core/error-handling/*`: `status`, `title` and `detail` always, 400 and
never 422 for wrong input. Neighbours: `kern/probleem.py` (what rooms raise), `rand.py` (refusals
that come from outside the endpoints).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from richting.kern.probleem import Deelfout, Probleem

SOORT = "application/problem+json"
STANDAARD: dict[int, tuple[str, str]] = {
    400: ("Ongeldig verzoek", "Dit verzoek kan de server niet lezen."),
    401: ("Niet aangemeld", "Stuur een geldige sleutel mee: Authorization: Bearer …"),
    403: ("Niet toegestaan", "Dit systeem mag dit niet."),
    404: ("Niet gevonden", "Dit is er niet."),
    405: ("Methode niet toegestaan", "Gebruik een van de methoden in de kop Allow."),
    406: ("Geen passende vorm", "Vraag om application/json."),
    409: ("Botsing", "Dit past niet bij wat er al is."),
    411: ("Lengte ontbreekt", "Stuur de kop Content-Length mee, en niet in stukken (chunked)."),
    413: ("Verzoek te groot", "Stuur minder per keer."),
    415: ("Verkeerde vorm", "Stuur de inhoud als application/json."),
    429: ("Te veel verzoeken", "Wacht het aantal seconden in de kop Retry-After."),
    500: ("Storing", "Het programma liep vast. Probeer het later nog eens."),
    503: ("Even niet bereikbaar", "Probeer het later nog eens."),
}
ZINNEN: dict[str, str] = {
    "missing": "Dit veld is verplicht: vul het in.",
    "int_parsing": "Gebruik een geheel getal.",
    "greater_than_equal": "Dit getal is te klein: gebruik minstens {ge}.",
    "less_than_equal": "Dit getal is te groot: gebruik hoogstens {le}.",
    "string_too_short": "Dit veld is leeg: vul het in.",
    "string_too_long": "Deze tekst is te lang: gebruik hoogstens {max_length} tekens.",
    "string_pattern_mismatch": "In deze tekst staat een teken dat niet kan.",
    "date_from_datetime_parsing": "Gebruik een datum zoals 2026-11-23.",
    "date_parsing": "Gebruik een datum zoals 2026-11-23.",
    "enum": "Gebruik een van: {expected}.",
    "extra_forbidden": "Dit veld bestaat niet: laat het weg.",
    "bool_parsing": "Gebruik true of false.",
    "uuid_parsing": "Gebruik een nummer dat u van ons kreeg (een UUID).",
}
"""What to do, for the errors that parameters of this API can have."""


def standaard(status: int) -> Probleem:
    """The refusal that goes with a status when nobody said more about it."""
    titel, zin = STANDAARD.get(status) or STANDAARD[500 if status >= 500 else 400]
    return Probleem(status, titel, zin)


def antwoord(probleem: Probleem) -> HttpResponse:
    """The refusal as it goes out."""
    uit = HttpResponse(inhoud(probleem), status=probleem.status, content_type=SOORT)
    for naam, waarde in probleem.koppen.items():
        uit[naam] = waarde
    return uit


def inhoud(probleem: Probleem) -> bytes:
    """The body of a refusal."""
    heel: dict[str, Any] = {
        "type": "about:blank",
        "status": probleem.status,
        "title": probleem.titel,
        "detail": probleem.zin,
    }
    if probleem.fouten:
        heel["errors"] = [_deel(fout) for fout in probleem.fouten]
    return json.dumps({**heel, **probleem.extra}, ensure_ascii=False, default=str).encode()


def _deel(fout: Deelfout) -> dict[str, str]:
    return {"in": fout.waar, "location": fout.plek, "code": fout.code, "detail": fout.zin}


def registreer(api: NinjaAPI) -> None:
    """Let every refusal of this API go out in the one form; a crash is left to Django."""
    api.add_exception_handler(Probleem, _bij_probleem)
    api.add_exception_handler(ValidationError, _bij_invoer)
    api.add_exception_handler(HttpError, _bij_status)
    api.add_exception_handler(Exception, _bij_storing)


def _bij_probleem(_request: HttpRequest, fout: Any) -> HttpResponse:
    return antwoord(fout)


def _bij_invoer(_request: HttpRequest, fout: Any) -> HttpResponse:
    fouten = [_invoerfout(deel) for deel in fout.errors]
    zin = "Verbeter wat hieronder staat en vraag het opnieuw."
    return antwoord(Probleem(400, STANDAARD[400][0], zin, fouten))


def _invoerfout(fout: dict[str, Any]) -> Deelfout:
    pad: Sequence[Any] = fout["loc"]
    soort = str(fout["type"])
    zin = ZINNEN.get(soort, "Deze waarde past niet: zie de beschrijving in openapi.json.")
    begin = 2 if pad[0] == "body" else 1  # a body has one argument, whose name is ours
    plek = ".".join(str(deel) for deel in pad[begin:])
    return Deelfout(str(pad[0]), plek, soort, zin.format(**fout.get("ctx", {})))


def _bij_status(_request: HttpRequest, fout: Any) -> HttpResponse:
    probleem = standaard(fout.status_code)
    if fout.status_code == 401:
        probleem.koppen["WWW-Authenticate"] = 'Bearer realm="richting"'
    return antwoord(probleem)


def _bij_storing(_request: HttpRequest, fout: Any) -> HttpResponse:
    raise fout
