"""What the check of the duty to tell found, each time it ran: numbers, no persons."""

from __future__ import annotations

from django.db import models


class Meldplichtcontrole(models.Model):
    """One run of the check: how many dossiers and duties, and what was not told. Clausule 5.4.

    `gemist` counts per kind of change and kind of desk. `afwijkingen` counts per kind of drift
    (`akkoord.aansluiting.Driftsoort`) how much was compared and how much did not fit. There is no
    dossier and no person in it.
    """

    gedaan_op = models.DateTimeField()
    dossiers = models.IntegerField()
    plichten = models.IntegerField()
    gemist = models.JSONField(default=list)
    afwijkingen = models.JSONField(default=list)

    class Meta:
        ordering = ["-gedaan_op", "-id"]

    def __str__(self) -> str:
        return f"{self.gedaan_op}: {sum(regel['aantal'] for regel in self.gemist)}"
