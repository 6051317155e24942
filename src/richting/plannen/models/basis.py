"""What every row of a plan has: its dossier, its compartment, its version, and who wrote it."""

from __future__ import annotations

from django.db import models

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier, NieuweSleutel
from richting.partijen.models import keuzes


class Versierij(models.Model):
    """A row that two people may edit at once.

    `versie` counts the changes of this row: who saves names the version that was on the screen, so
    that two people who edit at once lose nothing (`botsing.py`). `loket` and `medewerker` wrote it
    last.
    """

    id = models.UUIDField(primary_key=True, db_default=NieuweSleutel())
    versie = models.IntegerField(default=1)
    gemaakt_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()
    loket = models.BigIntegerField(null=True)
    medewerker = models.BigIntegerField(null=True)
    door = models.TextField(default="", blank=True)

    class Meta:
        abstract = True


class Planrij(Versierij):
    """A row of a plan. Row security opens it to desks with a ground for its `categorie`."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    categorie = models.TextField(choices=keuzes(Gegevenscategorie))

    class Meta:
        abstract = True
