"""The log of the running program: one JSON line per event, and nothing about a person.

The legal logs (journal, read log) are tables, written in the transaction. This log is for who keeps
the program running. Three rules keep people out of it: a request is named by its route (numbers
left out), a fault by its kind and place (its message may quote a value), and whatever looks like a
BSN is taken out at the end. Neighbours: `settings.py` hangs it in.
"""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Callable, MutableMapping
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse

NEGEN = re.compile(r"(?<![0-9A-Za-z])\d{8,9}(?![0-9A-Za-z])")
PLAATSHOUDER = re.compile(r"<(?:\w+:)?(\w+)>")
WEG = "[weggelaten]"
Regel = MutableMapping[str, Any]
logboek = structlog.stdlib.get_logger("richting.verzoek")


class Verzoeken:
    """One line per request: method, route, status, milliseconds; never an address or a name."""

    def __init__(self, volgende: Callable[[HttpRequest], HttpResponse]) -> None:
        self.volgende = volgende

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begin = time.monotonic()
        uit = self.volgende(request)
        wie = getattr(request, "wie", None)
        logboek.info(
            "verzoek",
            methode=request.method,
            route=_route(request),
            status=uit.status_code,
            ms=round((time.monotonic() - begin) * 1000, 1),
            **({"trace": str(wie.trace)} if wie else {}),
        )
        return uit


def _route(request: HttpRequest) -> str:
    gevonden = request.resolver_match
    return "/" + PLAATSHOUDER.sub(r"{\1}", gevonden.route) if gevonden else "-"


def zonder_inhoud(_logger: Any, _naam: str, regel: Regel) -> Regel:
    """Keep of a fault its kind and where it happened; its message may quote data of people.

    Django words a failing request with its path and hands the request along: both go.
    """
    fout = regel.pop("exc_info", None)
    if isinstance(fout, tuple) and fout[0] is not None:
        regel["fout"] = fout[0].__name__
        regel["plek"] = [
            f"{deel.filename.rsplit('/src/', 1)[-1]}:{deel.lineno} {deel.name}"
            for deel in traceback.extract_tb(fout[2])
        ][-8:]
    for naam in ("request", "stack_info", "positional_args"):
        regel.pop(naam, None)
    return regel


def zonder_personen(_logger: Any, _naam: str, regel: Regel) -> Regel:
    """Take out of every text what could be a BSN."""
    return {naam: _schoon(waarde) for naam, waarde in regel.items()}


def zonder_adres(_logger: Any, _naam: str, regel: Regel) -> Regel:
    """Django's own lines about requests: keep what happened, drop the path and the host."""
    if str(regel.get("logger", "")).startswith("django."):
        regel["event"] = str(regel.get("event", "")).split(":", 1)[0]
    return regel


def _schoon(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return NEGEN.sub(WEG, waarde)
    if isinstance(waarde, list):
        return [_schoon(deel) for deel in waarde]
    return waarde


def instelling(soort: str) -> dict[str, Any]:
    """The logging configuration for this kind of environment."""
    stappen: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        zonder_inhoud,
        zonder_adres,
        zonder_personen,
    ]
    structlog.configure(
        processors=[*stappen[:3], structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    weergave = structlog.processors.JSONRenderer(ensure_ascii=False)
    opmaak = {
        "()": structlog.stdlib.ProcessorFormatter,
        "processors": [
            *stappen[3:],
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            weergave,
        ],
        "foreign_pre_chain": stappen[:3],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": opmaak},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            "django.request": {"level": "ERROR"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "richting": {"level": "INFO" if soort == "productie" else "WARNING"},
            "_granian": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        },
    }
