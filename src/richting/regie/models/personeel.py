"""Who at a desk has a dossier, and who stands in for whom."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from richting.dossiers.models import Dossier
from richting.partijen.models import Loket, Medewerker


class Toewijzing(models.Model):
    """This member of staff has this dossier at this desk, from `sinds` until `tot`. Clausule 1.6.

    At most one at a time; none means visibly nobody. Whether that person can still sign in is asked
    when it is read, never kept here. `aan_tafel`: the desk works on the plan, so that the others
    there may know who it is.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="toewijzingen")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+", db_index=False)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    aan_tafel = models.BooleanField()
    sinds = models.DateTimeField()
    tot = models.DateTimeField(null=True)
    door = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["-sinds", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["loket", "dossier"],
                name="toewijzing_een_tegelijk",
                condition=Q(tot=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} bij {self.medewerker_id}"


def weg_op(dag: date) -> Q:
    """Who is away on this day."""
    return Q(van__lte=dag) & (Q(tot=None) | Q(tot__gte=dag))


class Vervanging(models.Model):
    """A colleague stands in for a member of staff at a desk, both days included.

    `vervanger` None: away, and nobody stands in. `tot` None: until somebody says otherwise.
    """

    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="vervangingen")
    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.CASCADE, related_name="afwezigheden"
    )
    vervanger = models.ForeignKey(
        Medewerker, null=True, on_delete=models.CASCADE, related_name="vervangt"
    )
    van = models.DateField()
    tot = models.DateField(null=True)
    door = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["van", "id"]
        constraints = [
            models.CheckConstraint(name="vervanging_tot_na_van", condition=Q(tot__gte=F("van"))),
            models.CheckConstraint(
                name="vervanging_door_een_ander",
                condition=Q(vervanger=None) | ~Q(vervanger=F("medewerker")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker_id} {self.van}-{self.tot}"
