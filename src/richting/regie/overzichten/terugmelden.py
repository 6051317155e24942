"""What was sent back of a dossier, asked or answered. Within a reading. Clausule 5.4."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from richting.akkoord.terugmelden import Gegeven, Terugantwoord
from richting.regie.models import Terugmelding
from richting.regie.woorden import ANTWOORDEN, GEGEVENS


@dataclass(frozen=True)
class Terugmeldbeeld:
    """One datum that was sent back; `aan_ons`: this desk must answer."""

    rij: Terugmelding
    wat: str
    antwoord: str
    aan_ons: bool


def terugmeldingen(dossier: UUID, loket: int | None) -> list[Terugmeldbeeld]:
    """What this desk sent back or must answer, newest first. One query."""
    van_ons = Q(loket=loket) | Q(aan=loket)
    rijen = Terugmelding.objects.filter(van_ons, dossier=dossier).order_by("-gemaakt_op")
    return [
        Terugmeldbeeld(
            rij,
            str(GEGEVENS[Gegeven(rij.gegeven)]),
            str(ANTWOORDEN[Terugantwoord(rij.antwoord)]) if rij.antwoord else "",
            rij.aan_id == loket and not rij.antwoord,
        )
        for rij in rijen.select_related("loket__organisatie", "aan__organisatie")
    ]
