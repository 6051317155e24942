"""A house to measure in: an embedded PostgreSQL of its own, servers on free ports, gone afterwards.

Nothing of the demo is touched. Everything stays on this machine: the database listens on a unix
socket, the servers on 127.0.0.1.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep

import psycopg
from psycopg import sql

from richting.config import ingebouwd

WORTEL = Path(__file__).resolve().parents[2]
RICHTING = ("-m", "richting.config.opdracht")
VANDAAG = "2026-11-23"
GEDULD = 30.0
"""Seconds a server gets to answer."""


@dataclass(frozen=True)
class Database:
    """One database and the three roles that reach it."""

    web: str
    eigenaar: str
    baas: str
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def omgeving(self) -> dict[str, str]:
        """The environment in which Richting runs on this database."""
        return {
            **os.environ,
            "DATABASE_URL": self.web,
            "DATABASE_URL_EIGENAAR": self.eigenaar,
            "RICHTING_OMGEVING": "demo",
            "RICHTING_VANDAAG": VANDAAG,
            "RICHTING_HOSTS": "127.0.0.1,testserver",
            "RICHTING_API_PER_MINUUT": "10000000",
            "PYTHONWARNINGS": "ignore",
            "PYTHONPATH": os.pathsep.join([str(WORTEL), str(WORTEL / "src")]),
            **self.extra,
        }

    def versie(self) -> str:
        """Which PostgreSQL this is."""
        with psycopg.connect(self.web) as verbinding:
            return str(verbinding.info.parameter_status("server_version"))

    def kom_tot_rust(self) -> None:
        """What autovacuum would do in time: statistics and a checkpoint."""
        with psycopg.connect(self.baas, autocommit=True) as verbinding:
            verbinding.execute("VACUUM ANALYZE")
            verbinding.execute("CHECKPOINT")


@contextmanager
def huis() -> Iterator[ingebouwd.Ingebouwd]:
    """A running server in a temporary folder; stopped and removed at the end."""
    map_ = Path(tempfile.mkdtemp(prefix="richting-meet-"))
    map_.chmod(0o755)
    server = ingebouwd.start(map_ / "postgres")
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(map_, ignore_errors=True)


def maak_database(server: ingebouwd.Ingebouwd, naam: str, *, uit: str = "") -> Database:
    """A new database, migrated as an operator would, or a copy of the database `uit`."""
    url = server.url
    database = Database(
        url(ingebouwd.WEB, naam), url(ingebouwd.EIGENAAR, naam), url("postgres", naam)
    )
    if not uit:
        server.maak_database(naam, opnieuw=True)
        draai([*RICHTING, "migreer"], database.omgeving)
        return database
    maak = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(
        *map(sql.Identifier, (naam, uit, ingebouwd.EIGENAAR))
    )
    with psycopg.connect(url("postgres", "postgres"), autocommit=True) as verbinding:
        verbinding.execute(maak)
    return database


def draai(deel: Sequence[str], omgeving: Mapping[str, str]) -> None:
    """Run Python to its end; raises CalledProcessError when it fails."""
    subprocess.run([sys.executable, *deel], env=dict(omgeving), cwd=WORTEL, check=True)


@contextmanager
def dienst(deel: Sequence[str], omgeving: Mapping[str, str]) -> Iterator[int]:
    """Run a server until the block ends; gives its port once it answers."""
    poort = _vrije_poort()
    met_poort = {**omgeving, "RICHTING_POORT": str(poort)}
    with subprocess.Popen([sys.executable, *deel], env=met_poort, cwd=WORTEL) as proces:
        try:
            _wacht(proces, poort)
            yield poort
        finally:
            proces.terminate()


def _vrije_poort() -> int:
    with socket.create_server(("127.0.0.1", 0)) as gevonden:
        return int(gevonden.getsockname()[1])


def _wacht(proces: subprocess.Popen[bytes], poort: int) -> None:
    for _keer in range(int(GEDULD * 10)):
        if proces.poll() is not None:
            raise RuntimeError(f"De server stopte meteen (uitgang {proces.returncode}).")
        try:
            socket.create_connection(("127.0.0.1", poort), 1).close()
        except OSError:
            sleep(0.1)
        else:
            return
    raise RuntimeError(f"De server op poort {poort} geeft geen antwoord.")
