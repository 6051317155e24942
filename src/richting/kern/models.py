"""The tables of the ground floor: the journal and the settings an administrator changes."""

from __future__ import annotations

from django.db import models


class Journaal(models.Model):
    """One change, by whom, for which loket, with the values before and after.

    Append-only for the web role. The database fills `volgnummer`, `vorige_hash` and `hash` (trigger
    `kern_journaal_keten`), so that the rows of one `keten` form a chain that `richting verifieer`
    checks. Clausule 5.4 (the timeline that all parties share).
    """

    keten = models.TextField()
    volgnummer = models.BigIntegerField(default=0)
    dossier_id = models.UUIDField(null=True, db_index=False)
    soort = models.TextField()
    categorie = models.TextField()
    tijdstip = models.DateTimeField()
    loket = models.BigIntegerField(null=True)
    medewerker = models.BigIntegerField(null=True)
    systeem = models.BigIntegerField(null=True)
    door = models.TextField(default="")
    ingang = models.TextField()
    trace = models.UUIDField()
    grondslag = models.TextField(default="")
    reden = models.TextField(default="")
    voor = models.JSONField(default=dict)
    na = models.JSONField(default=dict)
    vorige_hash = models.TextField(default="")
    hash = models.TextField(default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keten", "volgnummer"], name="journaal_keten_volgt"),
        ]
        indexes = [
            models.Index(
                fields=["dossier_id", "-volgnummer"],
                name="journaal_per_dossier",
                condition=models.Q(dossier_id__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.keten} {self.volgnummer} {self.soort}"


class Instelling(models.Model):
    """A value that an administrator sets in place of an AANNAME, valid from a date.

    `naam` is a field of `akkoord.aannames.Aannames`. Rows are added, never changed: what held on a
    past date stays known.
    """

    naam = models.TextField()
    waarde = models.JSONField()
    geldig_vanaf = models.DateField()
    reden = models.TextField()
    gezet_op = models.DateTimeField()
    gezet_door = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["naam", "-geldig_vanaf", "-gezet_op"]

    def __str__(self) -> str:
        return f"{self.naam} = {self.waarde} vanaf {self.geldig_vanaf}"
