"""The treatment plan of the institution, the steps outside, and the rulings the end hangs on."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from richting.akkoord.plan.fasering import Stapsoort, Stapstaat
from richting.partijen.models import Loket, keuzes
from richting.plannen.models.basis import Planrij
from richting.plannen.woorden import Behandelstand, Raadpleging, Zittingsoort


class Behandeldoel(Planrij):
    """A goal of the treatment; only the institution sees it. Clausule 5.6, 7.2."""

    tekst = models.TextField()
    stand = models.TextField(choices=keuzes(Behandelstand), default=Behandelstand.LOOPT.value)
    evaluatie = models.TextField(default="", blank=True)
    geevalueerd_op = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["dossier"], name="behandeldoel_van_dossier")]

    def __str__(self) -> str:
        return self.tekst


class Faseringsstap(Planrij):
    """A step outside with its goal and conditions. Clausule 1.10, 3.5.

    `afwijking` says why the step is taken although the rule has an objection, `ondanks_bezwaar` why
    it is allowed although a party has one. Clausule 5.3, 8.7.
    """

    soort = models.TextField(choices=keuzes(Stapsoort))
    van = models.DateField()
    tot = models.DateField()
    doel = models.TextField(default="", blank=True)
    voorwaarden = ArrayField(models.TextField(), default=list)
    afwijking = models.TextField(default="", blank=True)
    staat = models.TextField(choices=keuzes(Stapstaat), default=Stapstaat.VOORGENOMEN.value)
    reden = models.TextField(default="", blank=True)
    ondanks_bezwaar = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["van", "id"]
        indexes = [models.Index(fields=["dossier", "van"], name="stap_van_dossier")]

    def __str__(self) -> str:
        return f"{self.soort} {self.van}"


class Stapreactie(Planrij):
    """What a party says of a step outside. Clausule 1.10, 5.3. Rows are added, never changed."""

    stap = models.ForeignKey(Faseringsstap, on_delete=models.CASCADE, related_name="reacties")
    van_loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    antwoord = models.TextField(choices=keuzes(Raadpleging))
    toelichting = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["dossier"], name="stapreactie_van_dossier")]

    def __str__(self) -> str:
        return self.antwoord


class Zitting(Planrij):
    """A hearing on which the end of the stay hangs, and what the judge decided. Clausule 5.12.

    The end itself comes from the messages of the source; this says on which ruling it hangs.
    """

    soort = models.TextField(choices=keuzes(Zittingsoort))
    op = models.DateField()
    uitkomst = models.TextField(default="", blank=True)
    uitspraak_op = models.DateField(null=True)

    class Meta:
        ordering = ["op", "id"]
        indexes = [models.Index(fields=["dossier", "op"], name="zitting_van_dossier")]

    def __str__(self) -> str:
        return f"{self.soort} {self.op}"
