"""The dossier page and search. The page is a shell: other rooms hang their panels on it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from richting.akkoord import register
from richting.akkoord.clausules import DELEN
from richting.akkoord.meldingen import VEILIGHEIDSPARTIJEN
from richting.dossiers import beeld, overzichten, tijdlijn
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.kern.lezen import Lezing, lezing
from richting.partijen.overzichten import loketnamen, namen_van
from richting.partijen.werkplek import Verzoek, met_loket
from richting.web.blad import antwoord, blad
from richting.web.panelen import kernvakken, laatste_blik, vul_panelen

HANDELING = "dossierpagina"
EERST_TE_ZIEN = 8
"""How many lines of the timeline stand open; the others open on request."""


@require_safe
@met_loket()
def dossier(request: Verzoek, dossier: UUID) -> HttpResponse:
    """One dossier in one glance: who, where, until when, who directs, what is new. Clausule 2.2.

    What one may not see does not exist: 404.
    """
    with lezing(request.wie, HANDELING) as lees:
        maak = partial(_lees, lees, dossier)
        gevonden = blad(lees, "dossiers/dossier.html", dossier, maak, request)
    if gevonden is None:
        raise Http404
    return antwoord(request, gevonden)


def _lees(lees: Lezing, dossier: UUID) -> dict[str, Any] | None:
    rij = overzichten.dossier(dossier)
    if rij is None or not hasattr(rij, "persoon"):
        lees.niets_gezien()
        return None
    inhoud = _inhoud(lees, rij)
    lees.gezien([rij.pk], _categorieen(lees, rij))
    return inhoud


def _categorieen(lees: Lezing, rij: Dossier) -> set[str]:
    """What was shown; hidden parts have no rows here."""
    gezien = {"verblijf"}
    if rij.ketenkenmerken.all():
        gezien.add("keten")
    if rij.toezicht.all():
        gezien.add("toezicht")
    if hasattr(rij, "risico") or hasattr(rij, "handmarkering"):
        gezien.add("risico")
    if hasattr(rij, "veroordeling"):
        gezien.add("bij" if lees.wie.loketsoort in VEILIGHEIDSPARTIJEN else "keten")
    return gezien


def _inhoud(lees: Lezing, rij: Dossier) -> dict[str, Any]:
    vandaag, feiten = lees.wie.vandaag, feiten_uit_rijen(rij)
    journaal = overzichten.tijdlijn(rij.pk)
    namen = tijdlijn.Namen(
        namen_van(beeld.codes(feiten) | tijdlijn.codes(journaal)),
        loketnamen(tijdlijn.loketten(journaal)),
    )
    blik = laatste_blik(lees, rij)
    regels = tijdlijn.regels(journaal, overzichten.nieuw_sinds(journaal, blik), namen)
    lezer = beeld.Lezer(lees.wie.loketsoort, vandaag)
    return {
        "dossier": rij,
        "vandaag": vandaag,
        **beeld.inhoud(rij, feiten, namen, lezer),
        "kernvakken": kernvakken(lees, rij),
        "blik": blik,
        "nieuwe": [regel for regel in regels if regel.nieuw],
        "tijdlijn": regels[:EERST_TE_ZIEN],
        "ouder": regels[EERST_TE_ZIEN:],
        "afgekapt": len(journaal) == overzichten.MEESTE_REGELS,
        "vorig": overzichten.vorige(rij.vorig_id),
        "panelen": vul_panelen(lees, rij),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@met_loket()
def zoeken(request: Verzoek) -> HttpResponse:
    """Search among the own dossiers; by POST, so that no name or BSN stands in an address."""
    zoekterm = request.POST.get("zoekterm", "").strip()[:200]
    gevonden: list[Dossier] = []
    if zoekterm:
        with lezing(request.wie, "zoeken") as lees:
            gevonden = overzichten.zoek(zoekterm)
            lees.gezien([rij.pk for rij in gevonden], {"verblijf"})
    inhoud = {
        "zoekterm": zoekterm,
        "gevonden": gevonden,
        "gezocht": bool(zoekterm),
        "vandaag": request.wie.vandaag,
        "meeste": overzichten.MEESTE_GEVONDEN,
    }
    return render(request, "dossiers/zoeken.html", inhoud)


@require_safe
@met_loket()
def akkoord(request: Verzoek) -> HttpResponse:
    """Every clause of the accord with what carries it; what has nothing shows as open."""
    regels = register.lees()
    nl = get_language() != "en"
    delen = [
        {"titel": DELEN[deel][0 if nl else 1], "nummer": deel, "regels": list(groep)}
        for deel, groep in groupby(regels, key=lambda regel: int(regel.nr.partition(".")[0]))
    ]
    standen = Counter(regel.stand.value for regel in regels)
    inhoud = {"delen": delen, "standen": {stand.value: standen[stand] for stand in register.Stand}}
    return render(request, "dossiers/akkoord.html", inhoud)
