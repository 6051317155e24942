"""The command line `richting`: one door to everything an operator does.

Each room that has commands offers `opdrachten.registreer(onderdelen)`. A command's parser carries
`functie` (what runs) and may carry `als_eigenaar` (runs on the owner's connection).
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

from richting.config.omgeving import FouteInstelling, Omgeving

KAMERS_MET_OPDRACHTEN = (
    "config",
    "kern",
    "partijen",
    "delen",
    "plannen",
    "berichten",
    "api",
    "demo",
)


def ontleder() -> argparse.ArgumentParser:
    """The whole command line with its help texts."""
    hoofd = argparse.ArgumentParser(
        prog="richting",
        description="Richting: samen elke terugkeer uit detentie voorbereiden.",
        epilog="Instellingen staan in de omgeving; zie docs/beheer.md.",
    )
    onderdelen = hoofd.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    for kamer in KAMERS_MET_OPDRACHTEN:
        importlib.import_module(f"richting.{kamer}.opdrachten").registreer(onderdelen)
    return hoofd


def maak_klaar(*, als_eigenaar: bool = False) -> Omgeving:
    """Check the settings, attach the embedded database when none is named, start Django."""
    omgeving = Omgeving.uit(os.environ)
    if not omgeving.database_url and omgeving.soort != "productie":
        gebruik_ingebouwde_database(Path(omgeving.data))
    if als_eigenaar:
        if not os.environ.get("DATABASE_URL_EIGENAAR"):
            raise FouteInstelling(
                "DATABASE_URL_EIGENAAR ontbreekt: deze opdracht werkt als eigenaar."
            )
        os.environ["DATABASE_URL"] = os.environ["DATABASE_URL_EIGENAAR"]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "richting.config.settings")
    importlib.import_module("django").setup()
    return Omgeving.uit(os.environ)


def gebruik_ingebouwde_database(data: Path) -> None:
    """Start the embedded server and name its addresses in the environment of this process."""
    ingebouwd = importlib.import_module("richting.config.ingebouwd")
    server = ingebouwd.start(data / "postgres")
    server.maak_database("richting")
    os.environ["DATABASE_URL"] = server.url(ingebouwd.WEB, "richting")
    os.environ["DATABASE_URL_EIGENAAR"] = server.url(ingebouwd.EIGENAAR, "richting")


def hoofd(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit code. Faults of the operator are told in one sentence."""
    keuze = ontleder().parse_args(argv)
    try:
        if getattr(keuze, "zonder_database", False):
            return keuze.functie(keuze) or 0
        maak_klaar(als_eigenaar=getattr(keuze, "als_eigenaar", False))
        return keuze.functie(keuze) or 0
    except FouteInstelling as fout:
        print(fout, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(hoofd())
