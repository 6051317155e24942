"""(b) The first page of the work list, in a small land and in a big one.

The same page of the same desk, signed in, from two databases that differ only in size, in turns.
Run as a program it counts the SQL statements of each list for the readers with these cookies.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from tools.meet.maat import Meting, om_beurten
from tools.meet.ploeg import Lezer
from tools.meet.tellen import tel_vragen
from tools.meet.verbinding import Verbinding

HOOGSTENS = 1.3
LIJSTEN = (
    "nieuw",
    "thuiskomst",
    "rood",
    "gevraagd",
    "onbekend",
    "vertrokken",
    "zonder-plan",
)


def pad(lijst: str) -> str:
    """The address of the first page of a list."""
    return f"/?lijst={lijst}"


def meet(klein: int, groot: int, lezer: Lezer, lijst: str, keer: int) -> Meting:
    """Ask the servers on these two ports for the page of a list, `keer` times each."""
    koppen = {"Cookie": lezer.koek, "Accept": "text/html"}
    with Verbinding(groot, koppen) as een, Verbinding(klein, koppen) as ander:
        tijden = om_beurten(
            lambda _beurt: een.haal(pad(lijst)),
            lambda _beurt: ander.haal(pad(lijst)),
            keer,
            warm=max(1, keer // 10),
        )
    return Meting(f"(b) {lezer.kort}, {lijst}", "zelfde lijst, klein land", HOOGSTENS, *tijden)


def hoofd(koeken: Sequence[str]) -> int:
    """Count on the database of the environment and print the numbers as JSON."""
    from richting.config.opdracht import maak_klaar

    maak_klaar()
    print(json.dumps([[tel_vragen(koek, pad(lijst)) for lijst in LIJSTEN] for koek in koeken]))
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
