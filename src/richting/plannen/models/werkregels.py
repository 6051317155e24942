"""What of a plan asks for somebody on the work lists; derived, kept with every change."""

from __future__ import annotations

from django.db import models

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.partijen.models import keuzes


class Planwerkregel(models.Model):
    """A dossier stands on a work list because of something in this compartment.

    In the compartment of a life area: that condition is red on the day of release. In the
    compartment `plan`: no version of the plan was ever fixed. A desk without a ground for the
    compartment does not see the row, so the list says nothing that the plan would not.

    The days a list looks at are those of the work list itself (`regie.Werkregel`): nothing here
    changes by the passing of time. `plannen.acties.werkregels` keeps it and makes it again.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="planwerk")
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "categorie"], name="planwerkregel_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.categorie}"
