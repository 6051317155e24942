"""Care: what other parties must know, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from richting.akkoord.woorden import Gegevenscategorie
from richting.kern.context import Wie
from richting.plannen.acties.basis import leg_vast, pas_aan, planwerk
from richting.plannen.models import Zorgoverdracht

ZORG = Gegevenscategorie.ZORG.value


def bewaar_zorg(wie: Wie, dossier: UUID, waarden: Mapping[str, Any], versie: int) -> Zorgoverdracht:
    """Save what goes along in care; `versie` 0 when nothing stood there. Clausule 5.11.

    `waarden` are columns of Zorgoverdracht. Raises NietToegestaan, or Botsing.
    """
    with planwerk(wie, dossier, ZORG) as werk:
        rij = Zorgoverdracht.objects.select_for_update().filter(dossier=dossier).first()
        if rij is None:
            return leg_vast(werk, Zorgoverdracht, dossier, ZORG, "zorgoverdracht", **waarden)
        pas_aan(werk, rij, versie, waarden, "zorgoverdracht")
        return rij
