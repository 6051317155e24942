"""What a line of a main list says: who, when home, what must be done, and how it presses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from richting.akkoord.posten import Hoofdlijst
from richting.dossiers.feiten import feiten_uit_lijst
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.regie.formulieren.werkvoorraad import Samenformulier
from richting.regie.models import Werkregel
from richting.regie.overzichten.hoofdlijsten import Hoofdblad
from richting.regie.overzichten.postbeeld import Postbeeld, posten_voor, regelbeelden
from richting.regie.overzichten.werkvoorraad import Vraag
from richting.regie.paginas import lijstbeeld

MEESTE = 3
"""So many things stand on a line; the rest is on the page of the terms."""


@dataclass(frozen=True)
class Hoofdregel:
    """A line: the person as other lists show it, and what must be done. `meer`: not shown here."""

    regel: lijstbeeld.Regel
    posten: list[Postbeeld]
    meer: int
    dringt: str


def regels(wie: Wie, hoofd: Hoofdblad, vraag: Vraag) -> tuple[list[Hoofdregel], set[str]]:
    """The lines of one page, in order, and the compartments they show."""
    werkregels = hoofd.bladzijde.regels
    feiten = {regel.dossier_id: feiten_uit_lijst(regel.dossier) for regel in werkregels}
    posten, categorieen = posten_voor(wie, feiten, mag=hoofd.mag)
    beelden = regelbeelden(wie, posten, wacht=vraag.lijst == Hoofdlijst.WACHT)
    uit = []
    for regel in lijstbeeld.regels(werkregels, vraag, {}):
        alle = beelden[regel.werkregel.dossier_id]
        uit.append(
            Hoofdregel(
                regel, alle[:MEESTE], max(0, len(alle) - MEESTE), _dringt(regel.werkregel, vraag)
            )
        )
    return uit, categorieen


def samenformulier(vandaag: date, *data: Any) -> Samenformulier:
    """The form for selected lines: empty, or with what was sent."""
    hoogstens = aannames_op(vandaag).uitstel_dagen
    return Samenformulier(*data, hoogstens=hoogstens, auto_id="id_samen_%s")


def _dringt(regel: Werkregel, vraag: Vraag) -> str:
    """Why the line stands where it stands: the time left, and for how much."""
    niet = regel.niet_op_orde
    if niet is None:
        return ""
    if niet == 0:
        return _("Alles lijkt op orde bij vertrek.")
    wat = ngettext("{n} voorwaarde niet op orde", "{n} voorwaarden niet op orde", niet).format(
        n=niet
    )
    dag = regel.thuiskomst or regel.vertrokken_op
    if dag is None:
        return _("{wat}; kan elke dag vrijkomen.").format(wat=wat)
    dagen = (dag - vraag.vandaag).days
    if dagen <= 0:
        return _("{wat}, en vrij of bijna vrij.").format(wat=wat)
    tijd = ngettext("nog {n} dag", "nog {n} dagen", dagen).format(n=dagen)
    return f"{wat}, {tijd}."
