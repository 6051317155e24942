"""Commands of the room `regie`: work lists, who directs, and the duty to tell."""

from __future__ import annotations

import argparse
from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add the commands of this room to the command line."""
    from richting.meldingen import bijopdracht
    from richting.regie import meldplichtopdracht

    werk = onderdelen.add_parser(
        "werkvoorraad", help="Werk bij wat op de werkvoorraad vanzelf verandert, of reken haar na."
    )
    wat = werk.add_mutually_exclusive_group(required=True)
    wat.add_argument("--bij", action="store_true", help="Werk bij; elke dag draaien mag.")
    wat.add_argument("--herstel", action="store_true", help="Reken alle dossiers opnieuw uit.")
    werk.set_defaults(functie=doe_werkvoorraad)
    _registreer_regie(onderdelen)
    meldplichtopdracht.registreer(onderdelen)
    bijopdracht.registreer(onderdelen)


def _registreer_regie(onderdelen: Any) -> None:
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


def doe_werkvoorraad(keuze: argparse.Namespace) -> int:
    """Print for how many dossiers the days of the work lists were worked out again."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf
    from richting.regie.acties import werkstand

    wie = systeem_zelf("richting werkvoorraad", klok.nu())
    doe = werkstand.herstel if keuze.herstel else werkstand.herzie
    aantal = sum(len(deel) for deel in doe(wie))
    print(f"Dossiers bijgewerkt: {aantal}.")  # noqa: T201
    return 0


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
