"""The daily round that tells desks what they began or stopped to see: one row per day."""

from __future__ import annotations

from django.db import models


class Grondronde(models.Model):
    """On this day every desk was told what it began or stopped to see. Clausule 5.4, 6.4.

    Numbers only. The next round looks from the last row on, so that a day that was missed is
    caught up. `ijkpunt`: there was no round before this day; what was then is not told any more.
    """

    dag = models.DateField(unique=True)
    gedaan_op = models.DateTimeField()
    verteld = models.IntegerField(default=0)
    ijkpunt = models.BooleanField(default=False)

    class Meta:
        ordering = ["-dag"]

    def __str__(self) -> str:
        return f"{self.dag}: {self.verteld}"
