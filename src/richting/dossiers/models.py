"""Persons, stays, places and dossiers. Every row about a person carries `dossier_id`.

Row security of these tables stands in `delen`, the room that keeps the grounds.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from richting.akkoord.woorden import (
    Eindereden,
    GemeenteRol,
    SoortPlaats,
    Titel,
    Verblijfsstatus,
    Verzoekantwoord,
    Zekerheid,
)
from richting.dossiers.inbrengmodel import Huisinbreng as Huisinbreng
from richting.dossiers.markeringmodel import Handmarkering as Handmarkering
from richting.dossiers.sleutel import NieuweSleutel as NieuweSleutel
from richting.partijen.models import keuzes


class Justitiabele(models.Model):
    """The person behind one or more dossiers, known by BSN and/or SKN, or by neither yet.

    Used for matching only; no loket reads it. Merging points `samengevoegd_met` at the person that
    stays and changes nothing else, so that un-merging loses nothing.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    bsn = models.TextField(null=True)
    skn = models.TextField(null=True)
    naamsleutel = models.TextField(default="")
    geboortedatum = models.DateField(null=True)
    samengevoegd_met = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="samengevoegden"
    )
    aangemaakt_op = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["bsn"], name="justitiabele_bsn", condition=Q(bsn__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["skn"], name="justitiabele_skn", condition=Q(skn__isnull=False)
            ),
        ]
        indexes = [
            models.Index(fields=["naamsleutel", "geboortedatum"], name="justitiabele_op_naam"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Dossier(models.Model):
    """The joint file of one stay and the return from it. Clausule 1.1.

    `kenmerk` is the stay's own key at the source. Re-entry opens a new dossier, linked to the old
    by `vorig`. The columns of the stay are derived from its facts (`Verblijfsfeit`).
    """

    OPEN, INGETROKKEN = "open", "ingetrokken"
    BUITEN_DOELGROEP = "buiten_doelgroep"
    STATUSSEN = [(s, s) for s in (OPEN, INGETROKKEN, BUITEN_DOELGROEP)]

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    nummer = models.TextField(unique=True)
    justitiabele = models.ForeignKey(
        Justitiabele, on_delete=models.PROTECT, related_name="dossiers"
    )
    bron = models.TextField()
    kenmerk = models.TextField()
    vorig = models.ForeignKey("self", null=True, on_delete=models.SET_NULL)
    status = models.TextField(choices=STATUSSEN, default=OPEN)
    titel = models.TextField(choices=keuzes(Titel))
    adolescentenstrafrecht = models.BooleanField(default=False)
    begin = models.DateField()
    einde_vroegst = models.DateField(null=True)
    einde_laatst = models.DateField(null=True)
    zekerheid = models.TextField(choices=keuzes(Zekerheid), default=Zekerheid.ONBEKEND.value)
    verwachting_reden = models.TextField(default="", blank=True)
    einde = models.DateField(null=True)
    eindereden = models.TextField(choices=keuzes(Eindereden), null=True)
    terroristisch = models.BooleanField(default=False)
    reclassering = models.TextField(null=True)
    doelgroep_code = models.TextField()
    doelgroep_zin = models.TextField()
    bekend_sinds = models.DateField()
    aangemaakt_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bron", "kenmerk"], name="dossier_een_per_verblijf"),
            models.CheckConstraint(
                name="dossier_einde_na_begin",
                condition=Q(einde__isnull=True) | Q(einde__gte=F("begin")),
            ),
        ]

    def __str__(self) -> str:
        return self.nummer


class Persoonsgegevens(models.Model):
    """Who the person is, as known in this dossier. Category `verblijf`."""

    dossier = models.OneToOneField(
        Dossier, primary_key=True, on_delete=models.CASCADE, related_name="persoon"
    )
    bsn = models.TextField(null=True)
    voornamen = models.TextField(default="", blank=True)
    voorvoegsel = models.TextField(default="", blank=True)
    geslachtsnaam = models.TextField()
    naamsleutel = models.TextField()
    geboortedatum = models.DateField(null=True)
    geboorteplaats = models.TextField(default="", blank=True)
    geslacht = models.TextField(default="", blank=True)
    verblijfsstatus = models.TextField(
        choices=keuzes(Verblijfsstatus), default=Verblijfsstatus.ONBEKEND.value
    )
    overleden_op = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["naamsleutel", "geboortedatum"], name="persoon_op_naam"),
            models.Index(fields=["bsn"], name="persoon_op_bsn", condition=Q(bsn__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.volledige_naam

    @property
    def volledige_naam(self) -> str:
        """First names, prefix and surname as one reads them."""
        return " ".join(d for d in (self.voornamen, self.voorvoegsel, self.geslachtsnaam) if d)

    @property
    def lijstnaam(self) -> str:
        """Surname first, as lists are sorted: `Achternaam, Voornamen van`."""
        voor = " ".join(d for d in (self.voornamen, self.voorvoegsel) if d)
        return f"{self.geslachtsnaam}, {voor}" if voor else self.geslachtsnaam


class Ketenkenmerk(models.Model):
    """A key of the justice chain (SKN, parketnummer). Category `keten`: no desk of a gemeente.

    Only in a BIJ message to the mayor the law names them (Bjsg 7 lid 1 b).
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="ketenkenmerken")
    soort = models.TextField()
    waarde = models.TextField()

    def __str__(self) -> str:
        return self.soort


class Plaats(models.Model):
    """Where the person is from `van` until (not) `tot`. Category `verblijf`. Clausule 3.5."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="plaatsen")
    soort = models.TextField(choices=keuzes(SoortPlaats))
    inrichting = models.TextField(null=True)
    van = models.DateField()
    tot = models.DateField(null=True)
    reden = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["van", "id"]
        indexes = [models.Index(fields=["dossier", "van"], name="plaats_in_de_tijd")]

    def __str__(self) -> str:
        return f"{self.soort} {self.van}"


class Gemeenteband(models.Model):
    """A municipality in play and why. Category `verblijf`. Clausule 3.1."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="gemeenten")
    gemeente = models.TextField()
    rol = models.TextField(choices=keuzes(GemeenteRol))
    van = models.DateField(null=True)
    tot = models.DateField(null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.gemeente} ({self.rol})"


class Gemeenteverzoek(models.Model):
    """The municipality of origin asks another one to receive the person. Clausule 5.7.

    A fact of the stay that no message tells: grounds follow it. The words stand in the plan.
    `door` asked `gemeente`. Category `verblijf`.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="verzoeken")
    gemeente = models.TextField()
    door = models.TextField()
    gevraagd_op = models.DateField()
    antwoord_uiterlijk = models.DateField()
    antwoord = models.TextField(choices=keuzes(Verzoekantwoord), default="", blank=True)
    antwoord_op = models.DateField(null=True)
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                name="verzoek_een_tegelijk",
                condition=Q(ingetrokken_op=None) & ~Q(antwoord="geweigerd"),
            )
        ]

    def __str__(self) -> str:
        return self.gemeente


class Toezicht(models.Model):
    """Supervision by a probation organisation, with its special conditions. Clausule 3.9."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="toezicht")
    organisatie = models.TextField()
    van = models.DateField(null=True)
    tot = models.DateField(null=True)
    voorwaarden = ArrayField(models.TextField(), default=list)

    def __str__(self) -> str:
        return self.organisatie


class Veroordeling(models.Model):
    """The sentence as far as the BIJ rule asks for it. Categories `keten` and `bij`."""

    dossier = models.OneToOneField(
        Dossier, primary_key=True, on_delete=models.CASCADE, related_name="veroordeling"
    )
    artikelen = ArrayField(models.TextField(), default=list)
    onherroepelijk = models.BooleanField(default=False)
    onvoorwaardelijk_maanden = models.IntegerField(null=True)
    tbs_verpleging = models.BooleanField(default=False)
    pleegdatum = models.DateField(null=True)
    pij_verlengbaar = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.dossier_id)


class Risicomarkering(models.Model):
    """A message told that the dossier is marked for art. 18b Pbw. Category `risico`, never beside
    18a data. What parties did here is `Handmarkering`. Clausule 3.7, 6.3.
    """

    dossier = models.OneToOneField(
        Dossier, primary_key=True, on_delete=models.CASCADE, related_name="risico"
    )
    vanaf = models.DateField()
    tot = models.DateField(null=True)

    def __str__(self) -> str:
        return str(self.dossier_id)


class Inbreng(models.Model):
    """The case was brought to a Zorg- en Veiligheidshuis. Clausule 1.5. Category `verblijf`."""

    dossier = models.OneToOneField(
        Dossier, primary_key=True, on_delete=models.CASCADE, related_name="inbreng"
    )
    veiligheidshuis = models.TextField()
    vanaf = models.DateField()

    def __str__(self) -> str:
        return self.veiligheidshuis


class OpenVraag(models.Model):
    """A question the target-group gate leaves open (age, residence status, municipality)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="vragen")
    code = models.TextField()
    tekst = models.TextField()
    gesteld_op = models.DateField()
    vervallen_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "code"],
                name="vraag_een_keer_open",
                condition=Q(vervallen_op=None),
            )
        ]

    def __str__(self) -> str:
        return self.code


class Verblijfsfeit(models.Model):
    """One message about the stay, as received. The stay is the fold over these facts.

    No loket reads this table; it exists so that messages in any order end in the same dossier.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="feiten")
    bron = models.TextField()
    bericht_id = models.TextField()
    soort = models.TextField()
    bron_tijd = models.DateTimeField()
    ontvangen_op = models.DateTimeField()
    inhoud = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bron", "bericht_id"], name="feit_een_keer"),
        ]
        indexes = [models.Index(fields=["dossier", "bron_tijd"], name="feit_in_de_tijd")]

    def __str__(self) -> str:
        return self.bericht_id


class Koppelvoorstel(models.Model):
    """Two persons who may be one: a human decides. Holds only what the comparison needs."""

    OPEN, SAMENGEVOEGD, AFGEWEZEN, GESPLITST = "open", "samengevoegd", "afgewezen", "gesplitst"
    STATUSSEN = [(s, s) for s in (OPEN, SAMENGEVOEGD, AFGEWEZEN, GESPLITST)]

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="koppelvoorstellen")
    nieuw = models.ForeignKey(Justitiabele, on_delete=models.CASCADE, related_name="voorstellen")
    bestaand = models.ForeignKey(Justitiabele, on_delete=models.CASCADE, related_name="+")
    reden = models.TextField()
    vergelijking = models.JSONField(default=list)
    status = models.TextField(choices=STATUSSEN, default=OPEN)
    gedaan_op = models.DateTimeField()
    besloten_op = models.DateTimeField(null=True)
    besloten_door = models.BigIntegerField(null=True)
    toelichting = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["nieuw", "bestaand"], name="voorstel_een_per_paar")
        ]

    def __str__(self) -> str:
        return f"{self.nieuw_id} = {self.bestaand_id}?"


class Doelgroepteller(models.Model):
    """How many stays the gate refused per month and reason: a number, no person. Clausule 3.8."""

    maand = models.DateField()
    code = models.TextField()
    aantal = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["maand", "code"], name="teller_een_per_maand")
        ]

    def __str__(self) -> str:
        return f"{self.maand:%Y-%m} {self.code}: {self.aantal}"


class GeweigerdVerblijf(models.Model):
    """The keyed hash of a refused stay's key, so that its later messages are not kept either."""

    sleutel = models.TextField(primary_key=True)
    code = models.TextField()
    verloopt_op = models.DateField()

    def __str__(self) -> str:
        return self.code
