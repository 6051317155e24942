"""Provisions of a municipality or region, and the places in them that were asked for somebody."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from richting.akkoord.plan.voorzieningen import (
    OPEN,
    Aanbod,
    Plaatsstaat,
    Plek,
    Voorzieningsoort,
)
from richting.akkoord.plan.woorden import Leefgebied
from richting.akkoord.termijnen import Eenheid
from richting.akkoord.woorden import Loketsoort
from richting.partijen.models import Loket, keuzes
from richting.plannen.models.actielijst import Actie
from richting.plannen.models.basis import Planrij, Versierij

WACHTEENHEDEN = (Eenheid.DAGEN, Eenheid.WEKEN)
"""In what a waiting time is stated."""


class Voorziening(Versierij):
    """Something a municipality or region offers, with places. No personal data. Clausule 4.3, 8.3.

    `houder` keeps it. `gedeeld_met` are the codes of other municipalities of the region for whose
    people it is too. `wachttijd` is what the keeper stated on `wachttijd_op`, None when nothing was
    stated. `geldig_tot` is the last day.
    """

    houder = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    naam = models.TextField()
    soort = models.TextField(choices=keuzes(Voorzieningsoort))
    leefgebied = models.TextField(choices=keuzes(Leefgebied))
    gedeeld_met = ArrayField(models.TextField(), default=list)
    plaatsen = models.IntegerField()
    voor_wie = models.TextField(default="", blank=True)
    niet_voor = models.TextField(default="", blank=True)
    wachttijd = models.IntegerField(null=True)
    wachttijd_eenheid = models.TextField(
        choices=[(e.value, e.value) for e in WACHTEENHEDEN], default=Eenheid.WEKEN.value
    )
    wachttijd_op = models.DateField(null=True)
    is_open = models.BooleanField(default=True)
    geldig_vanaf = models.DateField()
    geldig_tot = models.DateField(null=True)

    class Meta:
        ordering = ["naam", "id"]
        indexes = [models.Index(fields=["houder"], name="voorziening_van_loket")]
        constraints = [
            models.CheckConstraint(name="voorziening_heeft_plaatsen", condition=Q(plaatsen__gte=1))
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def gemeenten(self) -> frozenset[str]:
        """The municipalities for whose people it is; needs the keeper with its organisation."""
        eigen = self.houder.soort == Loketsoort.NAZORG
        return frozenset(self.gedeeld_met) | ({self.houder.organisatie.code} if eigen else set())

    @property
    def aanbod(self) -> Aanbod:
        """What the rules must know of it."""
        return Aanbod(
            Leefgebied(self.leefgebied),
            self.gemeenten,
            self.is_open,
            self.geldig_vanaf,
            self.geldig_tot,
        )


class Plaatsing(Planrij):
    """A place in a provision, asked for an action. Clausule 4.3, 8.3.

    In the compartment of the life area of the action. `toelichting` is what the provision must
    know; `antwoord` is what its keeper says. `tot` is the last day in the place, None when no end
    was agreed. A lapsed reservation, and a stay that is over, are worked out from the dates.
    """

    actie = models.ForeignKey(Actie, on_delete=models.CASCADE, related_name="plaatsingen")
    voorziening = models.ForeignKey(
        Voorziening, on_delete=models.PROTECT, related_name="plaatsingen"
    )
    gevraagd_door = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    gevraagd_op = models.DateField()
    antwoord_uiterlijk = models.DateField()
    toelichting = models.TextField(default="", blank=True)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    staat = models.TextField(choices=keuzes(Plaatsstaat))
    gereserveerd_tot = models.DateField(null=True)
    reden = models.TextField(default="", blank=True)
    antwoord = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["gemaakt_op", "id"]
        indexes = [
            models.Index(fields=["dossier"], name="plaatsing_van_dossier"),
            models.Index(
                fields=["voorziening"],
                name="plaatsing_open",
                condition=Q(staat__in=[staat.value for staat in OPEN]),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="plaatsing_dagen_op_volgorde",
                condition=Q(tot=None) | Q(tot__gte=models.F("vanaf")),
            ),
            models.CheckConstraint(
                name="plaatsing_reservering_heeft_einde",
                condition=~Q(staat=Plaatsstaat.GERESERVEERD.value)
                | Q(gereserveerd_tot__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staat} {self.voorziening_id}"

    @property
    def plek(self) -> Plek:
        """What the rules must know of it."""
        return Plek(Plaatsstaat(self.staat), self.vanaf, self.tot, self.gereserveerd_tot)


class Plaatsstap(models.Model):
    """One change of the state of a place: rows are added, never changed."""

    plaatsing = models.ForeignKey(Plaatsing, on_delete=models.CASCADE, related_name="stappen")
    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.CASCADE, related_name="+")
    categorie = models.TextField()
    naar = models.TextField(choices=keuzes(Plaatsstaat))
    reden = models.TextField(default="", blank=True)
    toelichting = models.TextField(default="", blank=True)
    op = models.DateTimeField()
    door = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["op", "id"]
        indexes = [models.Index(fields=["dossier"], name="plaatsstap_van_dossier")]

    def __str__(self) -> str:
        return str(self.naar)
