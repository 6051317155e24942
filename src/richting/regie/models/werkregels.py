"""The work list: one row per loket and dossier, kept in the transaction of the change."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from richting.dossiers.models import Dossier
from richting.partijen.models import Loket


class Werkregel(models.Model):
    """One dossier on the work list of one loket, with the dates the list is sorted by.

    Derived data: `regie.acties.herbouw` makes it again from dossier, grounds and mailbox. It exists
    so that the first page costs the same with ten thousand dossiers as with a million.

    `uiterlijk` is the first day of what this desk must do, put off counted in; `wacht_tot` the
    first day of what it waits for; both None when there is nothing. `niet_op_orde` counts the
    conditions that it may see and that are not in order on the day of release; None: not known.
    None of these depends on today, but for facts that lie in the future: on `herzien_op` they must
    be worked out again. `medewerker` is who is named for this dossier at this desk.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="werkregels")
    loket = models.ForeignKey(Loket, on_delete=models.PROTECT, related_name="werkregels")
    nieuw_sinds = models.DateTimeField(null=True)
    thuiskomst = models.DateField(null=True)
    einde_onbekend = models.BooleanField(default=False)
    vertrokken_op = models.DateField(null=True)
    open_vragen = models.BooleanField(default=False)
    zichtbaar_vanaf = models.DateField()
    zichtbaar_tot = models.DateField(null=True)
    uiterlijk = models.DateField(null=True)
    wacht_tot = models.DateField(null=True)
    niet_op_orde = models.SmallIntegerField(null=True)
    medewerker = models.BigIntegerField(null=True)
    herzien_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["loket", "dossier"], name="werkregel_een_keer")
        ]
        indexes = [
            models.Index(
                fields=["loket", "-nieuw_sinds", "dossier"],
                name="werk_nieuw",
                condition=Q(nieuw_sinds__isnull=False),
            ),
            models.Index(
                fields=["loket", "thuiskomst", "dossier"],
                name="werk_thuiskomst",
                condition=Q(thuiskomst__isnull=False),
            ),
            models.Index(
                fields=["loket", "dossier"], name="werk_onbekend", condition=Q(einde_onbekend=True)
            ),
            models.Index(
                fields=["loket", "-vertrokken_op", "dossier"],
                name="werk_vertrokken",
                condition=Q(vertrokken_op__isnull=False),
            ),
            models.Index(
                fields=["loket", "uiterlijk"],
                name="werk_uiterlijk",
                condition=Q(uiterlijk__isnull=False),
            ),
            models.Index(
                fields=["loket", "wacht_tot"],
                name="werk_wacht",
                condition=Q(wacht_tot__isnull=False),
            ),
            models.Index(
                fields=["herzien_op", "loket"],
                name="werk_herzien",
                condition=Q(herzien_op__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} bij {self.loket_id}"
