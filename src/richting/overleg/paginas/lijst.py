"""The consultations of the desk, and a new one. Clausule 8.1."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from richting.akkoord.overleg import Agendareden, Overlegsoort, soorten_voor
from richting.kern.lezen import lezing
from richting.overleg import namen
from richting.overleg.acties.beleggen import Uitnodiging, beleg
from richting.overleg.acties.punten import Voorstel
from richting.overleg.formulieren import Nieuwformulier
from richting.overleg.models import Overleg
from richting.overleg.overzichten.agenda import Kandidaat, Kandidaten, kandidaten
from richting.overleg.overzichten.lijst import Regel, lijst
from richting.overleg.paginas.kader import Fout, achter_deur, antwoordwoord, overlegkop, voer_uit
from richting.partijen.werkplek import Verzoek

OVER_DAGEN = 7


@require_safe
@achter_deur
def overleglijst(request: Verzoek) -> HttpResponse:
    """What is coming, what must be finished, and what was. Clausule 8.1."""
    voor = _moment(request.GET.get("voor", ""))
    with lezing(request.wie, "overleg: lijst") as lees:
        gevonden = lijst(request.loket.pk, request.wie.nu, voor)
        lees.niets_gezien()
    inhoud = {
        "komend": [_regel(een) for een in gevonden.komend],
        "af_te_maken": [_regel(een) for een in gevonden.af_te_maken],
        "geweest": [_regel(een) for een in gevonden.geweest],
        "volgende": _adres_na(gevonden.volgende),
        "soorten": _soorten(request),
    }
    return render(request, "overleg/lijst.html", inhoud)


@require_http_methods(["GET", "HEAD", "POST"])
@achter_deur
def nieuw(request: Verzoek) -> HttpResponse:
    """A new consultation: when, where, and which dossiers; desks are invited on its own page."""
    soorten = soorten_voor(request.wie.loketsoort)
    gegevens = request.POST if request.method == "POST" else request.GET
    soort = _soort(gegevens.get("soort", ""), soorten)
    if request.method != "POST":
        begin = {"soort": soort.value, "dag": _eerste_dag(request.wie.vandaag)}
        formulier = Nieuwformulier(initial=begin, soorten=soorten)
        return _toon_nieuw(request, soort, formulier, None)
    formulier = Nieuwformulier(request.POST, soorten=soorten)
    if not formulier.is_valid():
        return _toon_nieuw(request, soort, formulier, Fout("nieuw", formulier))
    gemaakt: list[Overleg] = []

    def doe() -> None:
        van, tot = formulier.momenten()
        velden = formulier.cleaned_data
        uitnodiging = Uitnodiging(soort, van, tot, velden["plaats"], velden["link"])
        gemaakt.append(beleg(request.wie, uitnodiging, [], _gekozen(request.POST)))

    fout = voer_uit(doe, "nieuw", formulier)
    if fout:
        return _toon_nieuw(request, soort, formulier, fout)
    messages.success(request, _("Het overleg staat klaar. Nodig nu uit wie erbij hoort."))
    return redirect("overleg:overleg", gemaakt[0].pk)


def _toon_nieuw(
    request: Verzoek, soort: Overlegsoort, formulier: Nieuwformulier, fout: Fout | None
) -> HttpResponse:
    op, vandaag = _dag(formulier, request.wie.vandaag), request.wie.vandaag
    with lezing(request.wie, "overleg: nieuw") as lees:
        gevonden = kandidaten(request.loket.pk, soort, op, vandaag)
        lees.gezien([een.dossier.pk for een in gevonden.rijen], {"verblijf"})
    gekozen = {str(een.dossier) for een in _gekozen(request.POST)}
    inhoud = {
        "titel": namen.SOORTEN[soort],
        "soort": soort,
        "formulier": formulier,
        "fout": fout,
        **_kandidaten(gevonden, gekozen),
    }
    return render(request, "overleg/nieuw.html", inhoud)


def _kandidaten(gevonden: Kandidaten, gekozen: set[str]) -> dict[str, Any]:
    rijen = [
        {
            "dossier": een.dossier,
            "waarde": f"{een.dossier.pk}|{een.redenen[0].reden.value}",
            "gekozen": str(een.dossier.pk) in gekozen,
            "redenen": _redenen(een),
        }
        for een in gevonden.rijen
    ]
    return {"kandidaten": rijen, "meer": gevonden.meer}


def _redenen(een: Kandidaat) -> list[tuple[Any, date]]:
    return [(namen.REDENEN[reden.reden], reden.dag) for reden in een.redenen]


def _gekozen(post: QueryDict) -> list[Voorstel]:
    """The dossiers that were ticked, each with the reason it stood on the list for."""
    uit = []
    for waarde in post.getlist("dossier"):
        nummer, _streep, reden = waarde.partition("|")
        try:
            uit.append(Voorstel(UUID(nummer), Agendareden(reden)))
        except ValueError as fout:
            raise Http404 from fout
    return uit


def _soort(waarde: str, soorten: tuple[Overlegsoort, ...]) -> Overlegsoort:
    gevonden = next((soort for soort in soorten if soort.value == waarde), None)
    if gevonden is None and (waarde or not soorten):
        raise Http404
    return gevonden or soorten[0]


def _soorten(request: Verzoek) -> list[dict[str, Any]]:
    return [
        {"waarde": soort.value, "naam": namen.SOORTEN[soort]}
        for soort in soorten_voor(request.wie.loketsoort)
    ]


def _eerste_dag(vandaag: date) -> date:
    return vandaag + timedelta(days=OVER_DAGEN)


def _dag(formulier: Nieuwformulier, vandaag: date) -> date:
    velden = getattr(formulier, "cleaned_data", {})
    dag = velden.get("dag")
    return dag if isinstance(dag, date) else _eerste_dag(vandaag)


def _regel(een: Regel) -> dict[str, Any]:
    antwoord, kleur = antwoordwoord(een.eigen.antwoord)
    return {
        **overlegkop(een.overleg),
        "punten": een.punten,
        "leidt": een.leidt,
        "antwoord": antwoord,
        "antwoordkleur": kleur,
    }


def _moment(tekst: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(tekst)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _adres_na(volgende: str) -> str:
    if not volgende:
        return ""
    vraag = QueryDict(mutable=True)
    vraag["voor"] = volgende
    return f"?{vraag.urlencode()}"
