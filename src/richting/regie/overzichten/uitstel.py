"""Until when posts are put off: by their desk, or while their source is asked about a datum."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from richting.regie.models import Terugmelding, Uitstel


def uitgesteld(dossiers: Iterable[UUID]) -> dict[tuple[UUID, int, str], date]:
    """The day per dossier, desk and key of a post. Two queries. Clausule 5.1."""
    nummers = list(dossiers)
    uit: dict[tuple[UUID, int, str], date] = {}
    open_ = Terugmelding.objects.filter(dossier__in=nummers, antwoord="").exclude(sleutel="")
    vragen = (
        Uitstel.objects.filter(dossier__in=nummers).values_list(
            "dossier", "loket", "sleutel", "tot"
        ),
        open_.values_list("dossier", "loket", "sleutel", "uiterlijk"),
    )
    for rijen in vragen:
        for nummer, loket, sleutel, tot in rijen:
            plek = (nummer, loket, sleutel)
            uit[plek] = max(tot, uit.get(plek, tot))
    return uit
