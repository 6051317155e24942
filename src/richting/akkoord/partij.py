"""A party by what it does and which organisation it is; the database maps it to a desk."""

from __future__ import annotations

from dataclasses import dataclass

from richting.akkoord.woorden import Loketsoort


@dataclass(frozen=True, order=True)
class Partij:
    """The desk of `loketsoort` at the organisation with this code (`GM0363`, `PI-…`)."""

    loketsoort: Loketsoort
    organisatie: str
