"""Who directs, in time: the holder at a moment is the row with the latest `vanaf` not after it."""

from __future__ import annotations

from django.db import models

from richting.akkoord.regie import zoals_nu
from richting.akkoord.regieverloop import Regieherkomst, Regietaak
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.partijen.models import Loket, keuzes


class Regietijdvak(models.Model):
    """From this moment on this party holds this task, and why. Clausule 1.5, 1.6, 1.7, 1.8.

    A row holds until the next one, so that a gap or an overlap cannot be written. Rows that took
    effect never change; rows that lie ahead are what the known facts lead to, each at midnight, and
    are made again when a fact changes. `soort` and `organisatie` name the party ("" for visibly
    nobody), `loket` its desk here, if it has one. `regel_soort` and `regel_organisatie` are whom
    the rule named. The triggers stand in `sql/regietijdvak.sql`.
    """

    dossier = models.ForeignKey(
        Dossier, on_delete=models.CASCADE, related_name="regie", db_index=False
    )
    taak = models.TextField(choices=keuzes(Regietaak))
    vanaf = models.DateTimeField()
    loket = models.ForeignKey(
        Loket, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    soort = models.TextField(default="", blank=True)
    organisatie = models.TextField(default="", blank=True)
    code = models.TextField()
    zin = models.TextField()
    herkomst = models.TextField(choices=keuzes(Regieherkomst))
    regel_soort = models.TextField(default="", blank=True)
    regel_organisatie = models.TextField(default="", blank=True)
    overdracht = models.UUIDField(null=True)
    reden = models.TextField(default="", blank=True)
    door = models.TextField(default="", blank=True)
    medewerker = models.BigIntegerField(null=True)
    vastgesteld_op = models.DateTimeField()
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))

    class Meta:
        ordering = ["dossier", "taak", "vanaf"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "taak", "vanaf"], name="regie_een_houder_tegelijk"
            )
        ]

    def __str__(self) -> str:
        return f"{self.taak} {self.dossier_id} vanaf {self.vanaf}: {self.organisatie or 'niemand'}"

    @property
    def zin_nu(self) -> str:
        """Why this party holds it, as the rule words it now; a key of the translation."""
        return zoals_nu(self.zin)
