"""The actions of the plan and their history."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.akkoord.plan.woorden import Actieherkomst, Actiekader, Actiestaat, Leefgebied
from richting.partijen.models import Loket, Medewerker, keuzes
from richting.plannen.models.basis import Planrij


class Actie(Planrij):
    """One step for exactly one responsible loket, and a person there. Clausule 4.3, 5.5, 8.5.

    `gevraagd_door` is the loket that asked another for it; None when a loket took it on itself.
    `sjabloon` is the code of the template it came from. `draagt`: once done, the life area is in
    order. `uiterlijk` is the day by which it must be done, `antwoord_uiterlijk` the day by which
    the loket that was asked says yes or no. `resultaat` is what came of it.
    """

    leefgebied = models.TextField(choices=keuzes(Leefgebied))
    wat = models.TextField()
    toelichting = models.TextField(default="", blank=True)
    verantwoordelijk = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    uitvoerder = models.ForeignKey(
        Medewerker, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    gevraagd_door = models.ForeignKey(Loket, null=True, on_delete=models.PROTECT, related_name="+")
    herkomst = models.TextField(choices=keuzes(Actieherkomst))
    kader = models.TextField(choices=keuzes(Actiekader))
    sjabloon = models.TextField(default="", blank=True)
    draagt = models.BooleanField(default=True)
    begin = models.DateField(null=True)
    uiterlijk = models.DateField(null=True)
    antwoord_uiterlijk = models.DateField(null=True)
    staat = models.TextField(choices=keuzes(Actiestaat))
    reden = models.TextField(default="", blank=True)
    klaar_op = models.DateField(null=True)
    resultaat = models.TextField(default="", blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["dossier", "leefgebied"], name="actie_van_dossier"),
            models.Index(
                fields=["verantwoordelijk", "uiterlijk"],
                name="actie_open_bij_loket",
                condition=Q(staat__in=["gevraagd", "afgesproken", "bezig", "uitgesteld"]),
            ),
            models.Index(
                fields=["gevraagd_door", "antwoord_uiterlijk"],
                name="actie_gevraagd_door",
                condition=Q(staat="gevraagd"),
            ),
        ]

    def __str__(self) -> str:
        return self.wat


class Actiestap(models.Model):
    """One change of the state of an action: rows are added, never changed."""

    actie = models.ForeignKey(Actie, on_delete=models.CASCADE, related_name="stappen")
    dossier = models.ForeignKey("dossiers.Dossier", on_delete=models.CASCADE, related_name="+")
    categorie = models.TextField()
    van = models.TextField(default="", blank=True)
    naar = models.TextField(choices=keuzes(Actiestaat))
    reden = models.TextField(default="", blank=True)
    toelichting = models.TextField(default="", blank=True)
    op = models.DateTimeField()
    loket = models.BigIntegerField(null=True)
    medewerker = models.BigIntegerField(null=True)
    door = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["op", "id"]
        indexes = [models.Index(fields=["dossier"], name="actiestap_van_dossier")]

    def __str__(self) -> str:
        return f"{self.van} → {self.naar}"
