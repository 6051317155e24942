"""Who takes part: organisations, their desks (lokets), their staff and their systems."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from richting.akkoord.woorden import Loketsoort, Organisatiesoort


def keuzes(soort: type[Any]) -> list[tuple[str, str]]:
    """The members of an enumeration as Django choices."""
    return [(lid.value, lid.value) for lid in soort]


class Organisatie(models.Model):
    """A party: a municipality, a prison, a probation organisation, … Clausule 1.2, 8.1.

    `code` is the CBS code of a municipality (GM0363) or our own code of another party. A party that
    merged keeps its row, with its end and its successor: old dossiers name it. `bron` and `label`
    say where the row was seen and how certain it is (gegevens/README.md).
    """

    soort = models.TextField(choices=keuzes(Organisatiesoort))
    code = models.TextField(unique=True)
    naam = models.TextField()
    plaats = models.TextField(default="", blank=True)
    regio = models.TextField(default="", blank=True)
    geldig_van = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)
    opvolger = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)
    bron = models.TextField(default="", blank=True)
    label = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Regio(models.Model):
    """A region: veiligheidsregio, arrondissement or ressort. `Organisatie.regio` names its code."""

    code = models.TextField(unique=True)
    soort = models.TextField()
    naam = models.TextField()
    bron = models.TextField(default="", blank=True)
    label = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["soort", "code"]

    def __str__(self) -> str:
        return self.naam


class Loket(models.Model):
    """A desk of a party with one task and one mailbox."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="loketten")
    soort = models.TextField(choices=keuzes(Loketsoort))
    naam = models.TextField()
    email = models.EmailField(default="", blank=True)
    telefoon = models.TextField(default="", blank=True)
    actief = models.BooleanField(default=True)

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["organisatie", "soort"], name="loket_een_per_taak")
        ]

    def __str__(self) -> str:
        return self.naam


class Medewerkers(BaseUserManager["Medewerker"]):
    """Finds staff by user name."""

    def get_by_natural_key(self, username: str | None) -> Medewerker:
        """The member of staff with this user name, whatever the case of its letters."""
        return self.get(gebruikersnaam__iexact=username)


class Medewerker(AbstractBaseUser):
    """A user. Activated by the own organisation; works for one loket at a time."""

    gebruikersnaam = models.TextField(_("gebruikersnaam"), unique=True)
    naam = models.TextField()
    functie = models.TextField(default="", blank=True)
    email = models.EmailField(default="", blank=True)
    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="medewerkers"
    )
    loketten = models.ManyToManyField(Loket, through="Lidmaatschap", related_name="medewerkers")
    is_active = models.BooleanField(default=False)
    geactiveerd_op = models.DateTimeField(null=True, blank=True)
    geactiveerd_door = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)
    laatst_actief_op = models.DateTimeField(null=True, blank=True)
    laatste_loket = models.ForeignKey(Loket, null=True, blank=True, on_delete=models.SET_NULL)
    wachtwoord_wijzigen = models.BooleanField(default=False)

    USERNAME_FIELD = "gebruikersnaam"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Medewerkers()

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Lidmaatschap(models.Model):
    """A member of staff at a loket: as ordinary staff or as its manager."""

    MEDEWERKER, BEHEERDER = "medewerker", "beheerder"
    ROLLEN = [(MEDEWERKER, _("medewerker")), (BEHEERDER, _("beheerder"))]

    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.CASCADE, related_name="lidmaatschappen"
    )
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="lidmaatschappen")
    rol = models.TextField(choices=ROLLEN, default=MEDEWERKER)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["medewerker", "loket"], name="lid_een_keer_per_loket")
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} bij {self.loket} ({self.rol})"


class Systeem(models.Model):
    """Another system that speaks with Richting, on behalf of one loket, with named scopes.

    Of its key only a SHA-256 is kept (`sleutel_hash`): the key itself is 256 random bits.
    """

    naam = models.TextField()
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="systemen")
    kenmerk = models.TextField(unique=True)
    sleutel_hash = models.TextField(unique=True)
    scopes = ArrayField(models.TextField(), default=list)
    aangemaakt_op = models.DateTimeField()
    verloopt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["naam"]
        indexes = [
            models.Index(
                fields=["sleutel_hash"], name="systeem_geldig", condition=Q(ingetrokken_op=None)
            )
        ]

    def __str__(self) -> str:
        return self.naam
