"""Decisions that touch others, what the touched parties say of them, and their history."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from richting.akkoord.besluiten import Besluitdaad, Besluitmening, Besluitstaat
from richting.akkoord.geraakten import PLANDELEN, Bereik, Besluitsoort
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier, NieuweSleutel
from richting.partijen.models import Loket, keuzes

DELEN = [deel.value for deel in PLANDELEN]


class Besluit(models.Model):
    """An intended decision that touches other parties. Clausule 5.3.

    `loket` takes it. `categorie` is the compartment it lies in: never one that opens to who is here
    on article 18b or the BIJ. `ingang` is the day on which it takes effect. An urgent one (`spoed`
    with `spoedreden`) is final at once. `naar` is the code of the organisation where it sends
    somebody. `overleg_op` says when objections were last talked over, `overleg` what came of it;
    `motivering` why it was taken all the same. `versie` counts the changes.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))
    soort = models.TextField(choices=keuzes(Besluitsoort))
    omschrijving = models.TextField()
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    naar = models.TextField(default="", blank=True)
    ingang = models.DateField()
    spoed = models.BooleanField(default=False)
    spoedreden = models.TextField(default="", blank=True)
    staat = models.TextField(choices=keuzes(Besluitstaat))
    overleg_op = models.DateTimeField(null=True)
    overleg = models.TextField(default="", blank=True)
    motivering = models.TextField(default="", blank=True)
    definitief_op = models.DateTimeField(null=True)
    ingetrokken_op = models.DateTimeField(null=True)
    versie = models.IntegerField(default=1)
    gemaakt_op = models.DateTimeField()
    medewerker = models.BigIntegerField(null=True)
    door = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(categorie__in=DELEN), name="besluit_in_deel_van_het_plan"
            ),
            models.CheckConstraint(
                condition=~Q(spoed=True, spoedreden=""), name="besluit_spoed_heeft_een_reden"
            ),
            models.CheckConstraint(
                condition=Q(staat="definitief", definitief_op__isnull=False)
                | Q(staat="ingetrokken", ingetrokken_op__isnull=False)
                | Q(staat__in=["voorgenomen", "aangehouden_voor_overleg"]),
                name="besluit_einde_heeft_een_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["dossier", "-id"], name="besluit_van_dossier"),
            models.Index(
                fields=["loket"],
                name="besluit_loopt_bij_loket",
                condition=Q(staat__in=["voorgenomen", "aangehouden_voor_overleg"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.staat}"


class Besluitreactie(models.Model):
    """A party that a decision touches: whether it could be asked, until when, what it said.

    Clausule 5.3. `loket` is None for a party that could not be asked; `bereik` says why. `redenen`
    say why the decision touches it.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))
    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="reacties")
    loketsoort = models.TextField()
    organisatie = models.TextField()
    loket = models.ForeignKey(Loket, null=True, on_delete=models.PROTECT, related_name="+")
    redenen = ArrayField(models.TextField(), default=list)
    bereik = models.TextField(choices=keuzes(Bereik))
    gevraagd_op = models.DateTimeField()
    uiterlijk = models.DateField(null=True)
    reactie = models.TextField(choices=keuzes(Besluitmening), default="", blank=True)
    reden = models.TextField(default="", blank=True)
    op = models.DateTimeField(null=True)
    medewerker = models.BigIntegerField(null=True)
    door = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["besluit", "loketsoort", "organisatie"], name="besluitreactie_een_keer"
            ),
            models.CheckConstraint(
                condition=Q(bereik="vraagbaar", loket__isnull=False, uiterlijk__isnull=False)
                | Q(loket__isnull=True, uiterlijk__isnull=True, reactie=""),
                name="besluitreactie_alleen_gevraagd",
            ),
            models.CheckConstraint(
                condition=Q(reactie="", op__isnull=True) | ~Q(reactie="") & Q(op__isnull=False),
                name="besluitreactie_heeft_een_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["dossier"], name="besluitreactie_van_dossier"),
            models.Index(
                fields=["loket", "uiterlijk"],
                name="besluitreactie_open",
                condition=Q(loket__isnull=False, reactie=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisatie} {self.reactie or self.bereik}"


class Besluitstap(models.Model):
    """One change of a decision, with who and why. Rows are added, never changed. Clausule 5.3."""

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))
    besluit = models.ForeignKey(Besluit, on_delete=models.CASCADE, related_name="stappen")
    daad = models.TextField(choices=keuzes(Besluitdaad), default="", blank=True)
    staat_van = models.TextField(default="", blank=True)
    staat_naar = models.TextField(choices=keuzes(Besluitstaat))
    mening = models.TextField(choices=keuzes(Besluitmening), default="", blank=True)
    toelichting = models.TextField(default="", blank=True)
    loket = models.ForeignKey(Loket, null=True, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()
    medewerker = models.BigIntegerField(null=True)
    door = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["besluit"], name="besluitstap_van_besluit")]

    def __str__(self) -> str:
        return f"{self.daad} {self.staat_naar}"
