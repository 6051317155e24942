"""From the rows of a decision to what the rule looks at, and what a desk is to it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.utils import timezone

from richting.akkoord.besluiten import (
    Besluitmening,
    Besluitrol,
    Besluitstaat,
    Besluitstand,
    Gehoord,
)
from richting.akkoord.geraakten import Besluitsoort, mag_beslissen
from richting.delen.models import Grond
from richting.regie.models import Besluit, Besluitreactie


def stand_van(besluit: Besluit) -> Besluitstand:
    """The decision as the rule looks at it; only who was asked can be waited for. One query."""
    return Besluitstand(
        Besluitstaat(besluit.staat),
        besluit.spoed,
        tuple(als_gehoord(rij) for rij in besluit.reacties.all() if rij.loket_id),
        besluit.overleg_op,
    )


def als_gehoord(rij: Besluitreactie) -> Gehoord:
    """A party that was asked, as the rule looks at it."""
    mening = Besluitmening(rij.reactie) if rij.reactie else None
    return Gehoord(
        rij.uiterlijk or date.max, mening, timezone.localtime(rij.op) if rij.op else None
    )


def rollen(
    besluit: Besluit, loket: int | None, loketsoort: str, *, ziet_nog: bool
) -> frozenset[Besluitrol]:
    """What a desk is to a decision. `ziet_nog`: the deciding desk still has its ground.

    Clausule 5.3. The reactions must be loaded.
    """
    uit = set()
    if loket == besluit.loket_id:
        uit.add(Besluitrol.BESLISSER)
    if any(rij.loket_id == loket for rij in besluit.reacties.all() if rij.loket_id):
        uit.add(Besluitrol.GERAAKT)
    if not ziet_nog and mag_beslissen(Besluitsoort(besluit.soort), loketsoort):
        uit.add(Besluitrol.OPVOLGER)
    return frozenset(uit)


def ziet_nog(besluit: Besluit, op: date) -> bool:
    """Within a unit of work: the deciding desk has a ground for the compartment. One query."""
    return Grond.objects.filter(
        Q(geldig_tot=None) | Q(geldig_tot__gt=op),
        dossier=besluit.dossier_id,
        loket=besluit.loket_id,
        vervallen_op=None,
        geldig_vanaf__lte=op,
        categorieen__contains=[besluit.categorie],
    ).exists()
