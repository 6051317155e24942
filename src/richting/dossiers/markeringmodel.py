"""The row of a mark of art. 18b that a party set, renewed or ended here. Clausule 3.7, 6.3."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from richting.akkoord.risico import Risiconiveau
from richting.partijen.models import keuzes


class Handmarkering(models.Model):
    """The mark of art. 18b as a party last left it: set, renewed or ended by hand.

    A fact of the stay that no message tells and no message undoes; `Risicomarkering` is what a
    message told, and `akkoord.risico.geldende` says which counts. What it was before stands in the
    journal. `niveau`, `instrument` and `beoordeeld_op` are empty when people only ended what a
    message told. `tot` is the first day without, `gesloten_op` the day on which it was ended,
    `besloten_op` the day of the last act.
    Category `risico`, never beside 18a data.
    """

    dossier = models.OneToOneField(
        "dossiers.Dossier",
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="handmarkering",
    )
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    niveau = models.TextField(choices=keuzes(Risiconiveau), default="", blank=True)
    instrument = models.TextField(default="", blank=True)
    beoordeeld_op = models.DateField(null=True)
    reden = models.TextField(default="", blank=True)
    door_loket = models.BigIntegerField(null=True)
    gezet_op = models.DateTimeField()
    besloten_op = models.DateField()
    gesloten_op = models.DateField(null=True)
    gesloten_door = models.BigIntegerField(null=True)
    einde_reden = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot=None) | Q(tot__gte=F("vanaf")), name="handmarkering_tot_na_vanaf"
            ),
        ]

    def __str__(self) -> str:
        return str(self.dossier_id)
