"""Whether the organisations that a message names exist in the reference data.

A code nobody knows would give nobody a ground: such a message goes to quarantine, where the
functional manager adds the organisation or mends the code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from richting.akkoord.woorden import Organisatiesoort
from richting.partijen import loketboek
from richting.partijen.models import Organisatie

INRICHTINGEN = frozenset({Organisatiesoort.INRICHTING, Organisatiesoort.FORENSISCHE_INSTELLING})


def onbekende_codes(inhoud: dict[str, Any]) -> str:
    """A sentence per code that does not exist, or '' when all do. One query when one is unknown.

    A code that another process added a moment ago makes this process read all desks again: the
    dossier must not open without the desk of that organisation.
    """
    velden = inhoud.get("velden")
    genoemd = list(_genoemd(inhoud, ""))
    if isinstance(velden, dict):
        genoemd += _genoemd(velden, "velden.")
    bekend = loketboek.boek().soorten
    vreemd = [deel for deel in genoemd if bekend.get(deel[1]) not in deel[2]]
    if not vreemd:
        return ""
    codes = {code for _pad, code, _soorten in vreemd}
    nu = dict(Organisatie.objects.filter(code__in=codes).values_list("code", "soort"))
    if nu:
        loketboek.gewijzigd()
    return " ".join(
        f"{pad}: deze organisatie staat niet in onze lijst; verbeter de code of voeg haar toe."
        for pad, code, soorten in vreemd
        if nu.get(code) not in soorten
    )


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
