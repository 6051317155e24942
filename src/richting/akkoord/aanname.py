"""How an assumption is written down: default, how sure it is, its source, what it says.

The lists themselves stand in `aannames` and, per subject, in `aannames_<onderwerp>`.
"""

from __future__ import annotations

from dataclasses import field
from typing import Any, Literal

Tag = Literal["S", "K", "V"]


def aanname(standaard: Any, tag: Tag, bron: str, omschrijving: str) -> Any:
    """A field of a list of assumptions, with what an administrator must know to replace it."""
    gegevens = {"tag": tag, "bron": bron, "omschrijving": omschrijving}
    return field(default=standaard, metadata=gegevens)
