"""The table of art. 18b: what parties share there and agree, apart from the plan. Clausule 6.3.

Category `risico`; what a table that lapsed held, no desk reads any more.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.akkoord.risico import Bijdragesoort, Risicoafspraakstaat
from richting.dossiers.models import Dossier, NieuweSleutel
from richting.partijen.models import Loket, keuzes


class Risicotafel(models.Model):
    """The table around one mark, from its first day. Clausule 3.7, 6.3.

    Follows the facts: `vanaf`, `tot` and `gesloten_op` are those of the mark, `geopend_op` is the
    day on which the program heard of it. `vervallen_op`: the mark was lifted, or a later one has a
    table of its own; then no desk reads this one.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="risicotafels")
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    gesloten_op = models.DateField(null=True)
    geopend_op = models.DateField()
    vervallen_op = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], name="risicotafel_een_tegelijk", condition=Q(vervallen_op=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.vanaf}"


class Risicobijdrage(models.Model):
    """What one party shares at the table, or that it has nothing. Clausule 6.3, 6.4.

    Never changed; its own desk can take it back, with a reason, and then nobody reads it.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    tafel = models.ForeignKey(Risicotafel, on_delete=models.CASCADE, related_name="bijdragen")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    soort = models.TextField(choices=keuzes(Bijdragesoort))
    tekst = models.TextField(default="", blank=True)
    door = models.TextField(default="", blank=True)
    gedeeld_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.soort} van {self.loket_id}"


class Risicoafspraak(models.Model):
    """What the table agreed: who does it, by when, done or not. Clausule 6.3.

    It stands on the work list of its owner. `toelichting` says how it went, or why not.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    tafel = models.ForeignKey(Risicotafel, on_delete=models.CASCADE, related_name="afspraken")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    wat = models.TextField()
    eigenaar = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()
    gemaakt_door = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField()
    staat = models.TextField(
        choices=keuzes(Risicoafspraakstaat), default=Risicoafspraakstaat.OPEN.value
    )
    afgerond_op = models.DateField(null=True)
    toelichting = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["uiterlijk", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(staat="open", afgerond_op=None)
                | (~Q(staat="open") & Q(afgerond_op__isnull=False)),
                name="risicoafspraak_af_met_dag",
            ),
        ]

    def __str__(self) -> str:
        return self.wat
