"""Who at this desk has what: nothing hangs on somebody who is not there. Clausule 1.6."""

from __future__ import annotations

from collections.abc import Set
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from richting.delen.paginas.daad import Geweigerd, gekozen, voer_uit
from richting.kern.lezen import lezing
from richting.partijen.fouten import NietToegestaan
from richting.partijen.werkplek import Verzoek, met_loket
from richting.regie import namen
from richting.regie.acties.personeel import (
    beeindig_afwezigheid,
    meld_afwezig,
    verplaats_alles,
    wijs_toe,
)
from richting.regie.formulieren.regie import Afwezigformulier, Collegaformulier
from richting.regie.overzichten.overdracht import zonder_aanvaarding
from richting.regie.overzichten.personeel import (
    afwezigheden,
    bezetting,
    bladzijde_zonder_persoon,
    leden,
)
from richting.regie.paginas.regie import DRIEHOEK

HANDELING = "verdeling"
TOEWIJZEN, AFWEZIG = "toewijzen", "afwezig"


@require_safe
@met_loket(*DRIEHOEK)
def verdeling(request: Verzoek) -> HttpResponse:
    """Dossiers without a person, and of who is not there; who is away. Clausule 1.6."""
    return _toon(request, None)


@require_POST
@met_loket(*DRIEHOEK)
def toewijzen(request: Verzoek) -> HttpResponse:
    """Give the chosen dossiers to a colleague: one by everybody, more by the manager."""
    formulier = _collega(request, TOEWIJZEN, request.POST)
    dossiers = _nummers(request.POST.getlist("dossier"))

    def act(schoon: dict[str, Any]) -> None:
        aantal = wijs_toe(request.wie, dossiers, schoon["medewerker"])
        _meld(request, aantal)

    if not dossiers:
        formulier.add_error(None, _("Kies minstens één dossier."))
        return _toon(request, Geweigerd(TOEWIJZEN, formulier))
    if len(dossiers) > 1 and not request.is_beheerder:
        zin = _("Meer dan één dossier tegelijk verdeelt de beheerder van uw loket. Kies er één.")
        formulier.add_error(None, zin)
        return _toon(request, Geweigerd(TOEWIJZEN, formulier), set(dossiers))
    fout = voer_uit(act, TOEWIJZEN, formulier)
    return _toon(request, fout, set(dossiers)) if fout else redirect("regie:verdeling")


@require_POST
@met_loket(*DRIEHOEK, beheerder=True)
def verplaats(request: Verzoek, medewerker: int) -> HttpResponse:
    """Move every dossier of somebody to a colleague. By the manager. Clausule 1.6."""
    formulier = _collega(request, f"van-{medewerker}", request.POST, zonder=medewerker)

    def act(schoon: dict[str, Any]) -> None:
        _meld(request, verplaats_alles(request.wie, medewerker, schoon["medewerker"]))

    return _klaar(request, voer_uit(act, f"van-{medewerker}", formulier))


@require_POST
@met_loket(*DRIEHOEK)
def afwezig(request: Verzoek) -> HttpResponse:
    """Say who is away and who stands in: oneself, or anybody for the manager."""
    formulier = _afwezig(request, request.POST)

    def act(schoon: dict[str, Any]) -> None:
        meld_afwezig(request.wie, **schoon)
        messages.success(request, _("Opgeslagen."))

    return _klaar(request, voer_uit(act, AFWEZIG, formulier))


@require_POST
@met_loket(*DRIEHOEK)
def weer_terug(request: Verzoek, nummer: int) -> HttpResponse:
    """An absence ends earlier."""
    try:
        beeindig_afwezigheid(request.wie, nummer)
    except NietToegestaan as fout:
        raise Http404 from fout
    messages.success(request, _("Opgeslagen."))
    return redirect("regie:verdeling")


def _nummers(teksten: list[str]) -> list[UUID]:
    try:
        return [UUID(tekst) for tekst in teksten]
    except ValueError as fout:
        raise Http404 from fout


def _meld(request: Verzoek, aantal: int) -> None:
    zin = ngettext("{n} dossier verplaatst.", "{n} dossiers verplaatst.", aantal)
    messages.success(request, zin.format(n=aantal))


def _klaar(request: Verzoek, fout: Geweigerd | None) -> HttpResponse:
    return _toon(request, fout) if fout else redirect("regie:verdeling")


def _collega(request: Verzoek, wat: str, *data: Any, zonder: int | None = None) -> Collegaformulier:
    """To whom dossiers can go; not to `zonder`, who has them now."""
    staf = [een for een in leden(request.loket.pk, request.wie.vandaag) if een.pk != zonder]
    return Collegaformulier(*data, leden=staf, verplicht=True, auto_id=f"id_{wat}_%s")


def _afwezig(request: Verzoek, *data: Any) -> Afwezigformulier:
    zelf = None if request.is_beheerder else request.wie.medewerker
    vandaag = request.wie.vandaag
    return Afwezigformulier(
        *data,
        leden=leden(request.loket.pk, request.wie.vandaag),
        zelf=zelf,
        auto_id="id_afwezig_%s",
        initial={"van": vandaag, "medewerker": request.wie.medewerker},
    )


def _toon(
    request: Verzoek, fout: Geweigerd | None, gekozen_: Set[UUID] = frozenset()
) -> HttpResponse:
    """The page; after a refusal with the dossiers that were chosen still chosen."""
    loket, op = request.loket.pk, request.wie.vandaag
    with lezing(request.wie, HANDELING) as lees:
        zonder, aantal = bladzijde_zonder_persoon(loket, op)
        staf = bezetting(loket, op)
        rechtswege = zonder_aanvaarding(loket)
        gezien = {regel.dossier_id for regel in zonder} | {r.dossier_id for r in rechtswege}
        lees.gezien(gezien, {"verblijf"})
    inhoud = {
        "zonder": zonder,
        "gekozen": gekozen_,
        "alles": request.is_beheerder and request.GET.get("kies") == "alles",
        "aantal": aantal,
        "toewijzen": gekozen(fout, TOEWIJZEN, _collega(request, TOEWIJZEN)),
        "weg": [_weg(request, een, fout) for een in staf if een.reden and een.aantal],
        "staf": [een for een in staf if not (een.reden and een.aantal)],
        "rechtswege": rechtswege,
        "afwezigheden": afwezigheden(loket, op),
        "afwezig": gekozen(fout, AFWEZIG, _afwezig(request)),
        "fout": fout,
        "beheerder": request.is_beheerder,
        "vandaag": op,
    }
    return render(request, "regie/verdeling.html", inhoud)


def _weg(request: Verzoek, een: Any, fout: Geweigerd | None) -> dict[str, Any]:
    wat = f"van-{een.medewerker}"
    formulier = None
    if request.is_beheerder:
        formulier = gekozen(fout, wat, _collega(request, wat, zonder=een.medewerker))
    return {"wie": een, "reden": namen.BEZETTINGEN[een.reden], "formulier": formulier}


urlpatterns = [
    path("verdeling/", verdeling, name="verdeling"),
    path("verdeling/toewijzen/", toewijzen, name="verdeling_toewijzen"),
    path("verdeling/verplaats/<int:medewerker>/", verplaats, name="verdeling_verplaats"),
    path("verdeling/afwezig/", afwezig, name="verdeling_afwezig"),
    path("verdeling/afwezig/<int:nummer>/terug/", weer_terug, name="verdeling_terug"),
]
