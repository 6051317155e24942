"""Which desk stands for which party, and its name: kept in memory, exact also while it changes.

Every process keeps all desks (about a thousand) and reads them again after MINUUT, or at once when
this process changes a desk or an organisation (`gewijzigd`, by signal; bulk writers call it
themselves). While a transaction that changed them is open, nothing is kept, so that what is rolled
back is never remembered.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection, transaction

from richting.akkoord.partij import Partij
from richting.kern.context import als_naslag
from richting.partijen.models import Loket, Organisatie

MINUUT = 60.0
STAPPEN = 8
"""The longest chain of mergers that is followed."""


@dataclass(frozen=True)
class Boek:
    """All open desks, the kinds of all organisations, where those that ended went, and what desks
    (by number) and organisations (by code) are called: at one moment."""

    loketten: dict[tuple[str, str], int]
    soorten: dict[str, str]
    loketnamen: dict[int, str]
    namen: dict[str, str]
    opvolgers: dict[str, tuple[date, str]]
    gelezen: float

    @cached_property
    def vingerafdruk(self) -> str:
        """Differs when anything in it does but the moment of reading."""
        delen = (self.loketten, self.soorten, self.loketnamen, self.namen, self.opvolgers)
        tekst = repr([sorted(deel.items()) for deel in delen])
        return hashlib.sha256(tekst.encode()).hexdigest()

    def zoek(self, partij: Partij, op: date) -> int | None:
        """The desk of a party on a day; of an ended municipality that of its successor."""
        code = partij.organisatie
        for _stap in range(STAPPEN):
            einde = self.opvolgers.get(code)
            if einde is None or op < einde[0]:
                break
            code = einde[1]
        return self.loketten.get((str(partij.loketsoort), code))


_boek: Boek | None = None


def boek() -> Boek:
    """The table as it stands: from memory, or read with three queries."""
    global _boek
    if _leeg in (regel[1] for regel in connection.run_on_commit):
        return _lees()
    huidig = _boek
    if huidig is None or time.monotonic() - huidig.gelezen > MINUUT:
        huidig = _boek = _lees()
    return huidig


def staat() -> str:
    """The state of the table, for what was worked out from it and kept."""
    return boek().vingerafdruk


def gewijzigd(**_signaal: Any) -> None:
    """A desk or an organisation changed: forget the table now and again after the commit."""
    _leeg()
    transaction.on_commit(_leeg)


def _leeg() -> None:
    global _boek
    _boek = None


def _lees() -> Boek:
    with als_naslag():
        return _uit_de_tabellen()


def _uit_de_tabellen() -> Boek:
    rijen = Loket.objects.values_list("soort", "organisatie__code", "pk", "naam", "actief")
    loketten = list(rijen)
    organisaties = list(Organisatie.objects.values_list("code", "soort", "naam"))
    einden = Organisatie.objects.filter(
        opvolger__isnull=False, geldig_tot__isnull=False
    ).values_list("code", "geldig_tot", "opvolger__code")
    return Boek(
        loketten={(soort, code): pk for soort, code, pk, _naam, actief in loketten if actief},
        soorten={code: soort for code, soort, _naam in organisaties},
        loketnamen={pk: naam for _soort, _code, pk, naam, _actief in loketten},
        namen={code: naam for code, _soort, naam in organisaties},
        opvolgers={code: (tot, opvolger) for code, tot, opvolger in einden if tot},
        gelezen=time.monotonic(),
    )
