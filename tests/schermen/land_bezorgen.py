"""A webhook of the land in trouble: its keys are being changed, and something was put aside."""

from __future__ import annotations

from uuid import UUID

from richting.akkoord.bezorging import Bezorgreden
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.acties import abonnementen
from richting.meldingen.models import Abonnement, Aflevering
from tests.meldingen.bouwers import programma, vertel
from tests.partijen.bouwers import Ploeg

ADRES = "https://zaaksysteem.voorbeeld.nl/richting/berichten-die-binnenkomen"


def maak_webhooks(ploeg: Ploeg, dossier: UUID) -> UUID:
    """Two webhooks of Anna's desk; returns the one that is in trouble."""
    wie = ploeg.anna.wie()
    abonnementen.maak(wie, naam="Datawarehouse", adres=ADRES, soorten=["verlof", "vertrokken"])
    nummer = abonnementen.maak(wie, naam="Zaaksysteem", adres=ADRES).abonnement.pk
    abonnementen.vernieuw_sleutel(wie, nummer)
    vertel(dossier, ploeg.anna, 3)
    with verwerking(programma()):
        rijen = Aflevering.objects.filter(abonnement=nummer)
        rijen.filter(pk=rijen.earliest("pk").pk).update(
            dood_op=klok.nu(), pogingen=80, reden=Bezorgreden.ANTWOORD, antwoord=500
        )
        Abonnement.objects.filter(pk=nummer).update(
            achtereen=4, mislukt_op=klok.nu(), reden=Bezorgreden.ANTWOORD, antwoord=500
        )
    return nummer
