"""One action with its history, and everything that this desk may do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.plan.overgangen import (
    OPEN,
    OVERGANGEN,
    Daad,
    GeenOvergang,
    Overgang,
    mag_wijzigen,
    rollen,
)
from richting.akkoord.plan.woorden import Actieherkomst, Actiekader, Actiestaat
from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen import actienamen
from richting.plannen.acties import actielijst as acties
from richting.plannen.botsing import Botsing, Veldverschil
from richting.plannen.formulieren.actielijst import (
    Daadformulier,
    Uitvoerderformulier,
    Wijzigformulier,
)
from richting.plannen.formulieren.inhoud import Versieveld
from richting.plannen.models import Actie
from richting.plannen.overzichten import actielijst
from richting.plannen.paginas.actiebeeld import beeld, overgangen, plekken
from richting.plannen.paginas.kader import kader
from richting.plannen.toegang import lees_plan

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

HANDELING = "plan: actie"
WIJZIG, UITVOERDER = "wijzig", "uitvoerder"


@dataclass(frozen=True)
class Fout:
    """A form that was refused: which, and what others changed."""

    wat: str
    formulier: Versieveld
    botsing: Botsing | None = None


@require_safe
@met_loket()
def pagina(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """One action: what, who, when, its history, and what can be done. Clausule 4.3, 8.5."""
    return _toon(request, dossier, nummer)


@require_POST
@met_loket()
def doe(request: Verzoek, dossier: UUID, nummer: UUID, daad: str) -> HttpResponse:
    """Do one thing of the table of transitions. Clausule 4.3, 5.4, 8.5."""
    overgang = next((o for o in OVERGANGEN if o.daad == daad), None)
    if overgang is None:
        raise Http404
    formulier = _maak(request, Daadformulier, daad, request.POST, overgang=overgang)
    if not formulier.is_valid():
        return _toon(request, dossier, nummer, Fout(daad, formulier))
    schoon = formulier.cleaned_data

    def act() -> None:
        acties.doe(
            request.wie,
            dossier,
            nummer,
            Daad(daad),
            schoon["versie"],
            schoon.get("reden", ""),
            schoon.get("toelichting", ""),
            schoon.get("tot"),
        )

    return _voer_uit(request, dossier, nummer, act, daad, formulier)


@require_POST
@met_loket()
def wijzig(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Change the words, the frame or the days of an action. Clausule 8.5."""
    formulier = _maak(request, Wijzigformulier, WIJZIG, request.POST)
    if not formulier.is_valid():
        return _toon(request, dossier, nummer, Fout(WIJZIG, formulier))
    versie, waarden = formulier.cleaned_data["versie"], formulier.waarden()

    def act() -> None:
        acties.wijzig(request.wie, dossier, nummer, versie, waarden)

    return _voer_uit(request, dossier, nummer, act, WIJZIG, formulier)


@require_POST
@met_loket()
def wijs_aan(request: Verzoek, dossier: UUID, nummer: UUID) -> HttpResponse:
    """Who of this desk does it. Clausule 4.3."""
    leden = actielijst.leden(request.loket.pk)
    formulier = _maak(request, Uitvoerderformulier, UITVOERDER, request.POST, leden=leden)
    if not formulier.is_valid():
        return _toon(request, dossier, nummer, Fout(UITVOERDER, formulier))
    schoon = formulier.cleaned_data

    def act() -> None:
        acties.wijs_uitvoerder_aan(
            request.wie, dossier, nummer, schoon["versie"], schoon["medewerker"]
        )

    return _voer_uit(request, dossier, nummer, act, UITVOERDER, formulier)


def _voer_uit(
    request: Verzoek,
    dossier: UUID,
    nummer: UUID,
    act: Callable[[], None],
    wat: str,
    formulier: Versieveld,
) -> HttpResponse:
    """Do it and go back; a refusal shows the page with the user's own input."""
    try:
        act()
    except NietToegestaan as fout:
        raise Http404 from fout
    except (GeenOvergang, KanNiet) as fout:
        over_dag = fout.code == "datum" and "tot" in formulier.fields
        formulier.add_error("tot" if over_dag else None, _(fout.zin))
        return _toon(request, dossier, nummer, Fout(wat, formulier))
    except Botsing as botsing:
        nieuwer = _op_nieuwe_versie(formulier, botsing)
        return _toon(request, dossier, nummer, Fout(wat, nieuwer, _in_woorden(botsing)))
    messages.success(request, _("Opgeslagen."))
    if request.POST.get("vanaf") == "lijst":
        return redirect("plannen:actielijst", dossier)
    return redirect("plannen:actie", dossier, nummer)


def _toon(request: Verzoek, dossier: UUID, nummer: UUID, fout: Fout | None = None) -> HttpResponse:
    def lees(lees: Lezing, rij: Dossier, mijn: set[str]) -> dict[str, Any] | None:
        een = actielijst.actie(rij.pk, nummer)
        if een is None:
            lees.niets_gezien()
            return None
        lees.gezien([rij.pk], {Gegevenscategorie.PLAN.value, een.categorie})
        return {**kader(rij, "actielijst", mijn, lees.wie), **_inhoud(request, rij, een, fout)}

    inhoud = lees_plan(request.wie, dossier, HANDELING, lees)
    if inhoud is None:
        raise Http404
    botst = fout is not None and fout.botsing is not None
    return render(request, "plannen/actie.html", inhoud, status=409 if botst else 200)


def _inhoud(request: Verzoek, rij: Dossier, een: Actie, fout: Fout | None) -> dict[str, Any]:
    wees = actielijst.zien_niet_meer(een.dossier_id, [een])
    mogelijk = overgangen(een, request.loket.pk, wees)
    eigen = rollen(request.loket.pk, een.verantwoordelijk_id, een.gevraagd_door_id)
    return {
        "actie": beeld(
            een, request.loket.pk, request.wie.vandaag, wees, plekken(rij, request.wie.vandaag)
        ),
        "daden": [_vorm(request, een, overgang, fout) for overgang in mogelijk],
        "wijzigen": _wijzigen(request, een, fout)
        if mag_wijzigen(Actiestaat(een.staat), eigen)
        else None,
        "uitvoerder": _uitvoerder(request, een, fout)
        if een.verantwoordelijk_id == request.loket.pk and een.staat in OPEN
        else None,
        "fout": fout,
        "vandaag": request.wie.vandaag,
    }


def _vorm(request: Verzoek, een: Actie, overgang: Overgang, fout: Fout | None) -> dict[str, Any]:
    """One thing to do, with its form; open when the form has to be seen."""
    formulier = _daad(request, een, overgang, fout)
    return {
        "daad": overgang.daad.value,
        "naam": actienamen.DADEN[overgang.daad],
        "formulier": formulier,
        "gevaar": bool(overgang.redenen) and not overgang.met_datum,
        "open": formulier.is_bound or overgang.daad is Daad.AANVAARDEN,
    }


def _daad(request: Verzoek, een: Actie, overgang: Overgang, fout: Fout | None) -> Versieveld:
    if fout and fout.wat == overgang.daad:
        return fout.formulier
    return _maak(
        request,
        Daadformulier,
        overgang.daad.value,
        overgang=overgang,
        initial={"versie": een.versie},
    )


def _wijzigen(request: Verzoek, een: Actie, fout: Fout | None) -> Versieveld:
    if fout and fout.wat == WIJZIG:
        return fout.formulier
    velden = {naam: getattr(een, naam) for naam in acties.WIJZIGBAAR}
    return _maak(request, Wijzigformulier, WIJZIG, initial={"versie": een.versie, **velden})


def _uitvoerder(request: Verzoek, een: Actie, fout: Fout | None) -> Versieveld:
    if fout and fout.wat == UITVOERDER:
        return fout.formulier
    begin = {"versie": een.versie, "medewerker": een.uitvoerder_id}
    leden = actielijst.leden(request.loket.pk)
    return _maak(request, Uitvoerderformulier, UITVOERDER, leden=leden, initial=begin)


def _maak(
    request: Verzoek, soort: type[Versieveld], wat: str, gegevens: Any = None, **meer: Any
) -> Any:
    vandaag = request.wie.vandaag
    return soort(gegevens, vandaag=vandaag, mijn=set(), auto_id=f"id_{wat}_%s", **meer)


def _op_nieuwe_versie(formulier: Versieveld, botsing: Botsing) -> Versieveld:
    """The same input, now on top of the version that stands."""
    formulier.data = {**formulier.data.dict(), "versie": str(botsing.rij.versie)}  # type: ignore[attr-defined]
    return formulier


def _in_woorden(botsing: Botsing) -> Botsing:
    """The same clash with the words of the screen for states, reasons, frames and desks."""
    return Botsing(botsing.rij, tuple(_verschil(een, botsing) for een in botsing.verschillen))


def _verschil(een: Veldverschil, botsing: Botsing) -> Veldverschil:
    if een.veld == "verantwoordelijk_id":
        doet = actielijst.doet(botsing.rij)
        return Veldverschil(_("Verantwoordelijk"), doet, _("Uw loket"))
    if een.veld == "resultaat":
        return Veldverschil(_("Resultaat"), een.nu, een.uw)
    if een.veld not in WOORDEN:
        return een
    naam, woord = WOORDEN[een.veld]
    return Veldverschil(str(naam), woord(een.nu), woord(een.uw))


WOORDEN: dict[str, tuple[_StrOrPromise, Callable[[str], str]]] = {
    "staat": (gettext_lazy("Stand"), lambda code: str(actienamen.STATEN[Actiestaat(code)])),
    "reden": ("reden", actienamen.redenzin),
    "herkomst": ("herkomst", lambda c: str(actienamen.HERKOMSTEN[Actieherkomst(c)])),
    "kader": ("kader", lambda code: str(actienamen.KADERS[Actiekader(code)])),
}
"""How the values of these fields read; the label of a field stands in its form."""


BASIS = "dossiers/<uuid:dossier>/plan/acties/<uuid:nummer>/"
urlpatterns = [
    path(BASIS, pagina, name="actie"),
    path(f"{BASIS}wijzig/", wijzig, name="actie_wijzig"),
    path(f"{BASIS}uitvoerder/", wijs_aan, name="actie_uitvoerder"),
    path(f"{BASIS}<slug:daad>/", doe, name="actie_daad"),
]
