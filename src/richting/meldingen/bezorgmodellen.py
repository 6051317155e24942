"""The ways out: who wants what where, and how far each delivery came. See docs/webhooks.md."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from richting.akkoord.bezorging import Bezorgreden
from richting.dossiers.models import Dossier
from richting.partijen.models import Loket, Medewerker, keuzes

WACHT = Q(aanvaard_op=None, vervallen_op=None)


class Abonnement(models.Model):
    """A webhook of a desk: where its own system hears that there is something. Clausule 5.4.

    `soorten` are the kinds of fact it wants to hear of; empty means all. `niet_voor` is a pause of
    the whole receiver after `achtereen` failures on end. `bezet_tot` is a lease: one worker at a
    time sends to a receiver. `stil_op`: the receiver said that its address is gone; everything
    waits until its owner says otherwise.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="abonnementen")
    naam = models.TextField()
    adres = models.TextField()
    soorten = ArrayField(models.TextField(), default=list)
    gemaakt_op = models.DateTimeField()
    gestopt_op = models.DateTimeField(null=True)
    stil_op = models.DateTimeField(null=True)
    niet_voor = models.DateTimeField()
    bezet_tot = models.DateTimeField(null=True)
    bezet_door = models.UUIDField(null=True)
    achtereen = models.PositiveIntegerField(default=0)
    gelukt_op = models.DateTimeField(null=True)
    mislukt_op = models.DateTimeField(null=True)
    reden = models.TextField(default="", blank=True)
    antwoord = models.PositiveSmallIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["loket"], name="abonnement_van_loket")]

    def __str__(self) -> str:
        return f"{self.naam} van {self.loket_id}"


class Webhooksleutel(models.Model):
    """A key that signs the deliveries of a webhook. The secret itself is not kept: it is worked out
    from `zout` and RICHTING_WEBHOOKSLEUTEL. With two in force, both sign."""

    abonnement = models.ForeignKey(Abonnement, on_delete=models.CASCADE, related_name="sleutels")
    kenmerk = models.TextField(unique=True)
    zout = models.TextField()
    gemaakt_op = models.DateTimeField()
    vervalt_op = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.kenmerk


class Mailkeuze(models.Model):
    """A member of staff wants mail when there is something new in the mailbox of this desk.

    `per_dag`: what can wait comes the next morning, together.
    """

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="mailkeuzes")
    loket = models.ForeignKey(Loket, on_delete=models.CASCADE, related_name="mailkeuzes")
    per_dag = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["medewerker", "loket"], name="mailkeuze_een_keer")
        ]
        indexes = [models.Index(fields=["loket"], name="mailkeuze_van_loket")]

    def __str__(self) -> str:
        return f"{self.medewerker_id} bij {self.loket_id}"


class Aflevering(models.Model):
    """One melding on its way over one channel, queued in the transaction of its cause.

    Made by the database itself (`sql/bezorgen.sql`), so no melding can be forgotten. Either
    `abonnement` or `medewerker` says the channel. The key rises per dossier in the order of the
    journal. `uiterlijk`: by when it is due. `niet_voor`: a pause after a failure. `dood_op`: put
    aside after too many attempts; what comes later about the same dossier waits behind it.
    """

    melding = models.ForeignKey(
        "meldingen.Melding", on_delete=models.CASCADE, related_name="afleveringen"
    )
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="afleveringen")
    abonnement = models.ForeignKey(
        Abonnement, on_delete=models.CASCADE, null=True, related_name="afleveringen"
    )
    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.CASCADE, null=True, related_name="afleveringen"
    )
    uiterlijk = models.DateField()
    niet_voor = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    verzonden_op = models.DateTimeField(null=True)
    aanvaard_op = models.DateTimeField(null=True)
    opgehaald_op = models.DateTimeField(null=True)
    dood_op = models.DateTimeField(null=True)
    vervallen_op = models.DateTimeField(null=True)
    reden = models.TextField(default="", choices=keuzes(Bezorgreden), blank=True)
    antwoord = models.PositiveSmallIntegerField(null=True)
    zending = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(abonnement=None) ^ Q(medewerker=None), name="aflevering_een_kanaal"
            ),
            models.UniqueConstraint(
                fields=["melding", "abonnement"], name="aflevering_een_keer_per_webhook"
            ),
            models.UniqueConstraint(
                fields=["melding", "medewerker"], name="aflevering_een_keer_per_mail"
            ),
        ]
        indexes = [
            models.Index(fields=["abonnement", "id"], name="aflevering_wacht", condition=WACHT),
            models.Index(
                fields=["abonnement", "dossier", "id"],
                name="aflevering_geremd",
                condition=WACHT & Q(pogingen__gt=0),
            ),
            models.Index(
                fields=["medewerker", "niet_voor"],
                name="aflevering_mail",
                condition=WACHT & Q(abonnement=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.melding_id} langs {self.abonnement_id or self.medewerker_id}"
