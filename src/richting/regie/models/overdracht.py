"""Handing over a task: prepared, offered, accepted or refused, on an agreed day. Clausule 1.7."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.akkoord.overdracht import (
    AfspraakOnderwerp,
    Overdrachtsoort,
    Overdrachtstaat,
    Puntstand,
)
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier, NieuweSleutel
from richting.partijen.models import Loket, keuzes

LOPEND = [Overdrachtstaat.VOORBEREID.value, Overdrachtstaat.AANGEBODEN.value]


class Overdracht(models.Model):
    """One task goes from one desk to another on a day. Clausule 1.7, 1.8, 8.5.

    `op_vertrek`: the day follows the day of release when that moves. `warm_*`: when, how and with
    whom the two spoke. `versie` goes up with every change. Compartment `verblijf`, as the holder.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="overdrachten")
    taak = models.TextField(choices=keuzes(Regietaak))
    van_loket = models.ForeignKey(
        Loket, on_delete=models.PROTECT, related_name="overdrachten_weg", db_index=False
    )
    aan_loket = models.ForeignKey(
        Loket, on_delete=models.PROTECT, related_name="overdrachten_hier", db_index=False
    )
    soort = models.TextField(choices=keuzes(Overdrachtsoort))
    staat = models.TextField(choices=keuzes(Overdrachtstaat))
    datum = models.DateField()
    op_vertrek = models.BooleanField(default=False)
    antwoord_uiterlijk = models.DateField(null=True)
    warm_op = models.DateField(null=True)
    warm_vorm = models.TextField(default="", blank=True)
    warm_met = models.TextField(default="", blank=True)
    ontvangen_op = models.DateField(null=True)
    versie = models.IntegerField(default=1)
    gemaakt_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()
    categorie = models.TextField(
        choices=keuzes(Gegevenscategorie), default=Gegevenscategorie.VERBLIJF.value
    )

    class Meta:
        ordering = ["-gemaakt_op"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "taak"],
                name="overdracht_een_lopend",
                condition=Q(staat__in=LOPEND),
            ),
            models.CheckConstraint(
                name="overdracht_aan_een_ander", condition=~Q(van_loket=models.F("aan_loket"))
            ),
        ]
        indexes = [
            models.Index(fields=["van_loket", "staat", "datum"], name="overdracht_weg"),
            models.Index(fields=["aan_loket", "staat", "datum"], name="overdracht_hier"),
        ]

    def __str__(self) -> str:
        return f"{self.taak} {self.dossier_id}: {self.staat}"


class Overdrachtafspraak(models.Model):
    """Who does what after the handover: conditions and supervision, care and provisions.

    Clausule 1.8. `categorie` is the compartment: agreements on supervision lie in `toezicht`.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    overdracht = models.ForeignKey(Overdracht, on_delete=models.CASCADE, related_name="afspraken")
    onderwerp = models.TextField(choices=keuzes(AfspraakOnderwerp))
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+", db_index=False)
    tekst = models.TextField(default="", blank=True)
    gemaakt_op = models.DateTimeField()
    door = models.TextField(default="", blank=True)
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))

    class Meta:
        ordering = ["onderwerp"]
        constraints = [
            models.UniqueConstraint(
                fields=["overdracht", "onderwerp"], name="afspraak_een_per_onderwerp"
            )
        ]

    def __str__(self) -> str:
        return self.onderwerp


class Overdrachtpunt(models.Model):
    """One item of the checklist of a handover and how it stands. Clausule 1.7, 5.11."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    overdracht = models.ForeignKey(Overdracht, on_delete=models.CASCADE, related_name="punten")
    code = models.TextField()
    stand = models.TextField(choices=keuzes(Puntstand))
    toelichting = models.TextField(default="", blank=True)
    gemaakt_op = models.DateTimeField()
    door = models.TextField(default="", blank=True)
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["overdracht", "code"], name="punt_een_keer")]

    def __str__(self) -> str:
        return f"{self.code}: {self.stand}"


class Overdrachtstap(models.Model):
    """One step of a handover: what somebody did, when, and why. Rows are added, never changed."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    overdracht = models.ForeignKey(Overdracht, on_delete=models.CASCADE, related_name="stappen")
    naar = models.TextField(choices=keuzes(Overdrachtstaat))
    reden = models.TextField(default="", blank=True)
    toelichting = models.TextField(default="", blank=True)
    op = models.DateTimeField()
    loket = models.BigIntegerField(null=True)
    door = models.TextField(default="", blank=True)
    categorie = models.TextField(
        choices=keuzes(Gegevenscategorie), default=Gegevenscategorie.VERBLIJF.value
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.naar
