"""The row of a case that a party brought in at a Zorg- en Veiligheidshuis. Clausule 1.5."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from richting.dossiers.sleutel import NieuweSleutel


class Huisinbreng(models.Model):
    """A party brought the case in at a Zorg- en Veiligheidshuis, or ended that. Clausule 1.5.

    A fact of the stay that no message tells and no message undoes: grounds and regie follow it.
    `door_loket` is None when a message told of the bringing in and people only ended it. `tot` is
    the first day without. Category `verblijf`, for parties of the plan only.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.CASCADE, related_name="inbrengen"
    )
    veiligheidshuis = models.TextField()
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    door_loket = models.BigIntegerField(null=True)
    reden = models.TextField(default="", blank=True)
    beeindigd_door = models.BigIntegerField(null=True)
    einde_reden = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], name="huisinbreng_een_tegelijk", condition=Q(tot=None)
            ),
            models.CheckConstraint(
                condition=Q(tot=None) | Q(tot__gte=F("vanaf")), name="huisinbreng_tot_na_vanaf"
            ),
        ]

    def __str__(self) -> str:
        return self.veiligheidshuis
