"""Helpers for tests that touch the database."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import psycopg

BLIJVEND = {
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "kern_contextsleutel",
    "partijen_organisatie",
    "partijen_regio",
    "partijen_loket",
}
"""Tables that hold reference data and stay filled between tests."""


def migreer_als_eigenaar() -> None:
    """Run `richting migreer` in a process of its own, as an operator would."""
    subprocess.run(
        [sys.executable, "-m", "richting.config.opdracht", "migreer"], check=True, env=os.environ
    )


def zet_de_dag_vast() -> None:
    """Let the database of the tests know no other day than theirs.

    What is checked when a test is taken back has no context any more; without this it would ask the
    real clock, and a test would begin to fail on the day that it wrote about.
    """
    dag = os.environ["RICHTING_VANDAAG"]
    with psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"], autocommit=True) as verbinding:
        verbinding.execute(
            "CREATE OR REPLACE FUNCTION regie_vandaag() RETURNS date LANGUAGE sql STABLE AS"
            f" $$ SELECT coalesce(kern_vandaag(), DATE '{date.fromisoformat(dag)}') $$"
        )


def maak_leeg() -> None:
    """Empty every table but the reference data, as owner."""
    with psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"], autocommit=True) as verbinding:
        tabellen = [
            naam
            for (naam,) in verbinding.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            )
            if naam not in BLIJVEND
        ]
        verbinding.execute(f"TRUNCATE {', '.join(tabellen)} RESTART IDENTITY")
