"""Messages in: each stored once, with what became of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.dossiers.models import Dossier
from richting.partijen.models import Loket


class Aanlevering(models.Model):
    """One file or API call with messages, and its tally. `fouten` names fields, never values."""

    bron = models.TextField()
    soort = models.TextField()
    bestandsnaam = models.TextField(default="", blank=True)
    sha256 = models.TextField(default="", blank=True)
    loket = models.ForeignKey(Loket, null=True, on_delete=models.PROTECT)
    medewerker = models.BigIntegerField(null=True)
    systeem = models.BigIntegerField(null=True)
    begonnen_op = models.DateTimeField()
    klaar_op = models.DateTimeField(null=True)
    uitkomsten = models.JSONField(default=dict)
    fouten = models.JSONField(default=list)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.bestandsnaam or f"{self.soort} {self.pk}"


class Bericht(models.Model):
    """One message about a stay. `(bron, bericht_id)` makes a repeat harmless.

    Of what the gate refused nothing but the id remains, and `verblijf` is empty too. The content
    of the others is kept only while it must still be applied or judged by a human
    (`wacht`, `quarantaine`); once applied it lives on as a `Verblijfsfeit` of its dossier.
    `vingerafdruk` tells a repeat from a second message with a used id.
    """

    AANVAARD, WACHT, QUARANTAINE = "aanvaard", "wacht", "quarantaine"
    AFGEWEZEN, BUITEN_DOELGROEP = "afgewezen", "buiten_doelgroep"
    STATUSSEN = [(s, s) for s in (AANVAARD, WACHT, QUARANTAINE, AFGEWEZEN, BUITEN_DOELGROEP)]

    bron = models.TextField()
    bericht_id = models.TextField()
    soort = models.TextField()
    bron_tijd = models.DateTimeField()
    verblijf = models.TextField()
    vingerafdruk = models.TextField()
    status = models.TextField(choices=STATUSSEN)
    reden_code = models.TextField(default="", blank=True)
    reden = models.TextField(default="", blank=True)
    inhoud = models.JSONField(null=True)
    dossier = models.ForeignKey(
        Dossier, null=True, on_delete=models.CASCADE, related_name="berichten"
    )
    aanlevering = models.ForeignKey(Aanlevering, null=True, on_delete=models.SET_NULL)
    ontvangen_op = models.DateTimeField()
    verwerkt_op = models.DateTimeField(null=True)
    besloten_door = models.BigIntegerField(null=True)
    toelichting = models.TextField(default="", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bron", "bericht_id"], name="bericht_een_keer"),
        ]
        indexes = [
            models.Index(fields=["bron", "verblijf"], name="bericht_van_verblijf"),
            models.Index(
                fields=["-id"],
                name="bericht_te_doen",
                condition=Q(status__in=["wacht", "quarantaine"]),
            ),
        ]

    def __str__(self) -> str:
        return self.bericht_id
