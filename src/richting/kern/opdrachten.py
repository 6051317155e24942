"""Commands of the ground floor: check the journal."""

from __future__ import annotations

import argparse
from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add `verifieer` to the command line."""
    verifieer = onderdelen.add_parser(
        "verifieer", help="Controleer de keten van het journaal; noemt de eerste gebroken regel."
    )
    verifieer.set_defaults(functie=doe_verifieer, als_eigenaar=True)


def doe_verifieer(keuze: argparse.Namespace) -> int:
    """Print what was checked; exit code 1 when a chain is broken."""
    from richting.kern.journaal import verifieer

    uitslag = verifieer()
    print(uitslag.zin)  # noqa: T201
    return 0 if uitslag.heel else 1
