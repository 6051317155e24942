"""What a register already knows about a question of the screening, to confirm or correct."""

from __future__ import annotations

from django.db import models

from richting.plannen.models.basis import Planrij


class Brongegeven(Planrij):
    """An answer that a party passes on from a register that it may use. Clausule 5.10, 5.11, 8.2.

    `vraag` is the code of a question, `antwoord` the answer as a measurement keeps it, `register`
    the name of the source and `peildatum` the day on which it said so. In the compartment of the
    life area. It counts for nothing until somebody confirms it in a screening.
    """

    vraag = models.TextField()
    antwoord = models.JSONField()
    register = models.TextField()
    peildatum = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "vraag", "register"], name="brongegeven_een_per_register"
            )
        ]

    def __str__(self) -> str:
        return f"{self.vraag} ({self.register})"
