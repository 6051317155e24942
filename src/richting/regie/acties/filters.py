"""Lists with their filter that somebody kept under a name."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from richting.kern.context import Wie
from richting.partijen.fouten import KanNiet
from richting.regie.models import Lijstfilter

HOOGSTENS = 12
"""More than these nobody finds back."""


def bewaar_filter(wie: Wie, naam: str, lijst: str, gekozen: dict[str, Any]) -> None:
    """Keep a list under a name; the same name again replaces it. Clausule 1.1.

    Raises KanNiet for a system, or when there are HOOGSTENS already.
    """
    if wie.medewerker is None or wie.loket is None:
        raise KanNiet("geen_mens", _("Alleen een medewerker kan een filter bewaren."))
    mijn = Lijstfilter.objects.filter(medewerker=wie.medewerker, loket=wie.loket)
    if not mijn.filter(naam=naam).exists() and mijn.count() >= HOOGSTENS:
        raise KanNiet(
            "vol", _("U heeft al {n} filters. Verwijder er eerst een.").format(n=HOOGSTENS)
        )
    Lijstfilter.objects.update_or_create(
        medewerker_id=wie.medewerker,
        loket_id=wie.loket,
        naam=naam,
        defaults={
            "lijst": lijst,
            "inrichting": gekozen.get("inrichting", ""),
            "gemeente": gekozen.get("gemeente", ""),
            "mijn": bool(gekozen.get("mijn")),
        },
    )


def verwijder_filter(wie: Wie, nummer: int) -> None:
    """Forget one of one's own filters; another's stays. Clausule 1.1."""
    Lijstfilter.objects.filter(pk=nummer, medewerker=wie.medewerker, loket=wie.loket).delete()
