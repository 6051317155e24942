"""The tables of regional agreements. No personal data: who agreed what with whom. Clausule 6.6."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from richting.akkoord.periode import Periode
from richting.akkoord.regioafspraken import Afspraakstand, gebonden, stand
from richting.dossiers.models import NieuweSleutel
from richting.partijen.models import Loket


class Regioafspraak(models.Model):
    """What parties of a region agreed on sharing, within the law. Clausule 6.6.

    What it says never changes after it was proposed: who confirms, confirms what stands here, and
    who wants something else proposes anew. `delen` lists per legal basis and kind of desk what is
    still shared (`grondslag`, `loketsoort`, `categorieen`); `vindplaats` says where the signed text
    lies. `geldig_tot` is the first day without.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    naam = models.TextField()
    doel = models.TextField()
    grondslagen = ArrayField(models.TextField())
    delen = models.JSONField(default=list)
    antwoord_werkdagen = models.IntegerField(null=True)
    toelichting = models.TextField(default="", blank=True)
    vindplaats = models.TextField()
    geldig_vanaf = models.DateField()
    geldig_tot = models.DateField(null=True)
    voorgesteld_op = models.DateTimeField()
    voorgesteld_door = models.TextField(default="")
    voorsteller = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    medewerker = models.BigIntegerField(null=True)
    systeem = models.BigIntegerField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-voorgesteld_op", "id"]
        constraints = [
            models.CheckConstraint(
                name="regioafspraak_dagen_op_volgorde",
                condition=Q(geldig_tot=None) | Q(geldig_tot__gt=F("geldig_vanaf")),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def stand(self, op: date) -> Afspraakstand:
        """How it stands on a day; needs its parties."""
        partijen = self.partijen.all()
        return stand(
            tuple(wanneer for een in partijen if (wanneer := een.gebonden)),
            sum(een.gebonden_vanaf is None for een in partijen),
            self.geldig_vanaf,
            self.geldig_tot,
            op,
            ingetrokken=self.ingetrokken_op is not None,
        )


class Regioafspraakpartij(models.Model):
    """A desk that is named in an agreement; bound only from its own yes until it leaves.

    `gebonden_vanaf` is the day of that yes; `opgezegd_per` the first day without.
    """

    afspraak = models.ForeignKey(Regioafspraak, on_delete=models.CASCADE, related_name="partijen")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="regioafspraken")
    bevestigd_op = models.DateTimeField(null=True)
    bevestigd_door = models.TextField(default="", blank=True)
    medewerker = models.BigIntegerField(null=True)
    gebonden_vanaf = models.DateField(null=True)
    opgezegd_per = models.DateField(null=True)
    opgezegd_op = models.DateTimeField(null=True)
    opgezegd_door = models.TextField(default="", blank=True)
    opzegreden = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["loket__organisatie__naam", "loket__naam", "id"]
        constraints = [
            models.UniqueConstraint(fields=["afspraak", "loket"], name="regioafspraak_partij_eens"),
        ]
        indexes = [
            models.Index(
                fields=["loket"],
                name="regioafspraak_gebonden",
                condition=Q(gebonden_vanaf__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.loket_id} bij {self.afspraak_id}"

    @property
    def gebonden(self) -> Periode | None:
        """When this party is bound; needs its agreement."""
        van = self.afspraak
        return gebonden(van.geldig_vanaf, van.geldig_tot, self.gebonden_vanaf, self.opgezegd_per)
