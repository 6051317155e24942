"""The command `richting meldplicht controleer`: was everything told that had to be?"""

from __future__ import annotations

import argparse
from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add `meldplicht` to the command line."""
    meldplicht = onderdelen.add_parser(
        "meldplicht", help="Vergelijk de plicht om te vertellen met wat is verteld."
    )
    deel = meldplicht.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    controleer = deel.add_parser(
        "controleer",
        help="Noem per dossier wat niet is verteld; eindigt dan met code 1. De uitkomst komt ook "
        "op het scherm van functioneel beheer, zonder dossiers.",
    )
    controleer.set_defaults(functie=doe_controleer, als_eigenaar=True)


def doe_controleer(keuze: argparse.Namespace) -> int:
    """Print each duty that was not met and the tally; exit code 1 when there was any."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.regie.acties.meldcontrole import controleer

    uitslag = controleer(systeem_zelf("richting meldplicht controleer", klok.nu()))
    for een in uitslag.gemist:
        print(f"{een.dossier} loket {een.loket}: {een.soort}, {een.moment:%Y-%m-%d %H:%M}")  # noqa: T201
    rij = uitslag.rij
    print(  # noqa: T201
        f"{rij.dossiers} dossiers, {rij.plichten} plichten, niet verteld: {len(uitslag.gemist)}."
    )
    return 1 if uitslag.gemist else 0
