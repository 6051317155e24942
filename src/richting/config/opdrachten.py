"""Commands of the house itself: migrate, serve, and the demo from begin to end."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from richting.config.omgeving import Omgeving


def registreer(onderdelen: Any) -> None:
    """Add `migreer`, `dien-op` and `demo` to the command line."""
    migreer = onderdelen.add_parser(
        "migreer",
        help="Breng de database op orde.",
        description="Breng de database op orde, als eigenaar: tabellen, sloten, rechten van de "
        "webrol, naslaggegevens. Nog eens draaien kan geen kwaad.",
    )
    migreer.set_defaults(functie=doe_migreer, als_eigenaar=True)
    dien_op = onderdelen.add_parser(
        "dien-op",
        help="Bedien pagina's en API.",
        description="Bedien pagina's en API met RICHTING_WERKPROCESSEN processen, tot Ctrl-C of "
        "SIGTERM. Begint pas als poort en database in orde zijn, en zegt anders wat eraan schort.",
    )
    dien_op.set_defaults(functie=doe_dien_op)
    werk = onderdelen.add_parser(
        "werk",
        help="Doe het werk dat op de klok loopt: herinneren, opklimmen, mailen.",
        description="Doe het werk van de wachtrij, tot Ctrl-C of SIGTERM. Draai dit naast "
        "`dien-op`. Wat gemist is, wordt ingehaald; er mogen er meer tegelijk draaien.",
    )
    werk.add_argument("--eenmaal", action="store_true", help="stop als er niets meer wacht")
    werk.set_defaults(functie=doe_werk)
    demo = onderdelen.add_parser("demo", help="De verzonnen natie: starten, laden, wegschrijven.")
    wat = demo.add_subparsers(title="wat", metavar="WAT", required=True)
    _registreer_start(wat)


def _registreer_start(wat: Any) -> None:
    from richting.demo import opdrachten

    start = wat.add_parser(
        "start",
        help="Zet alles op en bedien de demo; Ctrl-C stopt alles.",
        description="Zet database, natie en accounts op en bedien de demo, tot Ctrl-C. Een "
        "volgende keer staat alles er nog.",
    )
    start.add_argument("--opnieuw", action="store_true", help="gooi de oude demo eerst weg")
    start.set_defaults(functie=doe_start, zonder_database=True)
    opdrachten.met_natie(start)
    opdrachten.registreer(wat)


def doe_migreer(keuze: argparse.Namespace) -> int:
    """Migrate, then give the web role its rights and load the reference data."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from richting.kern.slot import geef_rechten
    from richting.partijen.opdrachten import laad_naslag

    call_command("migrate", verbosity=0, interactive=False)
    geef_rechten(connection, settings.OMGEVING.contextsleutel)
    return laad_naslag()


def doe_dien_op(keuze: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM."""
    from django.conf import settings

    from richting.config.keuring import check_database, check_poort

    check_poort(settings.OMGEVING.adres, settings.OMGEVING.poort)
    check_database(settings.OMGEVING)
    dien_op(settings.OMGEVING)
    return 0


def doe_werk(keuze: argparse.Namespace) -> int:
    """Work from the queue until Ctrl-C or SIGTERM, or until nothing waits."""
    from django.conf import settings

    from richting.config.keuring import check_database
    from richting.config.werker import werk

    check_database(settings.OMGEVING)
    werk(eenmaal=keuze.eenmaal)
    return 0


def doe_start(keuze: argparse.Namespace) -> int:
    """Supervise the demo; its parts run in processes of their own."""
    from richting.config.demostart import start

    return start(keuze)


def dien_op(omgeving: Omgeving, toepassing: str = "richting.config.wsgi:application") -> None:
    """Serve with as many workers as the environment says; returns when told to stop.

    `toepassing` is what the workers run; `tools.meet` serves its yardstick in the same way. Workers
    are forks of this process: a connection left open here would be one that they share, and one
    could read the answer to the other's question. So none is left open.
    """
    from django.conf import settings
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from richting.config.werkproces import laad

    eigen: Any = connections["default"]
    eigen.close()
    eigen.close_pool()
    Granian(
        toepassing,
        address=omgeving.adres,
        port=omgeving.poort,
        interface=Interfaces.WSGI,
        workers=omgeving.werkprocessen,
        blocking_threads=4,
        websockets=False,
        log_access=False,
        log_level=LogLevels.warning,
        log_dictconfig=settings.LOGGING,
        respawn_failed_workers=True,
    ).serve(target_loader=laad)
