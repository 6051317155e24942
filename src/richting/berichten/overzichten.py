"""Everything that reads in this room. Who sees what, row security decides (`migrations/0002`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from richting.berichten.models import Aanlevering, Bericht
from richting.dossiers.models import Koppelvoorstel
from richting.partijen.models import Loket, Organisatie

PER_PAGINA = 25
LIJSTEN = (Bericht.QUARANTAINE, Bericht.WACHT)


@dataclass(frozen=True)
class Bladzijde:
    """One page of a list, newest first, and the number after which the next page begins."""

    regels: list[Any]
    volgende: int | None


def _bladzijde(rijen: Any, na: int | None) -> Bladzijde:
    if na is not None:
        rijen = rijen.filter(pk__lt=na)
    gevonden = list(rijen.order_by("-pk")[: PER_PAGINA + 1])
    regels = gevonden[:PER_PAGINA]
    return Bladzijde(regels, regels[-1].pk if len(gevonden) > PER_PAGINA else None)


def open_berichten(status: str, na: int | None = None, reden: str = "") -> Bladzijde:
    """Messages in quarantine or waiting for their stay, newest first. One query.

    `reden` narrows to one reason, by its code.
    """
    rijen = Bericht.objects.filter(status=status).defer("inhoud")
    return _bladzijde(rijen.filter(reden_code=reden) if reden else rijen, na)


def redenen() -> list[tuple[str, int]]:
    """Why messages stand apart: the code of each reason with how many, most first. One query."""
    apart = Bericht.objects.filter(status=Bericht.QUARANTAINE)
    geteld = apart.values_list("reden_code").annotate(aantal=Count("pk"))
    return list(geteld.order_by("-aantal", "reden_code"))


def open_bericht(nummer: int) -> Bericht | None:
    """One message that waits or is in quarantine. One query."""
    return Bericht.objects.filter(pk=nummer, status__in=LIJSTEN).first()


def als_bericht(rij: Bericht) -> str:
    """The message as its sender wrote it, as readable JSON, to mend it."""
    heel = {
        "berichtId": rij.bericht_id,
        "soort": rij.soort,
        "bronTijd": rij.bron_tijd.isoformat(),
        "verblijf": rij.verblijf,
        **(rij.inhoud or {}),
    }
    return json.dumps(heel, ensure_ascii=False, indent=2)


def aanleveringen(loket: Loket, na: int | None = None) -> Bladzijde:
    """The deliveries of this desk, newest first. One query."""
    return _bladzijde(Aanlevering.objects.filter(loket=loket).defer("fouten"), na)


def aanlevering(loket: Loket, nummer: int) -> Aanlevering | None:
    """One delivery of this desk. One query."""
    return Aanlevering.objects.filter(loket=loket, pk=nummer).first()


def bericht_van(bron: str, bericht_id: str) -> Bericht | None:
    """What became of a message, for its sender. One query."""
    return Bericht.objects.filter(bron=bron, bericht_id=bericht_id).defer("inhoud").first()


def bronnen() -> list[tuple[str, str]]:
    """The organisations that deliver messages: code and name. One query."""
    return list(
        Organisatie.objects.filter(loketten__soort="verwerking")
        .order_by("naam")
        .values_list("code", "naam")
    )


def koppelvoorstellen(afgehandeld: bool, na: int | None = None) -> Bladzijde:
    """Proposals that two persons are one: still open, or settled. One query."""
    is_open = Q(status=Koppelvoorstel.OPEN)
    rijen = Koppelvoorstel.objects.filter(~is_open if afgehandeld else is_open)
    return _bladzijde(rijen.select_related("dossier"), na)


def koppelvoorstel(nummer: int) -> Koppelvoorstel | None:
    """One proposal. One query."""
    return Koppelvoorstel.objects.filter(pk=nummer).select_related("dossier").first()


def dossiers_van(rijen: list[Any]) -> list[UUID]:
    """The dossiers that rows on a page belong to, for the read log."""
    return [rij.dossier_id for rij in rijen if rij.dossier_id]
