"""The actions of a plan: the list per life area, a new one, and the proposals of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.plan.woorden import Actiestaat
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import namen
from richting.plannen.acties.actielijst import Opdracht, maak_acties
from richting.plannen.acties.actievoorstel import uit_sjabloon
from richting.plannen.formulieren.actielijst import Actieformulier, Kring, Voorstelformulier
from richting.plannen.overzichten import actielijst, voorstellen
from richting.plannen.paginas import actie
from richting.plannen.paginas.actiebeeld import Actiebeeld, beeld, plekken
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

HANDELING = "plan: acties"


@dataclass(frozen=True)
class Groep:
    """The actions of one life area: what asks attention, and what has ended."""

    naam: str
    open: list[Actiebeeld]
    afgelopen: list[Actiebeeld]


@require_safe
@met_loket()
def pagina(request: Verzoek, dossier: UUID) -> HttpResponse:
    """The actions per life area, and what can be added. Clausule 4.3, 5.5, 8.5."""
    return _toon(request, dossier)


@require_POST
@met_loket()
def nieuw(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Take an action on, or ask another desk for it. Clausule 4.3, 5.4, 5.5."""
    kring = lees_kring(request, dossier)
    formulier = _nieuw(request, kring[0], kring[1], request.POST)
    if not formulier.is_valid():
        return _toon(request, dossier, formulier=formulier)
    try:
        loket = formulier.cleaned_data["loket"]
        maak_acties(request.wie, dossier, [Opdracht(formulier.inhoud(), loket)])
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return _toon(request, dossier, formulier=formulier)
    messages.success(request, _("De actie staat in het plan."))
    return redirect("plannen:actielijst", dossier)


@require_POST
@met_loket()
def neem_op(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Take the ticked proposals into the plan, all at once. Clausule 4.3, 5.1."""

    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> Voorstelformulier:
        kring = Kring(voorstellen.deelnemers(rij, request.wie.vandaag), request.loket.pk)
        return _voorstel(request, rij, mijn, kring, request.POST)

    formulier = lees_plan(request.wie, dossier, HANDELING, lees)
    if not formulier.is_valid():
        return _toon(request, dossier, voorstel=formulier)
    try:
        gemaakt = uit_sjabloon(request.wie, dossier, formulier.keuzes())
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return _toon(request, dossier, voorstel=formulier)
    messages.success(request, in_het_plan(len(gemaakt)))
    return redirect("plannen:actielijst", dossier)


def in_het_plan(aantal: int) -> str:
    """How many actions were made, as the page says it."""
    return ngettext(
        "{aantal} actie staat in het plan.", "{aantal} acties staan in het plan.", aantal
    ).format(aantal=aantal)


def lees_kring(request: Verzoek, dossier: UUID) -> tuple[Kring, set[str]]:
    """Who can be asked, and the open compartments; 404 for who may not see the plan."""

    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> tuple[Kring, set[str]]:
        return Kring(voorstellen.deelnemers(rij, request.wie.vandaag), request.loket.pk), mijn

    return lees_plan(request.wie, dossier, HANDELING, lees)


def _toon(
    request: Verzoek,
    dossier: UUID,
    formulier: Actieformulier | None = None,
    voorstel: Voorstelformulier | None = None,
) -> HttpResponse:
    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        kring = Kring(voorstellen.deelnemers(rij, request.wie.vandaag), request.loket.pk)
        return {
            **kader(rij, "actielijst", mijn, request.wie),
            **_acties(request, rij),
            "formulier": formulier or _nieuw(request, kring, mijn),
            "voorstel": voorstel or _voorstel(request, rij, mijn, kring),
            "fout": formulier or voorstel,
        }

    beeld_ = lees_plan(request.wie, dossier, HANDELING, lees)
    return render(request, "plannen/actielijst.html", beeld_)


def _acties(request: Verzoek, rij: Dossier) -> dict[str, Any]:
    """The actions in groups, and what waits for an answer of this desk. Six queries."""
    alle = actielijst.acties_van(rij.pk)
    wees = actielijst.zien_niet_meer(rij.pk, alle)
    bij = plekken(rij, request.wie.vandaag)
    beelden = [beeld(een, request.loket.pk, request.wie.vandaag, wees, bij) for een in alle]

    def in_zicht(een: Actiebeeld) -> bool:
        """Open, or refused to this desk: then it must ask another, or do it itself."""
        geweigerd = een.rij.staat == Actiestaat.GEWEIGERD
        return een.open or (geweigerd and een.rij.gevraagd_door_id == request.loket.pk)

    groepen = [
        Groep(
            str(naam),
            [een for een in beelden if in_zicht(een) and een.rij.leefgebied == gebied],
            [een for een in beelden if not in_zicht(een) and een.rij.leefgebied == gebied],
        )
        for gebied, naam in namen.LEEFGEBIEDEN.items()
    ]
    return {
        "groepen": [groep for groep in groepen if groep.open or groep.afgelopen],
        "te_beantwoorden": [
            een for een in beelden if any(k.daad == "aanvaarden" for k in een.knoppen)
        ],
        "vandaag": request.wie.vandaag,
    }


def _nieuw(request: Verzoek, kring: Kring, mijn: set[str], gegevens: Any = None) -> Actieformulier:
    return Actieformulier(
        gegevens, vandaag=request.wie.vandaag, mijn=mijn, kring=kring, auto_id="id_actie_%s"
    )


def _voorstel(
    request: Verzoek, rij: Dossier, mijn: set[str], kring: Kring, gegevens: Any = None
) -> Voorstelformulier:
    return Voorstelformulier(
        gegevens,
        vandaag=request.wie.vandaag,
        mijn=mijn,
        kring=kring,
        voorstellen=voorstellen.voorstellen_voor(rij, request.wie.vandaag),
        auto_id="id_voorstel_%s",
    )


BASIS = "dossiers/<uuid:dossier>/plan/acties/"
urlpatterns = [
    path(BASIS, pagina, name="actielijst"),
    path(f"{BASIS}nieuw/", nieuw, name="actie_nieuw"),
    path(f"{BASIS}voorstellen/", neem_op, name="actie_voorstellen"),
    *actie.urlpatterns,
]
