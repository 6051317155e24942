"""The event that goes out: NL GOV profile for CloudEvents 1.1, in JSON, with nothing in it.

It says that there is a melding and where to fetch it. Not of whom, not of what kind: attributes end
up in the logs of whatever stands in between. What the receiver may fetch is decided when it does.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID

TYPE = "nl.richting.melding"
BREEDTE = 19
"""Digits of `sequence`, so that it can be ordered as text."""


def gebeurtenis(melding: UUID, moment: datetime, volgnummer: int, bron: str, adres: str) -> bytes:
    """The body of one delivery. `bron` names this installation, `adres` is that of Richting."""
    inhoud = {
        "specversion": "1.0",
        "id": str(melding),
        "source": bron,
        "type": TYPE,
        "time": moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "sequence": f"{volgnummer:0{BREEDTE}d}",
        "dataref": f"{adres}/api/v1/meldingen/{melding}",
    }
    return json.dumps(inhoud, separators=(",", ":")).encode()
