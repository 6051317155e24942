"""Commands of the room `regie`."""

from __future__ import annotations

from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add the commands of this room to the command line."""
    from richting.regie import meldplichtopdracht

    meldplichtopdracht.registreer(onderdelen)
