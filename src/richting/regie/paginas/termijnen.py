"""The terms of a dossier: whose, by when, why, how it stands; put off or ticked. Clausule 5.1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.dossiers import overzichten as dossieroverzichten
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing, lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.acties import uitstel as acties
from richting.regie.formulieren.termijnen import Afvinkformulier, Uitstelformulier
from richting.regie.models import Werkregel
from richting.regie.overzichten.postbeeld import Postbeeld, dossierbeelden, open_van, posten_voor

UITSTEL, GEDAAN = "uitstel", "gedaan"


@dataclass(frozen=True)
class Fout:
    """A form that was refused, of which post."""

    sleutel: str
    daad: str
    formulier: forms.Form


@dataclass(frozen=True)
class Postregel:
    """A post of this desk with its forms."""

    beeld: Postbeeld
    uitstel: forms.Form
    gedaan: forms.Form | None
    open: str = ""


@require_safe
@met_loket(*PLANPARTIJEN)
def termijnen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """All terms of a dossier. Clausule 5.1, 5.4."""
    return _toon(request, dossier, None)


@require_POST
@met_loket(*PLANPARTIJEN)
def doe(request: Verzoek, dossier: UUID, daad: str) -> HttpResponse:
    """Put one post of this desk off, or tick it as done. Clausule 5.1."""
    sleutel = request.POST.get("sleutel", "")
    if daad not in (UITSTEL, GEDAAN):
        raise Http404
    formulier: forms.Form = (
        _uitstelformulier(request.wie.vandaag, request.POST)
        if daad == UITSTEL
        else Afvinkformulier(request.POST)
    )
    if not formulier.is_valid():
        return _toon(request, dossier, Fout(sleutel, daad, formulier))
    waarden = formulier.cleaned_data
    try:
        if daad == UITSTEL:
            acties.stel_uit(request.wie, dossier, sleutel, waarden["tot"], waarden["reden"])
        else:
            acties.vink_af(request.wie, dossier, sleutel, waarden["op"], waarden["toelichting"])
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return _toon(request, dossier, Fout(sleutel, daad, formulier))
    messages.success(request, _("Uitgesteld.") if daad == UITSTEL else _("Opgeslagen."))
    return redirect("regie:termijnen", dossier)


def paneel(lees: Lezing, dossier: Any) -> dict[str, Any] | None:
    """On the dossier page: the first day on which this desk must do something. One query."""
    if lees.wie.loketsoort not in PLANPARTIJEN:
        return None
    regel = Werkregel.objects.filter(dossier=dossier.pk, loket=lees.wie.loket).first()
    return {"dossier": dossier, "regel": regel, "vandaag": lees.wie.vandaag} if regel else None


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    with lezing(request.wie, "termijnen") as lees:
        rij = dossieroverzichten.dossier(dossier)
        if rij is None or not hasattr(rij, "persoon"):
            lees.niets_gezien()
            inhoud = None
        else:
            inhoud = _inhoud(request, lees, rij, fout)
    if inhoud is None:
        raise Http404
    return render(request, "regie/termijnen.html", inhoud)


def _inhoud(request: Verzoek, lees: Lezing, rij: Dossier, fout: Fout | None) -> dict[str, Any]:
    posten, categorieen = posten_voor(request.wie, {rij.pk: feiten_uit_rijen(rij)})
    lees.gezien([rij.pk], {"verblijf", *categorieen})
    beelden = dossierbeelden(request.wie, rij.pk, posten[rij.pk])
    open_ = list(open_van(beelden))
    return {
        "dossier": rij,
        "vandaag": request.wie.vandaag,
        "alleen_gevraagd": alleen_gevraagd(rij, lees.wie.loket, lees.wie.vandaag),
        "fout": fout,
        "mijn": [_regel(nr, b, request.wie.vandaag, fout) for nr, b in enumerate(open_) if b.eigen],
        "anderen": [b for b in open_ if not b.eigen],
        "klaar": [b for b in beelden if b.klaar],
    }


def _regel(nummer: int, beeld: Postbeeld, vandaag: date, fout: Fout | None) -> Postregel:
    deze = fout if fout and fout.sleutel == beeld.post.sleutel else None
    uitstel: forms.Form = _uitstelformulier(vandaag, auto_id=f"id_uitstel{nummer}_%s")
    gedaan: forms.Form | None = None
    if beeld.is_termijn:
        gedaan = Afvinkformulier(initial={"op": vandaag}, auto_id=f"id_gedaan{nummer}_%s")
    if deze and deze.daad == UITSTEL:
        uitstel = deze.formulier
    if deze and deze.daad == GEDAAN:
        gedaan = deze.formulier
    return Postregel(beeld, uitstel, gedaan, deze.daad if deze else "")


def _uitstelformulier(vandaag: date, *data: Any, **kwargs: Any) -> Uitstelformulier:
    return Uitstelformulier(*data, hoogstens=aannames_op(vandaag).uitstel_dagen, **kwargs)


BASIS = "dossiers/<uuid:dossier>/termijnen/"
urlpatterns = [
    path(BASIS, termijnen, name="termijnen"),
    path(f"{BASIS}<slug:daad>/", doe, name="termijn_doe"),
]
