"""Advice to the judge: the advice itself lies apart, what a municipality brings in does not."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.partijen.models import Loket, keuzes
from richting.plannen.models.basis import Planrij
from richting.plannen.woorden import Adviesaanvrager, Adviesbeslissing, Inbrengantwoord


class Adviesverzoek(Planrij):
    """Advice that probation gives to a judge, from request to result. Clausule 8.3.

    In the compartment `justitieel_advies`. After `vastgesteld_op` the text never changes; the
    result follows later.
    """

    aanvrager = models.TextField(choices=keuzes(Adviesaanvrager))
    beslissing = models.TextField(choices=keuzes(Adviesbeslissing))
    toelichting = models.TextField(default="", blank=True)
    gevraagd_op = models.DateField()
    zitting_op = models.DateField(null=True)
    tekst = models.TextField(default="", blank=True)
    vastgesteld_op = models.DateField(null=True)
    vastgesteld_door = models.TextField(default="", blank=True)
    uitkomst = models.TextField(default="", blank=True)
    uitkomst_op = models.DateField(null=True)

    class Meta:
        ordering = ["-gevraagd_op", "-id"]
        constraints = [
            models.CheckConstraint(
                name="advies_uitkomst_na_vaststellen",
                condition=Q(uitkomst_op=None) | Q(vastgesteld_op__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.beslissing} {self.zitting_op or ''}"


class Adviesinbreng(Planrij):
    """What a municipality is asked, and can do, for an advice: a roof, income or care.

    Clausule 8.3. In the compartment of the life area, so that the municipality sees it; `verzoek`
    is only a number there. `vanaf`: the first day on which it is possible. `beantwoord_op` without
    `antwoord`: it lapsed, because the advice was fixed first.
    """

    verzoek = models.ForeignKey(Adviesverzoek, on_delete=models.CASCADE, related_name="inbreng")
    aan = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    gevraagd_door = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    vraag = models.TextField()
    gevraagd_op = models.DateField()
    antwoord_uiterlijk = models.DateField()
    antwoord = models.TextField(choices=keuzes(Inbrengantwoord), default="", blank=True)
    vanaf = models.DateField(null=True)
    toelichting = models.TextField(default="", blank=True)
    beantwoord_op = models.DateField(null=True)

    class Meta:
        ordering = ["gevraagd_op", "id"]

    def __str__(self) -> str:
        return f"{self.categorie} {self.antwoord}"
