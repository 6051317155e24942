"""The endpoints of this room: deliver messages, ask what became of one. See docs/berichten.md.

The body is checked by `validatie`, not by the framework, so that every error comes back at once and
a field that stands there twice is seen. Neighbours: `api` gives the system its context (`wie`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from ninja import Router, Schema

from richting.berichten import overzichten, schema
from richting.berichten.acties import AL_GEBRUIKT, Antwoord, Uitkomst, lever_aan, ontvang
from richting.berichten.soorten import Fout
from richting.berichten.validatie import Onleesbaar, ontleed
from richting.kern.lezen import lezing
from richting.kern.probleem import Deelfout, Probleem, niet_gevonden
from richting.partijen.machine import Machineverzoek

MAX_PER_KEER = 1000
STATUSCODE = {
    Uitkomst.AANVAARD: 201,
    Uitkomst.WACHT: 202,
    Uitkomst.QUARANTAINE: 202,
    Uitkomst.HERHAALD: 200,
    Uitkomst.BUITEN_DOELGROEP: 200,
}

router = Router(tags=["verblijfsberichten"])


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
    een = {"$ref": "#/components/schemas/Verblijfsbericht"}
    lijst = {
        "type": "array",
        "description": "Elk deel hoort een Verblijfsbericht te zijn; wat niet klopt, wordt per "
        "bericht geweigerd en houdt de rest niet tegen.",
        "minItems": 1,
        "maxItems": MAX_PER_KEER,
        "items": {},
    }
    voorbeelden = {naam: {"value": waarde} for naam, waarde in schema.voorbeelden().items()}
    inhoud = {"schema": {"oneOf": [een, lijst]}, "examples": voorbeelden}
    return {"requestBody": {"required": True, "content": {"application/json": inhoud}}}


@router.post(
    "/verblijfsberichten",
    operation_id="leverVerblijfsberichten",
    summary="Lever één verblijfsbericht of een reeks aan",
    description="Eén bericht (`{…}`) of 1 tot 1.000 (`[…]`). Nogmaals sturen kan geen kwaad. Bij "
    "een reeks krijgt elk bericht een eigen antwoord en is de status altijd 200.",
    response={200: BatchUit | AntwoordUit, 201: AntwoordUit, 202: AntwoordUit},
    openapi_extra=_verzoek_in_openapi(),
)
def lever(request: Machineverzoek) -> HttpResponse:
    """Deliver one message or up to 1,000. A repeat is harmless. Clausule 3.1, 5.4."""
    bron = _bron(request)
    try:
        ruw = ontleed(request.body)
    except Onleesbaar as fout:
        raise geweigerd("Onleesbaar verzoek", [Fout("", "onleesbaar", str(fout))]) from None
    if not isinstance(ruw, list):
        return _een(ontvang(request.wie, bron, [ruw])[0])
    if not 1 <= len(ruw) <= MAX_PER_KEER:
        zin = f"Stuur 1 tot {MAX_PER_KEER} berichten per keer."
        raise geweigerd("Verkeerde lengte", [Fout("", "aantal", zin)])
    antwoorden = lever_aan(request.wie, bron, ruw)
    telling = Counter(antwoord.status.value for antwoord in antwoorden)
    return _json(200, {"berichten": [_uit(a) for a in antwoorden], "telling": dict(telling)})


@router.get(
    "/verblijfsberichten/{bericht}",
    operation_id="leesVerblijfsberichtstatus",
    url_name="berichtstatus",
    summary="Vraag wat er met een bericht is gebeurd",
    description="Alleen van uw eigen berichten.",
    response=StatusUit,
)
def lees(request: Machineverzoek, bericht: str) -> HttpResponse:
    """How a message of one's own stands; of another sender's it does not exist."""
    bron = _bron(request)
    with lezing(request.wie, "berichtstatus") as leest:
        rij = overzichten.bericht_van(bron, bericht) if "\0" not in bericht else None
        leest.niets_gezien(bericht=rij.pk if rij else None)
    if rij is None:
        raise niet_gevonden("Dit bericht is er niet.")
    uit = {"berichtId": rij.bericht_id, "soort": rij.soort, "status": rij.status}
    if rij.reden_code:
        uit |= {"redenCode": rij.reden_code, "reden": rij.reden}
    return _json(200, uit)


def _bron(request: Machineverzoek) -> str:
    return request.systeem.loket.organisatie.code


def _een(antwoord: Antwoord) -> HttpResponse:
    if AL_GEBRUIKT in antwoord.fouten:
        raise geweigerd("Nummer al gebruikt", antwoord.fouten, 409)
    if antwoord.status is Uitkomst.GEWEIGERD:
        raise geweigerd("Bericht geweigerd", antwoord.fouten)
    uit = _json(STATUSCODE[antwoord.status], _uit(antwoord))
    if antwoord.status is not Uitkomst.HERHAALD:
        hier = reverse("api-1:berichtstatus", args=[antwoord.bericht_id])
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


def _json(status: int, inhoud: dict[str, Any]) -> HttpResponse:
    tekst = json.dumps(inhoud, ensure_ascii=False)
    return HttpResponse(tekst, status=status, content_type="application/json")


def geweigerd(titel: str, fouten: Iterable[Fout], status: int = 400) -> Probleem:
    """A refusal with every error; the fields are paths in the body."""
    zin = "Verbeter de genoemde velden en stuur het opnieuw."
    return Probleem(status, titel, zin, [Deelfout("body", f.veld, f.code, f.zin) for f in fouten])
