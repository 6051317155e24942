"""Start the demo: database, tables, nation, accounts, server; and stop all of it again."""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

from rich.console import Console
from rich.table import Table

OPDRACHT = [sys.executable, "-m", "richting.config.opdracht"]


class Stop(Exception):
    """Somebody asked the demo to stop."""


def start(keuze: argparse.Namespace) -> int:
    """Run everything until Ctrl-C; returns the exit code."""
    if os.environ.get("RICHTING_OMGEVING", "demo") == "productie":
        raise SystemExit("In productie is er geen demo.")
    for nummer in (signal.SIGINT, signal.SIGTERM):
        signal.signal(nummer, _stop)
    map_ = Path(os.environ.get("RICHTING_DATA", ".data")) / "postgres"
    if keuze.opnieuw:
        shutil.rmtree(map_, ignore_errors=True)
    ingebouwd = importlib.import_module("richting.config.ingebouwd")
    server = ingebouwd.start(map_)
    try:
        return _met_database(keuze, ingebouwd, server)
    except Stop:
        return 0
    finally:
        server.stop()
        Console().print("Gestopt.")


def _stop(nummer: int, plek: FrameType | None) -> None:
    raise Stop


def _met_database(keuze: argparse.Namespace, ingebouwd: object, server: object) -> int:
    server.maak_database("richting")  # type: ignore[attr-defined]
    omgeving = {
        **os.environ,
        "DATABASE_URL": server.url("richting_web", "richting"),  # type: ignore[attr-defined]
        "DATABASE_URL_EIGENAAR": server.url("richting_eigenaar", "richting"),  # type: ignore[attr-defined]
    }
    if keuze.vandaag:
        omgeving["RICHTING_VANDAAG"] = keuze.vandaag.isoformat()
    _draai(["migreer"], omgeving)
    laad = ["demo", "laad", "--omvang", keuze.omvang, "--zaad", str(keuze.zaad)]
    _draai(laad, omgeving)
    _toon(omgeving)
    omgeving.pop("DATABASE_URL_EIGENAAR")
    with subprocess.Popen([*OPDRACHT, "dien-op"], env=omgeving, start_new_session=True) as dienst:  # noqa: S603
        try:
            return dienst.wait()
        finally:
            dienst.terminate()


def _draai(deel: list[str], omgeving: dict[str, str]) -> None:
    klaar = subprocess.run([*OPDRACHT, *deel], env=omgeving, check=False)  # noqa: S603
    if klaar.returncode:
        raise SystemExit(klaar.returncode)


def _toon(omgeving: dict[str, str]) -> None:
    from richting.demo.accounts import ACCOUNTS, WACHTWOORD

    scherm = Console(highlight=False)
    tabel = Table("Gebruikersnaam", "Wie", "Loket", title="Accounts van de demo")
    for account in ACCOUNTS:
        tabel.add_row(
            account.gebruikersnaam,
            f"{account.naam}, {account.functie}",
            f"{account.organisatie} {account.loketsoort.value}",
        )
    scherm.print(tabel)
    adres = omgeving.get("RICHTING_ADRES", "127.0.0.1")
    scherm.print(f"Wachtwoord voor iedereen: [bold]{WACHTWOORD}[/bold]")
    scherm.print(f"Meld u aan op http://{adres}:{omgeving.get('RICHTING_POORT', '8000')}/")
    scherm.print("Stoppen: Ctrl-C. Opnieuw beginnen: make demo OPNIEUW=1")
