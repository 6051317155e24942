"""The provisions of a municipality or region: what there is, keeping them, and who waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from richting.akkoord.meldingen import PLANPARTIJEN
from richting.akkoord.plan.voorzieningen import HOUDERS, Plaatsdaad, Plaatsstaat
from richting.akkoord.plan.woorden import Leefgebied
from richting.dossiers.gevraagd import EERST_JA, waar_alleen_gevraagd
from richting.kern.lezen import Lezing, lezing
from richting.partijen.werkplek import Verzoek, met_loket
from richting.plannen.acties import voorzieningen as acties
from richting.plannen.formulieren.voorzieningen import (
    Voorzieningformulier,
    Zoekformulier,
    als_invoer,
)
from richting.plannen.overzichten import voorzieningen as overzicht
from richting.plannen.overzichten.voorzieningen import Aanvraag, Voorzieningbeeld
from richting.plannen.paginas.daad import Fout, voer_uit
from richting.plannen.paginas.plaatsdaden import Daadvorm, ingestuurd, vormen
from richting.plannen.paginas.plaatsdaden import doe as doe_stap

HANDELING = "voorzieningen"
NIEUW, WIJZIG = "nieuw", "wijzig"
ALLES = {gebied.categorie.value for gebied in Leefgebied}


@dataclass(frozen=True)
class Vraagbeeld:
    """What a keeper is asked, with the forms for what it may do, or why it may not yet."""

    vraag: Aanvraag
    vormen: list[Daadvorm]
    eerst_ja: str = ""

    @property
    def anker(self) -> str:
        """The id of its heading on a page."""
        return f"plaats-{self.vraag.nummer}"


@require_safe
@met_loket(*PLANPARTIJEN)
def lijst(request: Verzoek) -> HttpResponse:
    """What this desk keeps and is asked, and the provisions of any municipality. Clausule 8.3."""
    return _toon_lijst(request, None)


@require_POST
@met_loket(*HOUDERS)
def nieuw(request: Verzoek) -> HttpResponse:
    """Add a provision of this desk. Clausule 4.3, 8.3."""
    formulier = _formulier(request, NIEUW, request.POST)
    fout: Fout | None = Fout(NIEUW, formulier)
    if formulier.is_valid():
        fout = voer_uit(lambda: acties.voeg_toe(request.wie, formulier.inhoud()), NIEUW, formulier)
    if fout:
        return _toon_lijst(request, fout)
    messages.success(request, _("De voorziening staat op de lijst."))
    return redirect("plannen:voorzieningen")


@require_safe
@met_loket(*PLANPARTIJEN)
def een(request: Verzoek, nummer: UUID) -> HttpResponse:
    """One provision; for its keeper with the queue and who is in it. Clausule 8.3."""
    return _toon(request, nummer, None)


@require_POST
@met_loket(*HOUDERS)
def wijzig(request: Verzoek, nummer: UUID) -> HttpResponse:
    """Change, open or close a provision. Clausule 8.3."""
    formulier = _formulier(request, WIJZIG, request.POST)
    fout: Fout | None = Fout(WIJZIG, formulier)
    if formulier.is_valid():
        versie = formulier.cleaned_data["versie"]
        fout = voer_uit(
            lambda: acties.wijzig(request.wie, nummer, versie, formulier.inhoud()),
            WIJZIG,
            formulier,
        )
    return _klaar(request, nummer, fout)


@require_POST
@met_loket(*HOUDERS)
def wachttijd(request: Verzoek, nummer: UUID) -> HttpResponse:
    """The waiting time that stands is still right. Clausule 8.3."""
    versie = request.POST.get("versie", "")
    if not versie.isdecimal():
        raise Http404
    formulier = _formulier(request, WIJZIG, request.POST)
    fout = voer_uit(
        lambda: acties.bevestig_wachttijd(request.wie, nummer, int(versie)), WIJZIG, formulier
    )
    return _klaar(request, nummer, fout)


@require_POST
@met_loket(*HOUDERS)
def doe(request: Verzoek, nummer: UUID, plaats: UUID, daad: str) -> HttpResponse:
    """Reserve, confirm, refuse or set free a place. Clausule 8.3."""
    if daad not in set(Plaatsdaad):
        raise Http404
    formulier = ingestuurd(request, plaats, Plaatsdaad(daad))
    return _klaar(request, nummer, doe_stap(request, plaats, formulier, voorziening=nummer))


def _klaar(request: Verzoek, nummer: UUID, fout: Fout | None) -> HttpResponse:
    if fout:
        return _toon(request, nummer, fout)
    messages.success(request, _("Opgeslagen."))
    return redirect("plannen:voorziening", nummer)


def _toon_lijst(request: Verzoek, fout: Fout | None) -> HttpResponse:
    houdt = request.loket.soort in HOUDERS
    with lezing(request.wie, HANDELING) as lees:
        inhoud: dict[str, Any] = {"houdt": houdt, "fout": fout, **_gezocht(request)}
        if houdt:
            vandaag, loket = request.wie.vandaag, request.loket.pk
            eigen = overzicht.eigen_voorzieningen(loket, vandaag)
            vragen = [v for v in overzicht.aanvragen(vandaag) if v.staat is Plaatsstaat.GEVRAAGD]
            inhoud |= {
                "eigen": eigen,
                "vragen": sorted(vragen, key=lambda v: (v.antwoord_uiterlijk, v.gevraagd_op)),
                "namen": {beeld.rij.pk: beeld.rij.naam for beeld in eigen},
                "vandaag": vandaag,
                "nieuw": fout.formulier if fout else _formulier(request, NIEUW),
            }
            _verantwoord(lees, vragen, eigen)
        else:
            lees.niets_gezien()
    return render(
        request, "plannen/voorzieningen.html", inhoud, status=fout.status if fout else 200
    )


def _gezocht(request: Verzoek) -> dict[str, Any]:
    """The provisions of the municipality that was chosen. Within a reading."""
    zoek = Zoekformulier(request.GET or None, gemeenten=overzicht.gemeenten_met_aanbod())
    gevonden: list[Voorzieningbeeld] | None = None
    if zoek.is_valid() and zoek.cleaned_data["gemeente"]:
        gevonden = overzicht.voorzieningen(
            zoek.cleaned_data["gemeente"],
            zoek.cleaned_data["leefgebied"],
            request.wie.vandaag,
            request.loket.pk,
        )
    return {"zoek": zoek, "gevonden": gevonden}


def _toon(request: Verzoek, nummer: UUID, fout: Fout | None) -> HttpResponse:
    inhoud: dict[str, Any] | None = None
    with lezing(request.wie, HANDELING) as lees:
        beeld = overzicht.voorziening(nummer, request.wie.vandaag, request.loket.pk)
        if beeld is None or (fout and not beeld.van_ons):
            lees.niets_gezien()
        else:
            inhoud = {"beeld": beeld, "fout": fout, "vandaag": request.wie.vandaag}
            vragen = overzicht.aanvragen(request.wie.vandaag, nummer) if beeld.van_ons else []
            inhoud |= _beheer(request, beeld, vragen, fout) if beeld.van_ons else {}
            _verantwoord(lees, vragen, [beeld])
    if inhoud is None:
        raise Http404
    return render(request, "plannen/voorziening.html", inhoud, status=fout.status if fout else 200)


def _beheer(
    request: Verzoek, beeld: Voorzieningbeeld, vragen: list[Aanvraag], fout: Fout | None
) -> dict[str, Any]:
    gevraagd = waar_alleen_gevraagd(request.wie, {v.dossier for v in vragen if v.dossier})
    beelden = [
        Vraagbeeld(v, [], _(EERST_JA))
        if v.dossier in gevraagd
        else Vraagbeeld(v, vormen(request, v, v.daden, v.nummer, fout))
        for v in vragen
    ]
    eigen = fout if fout and fout.wat == WIJZIG else None
    leeg = _formulier(request, WIJZIG, initial=als_invoer(beeld.rij))
    return {
        "wachtrij": [b for b in beelden if b.vraag.wachtplek],
        "geplaatst": [b for b in beelden if not b.vraag.wachtplek],
        "wijzigen": eigen.formulier if eigen else leeg,
        "wijzigen_open": eigen is not None,
    }


def _verantwoord(lees: Lezing, vragen: list[Aanvraag], beelden: list[Voorzieningbeeld]) -> None:
    """Put on record whom these questions show, each in its own compartments."""
    lees.niets_gezien()
    for dossier, vakken in overzicht.gezien(vragen, beelden).items():
        lees.gezien([dossier], vakken)


def _formulier(request: Verzoek, wat: str, *data: Any, **meer: Any) -> Voorzieningformulier:
    return Voorzieningformulier(
        *data,
        vandaag=request.wie.vandaag,
        mijn=ALLES,
        gemeenten=overzicht.gemeenten_in_regio(request.loket),
        auto_id=f"id_{wat}_%s",
        **({"initial": {"versie": 0, "is_open": True}} if wat == NIEUW else {}),
        **meer,
    )


BASIS = "voorzieningen/"
urlpatterns = [
    path(BASIS, lijst, name="voorzieningen"),
    path(f"{BASIS}nieuw/", nieuw, name="voorziening_nieuw"),
    path(f"{BASIS}<uuid:nummer>/", een, name="voorziening"),
    path(f"{BASIS}<uuid:nummer>/wijzig/", wijzig, name="voorziening_wijzig"),
    path(f"{BASIS}<uuid:nummer>/wachttijd/", wachttijd, name="voorziening_wachttijd"),
    path(f"{BASIS}<uuid:nummer>/plaatsen/<uuid:plaats>/<slug:daad>/", doe, name="aanvraag_daad"),
]
