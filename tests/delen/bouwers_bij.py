"""A BIJ message at every desk: one that runs, one that is only kept, and proof of one destroyed.

Each desk gets them whether it may see them or not: the lock alone decides.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import uuid4

from richting.dossiers.models import Dossier
from richting.meldingen.models import Bijbericht, Bijvernietiging, Bijversie
from richting.partijen.models import Loket


def bijtabellen(aantal: int) -> dict[str, Callable[[str, set[str]], int]]:
    """Per table how many rows a desk sees; `aantal` desks have them.

    What is only kept to account for shows to a manager alone, and these readers manage nothing.
    """
    return {
        "meldingen_bijbericht": lambda soort, mag: int("bij" in mag),
        "meldingen_bijversie": lambda soort, mag: int("bij" in mag),
        "meldingen_bijvernietiging": lambda soort, mag: aantal if soort == "privacy" else 1,
    }


def maak_bijrijen(dossier: Dossier, loketten: list[Loket], nu: datetime) -> None:
    """Rows in every table of the BIJ for each of these desks."""
    for loket in loketten:
        for verwijderd in (None, nu.date()):
            _bericht(dossier, loket, nu, verwijderd)
    Bijvernietiging.objects.bulk_create(
        Bijvernietiging(
            loket=loket,
            bericht=uuid4(),
            versie=1,
            verstrekt_op=nu.date(),
            uiterlijk=nu.date(),
            vernietigd_op=nu,
        )
        for loket in loketten
    )


def _bericht(dossier: Dossier, loket: Loket, nu: datetime, verwijderd: date | None) -> None:
    dag = dossier.begin
    bericht = Bijbericht.objects.create(
        dossier=dossier,
        loket=loket,
        aanleiding="misdrijf",
        mag_vanaf=dag,
        uiterlijk=dag,
        verstrekt_op=nu,
        beeindigd_op=verwijderd,
        verwijderd_op=verwijderd,
    )
    Bijversie.objects.create(
        dossier=dossier,
        loket=loket,
        bericht=bericht,
        versie=1,
        reden="eerste",
        terugkeer=dag,
        terugkeersoort="vrijlating",
        verstrekt_op=nu,
        bewaren_tot=dag,
        verwijderd_op=verwijderd,
    )
