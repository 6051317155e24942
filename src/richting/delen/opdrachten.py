"""Commands of the room `delen`: compare the grounds with the facts, and mend them."""

from __future__ import annotations

import argparse
from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add `gronden` to the command line."""
    gronden = onderdelen.add_parser(
        "gronden", help="Vergelijk de gronden van alle dossiers met hun feiten, of herstel ze."
    )
    keuze = gronden.add_mutually_exclusive_group(required=True)
    keuze.add_argument(
        "--controleer",
        action="store_true",
        help="Noem de dossiers waarvan de gronden niet kloppen; eindigt dan met code 1.",
    )
    keuze.add_argument(
        "--herstel",
        action="store_true",
        help="Breng de gronden bij; elk verschil komt in het journaal.",
    )
    gronden.set_defaults(functie=doe_gronden, als_eigenaar=True)


def doe_gronden(keuze: argparse.Namespace) -> int:
    """Print each dossier that drifted and the tally; exit code 1 when a check found any."""
    from richting.delen.acties import herbouw_alles
    from richting.delen.controle import afwijkende_dossiers
    from richting.kern import klok
    from richting.kern.context import systeem_zelf

    nu = klok.nu()
    if keuze.herstel:
        delen = herbouw_alles(systeem_zelf("richting gronden", nu))
    else:
        delen = afwijkende_dossiers(nu.date())
    aantal = 0
    for scheef in delen:
        aantal += len(scheef)
        for dossier in scheef:
            print(dossier)  # noqa: T201
    wat = "hersteld" if keuze.herstel else "gevonden"
    print(f"Afwijkende dossiers {wat}: {aantal}.")  # noqa: T201
    return 1 if aantal and keuze.controleer else 0
