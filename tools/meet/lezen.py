"""(a) Reading one dossier through the API as a municipality, against a view that returns one row.

Both under the same server, over one open connection each, in turns. The API signs the system in by
its key, checks the grounds under row security and writes the read log; the yardstick (`ijkpunt.py`)
does nothing of that.
"""

from __future__ import annotations

from collections.abc import Sequence

from tools.meet.maat import Meting, om_beurten
from tools.meet.verbinding import Verbinding

HOOGSTENS = 4.0
API, IJK = "/api/v1/dossiers/{}", "/rij/{}"


def meet(api: int, ijk: int, sleutel: str, dossiers: Sequence[str], keer: int) -> Meting:
    """Ask both `keer` times for a dossier in turn; `api` and `ijk` are their ports."""
    koppen = {"Authorization": f"Bearer {sleutel}", "Accept": "application/json"}
    with Verbinding(api, koppen) as een, Verbinding(ijk, koppen) as ander:
        tijden = om_beurten(
            lambda beurt: een.haal(API.format(dossiers[beurt % len(dossiers)])),
            lambda beurt: ander.haal(IJK.format(dossiers[beurt % len(dossiers)])),
            keer,
            warm=max(1, keer // 10),
        )
    return Meting("(a) één dossier via de API", "view met één ORM-rij", HOOGSTENS, *tijden)
