"""The plan over the API: the same acts and readings as the pages, for the desk of the key."""

from __future__ import annotations

from ninja import Router

from richting.plannen.api.daden import DADEN
from richting.plannen.api.hang import hang_daad, hang_lezing
from richting.plannen.api.lezingen import LEZINGEN
from richting.plannen.api.voorzieningen import LEESDEUREN, SCHRIJFDEUREN

router = Router(tags=["plannen"])
for _lezing in (*LEZINGEN, *LEESDEUREN):
    hang_lezing(router, _lezing)
for _daad in (*DADEN, *SCHRIJFDEUREN):
    hang_daad(router, _daad)
