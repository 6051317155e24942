"""The main lists: too late, today, this week, waiting for others. Clausule 5.1, 5.4.

One statement gives the counts of all four, exact, the keys of one page in the order of
`akkoord.urgentie`, and what a filter can offer; another gives what the lines say. Both look only at
dossiers for which this desk has a ground (`sql/werklijst.sql`). Always within a reading.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from richting.akkoord.posten import Hoofdlijst
from richting.dossiers.models import (
    Dossier,
    Gemeenteband,
    Gemeenteverzoek,
    Persoonsgegevens,
    Plaats,
)
from richting.kern import rijen
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.kern.navraag import door_versies
from richting.kern.voorbereid import reeks, voorbereide_cursor
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
WERKLIJST = """
SELECT soort, dossier, getal, code FROM regie_werklijst(
    %s::text, %s::text, %s::text, %s, %s::integer, %s::bigint, %s::uuid, %s::integer,
    %s::text[], %s::integer)
"""
LIJSTEN: dict[str, type[Model]] = {
    "plaatsen": Plaats,
    "gemeenten": Gemeenteband,
    "verzoeken": Gemeenteverzoek,
}
"""What hangs on the dossier of a line, by the name of its relation."""
MEESTE_KEUZES = 2_000
"""Above so many lines a filter offers everything."""


Rij = tuple[str, UUID, int, str]
Keuzes = dict[str, set[str]]


@dataclass(frozen=True)
class Hoofdblad:
    """One page of a main list; `lijst` None when there is nothing on any of them.

    `mag` are the compartments of each dossier that the desk may see. `alle` and `mijne` count each
    list for the desk and for who reads. `verouderd`: a day came that
    changes lines of this desk by itself; `acties.werkstand.herzie` must go first. `keuzes` are the
    institutions and municipalities on the desk's dossiers; None: too many to tell apart.
    """

    lijst: Hoofdlijst | None
    bladzijde: Bladzijde
    mag: dict[UUID, set[str]]
    alle: dict[Hoofdlijst, int]
    mijne: dict[Hoofdlijst, int]
    verouderd: bool
    keuzes: Keuzes | None


def hoofdblad(
    vraag: Vraag,
    welke: str = "",
    hoeveel: int = PER_PAGINA,
    keuze_uit: Collection[str] = (),
) -> Hoofdblad:
    """The page of this list, or of the most urgent one that holds something when `welke` is "".

    `hoeveel` 0: only the counts. `keuze_uit`: what a filter wants to offer, of `inrichting` and
    `gemeente`. One query, one more for lines. Raises ValueError for a key that is none of ours.
    """
    gevonden = _vraag(vraag, welke, hoeveel + 1 if hoeveel else 0, keuze_uit)
    nummers = [(nummer, getal) for soort, nummer, getal, _code in gevonden if soort == "regel"]
    gekozen = next((code for soort, _n, _g, code in gevonden if soort == "gekozen"), "")
    meer = len(nummers) > hoeveel
    nummers = nummers[:hoeveel]
    volgende = f"{nummers[-1][1]}|{nummers[-1][0]}" if meer and nummers else ""
    regels, mag = regels_van([nummer for nummer, _rang in nummers])
    return Hoofdblad(
        Hoofdlijst(gekozen) if gekozen else None,
        Bladzijde(regels, volgende),
        mag,
        _tellingen(gevonden, "alle"),
        _tellingen(gevonden, "mijn"),
        any(soort == "verouderd" for soort, *_rest in gevonden),
        _keuzes(gevonden, keuze_uit),
    )


def regels_van(nummers: list[UUID]) -> tuple[list[Werkregel], dict[UUID, set[str]]]:
    """The lines of these dossiers at this desk, in this order, with what they say; and which
    compartments of each the desk may see. One query, on a kept page two."""
    if not nummers:
        return [], {}
    welke = [reeks(nummers)]
    versies = door_versies("SELECT regie_regelversies(%s::uuid[])", welke)
    with versies, voorbereide_cursor() as cursor:
        cursor.execute("SELECT regie_regels(%s::uuid[])", welke)
        (tekst,) = cursor.fetchone()
    gelezen = [(_regel(delen), delen["categorieen"]) for delen in json.loads(tekst or "[]")]
    mag = {regel.dossier_id: set(categorieen or ()) for regel, categorieen in gelezen}
    return [regel for regel, _categorieen in gelezen], mag


def filterkeuzes(wie: Wie, keuze_uit: Collection[str]) -> Keuzes | None:
    """What a filter can offer, apart from a list. One query."""
    aannames = aannames_op(wie.vandaag)
    vraag = Vraag(wie.loket or 0, wie.loketsoort, wie.vandaag, "", aannames)
    return hoofdblad(vraag, hoeveel=0, keuze_uit=keuze_uit).keuzes


def _regel(delen: dict[str, Any]) -> Werkregel:
    (regel,) = rijen.uit_json(Werkregel, [delen["werkregel"]])
    (dossier,) = rijen.uit_json(Dossier, [delen["dossier"]])
    persoon = rijen.uit_json(Persoonsgegevens, [delen["persoon"]] if delen["persoon"] else ())
    rijen.hang(dossier, "persoon", persoon[0] if persoon else None)
    for naam, model in LIJSTEN.items():
        rijen.hang_lijst(dossier, naam, rijen.uit_json(model, delen[naam]))
    rijen.hang(regel, "dossier", dossier)
    return regel


def _keuzes(gevonden: list[Rij], keuze_uit: Collection[str]) -> Keuzes | None:
    if any(soort == "te_veel" for soort, *_rest in gevonden):
        return None
    return {veld: {code for s, _n, _g, code in gevonden if s == veld} for veld in keuze_uit}


def _vraag(vraag: Vraag, welke: str, hoeveel: int, keuze_uit: Collection[str]) -> list[Rij]:
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
        sorted(keuze_uit),
        MEESTE_KEUZES,
    ]
    with voorbereide_cursor() as cursor:
        cursor.execute(WERKLIJST, delen)
        gevonden: list[Rij] = cursor.fetchall()
    return gevonden


def _tellingen(gevonden: list[Rij], soort: str) -> dict[Hoofdlijst, int]:
    geteld = {code: getal for wat, _nummer, getal, code in gevonden if wat == soort}
    return {lijst: geteld.get(lijst.value, 0) for lijst in TITELS}
