"""(e) The work list of a prison with AANWEZIG people inside, against a view that returns one row.

The whole page of its fullest list as a member of staff gets it: session, exact counts of all main
lists, what must be done for 25 people, read log. In turns with the yardstick of (a), in the big
land.
"""

from __future__ import annotations

from tools.meet.maat import Meting, om_beurten
from tools.meet.ploeg import Ploeg
from tools.meet.verbinding import Verbinding

HOOGSTENS = 5.0
AANWEZIG = 600
PAD, IJK = "/?lijst=te-laat", "/rij/{}"


def meet(poort: int, ijk: int, ploeg: Ploeg, keer: int) -> Meting:
    """Ask the page and the yardstick in turn; `poort` and `ijk` are their ports."""
    koppen = {"Cookie": ploeg.gevangenis.koek, "Accept": "text/html"}
    with Verbinding(poort, koppen) as een, Verbinding(ijk, koppen) as ander:
        tijden = om_beurten(
            lambda _beurt: een.haal(PAD),
            lambda beurt: ander.haal(IJK.format(ploeg.dossiers[beurt % len(ploeg.dossiers)])),
            keer,
            warm=max(1, keer // 10),
        )
    return Meting("(e) gevangenis, 600 aanwezig", "view met één ORM-rij", HOOGSTENS, *tijden)
