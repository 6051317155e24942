"""What the parties write together: question, offer, motivation, factors, support, agreement."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from richting.akkoord.plan.woorden import Leefgebied
from richting.partijen.models import keuzes
from richting.plannen.models.basis import Planrij
from richting.plannen.woorden import (
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Lot,
    Motivatiestand,
    Planvraagsoort,
)


class Planvraag(Planrij):
    """One of the questions of the plan as a whole, with its answer. Clausule 4.2, 4.3.

    What the person needs, what the safety of society needs, and what is offered.
    """

    soort = models.TextField(choices=keuzes(Planvraagsoort))
    tekst = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "soort"], name="planvraag_een_per_soort")
        ]

    def __str__(self) -> str:
        return self.soort


class Motivatie(Planrij):
    """How motivated the person is on a day, and what was done to raise it. Clausule 4.4, 5.13.

    Rows are added, never changed: motivation is a course in time.
    """

    op = models.DateField()
    stand = models.TextField(choices=keuzes(Motivatiestand))
    toelichting = models.TextField(default="", blank=True)
    gedaan = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["-op", "-id"]
        indexes = [models.Index(fields=["dossier", "-op"], name="motivatie_in_de_tijd")]

    def __str__(self) -> str:
        return f"{self.op} {self.stand}"


class Factor(Planrij):
    """Something that protects, or that is a risk, in one life area. Clausule 5.2, 5.14."""

    aard = models.TextField(choices=keuzes(Factoraard))
    leefgebied = models.TextField(choices=keuzes(Leefgebied))
    tekst = models.TextField()
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["dossier"], name="factor_van_dossier")]

    def __str__(self) -> str:
        return self.tekst


class Ondersteuning(Planrij):
    """Support that already ran before the stay, and its fate. Clausule 4.1, 8.4.

    `besloten_door` says which party decided on the fate; empty while `lot` is `onbeslist`.
    """

    leefgebied = models.TextField(choices=keuzes(Leefgebied))
    wat = models.TextField()
    aanbieder = models.TextField(default="", blank=True)
    sinds = models.DateField(null=True)
    lot = models.TextField(choices=keuzes(Lot), default=Lot.ONBESLIST.value)
    reden = models.TextField(default="", blank=True)
    besloten_op = models.DateField(null=True)
    besloten_door = models.TextField(default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["dossier"], name="ondersteuning_van_dossier")]

    def __str__(self) -> str:
        return self.wat


class Startgesprek(Planrij):
    """The joint start: who took part, when, in what form, and with the person or not. Clausule 5.2.

    `deelnemers` and `afwezigen` (invited, did not come) hold names of parties as people know them.
    """

    op = models.DateField()
    vorm = models.TextField(choices=keuzes(Gespreksvorm))
    deelnemers = ArrayField(models.TextField(), default=list)
    afwezigen = ArrayField(models.TextField(), default=list)
    met_persoon = models.BooleanField(default=True)
    reden_zonder_persoon = models.TextField(default="", blank=True)
    toelichting = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["-op", "-id"]
        indexes = [models.Index(fields=["dossier"], name="startgesprek_van_dossier")]

    def __str__(self) -> str:
        return str(self.op)


class Doel(Planrij):
    """A goal of the person, in the own words. Clausule 1.9."""

    tekst = models.TextField()
    beeindigd_op = models.DateTimeField(null=True)
    bereikt = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["dossier"], name="doel_van_dossier")]

    def __str__(self) -> str:
        return self.tekst


class Instemming(Planrij):
    """What the person says of one version of the plan. Clausule 1.9. Rows are added, never changed.

    `planversie` is the number of the fixed version; None: the working version of that day.
    """

    planversie = models.IntegerField(null=True)
    op = models.DateField()
    antwoord = models.TextField(choices=keuzes(Instemmingsantwoord))
    toelichting = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["-op", "-id"]
        indexes = [models.Index(fields=["dossier"], name="instemming_van_dossier")]

    def __str__(self) -> str:
        return f"{self.op} {self.antwoord}"


class ZonderMedewerking(Planrij):
    """The person does not cooperate: since when, why, and what parties do anyway. Clausule 1.4.

    `terugval` maps a life area to what is done without the person. At most one runs at a time.
    """

    sinds = models.DateField()
    reden = models.TextField()
    terugval = models.JSONField(default=dict)
    beeindigd_op = models.DateTimeField(null=True)
    eindreden = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                name="zonder_medewerking_een_tegelijk",
                condition=Q(beeindigd_op__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return str(self.sinds)


class Poging(Planrij):
    """An attempt to reach or win the person: when, how, with what result. Clausule 1.4, 5.13."""

    op = models.DateField()
    hoe = models.TextField()
    uitkomst = models.TextField()

    class Meta:
        ordering = ["-op", "-id"]
        indexes = [models.Index(fields=["dossier"], name="poging_van_dossier")]

    def __str__(self) -> str:
        return f"{self.op} {self.hoe}"


class GeenAntwoord(Planrij):
    """Somebody said that one of the five answers is empty on purpose. Clausule 5.5.

    `antwoord` is a value of `akkoord.plan.vijf_antwoorden.Antwoordcel`.
    """

    antwoord = models.TextField()
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "antwoord"],
                name="geen_antwoord_een_per_cel",
                condition=Q(beeindigd_op__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.antwoord
