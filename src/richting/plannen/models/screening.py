"""Answers to the question sets, per life area and moment."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.akkoord.plan.woorden import Leefgebied, Meetmoment, Standwaarde
from richting.partijen.models import keuzes
from richting.plannen.models.basis import Planrij


class Afname(Planrij):
    """The answers about one life area at one moment. Clausule 5.1, 5.2, 8.2.

    `vragenlijst` names the question set and its version (`basis-1`). `antwoorden` maps the code of
    a question to kind, value, source and day. A draft (`vastgesteld_op` None) is saved by itself
    and dies on `vervalt_op`; a fixed one is never changed: a correction is a new one.
    """

    leefgebied = models.TextField(choices=keuzes(Leefgebied))
    meetmoment = models.TextField(choices=keuzes(Meetmoment))
    vragenlijst = models.TextField()
    antwoorden = models.JSONField(default=dict)
    vastgesteld_op = models.DateTimeField(null=True)
    vervalt_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "leefgebied", "meetmoment"],
                name="afname_een_concept",
                condition=Q(vastgesteld_op__isnull=True),
            )
        ]
        indexes = [
            models.Index(fields=["dossier", "leefgebied", "-vastgesteld_op"], name="afname_laatste")
        ]

    def __str__(self) -> str:
        return f"{self.leefgebied} {self.meetmoment}"


class Standafwijking(Planrij):
    """A party departs from the standing that the rule gives, with a reason. Clausule 8.7.

    `op_ontslag`: it is about the day of release, not about now. Ended, never deleted.
    """

    leefgebied = models.TextField(choices=keuzes(Leefgebied))
    op_ontslag = models.BooleanField(default=False)
    stand = models.TextField(choices=keuzes(Standwaarde))
    reden = models.TextField()
    beeindigd_op = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "leefgebied", "op_ontslag"],
                name="standafwijking_een_tegelijk",
                condition=Q(beeindigd_op__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.leefgebied}: {self.stand}"
