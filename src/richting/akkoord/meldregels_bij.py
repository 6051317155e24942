"""What the mayor's desk hears of a BIJ message. Clausule 6.5. Artikel Bjsg 11a."""

from __future__ import annotations

from richting.akkoord.meldregel import Meldregel
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie, Loketsoort

_BURGEMEESTER = frozenset({Loketsoort.OPENBARE_ORDE})

BIJREGELS = tuple(
    Meldregel(feit, zin, _BURGEMEESTER, Gegevenscategorie.BIJ)
    for feit, zin in (
        (
            Feitsoort.BIJ_VERSTREKT,
            _("Er is bestuurlijke informatie (BIJ) voor de burgemeester over een terugkeer."),
        ),
        (
            Feitsoort.BIJ_GEWIJZIGD,
            _("De bestuurlijke informatie (BIJ) over een terugkeer is veranderd."),
        ),
        (
            Feitsoort.BIJ_INGETROKKEN,
            _("Bestuurlijke informatie (BIJ) op uw lijst geldt niet meer. U ziet haar niet meer."),
        ),
    )
)
"""To the desk of public order alone; the last one without a ground, so without data."""
