"""The route of a stay as a picture, with a table of the same behind it. Clausule 3.5, 4.1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from richting.akkoord.kalender import plus_maanden
from richting.dossiers import overzichten
from richting.kern.lezen import lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.web.route import Baan, banen, liggend, staand
from richting.web.route.bron import Item
from richting.web.route.venster import MAANDEN, Gezien, Venster, Zoom, in_beeld, venster

HANDELING = "route"
ZOOMNAMEN = {
    Zoom.HEEL: _("De hele route"),
    Zoom.KWARTAAL: _("Drie maanden"),
    Zoom.MAAND: _("Eén maand"),
}
EERSTE, LAATSTE = date(1950, 1, 1), date(2150, 1, 1)


@dataclass(frozen=True)
class Tabelregel:
    """A line of the table: which lane, what, and whether the picture shows it now."""

    baan: Baan
    item: Item
    in_beeld: bool

    @property
    def is_punt(self) -> bool:
        """It is about one day."""
        return hasattr(self.item, "zekerheid")


@require_safe
@met_loket()
def route(request: Verzoek, dossier: UUID) -> HttpResponse:
    """All that is known of the course of a stay, of each compartment only the own ground. 404."""
    with lezing(request.wie, HANDELING) as lees:
        rij = overzichten.dossier(dossier)
        if rij is None or not hasattr(rij, "persoon"):
            lees.niets_gezien()
            inhoud = None
        else:
            alle = banen(lees, rij)
            lees.gezien([rij.pk], {item.categorie for baan in alle for item in baan.items})
            inhoud = {"dossier": rij, **_beeld(request, alle)}
    if inhoud is None:
        raise Http404
    return render(request, "dossiers/route.html", inhoud)


def _beeld(request: Verzoek, alle: tuple[Baan, ...]) -> dict[str, Any]:
    vandaag = request.wie.vandaag
    zoom, rond = _zoom(request.GET.get("zoom", "")), _rond(request.GET.get("rond", ""))
    beeld = venster(alle, zoom, rond, vandaag)
    gezien = in_beeld(alle, beeld)
    return {
        "beeld": beeld,
        "zoom": zoom,
        "tabs": _tabs(zoom, rond),
        "liggend": liggend.teken(gezien, beeld, vandaag),
        "staand": staand.teken(gezien, beeld, vandaag),
        "regels": _regels(gezien, vandaag),
        "vandaag": vandaag,
        **_bladeren(gezien, zoom, beeld),
    }


def _tabs(zoom: Zoom, rond: date | None) -> list[dict[str, Any]]:
    maand = f"&rond={rond:%Y-%m}" if rond else ""
    return [
        {"titel": naam, "url": f"?zoom={een.value}{maand}", "huidig": een is zoom}
        for een, naam in ZOOMNAMEN.items()
    ]


def _bladeren(gezien: Iterable[Gezien], zoom: Zoom, beeld: Venster) -> dict[str, Any]:
    """Where the rest is: how much lies before and after, and the addresses of those pages."""
    eerder = sum(een.eerder for een in gezien)
    later = sum(een.later for een in gezien)
    stap = MAANDEN.get(zoom, 0)
    eerste = beeld.van.replace(day=1)
    terug = plus_maanden(eerste, -stap if eerste == beeld.van else 1 - stap)
    verder = beeld.tot.replace(day=1)
    return {
        "eerder": eerder,
        "later": later,
        "naar_eerder": f"?zoom={zoom.value}&rond={terug:%Y-%m}" if eerder else "",
        "naar_later": f"?zoom={zoom.value}&rond={verder:%Y-%m}" if later else "",
    }


def _regels(gezien: Iterable[Gezien], vandaag: date) -> list[Tabelregel]:
    regels = [
        Tabelregel(een.baan, item, item in een.items) for een in gezien for item in een.baan.items
    ]
    return sorted(regels, key=lambda regel: regel.item.van)


def _zoom(tekst: str) -> Zoom:
    return Zoom(tekst) if tekst in set(Zoom) else Zoom.HEEL


def _rond(tekst: str) -> date | None:
    """The month that was asked for; None when it is none."""
    try:
        dag = date.fromisoformat(f"{tekst}-01")
    except ValueError:
        return None
    return dag if EERSTE <= dag <= LAATSTE else None
