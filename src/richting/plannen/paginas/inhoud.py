"""Question, offer, motivation, factors, support, start and agreement: one page, one form an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
from richting.partijen.fouten import NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import namen
from richting.plannen.acties import inhoud as acties
from richting.plannen.botsing import Botsing
from richting.plannen.formulieren import inhoud as f
from richting.plannen.overzichten.inhoud import Inhoud, inhoud
from richting.plannen.paginas.daad import Fout, ingevuld, op_nieuwe_versie, vakken, voer_uit
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan
from richting.plannen.woorden import Planvraagsoort

Act = Callable[..., Any]
NIEUW: dict[str, tuple[type[f.Planformulier], Act]] = {
    "motivatie": (f.Motivatieformulier, acties.noteer_motivatie),
    "factor": (f.Factorformulier, acties.voeg_factor_toe),
    "ondersteuning": (f.Ondersteuningformulier, acties.leg_ondersteuning_vast),
    "start": (f.Startformulier, acties.noteer_start),
    "doel": (f.Doelformulier, acties.voeg_doel_toe),
    "instemming": (f.Instemmingformulier, acties.noteer_instemming),
    "zonder": (f.Zonderformulier, acties.ga_verder_zonder),
    "poging": (f.Pogingformulier, acties.noteer_poging),
}
"""What can be added: its form, and the act that takes the values of the form."""

VAN_RIJ: dict[str, tuple[type[f.Versieveld], Act]] = {
    "lot": (f.Lotformulier, acties.besluit_over_ondersteuning),
    "doeleinde": (f.Doeleindformulier, acties.beeindig_doel),
    "weer": (f.Weerformulier, acties.werkt_weer_mee),
    "factoreinde": (f.Eindeformulier, acties.beeindig_factor),
}
"""What can be done with a row that stands: its form, and the act that takes row and version."""

VRAGEN = "vragen"
"""What a fault was about, when it was about the questions of the plan."""


@require_safe
@met_loket()
def pagina(request: Verzoek, dossier: UUID) -> HttpResponse:
    """What the parties and the person say: question, offer, motivation. Clausule 4.1–4.4, 5.2."""
    return _toon(request, dossier)


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


@require_POST
@met_loket()
def voeg_toe(request: Verzoek, dossier: UUID, wat: str) -> HttpResponse:
    """Add something to the plan."""
    if wat not in NIEUW:
        raise Http404
    soort, act = NIEUW[wat]
    formulier = ingevuld(request, dossier, soort, wat)
    if not formulier.is_valid():
        return _toon(request, dossier, Fout(wat, formulier))
    waarden = formulier.waarden()
    return _voer_uit(request, dossier, lambda: act(request.wie, dossier, **waarden), wat, formulier)


@require_POST
@met_loket()
def doe_met(request: Verzoek, dossier: UUID, wat: str, nummer: UUID) -> HttpResponse:
    """Decide on something that stands in the plan, or end it."""
    if wat not in VAN_RIJ:
        raise Http404
    soort, act = VAN_RIJ[wat]
    formulier = ingevuld(request, dossier, soort, f"{wat}_{nummer}")
    if not formulier.is_valid():
        return _toon(request, dossier, Fout(wat, formulier, str(nummer)))
    waarden = (
        formulier.waarden() if isinstance(formulier, f.Lotformulier) else formulier.cleaned_data
    )
    return _voer_uit(
        request,
        dossier,
        lambda: act(request.wie, dossier, nummer, **waarden),
        wat,
        formulier,
        str(nummer),
    )


def _voer_uit(
    request: Verzoek,
    dossier: UUID,
    doe: Callable[[], Any],
    wat: str,
    formulier: f.Planformulier,
    rij: str = "",
) -> HttpResponse:
    """Do it and go back to the page; a refusal shows the page with the user's own input."""
    fout = voer_uit(doe, wat, formulier, rij)
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, _("Opgeslagen."))
    return redirect("plannen:inhoud", dossier)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None = None) -> HttpResponse:
    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        bouwer = _Bouwer(request, mijn, fout)
        return {**kader(rij, "inhoud", mijn), **bouwer.inhoud(inhoud(rij.pk))}

    beeld = lees_plan(request.wie, dossier, "plan: vraag en motivatie", lees)
    return render(request, "plannen/inhoud.html", beeld, status=fout.status if fout else 200)


@dataclass(frozen=True)
class _Bouwer:
    """Puts the content and its forms together for the template."""

    request: Verzoek
    mijn: set[str]
    fout: Fout | None

    def inhoud(self, alles: Inhoud) -> dict[str, Any]:
        """The context of the page."""
        return {
            "alles": alles,
            "fout": self.fout,
            "open": self.fout.wat if self.fout else "",
            "ziet_motivatie": acties.MOTIVATIE in self.mijn,
            "vragen": [
                self._vraag(soort, alles).over(naam) for soort, naam in namen.PLANVRAGEN.items()
            ],
            "nieuw": {wat: self._nieuw(wat, soort) for wat, (soort, _act) in NIEUW.items()},
            "doelen": [(doel, self._van_rij("doeleinde", doel)) for doel in alles.doelen],
            "steun": [(rij, self._van_rij("lot", rij)) for rij in alles.ondersteuning],
            "factoren": [(rij, self._van_rij("factoreinde", rij)) for rij in alles.factoren],
            "weer": self._van_rij("weer", alles.zonder) if alles.zonder else None,
        }

    def _vraag(self, soort: Planvraagsoort, alles: Inhoud) -> f.Vraagformulier:
        """What stands; after a refusal everything as it was sent."""
        if self.fout and self.fout.wat == VRAGEN:
            if self.fout.rij == soort.value:
                return cast(f.Vraagformulier, self.fout.formulier)
            return _ingevulde_vragen(self.request, self.mijn)[soort]
        rij = alles.vragen.get(soort)
        begin = {"tekst": rij.tekst, "versie": rij.versie} if rij else {"versie": 0}
        return f.Vraagformulier(
            initial=begin, prefix=soort.value, vandaag=self.request.wie.vandaag, mijn=self.mijn
        )

    def _nieuw(self, wat: str, soort: type[f.Planformulier]) -> f.Planformulier:
        if self.fout and self.fout.wat == wat:
            return self.fout.formulier
        return self._maak(soort, wat, {})

    def _van_rij(self, wat: str, rij: Any) -> f.Planformulier:
        if self.fout and (self.fout.wat, self.fout.rij) == (wat, str(rij.pk)):
            return self.fout.formulier
        begin = {"versie": rij.versie}
        if wat == "lot":
            begin |= {"lot": rij.lot, "door": rij.besloten_door, "reden": rij.reden}
        return self._maak(VAN_RIJ[wat][0], f"{wat}_{rij.pk}", begin)

    def _maak(
        self, soort: type[f.Planformulier], id_: str, begin: dict[str, Any]
    ) -> f.Planformulier:
        return soort(
            initial=begin,
            vandaag=self.request.wie.vandaag,
            mijn=self.mijn,
            auto_id=f"id_{id_}_%s",
        )


BASIS = "dossiers/<uuid:dossier>/plan/inhoud/"
urlpatterns = [
    path(BASIS, pagina, name="inhoud"),
    path(f"{BASIS}vragen/", vragen, name="planvragen"),
    path(f"{BASIS}nieuw/<slug:wat>/", voeg_toe, name="inhoud_nieuw"),
    path(f"{BASIS}<slug:wat>/<uuid:nummer>/", doe_met, name="inhoud_van_rij"),
]
