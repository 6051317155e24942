"""Short ways to write answers in tests of templates and of the short stay."""

from __future__ import annotations

from typing import Any

from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.woorden import Antwoordsoort


def antwoorden(**waarden: Any) -> dict[str, Antwoord]:
    """Given answers by the code of their question."""
    return {v: Antwoord(v, Antwoordsoort.GEGEVEN, waarde) for v, waarde in waarden.items()}
