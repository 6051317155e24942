"""Commands of the room `regie`: compare who directs with the facts, and mend it."""

from __future__ import annotations

import argparse
from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add `regie` to the command line."""
    regie = onderdelen.add_parser(
        "regie", help="Vergelijk wie de regie heeft met de feiten van elk dossier, of herstel het."
    )
    keuze = regie.add_mutually_exclusive_group(required=True)
    keuze.add_argument(
        "--controleer",
        action="store_true",
        help="Noem de dossiers waarvan de regie niet klopt; eindigt dan met code 1.",
    )
    keuze.add_argument(
        "--herstel",
        action="store_true",
        help="Breng de regie bij; wat al is ingegaan blijft staan.",
    )
    keuze.add_argument(
        "--bijwerken",
        action="store_true",
        help="De dagronde: vertel wie de regie vannacht kreeg zonder aanvaarde overdracht.",
    )
    regie.set_defaults(functie=doe_regie, als_eigenaar=True)


def doe_regie(keuze: argparse.Namespace) -> int:
    """Print each dossier that drifted and the tally; exit code 1 when a check found any."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.regie.acties.overgang import werk_bij
    from richting.regie.acties.regietijdvak import afwijkende_dossiers, herbouw_alles

    wie = systeem_zelf("richting regie", klok.nu())
    if keuze.bijwerken:
        print(f"Overgegaan zonder aanvaarde overdracht: {werk_bij(wie)}.")  # noqa: T201
        return 0
    delen = herbouw_alles(wie) if keuze.herstel else afwijkende_dossiers(wie)
    aantal = 0
    for scheef in delen:
        aantal += len(scheef)
        for dossier in scheef:
            print(dossier)  # noqa: T201
    wat = "hersteld" if keuze.herstel else "gevonden"
    print(f"Afwijkende dossiers {wat}: {aantal}.")  # noqa: T201
    return 1 if aantal and keuze.controleer else 0
