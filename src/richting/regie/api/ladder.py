"""The endpoints of the ladder: what is late at the desk, and the obstacles without persons."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router, Schema

from richting.kern.lezen import lezing
from richting.kern.probleem import Deelfout, Probleem
from richting.partijen.machine import Machineverzoek
from richting.regie.models import Belemmering
from richting.regie.overzichten import ladder as overzichten
from richting.regie.overzichten.ladder import Laat

router = Router(tags=["regie"])
NaRegel = Annotated[str, Query(description="De waarde `volgende` van de vorige bladzijde.")]
NaNummer = Annotated[
    int | None,
    Query(ge=1, le=2**62, description="De waarde `volgende` van de vorige bladzijde."),
]
Opgelost = Annotated[bool, Query(description="Toon wat al is opgelost.")]


class AchterstandUit(Schema):
    """Something the desk had to do by `uiterlijk`; its manager knows since `sinds`."""

    dossier: UUID
    soort: str
    sleutel: str
    zin: str
    uiterlijk: date
    sinds: date


class AchterstandlijstUit(Schema):
    """One page, oldest day first; `volgende` is null on the last page."""

    achterstanden: list[AchterstandUit]
    volgende: str | None


class BelemmeringUit(Schema):
    """What stays undone at `loket` while `wachter` waits; nothing about a person.

    `regel`: the code of the rule of a term, as in the table of terms; null for anything else.
    """

    id: int
    soort: str
    bron: str
    regel: str | None
    loket: str
    wachter: str | None
    uiterlijk: date
    sinds: date
    opgelostOp: date | None


class BelemmeringlijstUit(Schema):
    """One page, newest first; `volgende` is null on the last page."""

    belemmeringen: list[BelemmeringUit]
    volgende: int | None


@router.get(
    "/achterstanden",
    operation_id="leesAchterstanden",
    summary="Vraag wat bij uw loket te laat is en bij de beheerder ligt",
    description="Wat gedaan of uitgesteld is, staat er niet meer bij.",
    response=AchterstandlijstUit,
)
def achterstanden(request: Machineverzoek, na: NaRegel = "") -> dict[str, Any]:
    """What climbed to the manager of the desk. Clausule 7.5."""
    with lezing(request.wie, "api achterstanden") as lees:
        try:
            bladzijde = overzichten.te_laat(request.wie, na)
        except ValueError as fout:
            lees.niets_gezien()
            raise _verkeerde_sleutel() from fout
        vakken = {regel.post.categorie.value for regel in bladzijde.regels}
        lees.gezien({regel.dossier.pk for regel in bladzijde.regels}, {"verblijf"} | vakken)
        regels = [_achterstand(regel) for regel in bladzijde.regels]
    return {"achterstanden": regels, "volgende": bladzijde.volgende or None}


@router.get(
    "/belemmeringen",
    operation_id="leesBelemmeringen",
    summary="Vraag wat blijft liggen bij uw loket, of elders terwijl uw loket wacht",
    description="Zonder personen en zonder dossiers, het nieuwste eerst.",
    response=BelemmeringlijstUit,
)
def belemmeringen(
    request: Machineverzoek, opgelost: Opgelost = False, na: NaNummer = None
) -> dict[str, Any]:
    """The obstacles of the desk. Clausule 7.5."""
    with lezing(request.wie, "api belemmeringen") as lees:
        rijen, volgende = overzichten.belemmeringen(opgelost=opgelost, na=na)
        lees.niets_gezien(aantal=len(rijen))
    return {"belemmeringen": [_belemmering(rij) for rij in rijen], "volgende": volgende}


def _verkeerde_sleutel() -> Probleem:
    zin = "Gebruik de waarde `volgende` van de vorige bladzijde."
    return Probleem(400, "Ongeldig verzoek", zin, [Deelfout("query", "na", "onbekend", zin)])


def _achterstand(regel: Laat) -> dict[str, Any]:
    post = regel.post
    return {
        "dossier": regel.dossier.pk,
        "soort": post.soort,
        "sleutel": post.sleutel,
        "zin": post.zin,
        "uiterlijk": post.uiterlijk,
        "sinds": regel.sinds,
    }


def _belemmering(rij: Belemmering) -> dict[str, Any]:
    return {
        "id": rij.pk,
        "soort": rij.soort,
        "bron": rij.bron,
        "regel": rij.regel or None,
        "loket": rij.loket.naam,
        "wachter": rij.wachter.naam if rij.wachter else None,
        "uiterlijk": rij.uiterlijk,
        "sinds": rij.sinds,
        "opgelostOp": rij.opgelost_op,
    }
