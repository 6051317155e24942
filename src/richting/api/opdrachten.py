"""Commands of the room `api`."""

from __future__ import annotations

from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add this room's commands to the command line."""
