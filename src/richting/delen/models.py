"""Grounds, restrictions and the two read logs."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Value

from richting.delen.afspraakmodel import Regioafspraak as Regioafspraak
from richting.delen.afspraakmodel import Regioafspraakpartij as Regioafspraakpartij
from richting.dossiers.models import Dossier
from richting.partijen.models import Loket, Medewerker


class Grond(models.Model):
    """A legal ground in force for one loket and one dossier. Clausule 6.4, 6.7.

    `geldig_vanaf`/`geldig_tot` (exclusive) is what the law gives; `vastgesteld_op` and
    `vervallen_op` say when the program knew it. Rows are ended, never deleted: who could see on
    3 March stays known. Row security on this table is the second lock itself: a row shows only to
    its own loket, on a day it is valid, and not to staff who are excluded or left out of a shield.
    `afgeschermd` is kept by the database: a restriction is in force, so the lock looks further.
    `regioafspraken` are the agreements by which `categorieen` are fewer than the law gives.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="gronden")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="gronden")
    grondslag = models.TextField()
    categorieen = ArrayField(models.TextField())
    doel = models.TextField()
    regime = models.TextField()
    rol = models.TextField(default="")
    zin = models.TextField(default="")
    geldig_vanaf = models.DateField()
    geldig_tot = models.DateField(null=True)
    vastgesteld_op = models.DateTimeField()
    vervallen_op = models.DateTimeField(null=True)
    afgeschermd = models.BooleanField(default=False)
    regioafspraken = ArrayField(models.UUIDField(), default=list, db_default=Value("{}"))

    class Meta:
        indexes = [
            models.Index(
                fields=["dossier", "loket"],
                name="grond_van_dossier",
                condition=Q(vervallen_op=None),
            ),
            models.Index(
                fields=["loket", "dossier"],
                include=["geldig_vanaf", "geldig_tot", "afgeschermd"],
                name="grond_van_loket",
                condition=Q(vervallen_op=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grondslag} voor loket {self.loket_id}"


class Afscherming(models.Model):
    """A restriction on a dossier: `alleen` these staff of a loket, or `niet` this member of staff.

    Clausule 3.6 (terrorist offence: named staff only). Applies to pages, lists, counts, search and
    exports alike, because `delen_grond` itself hides behind it. `alleen` without a loket holds for
    every loket; without a member of staff it lets the managers of the loket in, who name the rest.
    `niet` holds at every loket where that person sits; `loket` is the one that set it.
    """

    ALLEEN, NIET = "alleen", "niet"
    SOORTEN = [(ALLEEN, ALLEEN), (NIET, NIET)]

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="afschermingen")
    soort = models.TextField(choices=SOORTEN)
    loket = models.ForeignKey(Loket, null=True, on_delete=models.PROTECT)
    medewerker = models.ForeignKey(Medewerker, null=True, on_delete=models.PROTECT)
    reden = models.TextField()
    gezet_op = models.DateTimeField()
    gezet_door = models.BigIntegerField(null=True)
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["dossier", "soort"],
                name="afscherming_geldend",
                condition=Q(beeindigd_op=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.dossier_id}"


class Inzage(models.Model):
    """Who looked: one row per dossier shown, written in the transaction of the reading."""

    tijdstip = models.DateTimeField()
    dossier_id = models.UUIDField(null=True)
    loket = models.BigIntegerField(null=True)
    medewerker = models.BigIntegerField(null=True)
    systeem = models.BigIntegerField(null=True)
    door = models.TextField(default="")
    handeling = models.TextField()
    ingang = models.TextField()
    resultaat = models.TextField()
    categorieen = ArrayField(models.TextField(), default=list)
    grondslagen = ArrayField(models.TextField(), default=list)
    trace = models.UUIDField()
    extra = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["dossier_id", "-tijdstip"], name="inzage_per_dossier"),
            models.Index(
                fields=["dossier_id", "medewerker", "tijdstip"],
                name="inzage_laatste_blik",
                condition=models.Q(handeling="dossierpagina"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handeling} {self.tijdstip}"


class Verwerking(models.Model):
    """The processing log (verwerkingenlogboek): one row per person concerned, no user in it.

    `regime` is the law under which the desk worked: AVG or the directive. Clausule 6.7.
    """

    tijdstip = models.DateTimeField()
    dossier_id = models.UUIDField()
    activiteit = models.TextField()
    organisatie = models.TextField(default="")
    regime = models.TextField(default="", db_default="")
    trace = models.UUIDField()

    def __str__(self) -> str:
        return f"{self.activiteit} {self.tijdstip}"
