"""The endpoints of this room: deliver messages, ask what became of one. See docs/berichten.md.

The body is checked by `validatie`, not by the framework, so that every error comes back at once and
a field that stands there twice is seen. Neighbours: `api` gives the system its context (`wie`).
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Schema
from ninja.errors import HttpError

from richting.berichten import overzichten, schema
from richting.berichten.acties import Antwoord, Uitkomst, lever_aan, ontvang
from richting.berichten.soorten import Fout
from richting.berichten.validatie import Onleesbaar, ontleed
from richting.kern.context import Wie
from richting.kern.lezen import lezing
from richting.partijen.models import Systeem
from richting.partijen.systemen import mag

MAX_PER_KEER = 1000
SCOPE = "verblijfsberichten:schrijven"
STATUSCODE = {
    Uitkomst.AANVAARD: 201,
    Uitkomst.WACHT: 202,
    Uitkomst.QUARANTAINE: 202,
    Uitkomst.HERHAALD: 200,
    Uitkomst.BUITEN_DOELGROEP: 200,
}

router = Router(tags=["verblijfsberichten"])


class Machineverzoek(HttpRequest):
    """A request of a system that signed in."""

    wie: Wie
    systeem: Systeem


class FoutUit(Schema):
    """One thing wrong with a message: the field, a code, and what to do."""

    veld: str
    code: str
    zin: str


class AntwoordUit(Schema):
    """What became of one message."""

    berichtId: str
    status: Uitkomst
    fouten: list[FoutUit]
    dossier: UUID | None = None
    eerder: str | None = None


class BatchUit(Schema):
    """What became of each message of a batch, in the same order, with a tally."""

    berichten: list[AntwoordUit]
    telling: dict[str, int]


class StatusUit(Schema):
    """How a message stands now."""

    berichtId: str
    soort: str
    status: str
    redenCode: str | None = None
    reden: str | None = None


def _verzoek_in_openapi() -> dict[str, Any]:
    een = schema.schema_zonder_verwijzingen()
    lijst = {"type": "array", "minItems": 1, "maxItems": MAX_PER_KEER, "items": een}
    voorbeelden = {naam: {"value": waarde} for naam, waarde in schema.voorbeelden().items()}
    inhoud = {"schema": {"oneOf": [een, lijst]}, "examples": voorbeelden}
    return {"requestBody": {"required": True, "content": {"application/json": inhoud}}}


@router.post(
    "/verblijfsberichten",
    operation_id="leverVerblijfsberichten",
    summary="Lever één verblijfsbericht of een reeks aan",
    response={200: BatchUit | AntwoordUit, 201: AntwoordUit, 202: AntwoordUit},
    openapi_extra=_verzoek_in_openapi(),
)
def lever(request: Machineverzoek) -> HttpResponse:
    """Deliver one message or up to 1,000. A repeat is harmless. Clausule 3.1, 5.4."""
    bron = _bron(request)
    try:
        ruw = ontleed(request.body)
    except Onleesbaar as fout:
        return probleem("Het verzoek is geen leesbare JSON.", [Fout("", "onleesbaar", str(fout))])
    if not isinstance(ruw, list):
        return _een(ontvang(request.wie, bron, [ruw])[0])
    if not 1 <= len(ruw) <= MAX_PER_KEER:
        zin = f"Stuur 1 tot {MAX_PER_KEER} berichten per keer."
        return probleem("De reeks is leeg of te lang.", [Fout("", "te_veel", zin)])
    antwoorden = lever_aan(request.wie, bron, ruw)
    telling = Counter(antwoord.status.value for antwoord in antwoorden)
    return _json(200, {"berichten": [_uit(a) for a in antwoorden], "telling": dict(telling)})


@router.get(
    "/verblijfsberichten/{bericht_id}",
    operation_id="leesVerblijfsberichtstatus",
    summary="Vraag wat er met een bericht is gebeurd",
    response=StatusUit,
)
def lees(request: Machineverzoek, bericht_id: str) -> HttpResponse:
    """How a message of one's own stands; of another sender's it does not exist."""
    bron = _bron(request)
    with lezing(request.wie, "berichtstatus") as leest:
        rij = overzichten.bericht_van(bron, bericht_id) if "\0" not in bericht_id else None
        leest.niets_gezien(bericht=rij.pk if rij else None)
    if rij is None:
        raise HttpError(404, "Dit bericht is er niet.")
    uit = {"berichtId": rij.bericht_id, "soort": rij.soort, "status": rij.status}
    if rij.reden_code:
        uit |= {"redenCode": rij.reden_code, "reden": rij.reden}
    return _json(200, uit)


def _bron(request: Machineverzoek) -> str:
    if not mag(request.systeem, SCOPE):
        raise HttpError(403, f"Dit systeem mag dit niet: het mist het recht {SCOPE}.")
    return request.systeem.loket.organisatie.code


def _een(antwoord: Antwoord) -> HttpResponse:
    if antwoord.status is Uitkomst.GEWEIGERD:
        return probleem("Het bericht is geweigerd.", antwoord.fouten)
    uit = _json(STATUSCODE[antwoord.status], _uit(antwoord))
    if antwoord.status is not Uitkomst.HERHAALD:
        hier = reverse("api-1:leesVerblijfsberichtstatus", args=[antwoord.bericht_id])
        uit["Location"] = hier
    return uit


def _uit(antwoord: Antwoord) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "berichtId": antwoord.bericht_id,
        "status": antwoord.status.value,
        "fouten": [fout.als_dict() for fout in antwoord.fouten],
    }
    if antwoord.dossier:
        uit["dossier"] = str(antwoord.dossier)
    if antwoord.eerder:
        uit["eerder"] = antwoord.eerder
    return uit


def _json(status: int, inhoud: dict[str, Any], soort: str = "application/json") -> HttpResponse:
    return HttpResponse(json.dumps(inhoud, ensure_ascii=False), status=status, content_type=soort)


def probleem(titel: str, fouten: Any) -> HttpResponse:
    """A refusal with every error, as problem+json (RFC 9457)."""
    inhoud = {
        "type": "about:blank",
        "title": titel,
        "status": 400,
        "detail": "Verbeter de genoemde velden en stuur het bericht opnieuw.",
        "fouten": [fout.als_dict() for fout in fouten],
    }
    return _json(400, inhoud, "application/problem+json")
