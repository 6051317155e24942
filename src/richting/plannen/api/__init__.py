"""The plan over the API: the same acts and readings as the pages, for the desk of the key."""

from __future__ import annotations

from ninja import Router

from richting.plannen.api import (
    acties,
    advies,
    brongegevens,
    daden,
    lezingen,
    meten,
    voorzieningen,
    woonplaats,
)
from richting.plannen.api.hang import hang_daad, hang_lezing

router = Router(tags=["plannen"])
for _onderwerp in (lezingen, meten, acties, woonplaats, brongegevens, voorzieningen):
    for _lezing in _onderwerp.LEZINGEN:
        hang_lezing(router, _lezing)
for _onderwerp in (daden, meten, acties, woonplaats, advies, brongegevens, voorzieningen):
    for _daad in _onderwerp.DADEN:
        hang_daad(router, _daad)
