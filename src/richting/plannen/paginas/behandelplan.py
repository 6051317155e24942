"""Steps outside, hearings, and the treatment plan of the institution: one page, one form an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties import behandelplan as acties
from richting.plannen.formulieren import behandelplan as f
from richting.plannen.formulieren.inhoud import Planformulier
from richting.plannen.models import Behandeldoel, Faseringsstap, Zitting
from richting.plannen.overzichten.behandelplan import Behandelbeeld, behandelbeeld
from richting.plannen.paginas.daad import Fout, ingevuld, voer_uit
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

Act = Callable[..., Any]
NIEUW: dict[str, tuple[type[Planformulier], Act]] = {
    "behandeldoel": (f.Behandeldoelformulier, acties.stel_behandeldoel),
    "stap": (f.Stapformulier, acties.neem_stap_voor),
    "zitting": (f.Zittingformulier, acties.plan_zitting),
}
VAN_RIJ: dict[str, tuple[type[Planformulier], Act]] = {
    "evaluatie": (f.Evaluatieformulier, acties.evalueer_behandeldoel),
    "staat": (f.Stapstaatformulier, acties.zet_stap),
    "reactie": (f.Reactieformulier, acties.reageer_op_stap),
    "uitspraak": (f.Uitspraakformulier, acties.leg_uitspraak_vast),
}


@require_safe
@met_loket()
def pagina(request: Verzoek, dossier: UUID) -> HttpResponse:
    """Steps outside, hearings, treatment. Clausule 1.10, 5.6, 5.12."""
    return _toon(request, dossier, None)


@require_POST
@met_loket()
def voeg_toe(request: Verzoek, dossier: UUID, wat: str) -> HttpResponse:
    """Add a goal, a step or a hearing."""
    if wat not in NIEUW:
        raise Http404
    soort, act = NIEUW[wat]
    formulier = ingevuld(request, dossier, soort, wat)

    def doe() -> None:
        act(request.wie, dossier, **formulier.waarden())

    return _voer_uit(request, dossier, wat, formulier, doe)


@require_POST
@met_loket()
def doe_met(request: Verzoek, dossier: UUID, wat: str, nummer: UUID) -> HttpResponse:
    """Evaluate a goal, move a step on, react to it, or record a ruling."""
    if wat not in VAN_RIJ:
        raise Http404
    soort, act = VAN_RIJ[wat]
    formulier = ingevuld(request, dossier, soort, f"{wat}_{nummer}")

    def doe() -> None:
        act(request.wie, dossier, nummer, **formulier.waarden())

    return _voer_uit(request, dossier, wat, formulier, doe, str(nummer))


def _voer_uit(
    request: Verzoek,
    dossier: UUID,
    wat: str,
    formulier: Planformulier,
    doe: Callable[[], Any],
    rij: str = "",
) -> HttpResponse:
    fout = voer_uit(doe, wat, formulier, rij) if formulier.is_valid() else Fout(wat, formulier, rij)
    if fout:
        return _toon(request, dossier, fout)
    messages.success(request, _("Opgeslagen."))
    return redirect("plannen:behandelplan", dossier)


def _toon(request: Verzoek, dossier: UUID, fout: Fout | None) -> HttpResponse:
    def lees(_lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any]:
        bouwer = _Bouwer(request, mijn, fout)
        return {**kader(rij, "behandelplan", mijn), **bouwer.inhoud(behandelbeeld(rij.pk))}

    beeld = lees_plan(request.wie, dossier, "plan: stappen en behandeling", lees)
    status = fout.status if fout else 200
    return render(request, "plannen/behandelplan.html", beeld, status=status)


@dataclass(frozen=True)
class _Bouwer:
    """Puts the content and its forms together for the template."""

    request: Verzoek
    mijn: set[str]
    fout: Fout | None

    def inhoud(self, beeld: Behandelbeeld) -> dict[str, Any]:
        """The context of the page."""
        inrichting = self.request.loket.soort in acties.INRICHTINGEN
        return {
            "fout": self.fout,
            "inrichting": inrichting,
            "ziet_behandeling": acties.BEHANDELING in self.mijn,
            "doelen": [(doel, self._doel(doel)) for doel in beeld.doelen],
            "stappen": [
                {
                    "rij": stap,
                    "staat": self._staat(stap) if inrichting else None,
                    "reactie": self._rij(f.Reactieformulier, "reactie", stap.pk, {}),
                }
                for stap in beeld.stappen
            ],
            "zittingen": [(zitting, self._uitspraak(zitting)) for zitting in beeld.zittingen],
            "nieuw": {wat: self._nieuw(wat, soort) for wat, (soort, _act) in NIEUW.items()},
        }

    def _nieuw(self, wat: str, soort: type[Planformulier]) -> Planformulier:
        if self.fout and self.fout.wat == wat:
            return self.fout.formulier
        return soort(auto_id=f"id_{wat}_%s", **self._gedeeld())

    def _doel(self, doel: Behandeldoel) -> Planformulier:
        begin = {"versie": doel.versie, "stand": doel.stand, "evaluatie": doel.evaluatie}
        return self._rij(f.Evaluatieformulier, "evaluatie", doel.pk, begin)

    def _staat(self, stap: Faseringsstap) -> Planformulier | None:
        """None when the step came to an end."""
        verder = f.VERDER[f.Stapstaat(stap.staat)]
        if not verder:
            return None
        begin = {"versie": stap.versie}
        return self._rij(f.Stapstaatformulier, "staat", stap.pk, begin, nu=stap.staat)

    def _uitspraak(self, zitting: Zitting) -> Planformulier | None:
        """None when the judge has decided."""
        if zitting.uitspraak_op:
            return None
        return self._rij(f.Uitspraakformulier, "uitspraak", zitting.pk, {"versie": zitting.versie})

    def _rij(
        self, soort: type[Planformulier], wat: str, pk: UUID, begin: dict[str, Any], **meer: Any
    ) -> Planformulier:
        if self.fout and (self.fout.wat, self.fout.rij) == (wat, str(pk)):
            return self.fout.formulier
        return soort(initial=begin, auto_id=f"id_{wat}_{pk}_%s", **self._gedeeld(), **meer)

    def _gedeeld(self) -> dict[str, Any]:
        return {"vandaag": self.request.wie.vandaag, "mijn": self.mijn}


BASIS = "dossiers/<uuid:dossier>/plan/stappen/"
urlpatterns = [
    path(BASIS, pagina, name="behandelplan"),
    path(f"{BASIS}nieuw/<slug:wat>/", voeg_toe, name="behandelplan_nieuw"),
    path(f"{BASIS}<slug:wat>/<uuid:nummer>/", doe_met, name="behandelplan_van_rij"),
]
