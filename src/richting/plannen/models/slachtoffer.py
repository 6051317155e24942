"""The interests of victims: whether they were looked at, and, apart from that, what they are."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.partijen.models import keuzes
from richting.plannen.models.basis import Planrij
from richting.plannen.woorden import Slachtofferbelangsoort


class Slachtoffertoets(Planrij):
    """Somebody answered whether a wish or condition of a victim touches the plan. Clausule 1.3.

    In the compartment of the plan, so that every party sees that it was answered and nobody what.
    An answer holds until it is reopened; rows are ended, never deleted.
    """

    heropend_op = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                name="slachtoffertoets_een_tegelijk",
                condition=Q(heropend_op__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return str(self.dossier_id)


class Slachtofferbelang(Planrij):
    """A wish or condition of a victim or bereaved that touches the plan. Clausule 1.3.

    In the compartment `slachtoffer`: never on a print for, or an export of, the person.
    """

    soort = models.TextField(choices=keuzes(Slachtofferbelangsoort))
    tekst = models.TextField()
    geldig_tot = models.DateField(null=True)
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["dossier"], name="belang_van_dossier")]

    def __str__(self) -> str:
        return self.soort
