"""A row in every table of the ways out, for a desk of every kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from richting.dossiers.models import Dossier
from richting.meldingen.models import Abonnement, Aflevering, Mailkeuze, Melding, Webhooksleutel
from richting.partijen.models import Loket
from tests.partijen.bouwers import maak_medewerker

BEZORGTABELLEN: dict[str, Callable[[str, set[str]], int]] = {
    "meldingen_webhooksleutel": lambda soort, mag: 1,
    "meldingen_mailkeuze": lambda soort, mag: 0,
    "meldingen_aflevering": lambda soort, mag: 0,
}
"""Who sees how many rows: the own keys; a choice of mail only who made it; a delivery nobody, there
are functions for that."""


def maak_bezorgrijen(dossier: Dossier, loketten: list[Loket], nu: datetime) -> None:
    """A webhook with a key and a delivery at each desk, and somebody who wants mail."""
    iemand = maak_medewerker("mailwens", loketten[0])
    Mailkeuze.objects.filter(medewerker=iemand).delete()
    Abonnement.objects.filter(naam="proef").delete()
    for loket in loketten:
        Mailkeuze.objects.create(medewerker=iemand, loket=loket)
        rij = Abonnement.objects.create(
            loket=loket, naam="proef", adres="https://x.invalid", gemaakt_op=nu, niet_voor=nu
        )
        Webhooksleutel.objects.create(
            abonnement=rij, kenmerk=f"wh-{loket.pk}", zout="z", gemaakt_op=nu
        )
        melding = Melding.objects.filter(dossier=dossier, loket=loket).first()
        assert melding is not None
        Aflevering.objects.create(
            melding=melding, dossier=dossier, abonnement=rij, uiterlijk=nu.date(), niet_voor=nu
        )
