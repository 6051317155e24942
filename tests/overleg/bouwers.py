"""Short ways to make and read consultations in tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

from richting.akkoord.overleg import Overlegsoort
from richting.kern import klok
from richting.kern.lezen import lezing
from richting.overleg.acties.beleggen import Uitnodiging, beleg
from richting.overleg.acties.houden import noteer_aanwezig
from richting.overleg.acties.punten import Voorstel
from richting.overleg.models import Overleg
from richting.overleg.overzichten.beeld import Overlegbeeld, beeld
from tests.partijen.bouwers import Lid

T = TypeVar("T")
LANG = timedelta(hours=1)


def uitnodiging(**anders: Any) -> Uitnodiging:
    """An MDO of an hour, now."""
    nu = klok.nu()
    gegevens = {"soort": Overlegsoort.MDO, "begin": nu, "eind": nu + LANG, "plaats": "Zaal 3"}
    return Uitnodiging(**{**gegevens, **anders})


def belegd(
    door: Lid, met: Sequence[Lid] = (), dossiers: Sequence[UUID] = (), **anders: Any
) -> Overleg:
    """A consultation that this desk calls, with these desks and dossiers."""
    agenda = [Voorstel(nummer) for nummer in dossiers]
    return beleg(door.wie(), uitnodiging(**anders), [lid.loket.pk for lid in met], agenda)


def als(lid: Lid, functie: Callable[[], T]) -> T:
    """Read something as this desk, on record."""
    with lezing(lid.wie(), "test") as lees:
        lees.niets_gezien()
        return functie()


def zie(lid: Lid, overleg: Overleg) -> Overlegbeeld | None:
    """The consultation as this desk sees it."""
    return als(lid, lambda: beeld(overleg.pk, lid.loket.pk))


def punt_van(lid: Lid, overleg: Overleg) -> UUID:
    """The first item of the agenda that this desk sees."""
    gezien = zie(lid, overleg)
    assert gezien is not None
    return gezien.punten[0].rij.pk


def gehouden(lid: Lid, overleg: Overleg) -> None:
    """It was held, and only the own desk was there."""
    noteer_aanwezig(lid.wie(), overleg.pk, {lid.loket.pk})
