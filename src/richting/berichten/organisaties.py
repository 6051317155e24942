"""Whether the organisations that a message names exist in the reference data.

A code nobody knows would give nobody a ground: such a message goes to quarantine, where the
functional manager adds the organisation or mends the code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from richting.akkoord.woorden import Organisatiesoort
from richting.partijen.models import Organisatie

INRICHTINGEN = frozenset({Organisatiesoort.INRICHTING, Organisatiesoort.FORENSISCHE_INSTELLING})
_bekend: dict[str, str] = {}


def onbekende_codes(inhoud: dict[str, Any]) -> str:
    """A sentence per code that does not exist, or '' when all do. One query, only when needed."""
    velden = inhoud.get("velden")
    genoemd = list(_genoemd(inhoud, ""))
    if isinstance(velden, dict):
        genoemd += _genoemd(velden, "velden.")
    if any(not _klopt(code, soorten) for _pad, code, soorten in genoemd):
        _bekend.update(Organisatie.objects.values_list("code", "soort"))
    zinnen = [
        f"{pad}: deze organisatie staat niet in onze lijst; verbeter de code of voeg haar toe."
        for pad, code, soorten in genoemd
        if not _klopt(code, soorten)
    ]
    return " ".join(zinnen)


def _klopt(code: str, soorten: frozenset[Organisatiesoort]) -> bool:
    return _bekend.get(code) in soorten


def _genoemd(
    inhoud: dict[str, Any], voor: str
) -> Iterator[tuple[str, str, frozenset[Organisatiesoort]]]:
    plaats = inhoud.get("plaats") or {}
    if plaats.get("inrichting"):
        yield f"{voor}plaats.inrichting", plaats["inrichting"], INRICHTINGEN
    for nr, band in enumerate(inhoud.get("gemeenten") or ()):
        pad = f"{voor}gemeenten[{nr}].gemeente"
        yield pad, band["gemeente"], frozenset({Organisatiesoort.GEMEENTE})
    reclassering = frozenset({Organisatiesoort.RECLASSERING})
    if inhoud.get("reclassering"):
        yield f"{voor}reclassering", inhoud["reclassering"], reclassering
    for nr, regel in enumerate(inhoud.get("toezicht") or ()):
        yield f"{voor}toezicht[{nr}].organisatie", regel["organisatie"], reclassering
    huis = inhoud.get("veiligheidshuis") or {}
    if huis.get("code"):
        pad = f"{voor}veiligheidshuis.code"
        yield pad, huis["code"], frozenset({Organisatiesoort.VEILIGHEIDSHUIS})
