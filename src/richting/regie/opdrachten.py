"""The command of the room `regie`: the days of the work lists."""

from __future__ import annotations

import argparse
from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add `werkvoorraad` to the command line."""
    werk = onderdelen.add_parser(
        "werkvoorraad", help="Werk bij wat op de werkvoorraad vanzelf verandert, of reken haar na."
    )
    wat = werk.add_mutually_exclusive_group(required=True)
    wat.add_argument("--bij", action="store_true", help="Werk bij; elke dag draaien mag.")
    wat.add_argument("--herstel", action="store_true", help="Reken alle dossiers opnieuw uit.")
    werk.set_defaults(functie=doe_werkvoorraad)


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
