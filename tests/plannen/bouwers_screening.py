"""A screening in a few words, for every test that needs answers to stand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.woorden import Antwoordbron, Antwoordsoort, Leefgebied, Meetmoment
from richting.kern.lezen import lezing
from richting.plannen.acties.screening import Bewaard, Inzending, bewaar, stel_vast
from richting.plannen.overzichten.screening import Gebiedsantwoorden, antwoorden
from tests.akkoord.plan.bouwers import NIET_GEGEVEN
from tests.partijen.bouwers import Lid

BEGIN = Meetmoment.BEGIN


def gegeven(bron: Antwoordbron = Antwoordbron.CASEMANAGER, **waarden: Any) -> dict[str, Antwoord]:
    """Answers as a screen sends them; "?", "wil niet", "nvt" and "-" are kinds of answer."""
    uit = {}
    for code, waarde in waarden.items():
        soort = NIET_GEGEVEN.get(waarde) if isinstance(waarde, str) else None
        uit[code] = Antwoord(code, soort or Antwoordsoort.GEGEVEN, None if soort else waarde, bron)
    return uit


def inzending(begin: dict[str, Antwoord] | None = None, **waarden: Any) -> Inzending:
    """What a screen sends that began with `begin` and was filled in further."""
    return Inzending({**(begin or {}), **gegeven(**waarden)}, begin or {})


def meet(
    wie: Lid, zaak: UUID, gebied: Leefgebied, moment: Meetmoment = BEGIN, **waarden: Any
) -> Bewaard:
    """Measure one area and fix it at once."""
    return stel_vast(wie.wie(), zaak, moment, {gebied: inzending(**waarden)})


def concept(
    wie: Lid, zaak: UUID, gebied: Leefgebied, moment: Meetmoment = BEGIN, **waarden: Any
) -> Bewaard:
    """Save answers in the draft, from an empty screen."""
    return bewaar(wie.wie(), zaak, moment, {gebied: inzending(**waarden)})


def staat(lid: Lid, zaak: UUID) -> dict[Leefgebied, Gebiedsantwoorden]:
    """The answers that stand, as this person may see them."""
    with lezing(lid.wie(), "test") as lees:
        lees.gezien([zaak], {"plan"})
        return antwoorden(zaak)
