"""All consultations about one dossier, with minutes and agreements. Clausule 8.1."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.woorden import Gegevenscategorie
from richting.delen.namen import CATEGORIEEN
from richting.dossiers.gevraagd import alleen_gevraagd
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.overleg.acties.houden import rond_afspraak_af
from richting.overleg.acties.punten import Voorstel, stel_voor
from richting.overleg.formulieren import Voorstelformulier
from richting.overleg.overzichten.beeld import Punt, van_dossier
from richting.overleg.overzichten.lijst import komende_zonder
from richting.overleg.paginas.kader import achter_deur, lees_overleg, overlegkop, voer_uit
from richting.partijen.werkplek import Verzoek
from richting.plannen.toegang import lees_plan


@require_safe
@achter_deur
def dossier(request: Verzoek, dossier: UUID) -> HttpResponse:
    """What was said and agreed about one person, the newest consultation first."""
    return _toon(request, dossier, None)


@require_POST
@achter_deur
def voorstel(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Put this dossier on the agenda of a coming consultation of the own desk. Clausule 8.1."""
    overleggen = lees_plan(
        request.wie,
        dossier,
        "overleg: dossier",
        lambda _l, rij, _m: komende_zonder(request.loket.pk, rij.pk, request.wie.nu),
    )
    formulier = Voorstelformulier(request.POST, overleggen=overleggen)
    if not formulier.is_valid():
        return _toon(request, dossier, formulier)
    velden = formulier.cleaned_data
    wat = Voorstel(dossier, toelichting=velden["toelichting"])
    fout = voer_uit(
        lambda: stel_voor(request.wie, UUID(velden["overleg"]), [wat]), "voorstel", formulier
    )
    if fout:
        return _toon(request, dossier, formulier)
    messages.success(request, _("Het dossier staat op de agenda."))
    return redirect("overleg:dossier", dossier)


@require_safe
@achter_deur
def naar(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """From a post on a dossier to the consultation itself."""
    lees_overleg(request.wie, nummer, "overleg", lambda _l, _b: {})
    return redirect("overleg:overleg", nummer)


@require_POST
@achter_deur
def afspraak(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """An agreement that is a note was done."""
    tekst = request.POST.get("versie", "")
    if not tekst.isdigit():
        raise Http404
    fout = voer_uit(
        lambda: rond_afspraak_af(request.wie, dossier, nummer, int(tekst)),
        "afspraak",
        forms.Form({}),
    )
    if fout:
        messages.error(request, " ".join(str(zin) for zin in fout.formulier.non_field_errors()))
    else:
        messages.success(request, _("Opgeslagen."))
    return redirect("overleg:dossier", dossier)


def _toon(request: Verzoek, dossier: UUID, ingevuld: Voorstelformulier | None) -> HttpResponse:
    loket, nu = request.loket.pk, request.wie.nu

    def functie(lees: Lezing, rij: Dossier, _mijn: set[str]) -> dict[str, Any]:
        punten = van_dossier(rij.pk)
        vakken = {r.categorie for p in punten for r in (p.rij, *p.verslagen, *p.afspraken)}
        lees.gezien([rij.pk], vakken | {"verblijf"})
        overleggen = komende_zonder(loket, rij.pk, nu)
        gevraagd = alleen_gevraagd(rij, loket, lees.wie.vandaag)
        return {
            "dossier": rij,
            "alleen_gevraagd": gevraagd,
            "punten": [_punt(punt) for punt in punten],
            "loket": loket,
            "formulier": None
            if gevraagd
            else ingevuld or (Voorstelformulier(overleggen=overleggen) if overleggen else None),
        }

    inhoud = lees_plan(request.wie, dossier, "overleg: dossier", functie)
    return render(request, "overleg/dossier.html", inhoud)


def _punt(punt: Punt) -> dict[str, Any]:
    return {
        **overlegkop(punt.rij.overleg),
        "punt": punt.rij,
        "verslagen": [
            {
                "rij": rij,
                "vak": capfirst(str(CATEGORIEEN[Gegevenscategorie(rij.categorie)])),
            }
            for rij in punt.verslagen
        ],
        "afspraken": punt.afspraken,
    }
