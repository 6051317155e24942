"""The ladder: which step of which post was taken, obstacles, and the mail that goes out."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from richting.akkoord.ladder import Stap
from richting.dossiers.models import Dossier
from richting.partijen.models import Loket, Medewerker, keuzes


class Belemmering(models.Model):
    """What stays undone at a desk although everybody there knows. Clausule 7.5.

    It names no person and no dossier: only what kind of thing, at which desk, who waits, since
    when. So it may stand above the case. `regel`: the code of the rule of a term; "" for what is no
    term, and for what was put here before the code was kept.
    """

    soort = models.TextField()
    bron = models.TextField()
    regel = models.TextField(default="", blank=True)
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="belemmeringen")
    wachter = models.ForeignKey(
        Loket, on_delete=models.PROTECT, null=True, related_name="belemmeringen_elders"
    )
    uiterlijk = models.DateField()
    sinds = models.DateField()
    opgelost_op = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["loket", "-id"], name="belemmering_loket"),
            models.Index(fields=["wachter", "-id"], name="belemmering_wachter"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} bij {self.loket_id}"


class Herinnering(models.Model):
    """One step of the ladder for one post, taken once. Clausule 7.5.

    `sleutel` and `uiterlijk` name the post and the day it climbs for: a day that moves begins anew.
    `overgeslagen`: not sent, a higher step said it all. `klaar_op`: the post asks for nothing more
    (done, lapsed, put off, or its day moved); it opens again when the post does.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="herinneringen")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="herinneringen")
    sleutel = models.TextField()
    uiterlijk = models.DateField()
    stap = models.TextField(choices=keuzes(Stap))
    soort = models.TextField()
    categorie = models.TextField()
    spoed = models.BooleanField(default=False)
    overgeslagen = models.BooleanField(default=False)
    gezet_op = models.DateField()
    klaar_op = models.DateField(null=True)
    belemmering = models.OneToOneField(Belemmering, on_delete=models.SET_NULL, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "loket", "sleutel", "uiterlijk", "stap"],
                name="herinnering_een_keer",
            )
        ]
        indexes = [
            models.Index(
                fields=["loket", "uiterlijk", "id"],
                name="herinnering_te_laat",
                condition=Q(klaar_op=None, stap=Stap.LEIDING.value),
            ),
            models.Index(
                fields=["dossier"], name="herinnering_open", condition=Q(klaar_op__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stap} voor {self.sleutel}"


class Mail(models.Model):
    """One e-mail to one member of staff, without personal data. Clausule 7.5.

    Its key is its Message-ID, so that who gets it twice keeps one. `niet_voor` is the moment before
    which nobody sends it: a lease while somebody does, a pause after a failure.
    """

    OVERZICHT, LOS, SPOED = "overzicht", "los", "spoed"
    SOORTEN = [(naam, naam) for naam in (OVERZICHT, LOS, SPOED)]

    id = models.UUIDField(primary_key=True, default=uuid4)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="mails")
    soort = models.TextField(choices=SOORTEN)
    dag = models.DateField()
    niet_voor = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    verzonden_op = models.DateTimeField(null=True)
    vervallen_op = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "dag"],
                name="mail_een_overzicht_per_dag",
                condition=Q(soort="overzicht"),
            )
        ]
        indexes = [
            models.Index(
                fields=["niet_voor"],
                name="mail_wacht",
                condition=Q(verzonden_op=None, vervallen_op=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} aan {self.medewerker_id} op {self.dag}"


class Mailregel(models.Model):
    """A step of the ladder in a mail: each step reaches each member of staff once."""

    mail = models.ForeignKey(Mail, on_delete=models.CASCADE, related_name="regels")
    herinnering = models.ForeignKey(
        Herinnering, on_delete=models.CASCADE, related_name="mailregels"
    )
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["herinnering", "medewerker"], name="mailregel_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.herinnering_id} in {self.mail_id}"


class Berichtvoorkeur(models.Model):
    """How a member of staff wants mail: a digest a day, each by itself, or none but the urgent."""

    medewerker = models.OneToOneField(
        Medewerker, on_delete=models.CASCADE, related_name="berichtvoorkeur"
    )
    mail = models.BooleanField(default=True)
    dagoverzicht = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"voorkeur van {self.medewerker_id}"
