"""The words around a request to another municipality; the request itself is a fact of the stay."""

from __future__ import annotations

from django.db import models

from richting.akkoord.plan.woonplaats import Verzoekreden, Verzoekstaat
from richting.dossiers.models import Gemeenteverzoek
from richting.partijen.models import keuzes
from richting.plannen.models.basis import Planrij


class Verzoekbericht(Planrij):
    """One step of a request: asked, more needed, added, accepted, refused, taken back.

    Clausule 5.7. In the compartment `plan`; a reason about a victim in `slachtoffer`. Rows are
    added, never changed: `versie` is the number of the step, and so the version of the request.
    """

    verzoek = models.ForeignKey(Gemeenteverzoek, on_delete=models.CASCADE, related_name="berichten")
    staat = models.TextField(choices=keuzes(Verzoekstaat))
    reden = models.TextField(choices=keuzes(Verzoekreden), default="", blank=True)
    toelichting = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["gemaakt_op", "id"]

    def __str__(self) -> str:
        return f"{self.staat} {self.verzoek_id}"
