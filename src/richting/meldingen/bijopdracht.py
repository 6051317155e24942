"""The command `richting bij`: what the night does by itself, and whether all is as it should be."""

from __future__ import annotations

import argparse
from typing import Any

NAMEN = {
    "verstrekt": "verstrekt",
    "gewijzigd": "opnieuw verstrekt",
    "beeindigd": "beëindigd",
    "verwijderd": "verwijderd, bewaard ter verantwoording",
    "vernietigd": "vernietigd",
    "gemist": "niet verstrekt",
    "te_veel": "zonder grond",
    "te_lang_bewaard": "te lang bewaard",
}


def registreer(onderdelen: Any) -> None:
    """Add `bij` to the command line."""
    bij = onderdelen.add_parser(
        "bij", help="Bestuurlijke informatie voor burgemeesters: verstrek, vernietig, controleer."
    )
    wat = bij.add_mutually_exclusive_group(required=True)
    wat.add_argument(
        "--bijwerken",
        action="store_true",
        help="Verstrek wat vandaag moet, beëindig wat niet meer mag, en vernietig wat over de "
        "termijn is. Vaker draaien mag.",
    )
    wat.add_argument(
        "--controleer",
        action="store_true",
        help="Tel wat ontbreekt, te veel is of te lang wordt bewaard; eindigt dan met code 1.",
    )
    bij.set_defaults(functie=doe_bij)


def doe_bij(keuze: argparse.Namespace) -> int:
    """Print how many of what; exit code 1 when a check found something."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.meldingen.acties.bijcontrole import afwijkingen, zonder_burgemeester
    from richting.meldingen.acties.bijronde import werk_bij

    wie = systeem_zelf("richting bij", klok.nu())
    telling = afwijkingen(wie) if keuze.controleer else werk_bij(wie)
    for soort, aantal in sorted(telling.items()):
        print(f"{NAMEN[soort]}: {aantal}")  # noqa: T201
    if not telling:
        print("Niets te doen." if keuze.bijwerken else "Alles klopt.")  # noqa: T201
    if keuze.controleer:
        print(f"Terugkeer zonder bekende burgemeester: {zonder_burgemeester(wie)}.")  # noqa: T201
    return 1 if telling and keuze.controleer else 0
