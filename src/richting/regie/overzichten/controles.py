"""The last outcomes of the reconciliation, for the functional manager: numbers, no persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from richting.regie.models import Grondronde, Meldplichtcontrole

LAATSTE = 20


@dataclass(frozen=True)
class Controles:
    """The last runs, newest first, and whether the rounds of today are done."""

    rijen: list[Meldplichtcontrole]
    laatste_ronde: date | None
    oud: bool


def laatste_controles(vandaag: date) -> Controles:
    """What the last runs found; `oud`: there was none today or yesterday. Two queries."""
    rijen = list(Meldplichtcontrole.objects.all()[:LAATSTE])
    ronde = Grondronde.objects.values_list("dag", flat=True).first()
    oud = not rijen or (vandaag - timezone.localtime(rijen[0].gedaan_op).date()).days > 1
    return Controles(rijen, ronde, oud)
