"""Who at a desk has what, and what hangs on somebody who is not there. Within a reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from richting.partijen.models import Lidmaatschap, Medewerker
from richting.partijen.rechten import wakker
from richting.regie.behandelaars import Plek
from richting.regie.models import Toewijzing, Vervanging, Werkregel
from richting.regie.models.personeel import weg_op
from richting.regie.toewijzers import wie_er_is

PER_PAGINA = 25
BOOL = BooleanField()


@dataclass(frozen=True)
class Persoon:
    """Who has a dossier at a desk: `naam` by assignment, `vervanger` who stands in today.

    `er_is`: that person (or who stands in) can sign in at the desk and is not away.
    """

    medewerker: int
    naam: str
    er_is: bool
    vervanger: str = ""


@dataclass(frozen=True)
class Bezetting:
    """How many dossiers a member of staff has, and why somebody else must have them ("" if not)."""

    medewerker: int
    naam: str
    aantal: int
    reden: str = ""


def open_van(loket: int, op: date) -> QuerySet[Toewijzing]:
    """The dossiers of a desk that somebody has, as far as the desk still sees them."""
    op_de_lijst = zichtbaar(loket, op).values("dossier")
    return Toewijzing.objects.filter(loket=loket, tot=None, dossier__in=op_de_lijst)


def zichtbaar(loket: int, op: date) -> QuerySet[Werkregel]:
    """The lines of the work list of a desk on a day."""
    rijen = Werkregel.objects.filter(loket=loket, zichtbaar_vanaf__lte=op)
    return rijen.filter(Q(zichtbaar_tot=None) | Q(zichtbaar_tot__gt=op))


def leden(loket: int, op: date) -> list[Medewerker]:
    """The staff of a desk who can sign in. One query."""
    rijen = Medewerker.objects.filter(wakker(op), lidmaatschappen__loket=loket)
    return list(rijen.order_by("naam", "pk"))


def personen_bij(dossiers: Iterable[UUID], op: date) -> dict[tuple[UUID, int], Persoon]:
    """Per dossier and desk who has it, as far as this reader may know. Two queries."""
    rijen = list(
        Toewijzing.objects.filter(dossier__in=list(dossiers), tot=None)
        .select_related("medewerker")
        .annotate(is_lid=_is_lid(op))
    )
    weg = _afwezig({rij.loket_id for rij in rijen}, op) if rijen else {}
    return {(rij.dossier_id, rij.loket_id): _persoon(rij, weg) for rij in rijen}


def _is_lid(op: date) -> Exists:
    return Exists(
        Lidmaatschap.objects.filter(
            wakker(op, "medewerker__"), loket=OuterRef("loket"), medewerker=OuterRef("medewerker")
        )
    )


def _persoon(rij: Toewijzing, weg: Mapping[Plek, Vervanging]) -> Persoon:
    er_is_lid: bool = rij.is_lid  # type: ignore[attr-defined]
    plek = (rij.loket_id, rij.medewerker_id)
    vervanger = _vervanger(plek, weg)
    er_is = er_is_lid and (plek not in weg or bool(vervanger))
    return Persoon(rij.medewerker_id, rij.medewerker.naam, er_is, vervanger)


def _afwezig(loketten: Iterable[int], op: date) -> dict[Plek, Vervanging]:
    """Who is away at these desks on a day, and whether who stands in can come in. One query."""
    kan_in = Lidmaatschap.objects.filter(
        wakker(op, "medewerker__"), loket=OuterRef("loket"), medewerker=OuterRef("vervanger")
    )
    rijen = Vervanging.objects.filter(weg_op(op), loket__in=list(loketten))
    rijen = rijen.select_related("vervanger").annotate(kan_in=Exists(kan_in))
    return {(rij.loket_id, rij.medewerker_id): rij for rij in rijen}


def _vervanger(plek: Plek, weg: Mapping[Plek, Vervanging]) -> str:
    """Who does the work of somebody who is away; "" for nobody, or when that person is there.

    Who stands in may be away too: then the next one.
    """
    namen = {rij.vervanger_id: rij.vervanger.naam for rij in weg.values() if rij.vervanger}
    volgt = {
        hier: rij.vervanger_id if rij.kan_in else None  # type: ignore[attr-defined]
        for hier, rij in weg.items()
    }
    return namen.get(wie_er_is(plek, volgt), "") if plek in weg else ""


def bezetting(loket: int, op: date) -> list[Bezetting]:
    """Everybody with dossiers at this desk, those whose dossiers need somebody else first.

    Three queries. Nothing can hang on who cannot sign in: whoever has an open dossier is here.
    """
    tellingen = dict(
        open_van(loket, op)
        .order_by()
        .values("medewerker")
        .annotate(aantal=Count("pk"))
        .values_list("medewerker", "aantal")
    )
    lid = Lidmaatschap.objects.filter(loket=loket, medewerker=OuterRef("pk"))
    staf = Medewerker.objects.filter(
        Q(pk__in=list(tellingen)) | Q(lidmaatschappen__loket=loket, is_active=True)
    ).distinct()
    weg = _afwezig([loket], op)
    staf = staf.annotate(is_lid=Exists(lid), komt_binnen=ExpressionWrapper(wakker(op), BOOL))
    uit = [
        Bezetting(een.pk, een.naam, tellingen.get(een.pk, 0), _reden(een, (loket, een.pk), weg))
        for een in staf.order_by("naam", "pk")
    ]
    return sorted(uit, key=lambda een: not (een.reden and een.aantal))


def _reden(een: Medewerker, plek: Plek, weg: Mapping[Plek, Vervanging]) -> str:
    if not een.is_active:
        return "gestopt"
    if not een.is_lid:  # type: ignore[attr-defined]
        return "geen_lid"
    if not een.komt_binnen:  # type: ignore[attr-defined]
        return "stil"
    return "afwezig" if plek in weg and not _vervanger(plek, weg) else ""


def zonder_persoon(loket: int, op: date) -> QuerySet[Werkregel]:
    """The dossiers of this desk that nobody has, who comes home first on top."""
    toegewezen = Toewijzing.objects.filter(loket=loket, dossier=OuterRef("dossier"), tot=None)
    return zichtbaar(loket, op).filter(~Exists(toegewezen))


def bladzijde_zonder_persoon(loket: int, op: date) -> tuple[list[Werkregel], int]:
    """The first lines of `zonder_persoon` with the person, and how many there are. Two queries."""
    rijen = zonder_persoon(loket, op)
    eerste = rijen.order_by("thuiskomst", "dossier_id").select_related("dossier__persoon")
    return list(eerste[:PER_PAGINA]), rijen.count()


def afwezigheden(loket: int, op: date) -> list[Vervanging]:
    """Who of this desk is away, or will be. One query."""
    rijen = Vervanging.objects.filter(Q(tot=None) | Q(tot__gte=op), loket=loket)
    return list(rijen.select_related("medewerker", "vervanger"))
