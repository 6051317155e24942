"""The description of the API as the NLGov rules want it: what django-ninja leaves out, once.

To every operation are added: the header `API-Version` on each answer, and the refusals that any
endpoint can give, as problem+json.
"""

from __future__ import annotations

from typing import Any

from richting.api.uitleg import UITLEG
from richting.api.versie import VERSIE
from richting.berichten.schema import schema_zonder_verwijzingen

PROBLEEM: dict[str, Any] = {
    "title": "Probleem",
    "description": "Een weigering volgens RFC 9457, met alle fouten tegelijk.",
    "type": "object",
    "required": ["status", "title", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/Deelfout"}},
        "versie": {"type": "integer", "description": "Bij een botsing: de versie die nu staat."},
        "nu": {"type": "object", "description": "Bij een botsing: wat er nu staat."},
    },
}
DEELFOUT: dict[str, Any] = {
    "title": "Deelfout",
    "description": "Eén fout: waar, in welk veld, een vaste code, en wat u kunt doen.",
    "type": "object",
    "required": ["in", "location", "code", "detail"],
    "properties": {
        "in": {"type": "string", "enum": ["body", "query", "path", "header"]},
        "location": {"type": "string"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
    },
}
VERSIEKOP: dict[str, Any] = {
    "description": "De volledige versie van de API.",
    "required": True,
    "schema": {"type": "string", "examples": [VERSIE]},
}
WACHTKOP: dict[str, Any] = {
    "description": "Aantal seconden tot u weer mag vragen.",
    "required": True,
    "schema": {"type": "integer", "minimum": 1},
}
AANMELDKOP: dict[str, Any] = {
    "description": "Hoe u zich aanmeldt.",
    "required": True,
    "schema": {"type": "string"},
}
WEIGERINGEN: dict[int, str] = {
    400: "Het verzoek klopt niet; alle fouten staan erbij.",
    401: "Geen geldige sleutel.",
    403: "Het systeem mist het recht.",
    404: "Dit is er niet, of niet voor u.",
    406: "Er is alleen JSON.",
    409: "Dit past niet bij wat er al is; er is niets bewaard.",
    411: "De lengte van het verzoek staat er niet bij.",
    413: "Het verzoek is te groot.",
    415: "De inhoud is geen JSON.",
    429: "Te veel verzoeken.",
}
ALLEEN_MET_INHOUD = (409, 411, 413, 415)


def vul_aan(schema: dict[str, Any]) -> dict[str, Any]:
    """The description, completed; changes and returns it."""
    delen = schema["components"]
    delen["schemas"] |= {
        "Probleem": PROBLEEM,
        "Deelfout": DEELFOUT,
        "Verblijfsbericht": schema_zonder_verwijzingen(),
    }
    delen["headers"] = {
        "API-Version": VERSIEKOP,
        "Retry-After": WACHTKOP,
        "WWW-Authenticate": AANMELDKOP,
    }
    for naam, vorm in delen["schemas"].items():
        if naam in UITLEG:
            vorm["description"] = UITLEG[naam]
    for pad, methoden in schema["paths"].items():
        for operatie in methoden.values():
            _vul_operatie(pad, operatie)
    return schema


def _vul_operatie(pad: str, operatie: dict[str, Any]) -> None:
    for parameter in operatie.get("parameters", ()):
        _zonder_null(parameter["schema"])
    antwoorden: dict[Any, Any] = operatie["responses"]
    for status in _mogelijk(pad, operatie):
        antwoorden[status] = _weigering(status)
    for antwoord in antwoorden.values():
        antwoord.setdefault("headers", {})["API-Version"] = _kop("API-Version")


def _zonder_null(vorm: dict[str, Any]) -> None:
    """An optional parameter is left out, never null."""
    for keuze in vorm.pop("anyOf", ()):
        if keuze != {"type": "null"}:
            vorm |= keuze


def _mogelijk(pad: str, operatie: dict[str, Any]) -> list[int]:
    met_inhoud = "requestBody" in operatie
    zonder = set() if met_inhoud else set(ALLEEN_MET_INHOUD)
    if not met_inhoud and not operatie.get("parameters"):
        zonder.add(400)
    if "{" not in pad:
        zonder.add(404)
    return [status for status in WEIGERINGEN if status not in zonder]


def _weigering(status: int) -> dict[str, Any]:
    vorm = {"schema": {"$ref": "#/components/schemas/Probleem"}}
    uit: dict[str, Any] = {
        "description": WEIGERINGEN[status],
        "content": {"application/problem+json": vorm},
    }
    koppen = {429: "Retry-After", 401: "WWW-Authenticate"}
    if status in koppen:
        uit["headers"] = {koppen[status]: _kop(koppen[status])}
    return uit


def _kop(naam: str) -> dict[str, str]:
    return {"$ref": f"#/components/headers/{naam}"}
