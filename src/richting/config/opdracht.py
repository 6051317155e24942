"""The command line `richting`: one door to everything an operator does.

Each room that has commands offers `opdrachten.registreer(onderdelen)`. A command's parser carries
`functie` (what runs) and may carry `als_eigenaar` (runs on the owner's connection) or
`zonder_database`. Exit codes: 0 done, 1 done but something is wrong, 2 not done, 130 interrupted.
"""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys
from pathlib import Path

from richting.config.omgeving import FouteInstelling, Omgeving
from richting.config.taal import spreek_nederlands

KAMERS_MET_OPDRACHTEN = ("config", "berichten", "delen", "kern", "partijen", "plannen", "regie")


def ontleder() -> argparse.ArgumentParser:
    """The whole command line with its help texts."""
    spreek_nederlands()
    hoofd = argparse.ArgumentParser(
        prog="richting",
        description="Richting: samen elke terugkeer uit detentie voorbereiden.",
        epilog="Instellingen staan in de omgeving; docs/beheer.md noemt ze. `richting OPDRACHT "
        "--help` vertelt meer over een opdracht.",
    )
    onderdelen = hoofd.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    for kamer in KAMERS_MET_OPDRACHTEN:
        importlib.import_module(f"richting.{kamer}.opdrachten").registreer(onderdelen)
    return hoofd


def maak_klaar(*, als_eigenaar: bool = False) -> Omgeving:
    """Check the settings, attach the embedded database when none is named, start Django."""
    if als_eigenaar and os.environ.get("DATABASE_URL_EIGENAAR"):
        os.environ["DATABASE_URL"] = os.environ["DATABASE_URL_EIGENAAR"]
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
    try:
        server = ingebouwd.start(data / "postgres")
    except subprocess.SubprocessError as fout:
        raise FouteInstelling(
            f"De ingebouwde database start niet; {data}/postgres/log zegt waarom."
        ) from fout
    server.maak_database("richting")
    os.environ["DATABASE_URL"] = server.url(ingebouwd.WEB, "richting")
    os.environ["DATABASE_URL_EIGENAAR"] = server.url(ingebouwd.EIGENAAR, "richting")


def hoofd(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit code. Faults of the operator are told in one sentence."""
    lezer = ontleder()
    woorden = sys.argv[1:] if argv is None else argv
    if not woorden:
        lezer.print_help(sys.stderr)
        return 2
    keuze = lezer.parse_args(woorden)
    try:
        if not getattr(keuze, "zonder_database", False):
            maak_klaar(als_eigenaar=getattr(keuze, "als_eigenaar", False))
        return keuze.functie(keuze) or 0
    except KeyboardInterrupt:
        return 130
    except Exception as fout:
        zin = _zin(fout)
        if zin is None:
            raise
        print(zin, file=sys.stderr)
        return 2


def _zin(fout: Exception) -> str | None:
    """The sentence for what an operator can mend; None for what is a fault of ours."""
    if isinstance(fout, FouteInstelling):
        return str(fout)
    if isinstance(fout, FileNotFoundError):
        return f"{fout.filename}: dit bestaat niet."
    if isinstance(fout, PermissionError):
        return f"{fout.filename}: hier mag dit niet gelezen of geschreven worden."
    if isinstance(fout, IsADirectoryError):
        return f"{fout.filename}: dit is een map."
    if isinstance(fout, EOFError):
        return "Er is geen toetsenbord om het te vragen; gebruik --genereer."
    return _databasezin(fout)


def _databasezin(fout: Exception) -> str | None:
    """As `_zin`, for what the database says; the message of the driver may hold data of people."""
    import psycopg
    from psycopg_pool import PoolTimeout

    oorzaak = fout.__cause__ or fout
    if isinstance(oorzaak, PoolTimeout):
        return "De database antwoordt niet. Kijk of hij draait en of DATABASE_URL klopt."
    if isinstance(oorzaak, psycopg.errors.UndefinedTable):
        return "De database is nog leeg of te oud. Draai eerst `richting migreer`."
    if isinstance(oorzaak, psycopg.errors.InsufficientPrivilege):
        return "Deze rol mag dit niet in de database. Kijk naar DATABASE_URL_EIGENAAR."
    if isinstance(oorzaak, psycopg.OperationalError):
        return "De verbinding met de database lukt niet of viel weg. Kijk naar DATABASE_URL."
    return None


if __name__ == "__main__":
    sys.exit(hoofd())
