"""Commands of the house itself: migrate and serve."""

from __future__ import annotations

import argparse
from typing import Any


def registreer(onderdelen: Any) -> None:
    """Add `migreer` and `dien-op` to the command line."""
    migreer = onderdelen.add_parser(
        "migreer",
        help="Breng de database op orde (als eigenaar): tabellen, sloten, rechten, gegevens.",
    )
    migreer.set_defaults(functie=doe_migreer, als_eigenaar=True)
    dien_op = onderdelen.add_parser(
        "dien-op", help="Bedien pagina's en API met meer werkprocessen."
    )
    dien_op.set_defaults(functie=doe_dien_op)


def doe_migreer(keuze: argparse.Namespace) -> int:
    """Migrate, then give the web role its rights and load the reference data."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from richting.kern import klok
    from richting.kern.slot import geef_rechten
    from richting.partijen.acties import laad_referentie

    call_command("migrate", verbosity=0, interactive=False)
    geef_rechten(connection, settings.OMGEVING.contextsleutel)
    laad_referentie(klok.nu())
    return 0


def doe_dien_op(keuze: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM."""
    from django.conf import settings

    dien_op(settings.OMGEVING)
    return 0


def dien_op(omgeving: Any) -> None:
    """Serve with as many workers as the environment says; returns when told to stop."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "richting.config.wsgi:application",
        address=omgeving.adres,
        port=omgeving.poort,
        interface=Interfaces.WSGI,
        workers=omgeving.werkprocessen,
        blocking_threads=4,
        websockets=False,
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    ).serve()
