"""Fixed versions of the plan: never changed, kept per compartment."""

from __future__ import annotations

from django.db import models

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.partijen.models import keuzes
from richting.plannen.models.basis import Planrij


class Planversie(Planrij):
    """A version that was fixed: its number, who fixed it and when, and what was missing then.

    Clausule 7.1. `ontbreekt` holds the codes of `akkoord.plan.vaststellen.Punt`.
    """

    nummer = models.IntegerField()
    toelichting = models.TextField(default="", blank=True)
    ontbreekt = models.JSONField(default=list)

    class Meta:
        ordering = ["-nummer"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "nummer"], name="planversie_nummer")
        ]

    def __str__(self) -> str:
        return f"versie {self.nummer}"


class Planversiedeel(models.Model):
    """The content of a fixed version in one compartment, as blocks (`onderdelen.py`).

    A reader sees the parts it has a ground for today. Clausule 6.4.
    """

    planversie = models.ForeignKey(Planversie, on_delete=models.CASCADE, related_name="delen")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))
    blokken = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["planversie", "categorie"], name="planversiedeel_een_per_categorie"
            )
        ]
        indexes = [models.Index(fields=["dossier"], name="planversiedeel_van_dossier")]

    def __str__(self) -> str:
        return self.categorie
