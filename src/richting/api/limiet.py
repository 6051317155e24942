"""How often a system may ask: a count per system per minute, kept in this process.

A server with several processes allows each its own share (docs/beheer.md, RICHTING_API_PER_MINUUT).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

MINUUT = 60.0


@dataclass
class Teller:
    """Counts per system in a window of one minute that begins at its first call."""

    klok: Callable[[], float] = time.monotonic
    vensters: dict[int, tuple[float, int]] = field(default_factory=dict)

    def wacht(self, systeem: int, hoogstens: int) -> int:
        """Count one call; 0 when it is allowed, else the whole seconds to wait."""
        nu = self.klok()
        begin, aantal = self.vensters.get(systeem, (nu, 0))
        if nu - begin >= MINUUT:
            begin, aantal = nu, 0
        if aantal >= hoogstens:
            return int(begin + MINUUT - nu) + 1
        self.vensters[systeem] = (begin, aantal + 1)
        return 0


TELLER = Teller()
