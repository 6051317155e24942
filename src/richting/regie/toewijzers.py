"""To whom a dossier is given and who stands in, for the mail of the ladder and the mailbox.

Clausule 1.6.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.expressions import RawSQL

from richting.kern import klok
from richting.meldingen.overzichten import registreer_op_naam
from richting.regie import behandelaars
from richting.regie.behandelaars import Paar, Plek
from richting.regie.models import Toewijzing, Vervanging, Werkregel
from richting.regie.models.personeel import weg_op
from richting.regie.tijdvakken import middernacht


def meld_aan() -> None:
    """Let the mail follow who has what; running it twice changes nothing."""
    behandelaars.registreer(toegewezen=toegewezen, vervangen=vervangen)
    registreer_op_naam(dossiers_op_naam)


def dossiers_op_naam(loket: int, medewerker: int) -> Any:
    """The dossiers that are in somebody's name at this desk, as a subquery of the mailbox."""
    mensen = namens(loket, medewerker, klok.vandaag())
    return Werkregel.objects.filter(loket=loket, medewerker__in=mensen).values("dossier")


def namens(loket: int, medewerker: int, op: date) -> RawSQL:
    """In whose name somebody works: the own, and of whom one stands in for. A subquery."""
    return RawSQL("SELECT regie_namens(%s, %s, %s)", [loket, medewerker, op])


def toegewezen(paren: frozenset[Paar], op: date) -> dict[Paar, list[int]]:
    """Who has these dossiers at these desks at the end of a day. One query."""
    einde = middernacht(op + timedelta(days=1))
    rijen = Toewijzing.objects.filter(
        Q(tot=None) | Q(tot__gte=einde),
        dossier__in={dossier for dossier, _loket in paren},
        loket__in={loket for _dossier, loket in paren},
        sinds__lt=einde,
    )
    gevonden = rijen.values_list("dossier", "loket", "medewerker")
    return {(nr, loket): [wie] for nr, loket, wie in gevonden if (nr, loket) in paren}


def vervangen(plekken: frozenset[Plek], op: date) -> dict[Plek, int | None]:
    """Who stands in for those of these who are away on a day; None: nobody. One query."""
    rijen = Vervanging.objects.filter(weg_op(op), loket__in={loket for loket, _wie in plekken})
    weg = {(rij.loket_id, rij.medewerker_id): rij.vervanger_id for rij in rijen}
    return {plek: wie_er_is(plek, weg) for plek in plekken if plek in weg}


def wie_er_is(plek: Plek, weg: Mapping[Plek, int | None]) -> int | None:
    """Who stands in may be away too: then the next one; two who stand in for each other: nobody."""
    loket, wie = plek
    gezien: set[int] = set()
    nu: int | None = wie
    while nu is not None and (loket, nu) in weg:
        if nu in gezien:
            return None
        gezien.add(nu)
        nu = weg[loket, nu]
    return nu


def op_naam(dossiers: Iterable[UUID]) -> dict[Paar, int]:
    """Who has each of these dossiers now, per desk. One query."""
    rijen = Toewijzing.objects.filter(dossier__in=list(dossiers), tot=None)
    return {
        (nr, loket): wie for nr, loket, wie in rijen.values_list("dossier", "loket", "medewerker")
    }
