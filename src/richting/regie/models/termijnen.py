"""What people say about a term or a datum: put off, done, or not right."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.akkoord.termijnregels import Termijndaad
from richting.akkoord.terugmelden import Gegeven, Terugantwoord
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier, NieuweSleutel
from richting.partijen.models import Loket, Medewerker, keuzes


class Loketrij(models.Model):
    """A row that a desk wrote in a compartment of a dossier: when, and who."""

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))
    gemaakt_op = models.DateTimeField()
    medewerker = models.BigIntegerField(null=True)
    door = models.TextField(default="", blank=True)

    class Meta:
        abstract = True


class Uitstel(Loketrij):
    """A desk puts off one post of a dossier until a day, with a reason. Clausule 5.1.

    `sleutel` is that of the post. `eerste_op` is the day on which it was first put off: the maximum
    is counted from there.
    """

    sleutel = models.TextField()
    eerste_op = models.DateField()
    tot = models.DateField()
    reden = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "loket", "sleutel"], name="uitstel_een_per_post"
            )
        ]

    def __str__(self) -> str:
        return f"{self.sleutel} tot {self.tot}"


class Afvinking(Loketrij):
    """A desk says that something was done on a day, where nothing else tells. Clausule 5.1."""

    daad = models.TextField(choices=keuzes(Termijndaad))
    gedaan_op = models.DateField()
    toelichting = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "daad", "gedaan_op"], name="afvinking_een_per_dag"
            )
        ]

    def __str__(self) -> str:
        return f"{self.daad} op {self.gedaan_op}"


class Terugmelding(Loketrij):
    """ "This is not right": a desk sends a datum back to the desk it comes from. Clausule 5.4.

    `sleutel` is the post that is put aside meanwhile ("" for none). `aan` answers by `uiterlijk`:
    mended, or right as it stands, with a reason.
    """

    sleutel = models.TextField(default="", blank=True)
    gegeven = models.TextField(choices=keuzes(Gegeven))
    staat_er = models.TextField()
    hoort = models.TextField()
    aan = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()
    antwoord = models.TextField(choices=keuzes(Terugantwoord), default="", blank=True)
    reden = models.TextField(default="", blank=True)
    beantwoord_op = models.DateField(null=True)
    beantwoord_door = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "loket", "gegeven"],
                name="terugmelding_een_open",
                condition=Q(antwoord=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.gegeven} aan {self.aan_id}"


class Lijstfilter(models.Model):
    """A list with its filters as a member of staff kept it, by name. No data of persons."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="+")
    loket = models.ForeignKey(Loket, on_delete=models.CASCADE, related_name="+")
    naam = models.TextField()
    lijst = models.TextField()
    inrichting = models.TextField(default="", blank=True)
    gemeente = models.TextField(default="", blank=True)
    mijn = models.BooleanField(default=False)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "loket", "naam"], name="lijstfilter_een_naam"
            )
        ]

    def __str__(self) -> str:
        return self.naam
