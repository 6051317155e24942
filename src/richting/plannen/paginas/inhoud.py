"""Question, offer, motivation, factors, support, start and agreement: one page, one form an act."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import namen
from richting.plannen.acties import inhoud as acties
from richting.plannen.botsing import Botsing
from richting.plannen.formulieren import inhoud as f
from richting.plannen.models import Ondersteuning
from richting.plannen.overzichten.inhoud import Inhoud, inhoud
from richting.plannen.paginas.daad import Fout, op_nieuwe_versie, vakken
from richting.plannen.paginas.daadblad import Daad, Daadblad, Formulieren
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan
from richting.plannen.woorden import Planvraagsoort

VRAGEN = "vragen"
"""What a fault was about, when it was about the questions of the plan."""


@require_safe
@met_loket()
def pagina(request: Verzoek, dossier: UUID) -> HttpResponse:
    """What the parties and the person say: question, offer, motivation. Clausule 4.1–4.4, 5.2."""
    return _toon(request, dossier, None)


@require_POST
@met_loket()
def vragen(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Answer the questions of the plan, all in one form. Clausule 4.2, 4.3."""
    formulieren = _ingevulde_vragen(request, vakken(request, dossier))
    for soort, formulier in formulieren.items():
        if not formulier.is_valid():
            return _toon(request, dossier, Fout(VRAGEN, formulier, soort.value))
    antwoorden = {
        soort: (formulier.cleaned_data["tekst"], formulier.cleaned_data["versie"])
        for soort, formulier in formulieren.items()
    }
    try:
        acties.bewaar_planvragen(request.wie, dossier, antwoorden)
    except NietToegestaan as fout:
        raise Http404 from fout
    except KanNiet as fout:
        messages.error(request, fout.zin)
        return redirect("plannen:inhoud", dossier)
    except Botsing as botsing:
        soort = Planvraagsoort(botsing.rij.soort)  # type: ignore[attr-defined]
        formulier = op_nieuwe_versie(formulieren[soort], botsing)
        return _toon(request, dossier, Fout(VRAGEN, formulier, soort.value, botsing))
    messages.success(request, _("Opgeslagen."))
    return redirect("plannen:inhoud", dossier)


def _ingevulde_vragen(request: Verzoek, mijn: set[str]) -> dict[Planvraagsoort, f.Vraagformulier]:
    return {
        soort: f.Vraagformulier(
            request.POST, prefix=soort.value, vandaag=request.wie.vandaag, mijn=mijn
        ).over(naam)
        for soort, naam in namen.PLANVRAGEN.items()
    }


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        formulieren = Formulieren(BLAD, request, rij, mijn, fout)
        return {**kader(rij, "inhoud", mijn, request.wie), **_inhoud(formulieren, inhoud(rij.pk))}

    beeld = lees_plan(request.wie, dossier, "plan: vraag en motivatie", lees)
    return render(request, "plannen/inhoud.html", beeld, status=fout.status if fout else 200)


def _inhoud(formulieren: Formulieren, alles: Inhoud) -> dict[str, Any]:
    """The content of the page with its forms."""

    def einde(wat: str, rij: Any) -> f.Planformulier:
        return formulieren.van_rij(wat, rij.pk, versie=rij.versie)

    return {
        "alles": alles,
        "fout": formulieren.fout,
        "ziet_motivatie": acties.MOTIVATIE in formulieren.mijn,
        "vragen": [
            _vraag(formulieren, soort, alles).over(naam) for soort, naam in namen.PLANVRAGEN.items()
        ],
        "nieuw": formulieren.alle_nieuw(),
        "doelen": [(doel, einde("doeleinde", doel)) for doel in alles.doelen],
        "steun": [(rij, _lot(formulieren, rij)) for rij in alles.ondersteuning],
        "factoren": [(rij, einde("factoreinde", rij)) for rij in alles.factoren],
        "weer": einde("weer", alles.zonder) if alles.zonder else None,
    }


def _lot(formulieren: Formulieren, rij: Ondersteuning) -> f.Planformulier:
    staat = {"lot": rij.lot, "door": rij.besloten_door, "reden": rij.reden}
    return formulieren.van_rij("lot", rij.pk, versie=rij.versie, **staat)


def _vraag(formulieren: Formulieren, soort: Planvraagsoort, alles: Inhoud) -> f.Vraagformulier:
    """What stands; after a refusal everything as it was sent."""
    fout, request, mijn = formulieren.fout, formulieren.request, formulieren.mijn
    if fout and fout.wat == VRAGEN:
        if fout.rij == soort.value:
            return cast(f.Vraagformulier, fout.formulier)
        return _ingevulde_vragen(request, mijn)[soort]
    rij = alles.vragen.get(soort)
    begin = {"tekst": rij.tekst, "versie": rij.versie} if rij else {"versie": 0}
    return f.Vraagformulier(
        initial=begin, prefix=soort.value, vandaag=request.wie.vandaag, mijn=mijn
    )


BLAD = Daadblad(
    "inhoud",
    _toon,
    nieuw={
        "motivatie": Daad(f.Motivatieformulier, acties.noteer_motivatie),
        "factor": Daad(f.Factorformulier, acties.voeg_factor_toe),
        "ondersteuning": Daad(f.Ondersteuningformulier, acties.leg_ondersteuning_vast),
        "start": Daad(f.Startformulier, acties.noteer_start),
        "doel": Daad(f.Doelformulier, acties.voeg_doel_toe),
        "instemming": Daad(f.Instemmingformulier, acties.noteer_instemming),
        "zonder": Daad(f.Zonderformulier, acties.ga_verder_zonder),
        "poging": Daad(f.Pogingformulier, acties.noteer_poging),
    },
    van_rij={
        "lot": Daad(f.Lotformulier, acties.besluit_over_ondersteuning),
        "doeleinde": Daad(f.Doeleindformulier, acties.beeindig_doel),
        "weer": Daad(f.Weerformulier, acties.werkt_weer_mee),
        "factoreinde": Daad(f.Eindeformulier, acties.beeindig_factor),
    },
)
"""What can be added, and what can be done with what stands."""
BASIS = "dossiers/<uuid:dossier>/plan/inhoud/"
urlpatterns = [
    path(BASIS, pagina, name="inhoud"),
    path(f"{BASIS}vragen/", vragen, name="planvragen"),
    *BLAD.adressen(BASIS),
]
