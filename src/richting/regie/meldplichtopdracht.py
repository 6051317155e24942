"""The commands `richting meldplicht`: was everything told, and the round of the day."""

from __future__ import annotations

import argparse
from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add `meldplicht` to the command line."""
    meldplicht = onderdelen.add_parser(
        "meldplicht", help="Vergelijk wat verteld moest worden met wat is verteld, of vertel het."
    )
    deel = meldplicht.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    controleer = deel.add_parser(
        "controleer",
        help="Sluit feiten, gronden, plichten, meldingen en bezorging op elkaar aan. Noemt per "
        "soort wat afwijkt, met dossier en loket; eindigt dan met code 1. De uitkomst komt ook op "
        "het scherm van functioneel beheer, zonder dossiers.",
    )
    controleer.set_defaults(functie=doe_controleer, als_eigenaar=True)
    ronde = deel.add_parser(
        "dagronde",
        help="Vertel elk loket wat het vandaag gaat zien of niet meer ziet. Wat een gemiste dag "
        "bleef liggen, gaat mee; nog eens draaien vertelt niets dubbel.",
    )
    ronde.set_defaults(functie=doe_ronde, als_eigenaar=True)


def doe_controleer(keuze: argparse.Namespace) -> int:
    """Print everything that drifted and the tally per kind; exit code 1 when there was any."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.regie.acties.meldcontrole import controleer

    uitslag = controleer(systeem_zelf("richting meldplicht controleer", klok.nu()))
    for een in uitslag.gemist:
        print(f"{een.dossier} loket {een.loket}: {een.soort}, {een.moment:%Y-%m-%d %H:%M}")  # noqa: T201
    for drift in uitslag.afwijkingen:
        if drift.soort != "niet_verteld":
            print(f"{drift.soort.value}: {_waar(drift.dossier, drift.loket)} {drift.wat}".rstrip())  # noqa: T201
    rij = uitslag.rij
    for regel in rij.afwijkingen:
        print(f"{regel['soort']}: {regel['gekeken']} bekeken, {regel['aantal']} wijkt af.")  # noqa: T201
    print(  # noqa: T201
        f"{rij.dossiers} dossiers, {rij.plichten} plichten, niet verteld: {len(uitslag.gemist)}."
    )
    return 1 if uitslag.afwijkingen else 0


def _waar(dossier: object, loket: object) -> str:
    return " ".join(
        deel
        for deel in (str(dossier) if dossier else "", f"loket {loket}" if loket else "")
        if deel
    )


def doe_ronde(keuze: argparse.Namespace) -> int:
    """Print how many desks were told what they began or stopped to see."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.regie.acties.zicht import ronde

    verteld = ronde(systeem_zelf("richting meldplicht dagronde", klok.nu()))
    wat = "De ronde van vandaag was al gedaan." if verteld is None else f"Verteld: {verteld}."
    print(wat)  # noqa: T201
    return 0
