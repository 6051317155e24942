"""What a loket must be told: its mailbox."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.dossiers.models import Dossier, NieuweSleutel
from richting.meldingen.bezorgmodellen import Abonnement, Aflevering, Mailkeuze, Webhooksleutel
from richting.meldingen.models_bij import Bijbericht as Bijbericht
from richting.meldingen.models_bij import Bijvernietiging as Bijvernietiging
from richting.meldingen.models_bij import Bijversie as Bijversie
from richting.meldingen.risicomodellen import Risicoafspraak as Risicoafspraak
from richting.meldingen.risicomodellen import Risicobijdrage as Risicobijdrage
from richting.meldingen.risicomodellen import Risicotafel as Risicotafel
from richting.partijen.models import Loket

__all__ = ["Abonnement", "Aflevering", "Mailkeuze", "Melding", "Webhooksleutel"]


class Melding(models.Model):
    """Something a loket must be told, by when, and whether it was read. Clausule 5.4, 6.1.

    `zin` is what was told at the time; it never changes afterwards. `zonder_grond` marks the only
    kind that a loket reads without a ground: that a dossier is not its own any more.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="meldingen")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="meldingen")
    soort = models.TextField()
    zin = models.TextField()
    feitdatum = models.DateField()
    uiterlijk = models.DateField()
    bron = models.TextField()
    zonder_grond = models.BooleanField(default=False)
    aangemaakt_op = models.DateTimeField()
    gelezen_op = models.DateTimeField(null=True)
    gelezen_door = models.BigIntegerField(null=True)
    bevestigd_op = models.DateTimeField(null=True)
    bevestigd_door = models.BigIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["loket", "-aangemaakt_op", "-id"], name="melding_postbus"),
            models.Index(
                fields=["loket"], name="melding_ongelezen", condition=Q(gelezen_op__isnull=True)
            ),
            models.Index(fields=["dossier", "loket"], name="melding_per_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} aan {self.loket_id}"
