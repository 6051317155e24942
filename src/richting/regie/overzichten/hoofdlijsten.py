"""The main lists: too late, today, this week, waiting for others. Clausule 5.1, 5.4.

One statement gives the counts of all four, exact, and the keys of one page in the order of
`akkoord.urgentie`; the lines themselves are read under row security. Always within a reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from richting.akkoord.posten import Hoofdlijst
from richting.regie.models import Werkregel
from richting.regie.overzichten.werkvoorraad import PER_PAGINA, Bladzijde, Vraag

TITELS = {
    Hoofdlijst.TE_LAAT: _("Te laat"),
    Hoofdlijst.VANDAAG: _("Vandaag"),
    Hoofdlijst.WEEK: _("Deze week"),
    Hoofdlijst.WACHT: _("Wacht op anderen"),
}
UITLEG = {
    Hoofdlijst.TE_LAAT: _(
        "De dag is voorbij. Wie het eerst vrijkomt met het meeste open, staat boven."
    ),
    Hoofdlijst.VANDAAG: _("Dit moet uw loket vandaag doen."),
    Hoofdlijst.WEEK: _("Dit moet uw loket in de komende zeven dagen doen."),
    Hoofdlijst.WACHT: _(
        "Uw loket is nu niet aan zet: een ander moet eerst antwoorden of iets doen."
    ),
}
MEESTE_KEUZES = 2_000
"""Above so many lines a filter offers everything."""


@dataclass(frozen=True)
class Hoofdblad:
    """One page of a main list; `lijst` None when there is nothing on any of them.

    `alle` and `mijne` count each list for the desk and for who reads. `verouderd`: a day came that
    changes lines of this desk by itself; `acties.werkstand.herzie` must go first.
    """

    lijst: Hoofdlijst | None
    bladzijde: Bladzijde
    alle: dict[Hoofdlijst, int]
    mijne: dict[Hoofdlijst, int]
    verouderd: bool


def hoofdblad(vraag: Vraag, welke: str = "", hoeveel: int = PER_PAGINA) -> Hoofdblad:
    """The page of this list, or of the most urgent one that holds something when `welke` is "".

    `hoeveel` 0: only the counts. One query, five more for lines. Raises ValueError for a key that
    is none of ours.
    """
    rijen = _vraag(vraag, welke, hoeveel + 1 if hoeveel else 0)
    nummers = [(nummer, getal) for soort, nummer, getal in rijen if soort == "regel"]
    gekozen = next((s.partition(":")[2] for s, _n, _g in rijen if s.startswith("gekozen:")), "")
    meer = len(nummers) > hoeveel
    nummers = nummers[:hoeveel]
    volgende = f"{nummers[-1][1]}|{nummers[-1][0]}" if meer and nummers else ""
    return Hoofdblad(
        Hoofdlijst(gekozen) if gekozen else None,
        Bladzijde(regels_van(vraag.loket, [nummer for nummer, _rang in nummers]), volgende),
        _tellingen(rijen, "alle"),
        _tellingen(rijen, "mijn"),
        any(soort == "verouderd" for soort, _nummer, _getal in rijen),
    )


def regels_van(loket: int, nummers: list[UUID]) -> list[Werkregel]:
    """The lines of these dossiers at this desk, in this order. Five queries."""
    if not nummers:
        return []
    rijen = (
        Werkregel.objects.filter(loket=loket, dossier__in=nummers)
        .select_related("dossier__persoon")
        .prefetch_related("dossier__plaatsen", "dossier__gemeenten", "dossier__verzoeken")
    )
    op_nummer = {rij.dossier_id: rij for rij in rijen}
    return [op_nummer[nummer] for nummer in nummers if nummer in op_nummer]


def filterkeuzes() -> dict[str, set[str]] | None:
    """The institutions and municipalities on this desk's dossiers; None: too many to tell apart.

    One query.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT soort, code FROM regie_filterkeuzes(%s)", [MEESTE_KEUZES])
        rijen = cursor.fetchall()
    uit: dict[str, set[str]] = {"inrichting": set(), "gemeente": set()}
    for soort, code in rijen:
        if soort not in uit:
            return None
        uit[soort].add(code)
    return uit


def _vraag(vraag: Vraag, welke: str, hoeveel: int) -> list[tuple[str, UUID, int]]:
    rang, _streep, nummer = vraag.na.partition("|") if welke and vraag.na else ("", "", "")
    delen: list[Any] = [
        welke,
        vraag.inrichting,
        vraag.gemeente,
        vraag.mijn,
        vraag.aannames.kort_verblijf_dagen,
        int(rang) if nummer else None,
        UUID(nummer) if nummer else None,
        hoeveel,
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT soort, dossier, getal FROM regie_werklijst(%s,%s,%s,%s,%s,%s,%s,%s)", delen
        )
        return cursor.fetchall()


def _tellingen(rijen: list[tuple[str, UUID, int]], soort: str) -> dict[Hoofdlijst, int]:
    geteld = {naam: getal for naam, _nummer, getal in rijen}
    return {lijst: geteld.get(f"{soort}:{lijst.value}", 0) for lijst in TITELS}
