"""A refusal that another system can read: status, title, sentence and every error at once.

Rooms raise it from their endpoints; the room `api` writes it down as `application/problem+json`
(RFC 9457). The values that were wrong are never repeated: a refusal may be logged by its receiver.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Deelfout:
    """One thing wrong: where (`body`, `query`, `path`), at which field, a code, what to do."""

    waar: str
    plek: str
    code: str
    zin: str


class Probleem(Exception):
    """The request is refused with this status; the message is a sentence for the sender."""

    def __init__(self, status: int, titel: str, zin: str, fouten: Iterable[Deelfout] = ()) -> None:
        super().__init__(zin)
        self.status = status
        self.titel = titel
        self.zin = zin
        self.fouten = tuple(fouten)
        self.koppen: dict[str, str] = {}
        """Extra response headers, such as `Retry-After`."""
        self.extra: dict[str, Any] = {}
        """Extension members (RFC 9457 § 3.2): what stands now, when somebody else was first."""


def niet_gevonden(zin: str) -> Probleem:
    """What one may not see does not exist."""
    return Probleem(404, "Niet gevonden", zin)
