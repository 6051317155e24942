"""How care goes on after the stay, without medical content."""

from __future__ import annotations

from django.db import models

from richting.partijen.models import keuzes
from richting.plannen.models.basis import Planrij
from richting.plannen.woorden import Meegeven


class Zorgoverdracht(Planrij):
    """Where care goes on, and whether a letter goes along. Clausule 5.11; feiten 1.3, 1.7.

    One per dossier, beside the answers of the screening (need, indication, insurance, medicine).
    Diagnosis, treatment and the medicine itself have no field: medical secrecy.
    """

    afspraak_bij = models.TextField(default="", blank=True)
    afspraak_op = models.DateField(null=True)
    vervolg = models.TextField(default="", blank=True)
    overdrachtsbrief = models.TextField(choices=keuzes(Meegeven), default=Meegeven.ONBEKEND.value)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier"], name="zorgoverdracht_een_per_dossier")
        ]

    def __str__(self) -> str:
        return str(self.dossier_id)
