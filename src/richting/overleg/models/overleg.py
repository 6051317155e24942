"""A consultation and who is invited: desks, a time, a place; nothing of a person in detention."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from richting.akkoord.overleg import Overlegsoort, Overlegstaat, Uitnodigingsantwoord
from richting.dossiers.models import NieuweSleutel
from richting.partijen.models import Loket, Medewerker, keuzes


class Overleg(models.Model):
    """A meeting of desks about dossiers. Clausule 8.1. Visible to who is invited.

    It has no title of its own: what it is called follows from its kind (`namen.SOORTEN`), so
    that no name of a person can stand in a calendar. `versie` counts its changes, also for the
    calendar file. `afgelast_reden` says why it does not go on. `belegger` calls it.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    soort = models.TextField(choices=keuzes(Overlegsoort))
    belegger = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    begin = models.DateTimeField()
    eind = models.DateTimeField()
    plaats = models.TextField(default="", blank=True)
    link = models.URLField(default="", blank=True, max_length=500)
    staat = models.TextField(choices=keuzes(Overlegstaat), default=Overlegstaat.GEPLAND.value)
    afgelast_reden = models.TextField(default="", blank=True)
    verslag_vast_op = models.DateTimeField(null=True)
    versie = models.IntegerField(default=1)
    gemaakt_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()
    loket = models.BigIntegerField(null=True)
    medewerker = models.BigIntegerField(null=True)
    door = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["begin", "id"]
        constraints = [
            models.CheckConstraint(
                name="overleg_eindigt_na_begin", condition=Q(eind__gt=F("begin"))
            )
        ]
        indexes = [models.Index(fields=["begin"], name="overleg_in_de_tijd")]

    def __str__(self) -> str:
        return f"{self.soort} {self.begin:%Y-%m-%d}"


class Genodigde(models.Model):
    """A desk that is invited, what it answered, and whether it was there. Clausule 8.1.

    `medewerker` is who comes. `aanwezig` is None until the meeting was held.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="genodigden")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(
        Medewerker, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    antwoord = models.TextField(
        choices=keuzes(Uitnodigingsantwoord), default=Uitnodigingsantwoord.ONBEKEND.value
    )
    reden = models.TextField(default="", blank=True)
    genodigd_op = models.DateTimeField()
    beantwoord_op = models.DateTimeField(null=True)
    aanwezig = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["overleg", "loket"], name="genodigde_een_keer")
        ]
        indexes = [models.Index(fields=["loket"], name="genodigde_van_loket")]

    def __str__(self) -> str:
        return f"{self.loket_id}: {self.antwoord}"
