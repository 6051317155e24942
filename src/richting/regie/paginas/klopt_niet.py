""" "This is not right": sending a datum back to its source, and answering. Clausule 5.4."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.dossiers import overzichten as dossieroverzichten
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.lezen import lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie.acties import terugmelden as acties
from richting.regie.formulieren.termijnen import Terugantwoordformulier, Terugmeldformulier
from richting.regie.overzichten.postbeeld import posten_voor
from richting.regie.overzichten.terugmelden import terugmeldingen


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket(*PLANPARTIJEN)
def klopt_niet(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Say what is not right, and see what was said before. Clausule 5.4."""
    sleutel = request.POST.get("sleutel") or request.GET.get("sleutel", "")
    if request.method != "POST":
        return _toon(request, dossier, Terugmeldformulier(auto_id="id_%s"), sleutel)
    formulier = Terugmeldformulier(request.POST, auto_id="id_%s")
    if not formulier.is_valid():
        return _toon(request, dossier, formulier, sleutel)
    waarden = formulier.cleaned_data
    try:
        acties.meld_terug(
            request.wie,
            dossier,
            formulier.keuze(),
            waarden["staat_er"],
            waarden["hoort"],
            sleutel,
        )
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return _toon(request, dossier, formulier, sleutel)
    messages.success(request, _("Teruggemeld. U ziet hier het antwoord."))
    return redirect("regie:klopt_niet", dossier)


@require_POST
@met_loket(*PLANPARTIJEN)
def antwoord(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Mended, or right as it stands. Clausule 5.4."""
    formulier = Terugantwoordformulier(request.POST, auto_id=_auto_id(nummer))
    if not formulier.is_valid():
        return _toon(request, dossier, Terugmeldformulier(auto_id="id_%s"), "", (nummer, formulier))
    try:
        acties.beantwoord(
            request.wie, dossier, nummer, formulier.keuze(), formulier.cleaned_data["reden"]
        )
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        formulier.add_error(None, fout.zin)
        return _toon(request, dossier, Terugmeldformulier(auto_id="id_%s"), "", (nummer, formulier))
    messages.success(request, _("Beantwoord. Wie het meldde krijgt bericht."))
    return redirect("regie:klopt_niet", dossier)


def _auto_id(nummer: UUID) -> str:
    return f"id_{nummer}_%s"


def _toon(
    request: Verzoek,
    dossier: UUID,
    formulier: Terugmeldformulier,
    sleutel: str,
    fout: tuple[UUID, forms.Form] | None = None,
) -> HttpResponse:
    inhoud: dict[str, Any] | None = None
    with lezing(request.wie, "dit klopt niet") as lees:
        rij = dossieroverzichten.dossier(dossier)
        if rij is None or not hasattr(rij, "persoon"):
            lees.niets_gezien()
        else:
            beelden = terugmeldingen(rij.pk, request.wie.loket)
            punt, categorieen = _punt(request, rij, sleutel)
            categorieen |= {beeld.rij.categorie for beeld in beelden}
            lees.gezien([rij.pk], {"verblijf", *categorieen})
            inhoud = {
                "dossier": rij,
                "formulier": formulier,
                "sleutel": sleutel,
                "punt": punt,
                "fouten": [f for f in (formulier, fout[1] if fout else None) if f and f.errors],
                "meldingen": [(beeld, _formulier(beeld, fout)) for beeld in beelden],
            }
    if inhoud is None:
        raise Http404
    return render(request, "regie/klopt_niet.html", inhoud)


def _punt(request: Verzoek, rij: Dossier, sleutel: str) -> tuple[str, set[str]]:
    """The item of the list that this began from, in words, and its compartment."""
    if not sleutel:
        return "", set()
    posten, _alle = posten_voor(request.wie, {rij.pk: feiten_uit_rijen(rij)})
    deze = [p for p in posten[rij.pk] if p.sleutel == sleutel and p.loket == request.wie.loket]
    if not deze:
        return "", set()
    return deze[0].toelichting or _(deze[0].zin), {deze[0].categorie.value}


def _formulier(beeld: Any, fout: tuple[UUID, forms.Form] | None) -> forms.Form | None:
    if not beeld.aan_ons:
        return None
    if fout and fout[0] == beeld.rij.pk:
        return fout[1]
    return Terugantwoordformulier(auto_id=_auto_id(beeld.rij.pk))


BASIS = "dossiers/<uuid:dossier>/klopt-niet/"
urlpatterns = [
    path(BASIS, klopt_niet, name="klopt_niet"),
    path(f"{BASIS}<uuid:nummer>/", antwoord, name="klopt_niet_antwoord"),
]
