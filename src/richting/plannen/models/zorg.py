"""Care, without medical content: whether there is an indication, who goes on, what goes along."""

from __future__ import annotations

from django.db import models

from richting.partijen.models import keuzes
from richting.plannen.models.basis import Planrij
from richting.plannen.woorden import Indicatie, Indicatiewet, Meegeven, Verzekering


class Zorgoverdracht(Planrij):
    """What other parties must know of the care, and no more. Clausule 5.11; feiten 1.3, 1.7.

    One per dossier. Diagnosis, treatment and the medicine itself have no field: medical secrecy.
    `afspraak_bij` and `afspraak_op`: where care goes on after release, and when.
    """

    indicatie = models.TextField(choices=keuzes(Indicatie), default=Indicatie.ONBEKEND.value)
    indicatie_wet = models.TextField(choices=keuzes(Indicatiewet), default="", blank=True)
    afspraak_bij = models.TextField(default="", blank=True)
    afspraak_op = models.DateField(null=True)
    medicijnen = models.TextField(choices=keuzes(Meegeven), default=Meegeven.ONBEKEND.value)
    overdrachtsbrief = models.TextField(choices=keuzes(Meegeven), default=Meegeven.ONBEKEND.value)
    verzekeraar = models.TextField(default="", blank=True)
    verzekering = models.TextField(choices=keuzes(Verzekering), default=Verzekering.ONBEKEND.value)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier"], name="zorgoverdracht_een_per_dossier")
        ]

    def __str__(self) -> str:
        return str(self.dossier_id)
