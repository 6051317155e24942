"""The plan over the API: the same acts and readings as the pages, for the desk of the key."""

from __future__ import annotations

from ninja import Router

from richting.plannen.api import brongegevens, voorzieningen
from richting.plannen.api.daden import DADEN
from richting.plannen.api.hang import hang_daad, hang_lezing
from richting.plannen.api.lezingen import LEZINGEN

router = Router(tags=["plannen"])
for _lezing in (*LEZINGEN, *brongegevens.LEZINGEN, *voorzieningen.LEZINGEN):
    hang_lezing(router, _lezing)
for _daad in (*DADEN, *brongegevens.DADEN, *voorzieningen.DADEN):
    hang_daad(router, _daad)
