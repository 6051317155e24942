"""What a consultation says about one person: agenda item, agreements and minutes, per compartment.

Row security opens each row to desks with a ground for its `categorie`, whether they sat at the
table or not; a desk at the table without that ground sees nothing of it, not even that it is there.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.akkoord.overleg import Agendareden
from richting.akkoord.plan.woorden import Leefgebied
from richting.overleg.models.overleg import Overleg
from richting.partijen.models import Loket, Medewerker, keuzes
from richting.plannen.models import Actie
from richting.plannen.models.basis import Planrij


class Agendapunt(Planrij):
    """A dossier on the agenda, and why. Clausule 8.1. In the compartment of the plan.

    `doorgeschoven`: there was no time for it; it counts as not discussed.
    """

    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="punten")
    reden = models.TextField(choices=keuzes(Agendareden))
    toelichting = models.TextField(default="", blank=True)
    volgorde = models.IntegerField()
    doorgeschoven = models.BooleanField(default=False)

    class Meta:
        ordering = ["volgorde", "id"]
        constraints = [
            models.UniqueConstraint(fields=["overleg", "dossier"], name="agendapunt_een_keer")
        ]
        indexes = [models.Index(fields=["dossier"], name="agendapunt_van_dossier")]

    def __str__(self) -> str:
        return str(self.volgorde)


class Afspraak(Planrij):
    """What was agreed about somebody. Clausule 4.3, 8.5.

    With a life area it is an action in the plan (`actie`) of the desk that does it; without one it
    is a note in the compartment of the plan.
    """

    agendapunt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, related_name="afspraken")
    wat = models.TextField()
    leefgebied = models.TextField(choices=keuzes(Leefgebied), default="", blank=True)
    verantwoordelijk = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="+")
    uitvoerder = models.ForeignKey(
        Medewerker, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uiterlijk = models.DateField(null=True)
    actie = models.ForeignKey(Actie, null=True, on_delete=models.PROTECT, related_name="+")
    klaar_op = models.DateField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["dossier"], name="afspraak_van_dossier")]

    def __str__(self) -> str:
        return self.wat


class Verslag(Planrij):
    """The minutes about one person in one compartment. Clausule 8.1.

    A draft until the minutes are fixed; from then on the database refuses every change, and what
    must be added is a new row (`aanvulling`), fixed at once.
    """

    agendapunt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, related_name="verslagen")
    tekst = models.TextField()
    aanvulling = models.BooleanField(default=False)
    vastgesteld_op = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agendapunt", "categorie"],
                name="verslag_een_per_vak",
                condition=Q(aanvulling=False),
            )
        ]
        indexes = [models.Index(fields=["dossier"], name="verslag_van_dossier")]

    def __str__(self) -> str:
        return self.categorie
