"""The dossier page and search. The page is a shell: other rooms hang their panels on it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from richting.akkoord import register
from richting.akkoord.feiten import Feiten
from richting.akkoord.levensloop import (
    BUITENZINNEN,
    bekende_plaats,
    fase,
    route,
    sleuteldata,
    spoor,
)
from richting.akkoord.regie import casusregie, driehoek, procesregie
from richting.dossiers import overzichten, tijdlijn
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing, lezing
from richting.kern.models import Journaal
from richting.partijen.overzichten import namen_van
from richting.partijen.werkplek import Verzoek, met_loket
from richting.web.panelen import laatste_blik, vul_panelen
from richting.web.tijdbalk import Mijlpaal, Stuk

HANDELING = "dossierpagina"


@require_safe
@met_loket()
def dossier(request: Verzoek, dossier: UUID) -> HttpResponse:
    """One dossier in one glance: who, where, until when, who directs, what is new. Clausule 2.2.

    What one may not see does not exist: 404.
    """
    with lezing(request.wie, HANDELING) as lees:
        rij = overzichten.dossier(dossier)
        if rij is None or not hasattr(rij, "persoon"):
            lees.niets_gezien()
            inhoud = None
        else:
            inhoud = _inhoud(lees, rij)
            lees.gezien([rij.pk], _categorieen(rij))
    if inhoud is None:
        raise Http404
    return render(request, "dossiers/dossier.html", inhoud)


def _categorieen(rij: Dossier) -> set[str]:
    """What was shown; hidden parts have no rows here."""
    gezien = {"verblijf"}
    if rij.ketenkenmerken.all():
        gezien.add("keten")
    if rij.toezicht.all():
        gezien.add("toezicht")
    if hasattr(rij, "risico"):
        gezien.add("risico")
    return gezien


def _inhoud(lees: Lezing, rij: Dossier) -> dict[str, Any]:
    vandaag, feiten = lees.wie.vandaag, feiten_uit_rijen(rij)
    journaal = overzichten.tijdlijn(rij.pk)
    namen = namen_van(_codes(feiten, journaal))
    nieuw = overzichten.nieuw_sinds(journaal, laatste_blik(lees, rij))
    regels = tijdlijn.regels(journaal, nieuw, namen)
    aannames = aannames_op(vandaag)
    return {
        "dossier": rij,
        "vandaag": vandaag,
        "fase": fase(feiten, vandaag),
        "spoor": spoor(feiten, vandaag, aannames),
        "plaats": _plaatsnaam(feiten, vandaag, namen),
        "data": sleuteldata(feiten),
        "stukken": _stukken(feiten, namen),
        "mijlpalen": _mijlpalen(feiten),
        "stoelen": [
            {"stoel": s, "naam": namen.get(s.partij.organisatie, "") if s.partij else ""}
            for s in driehoek(feiten, vandaag)
        ],
        "regie": [
            (_("Procesregie"), _houder(procesregie(feiten, vandaag), namen)),
            (_("Casusregie"), _houder(casusregie(feiten, vandaag), namen)),
        ],
        "gemeenten": [(namen.get(g.gemeente, g.gemeente), g.rol) for g in rij.gemeenten.all()],
        "vragen": [v for v in rij.vragen.all() if v.vervallen_op is None],
        "nieuwe": [regel for regel in regels if regel.nieuw],
        "tijdlijn": regels,
        "vorig": overzichten.vorige(rij.vorig_id),
        "panelen": vul_panelen(lees, rij),
    }


def _codes(feiten: Feiten, journaal: list[Journaal]) -> set[str]:
    codes = {p.inrichting for p in feiten.plaatsen} | {g.gemeente for g in feiten.gemeenten}
    codes |= {t.organisatie for t in feiten.toezicht} | tijdlijn.codes(journaal)
    codes |= {feiten.reclassering, feiten.veiligheidshuis}
    return {code for code in codes if code}


def _houder(houder: Any, namen: dict[str, str]) -> dict[str, str]:
    code = houder.partij.organisatie if houder.partij else ""
    return {"naam": namen.get(code, code), "zin": houder.zin}


def _plaatsnaam(feiten: Feiten, op: date, namen: dict[str, str]) -> str:
    plek = bekende_plaats(feiten, op)
    if plek is None:
        return ""
    return namen.get(plek.inrichting or "", "") or str(tijdlijn.PLAATSEN[plek.soort])


def _stukken(feiten: Feiten, namen: dict[str, str]) -> list[Stuk]:
    """The route as the line in time draws it; what is expected has its own look."""
    uit = []
    for stuk in route(feiten):
        naam = tijdlijn.PLAATSEN[stuk.soort] if stuk.soort else _("onbekend")
        soort = "buiten" if stuk.soort in BUITENZINNEN or not stuk.binnen else "binnen"
        tot = stuk.tot or feiten.verwacht_einde.vroegst or feiten.verwacht_einde.laatst
        tot = tot if tot and tot > stuk.van else None
        uit.append(Stuk(namen.get(stuk.inrichting or "", naam), stuk.van, tot, soort))  # type: ignore[arg-type]
    return uit


def _mijlpalen(feiten: Feiten) -> list[Mijlpaal]:
    return [
        Mijlpaal(_(d.naam), d.datum, d.zekerheid.value)
        for d in sleuteldata(feiten)
        if d.datum is not None and d.code != "begin"
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket()
def zoeken(request: Verzoek) -> HttpResponse:
    """Search among the own dossiers; by POST, so that no name or BSN stands in an address."""
    zoekterm = request.POST.get("zoekterm", "")[:200]
    gevonden: list[Dossier] = []
    if request.method == "POST":
        with lezing(request.wie, "zoeken") as lees:
            gevonden = overzichten.zoek(zoekterm)
            lees.gezien([rij.pk for rij in gevonden], {"verblijf"})
    return render(
        request,
        "dossiers/zoeken.html",
        {"zoekterm": zoekterm, "gevonden": gevonden, "gezocht": request.method == "POST"},
    )


@require_safe
@met_loket()
def akkoord(request: Verzoek) -> HttpResponse:
    """Every clause of the accord with what carries it; what has nothing shows as open."""
    regels = register.lees()
    return render(
        request,
        "dossiers/akkoord.html",
        {"regels": regels, "gedragen": sum(not regel.open for regel in regels)},
    )
