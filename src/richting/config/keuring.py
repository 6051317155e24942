"""What must hold before pages are served: the port is free, the database fits and holds its locks.

`omgeving.py` checks the words of the settings; this checks what they point at.
"""

from __future__ import annotations

import errno
import os
import socket
from typing import TYPE_CHECKING

from richting.config.omgeving import FouteInstelling, Omgeving

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

POSTGRESQL = 18
"""The oldest version that has what we use (`uuidv7()`)."""
WEBROL = "richting_web"


def check_poort(adres: str, poort: int) -> None:
    """Raise FouteInstelling when nobody can listen there.

    Asked beforehand: the server opens its port shared, so two of them would each answer a part.
    """
    familie = socket.AF_INET6 if ":" in adres else socket.AF_INET
    with socket.socket(familie, socket.SOCK_STREAM) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((adres, poort))
        except OSError as fout:
            raise FouteInstelling(_poortzin(adres, poort, fout)) from fout


def _poortzin(adres: str, poort: int, fout: OSError) -> str:
    if fout.errno == errno.EADDRINUSE:
        return (
            f"Poort {poort} op {adres} is al in gebruik. Stop het programma dat daar draait, "
            "of kies een andere poort met RICHTING_POORT."
        )
    if fout.errno == errno.EACCES:
        return f"RICHTING_POORT: op poort {poort} mag alleen de beheerder van de machine luisteren."
    return f"RICHTING_ADRES: op {adres} kan deze machine niet luisteren."


def check_database(omgeving: Omgeving) -> None:
    """Raise FouteInstelling naming all that is wrong with the database for a web process."""
    from django.db import connection

    if omgeving.soort == "productie" and os.environ.get("DATABASE_URL_EIGENAAR"):
        raise FouteInstelling(
            "DATABASE_URL_EIGENAAR: een webproces mag het wachtwoord van de eigenaar niet kennen."
        )
    with connection.cursor() as cursor:
        fouten = [zin for zin in (_rolfout(cursor), _versiefout(cursor)) if zin]
        fouten = fouten or [zin for zin in [_slotfout(cursor)] if zin]
    connection.close()
    if fouten:
        raise FouteInstelling("\n- ".join(["Richting start niet:", *fouten]))


def _rolfout(cursor: CursorWrapper) -> str:
    cursor.execute(
        "SELECT current_user, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    )
    naam, voorbij = cursor.fetchone()
    if naam != WEBROL or voorbij:
        return f"DATABASE_URL: meld aan als {WEBROL}; rol {naam} staat boven de rijbeveiliging"
    return ""


def _versiefout(cursor: CursorWrapper) -> str:
    cursor.execute("SELECT current_setting('server_version_num')::int / 10000")
    (versie,) = cursor.fetchone()
    if versie < POSTGRESQL:
        return f"DATABASE_URL: PostgreSQL {versie} is te oud; {POSTGRESQL} of nieuwer is nodig"
    return ""


def _slotfout(cursor: CursorWrapper) -> str:
    """The database must hold our tables, and the key with which we sign contexts."""
    from richting.kern import klok
    from richting.kern.context import systeem_zelf, token

    cursor.execute("SELECT to_regprocedure('kern_context()') IS NOT NULL")
    if not cursor.fetchone()[0]:
        return "DATABASE_URL: de database is nog leeg; draai eerst `richting migreer`"
    bewijs = token(systeem_zelf("dien-op", klok.nu()), "lezen")
    cursor.execute("SELECT set_config('richting.context', %s, false)", [bewijs])
    cursor.execute("SELECT kern_context() IS NOT NULL")
    (klopt,) = cursor.fetchone()
    cursor.execute("SELECT set_config('richting.context', '', false)")
    if not klopt:
        return (
            "RICHTING_CONTEXTSLEUTEL: de database kent een andere sleutel; "
            "draai `richting migreer` met deze sleutel"
        )
    return ""
