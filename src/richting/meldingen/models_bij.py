"""The BIJ (Bjsg 11a): what a mayor was told, in versions, the answer, and proof of the end."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from richting.akkoord.bijberichten import (
    Bijbesluit,
    Eindreden,
    Stappen,
    Terugkeersoort,
    Versiereden,
)
from richting.akkoord.grondslagen.bij import Bijaanleiding
from richting.dossiers.models import Dossier, NieuweSleutel
from richting.partijen.models import Loket, keuzes


class Bijbericht(models.Model):
    """A message to one mayor's desk about one return. Category `bij`. Clausule 3.7, 6.5.

    `mag_vanaf` is the first day on which it might be told, `uiterlijk` the last on which it came in
    time, `verstrekt_op` when its first version was told. `ontvangen`, `beantwoord` and
    `afgehandeld` say up to which version the desk took that step. `stand` counts changes, so that
    two who answer at once do not undo each other. `beeindigd_op`: the desk has no ground any more.
    `verwijderd_op`: only kept to account for a measure.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    aanleiding = models.TextField(choices=keuzes(Bijaanleiding))
    mag_vanaf = models.DateField()
    uiterlijk = models.DateField()
    verstrekt_op = models.DateTimeField()
    versie = models.IntegerField(default=1)
    stand = models.IntegerField(default=1)
    ontvangen = models.IntegerField(default=0)
    ontvangen_op = models.DateTimeField(null=True)
    ontvangen_door = models.TextField(default="", blank=True)
    beantwoord = models.IntegerField(default=0)
    beantwoord_op = models.DateTimeField(null=True)
    beantwoord_door = models.TextField(default="", blank=True)
    besluit = models.TextField(choices=keuzes(Bijbesluit), default="", blank=True)
    maatregelen = ArrayField(models.TextField(), default=list)
    tijdig = models.BooleanField(null=True)
    betrouwbaar = models.BooleanField(null=True)
    bruikbaar = models.BooleanField(null=True)
    afgehandeld = models.IntegerField(default=0)
    afgehandeld_op = models.DateTimeField(null=True)
    beeindigd_op = models.DateField(null=True)
    eindreden = models.TextField(choices=keuzes(Eindreden), default="", blank=True)
    verwijderd_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "loket"],
                name="bijbericht_een_lopend",
                condition=Q(beeindigd_op=None),
            )
        ]
        indexes = [models.Index(fields=["loket", "verstrekt_op"], name="bijbericht_van_loket")]

    def __str__(self) -> str:
        return f"BIJ {self.pk} aan {self.loket_id}"

    @property
    def stappen(self) -> Stappen:
        """How far its desk is, as the rules ask it."""
        return Stappen(
            self.versie,
            self.ontvangen,
            self.beantwoord,
            self.afgehandeld,
            beeindigd=self.beeindigd_op is not None,
            verwijderd=self.verwijderd_op is not None,
        )


class Bijversie(models.Model):
    """One provision: what was told on a day, from the closed list. Category `bij`. Clausule 6.5.

    `inhoud` is never changed; the row goes at the end of its term.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    bericht = models.ForeignKey(Bijbericht, on_delete=models.CASCADE, related_name="versies")
    versie = models.IntegerField()
    reden = models.TextField(choices=keuzes(Versiereden))
    inhoud = models.JSONField(default=dict)
    terugkeer = models.DateField()
    terugkeersoort = models.TextField(choices=keuzes(Terugkeersoort))
    verstrekt_op = models.DateTimeField()
    bewaren_tot = models.DateField()
    verwijderd_op = models.DateField(null=True)

    class Meta:
        ordering = ["versie"]
        constraints = [
            models.UniqueConstraint(fields=["bericht", "versie"], name="bijversie_een_nummer")
        ]
        indexes = [models.Index(fields=["bewaren_tot"], name="bijversie_termijn")]

    def __str__(self) -> str:
        return f"{self.bericht_id} versie {self.versie}"


class Bijvernietiging(models.Model):
    """Proof that a version was destroyed in time, without what stood in it. Clausule 6.5.

    No dossier and no person: `bericht` is a number that nothing carries any more.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    bericht = models.UUIDField()
    versie = models.IntegerField()
    verstrekt_op = models.DateField()
    uiterlijk = models.DateField()
    met_maatregel = models.BooleanField(default=False)
    vernietigd_op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["loket", "-id"], name="bijvernietiging_van_loket")]

    def __str__(self) -> str:
        return f"{self.bericht} versie {self.versie}"
