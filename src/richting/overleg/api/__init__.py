"""Consultations over the API: the same acts and readings as the pages, for the desk of the key."""

from __future__ import annotations

from richting.overleg.api.daden import DADEN, hang
from richting.overleg.api.lezingen import router

for _daad in DADEN:
    hang(router, _daad)

__all__ = ["router"]
