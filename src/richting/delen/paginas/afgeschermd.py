"""For managers and privacy officers: which staff may, or may not, see a dossier. Clausule 3.6."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from richting.delen import acties, overzichten, rechten
from richting.delen.formulieren import Afschermformulier, Eindeformulier, Zoekformulier
from richting.delen.models import Afscherming
from richting.delen.panelen import per_dag
from richting.kern.lezen import lezing
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Lidmaatschap
from richting.partijen.werkplek import Verzoek, met_loket

CATEGORIE = {"afscherming"}


def _voor_beheer(pagina: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only for who may restrict; for others the page does not exist."""

    @met_loket()
    @wraps(pagina)
    def achter_deur(request: Verzoek, *args: Any, **kwargs: Any) -> HttpResponse:
        if not rechten.mag_afschermen(request):
            raise Http404
        return pagina(request, *args, **kwargs)

    return achter_deur


@require_http_methods(["GET", "HEAD", "POST"])
@_voor_beheer
def afgeschermd(request: Verzoek) -> HttpResponse:
    """The restricted dossiers of the own desk; a POST looks for a dossier by its number."""
    zoek = Zoekformulier(request.POST if request.method == "POST" else None)
    gevonden = None
    with lezing(request.wie, "afgeschermde dossiers") as lees:
        if zoek.is_valid():
            gevonden = overzichten.zoek_afschermbaar(zoek.cleaned_data["nummer"].strip())
        regels = overzichten.afgeschermd()
        lees.gezien(
            {regel.dossier for regel in regels} | ({gevonden} if gevonden else set()), CATEGORIE
        )
    if gevonden:
        return redirect("delen:afscherming", gevonden)
    if zoek.is_bound and zoek.is_valid():
        zoek.add_error("nummer", _("Uw loket heeft geen dossier met dit nummer."))
    return render(request, "delen/afgeschermd.html", {"regels": regels, "zoek": zoek})


@require_http_methods(["GET", "HEAD", "POST"])
@_voor_beheer
def afscherming(request: Verzoek, dossier: UUID) -> HttpResponse:
    """The restrictions on one dossier and who looked; a POST adds a restriction."""
    formulier = _formulier(request, dossier)
    if formulier.is_bound and formulier.is_valid():
        try:
            _voer_uit(request, dossier, formulier)
        except NietToegestaan as fout:
            raise Http404 from fout
        except KanNiet as fout:
            formulier.add_error("medewerkers", fout.zin)
        else:
            messages.success(request, _("De beperking geldt vanaf nu."))
            return redirect("delen:afscherming", dossier)
    return _toon(request, dossier, formulier)


@require_POST
@_voor_beheer
def beeindig(request: Verzoek, dossier: UUID, nummer: int) -> HttpResponse:
    """End one restriction, with a reason."""
    einde = Eindeformulier(request.POST)
    if not einde.is_valid():
        return _toon(request, dossier, _formulier(request, dossier, leeg=True), {nummer: einde})
    try:
        acties.beeindig_afscherming(request.wie, dossier, nummer, einde.cleaned_data["reden"])
    except NietToegestaan as fout:
        raise Http404 from fout
    messages.success(request, _("De beperking is beëindigd."))
    return redirect("delen:afscherming", dossier)


def _formulier(request: Verzoek, dossier: UUID, *, leeg: bool = False) -> Afschermformulier:
    with lezing(request.wie, "afscherming kiezen") as lees:
        loketten = overzichten.afschermbare_loketten(dossier)
        lees.gezien([dossier] if loketten else [], CATEGORIE)
    if not loketten:
        raise Http404
    leden = (
        Lidmaatschap.objects.filter(loket__in=loketten, medewerker__is_active=True)
        .select_related("medewerker", "loket")
        .order_by("loket__naam", "medewerker__naam")
    )
    ingevuld = request.POST if request.method == "POST" and not leeg else None
    return Afschermformulier(leden, ingevuld)


def _voer_uit(request: Verzoek, dossier: UUID, formulier: Afschermformulier) -> None:
    reden = formulier.cleaned_data["reden"]
    for loket, medewerkers in formulier.gekozen().items():
        if formulier.cleaned_data["soort"] == Afscherming.ALLEEN:
            acties.scherm_af(request.wie, dossier, loket, medewerkers, reden)
            continue
        for medewerker in medewerkers:
            acties.sluit_uit(request.wie, dossier, loket, medewerker, reden)


def _toon(
    request: Verzoek,
    dossier: UUID,
    formulier: Afschermformulier,
    fouten: dict[int, Eindeformulier] | None = None,
) -> HttpResponse:
    with lezing(request.wie, "afscherming") as lees:
        nummer = overzichten.afschermbaar(dossier)
        regels = overzichten.beperkingen(dossier)
        blikken = overzichten.wie_keek(dossier)
        lees.gezien([dossier] if nummer else [], CATEGORIE)
    if nummer is None:
        raise Http404
    fouten = fouten or {}
    inhoud = {
        "dossier": dossier,
        "nummer": nummer,
        "regels": [
            (regel, fouten.get(regel.id) or Eindeformulier(auto_id=f"id_einde_{regel.id}_%s"))
            for regel in regels
        ],
        "blikken": per_dag(blikken),
        "formulier": formulier,
        "fout": next(iter(fouten.values()), formulier),
    }
    status = 400 if inhoud["fout"].errors else 200  # type: ignore[attr-defined]
    return render(request, "delen/afscherming.html", inhoud, status=status)
