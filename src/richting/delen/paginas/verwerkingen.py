"""The register of processings: for the privacy officer, and open to everybody who signs in."""

from __future__ import annotations

import csv

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from richting.akkoord.verwerkingen import STEUN, verwerkingsregister
from richting.delen.verwerkingsbeeld import KOPPEN, Regelbeeld, beeld, steunkolommen
from richting.partijen.werkplek import Verzoek, met_loket


@require_safe
@met_loket()
def verwerkingen(request: Verzoek) -> HttpResponse:
    """Which desk works with which data, on which basis, how long. Clausule 6.7."""
    regels = [beeld(regel, request.wie.vandaag) for regel in verwerkingsregister()]
    return render(
        request,
        "delen/verwerkingen.html",
        {"groepen": _per_grondslag(regels), "steun": STEUN},
    )


@require_safe
@met_loket()
def verwerkingen_csv(request: Verzoek) -> HttpResponse:
    """The same register as a file for a spreadsheet. Clausule 6.7."""
    antwoord = HttpResponse(content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="verwerkingsregister.csv"'
    antwoord.write("\ufeff")
    schrijver = csv.writer(antwoord, delimiter=";")
    schrijver.writerow(str(kop) for kop in KOPPEN)
    for regel in verwerkingsregister():
        schrijver.writerow(beeld(regel, request.wie.vandaag).kolommen)
    schrijver.writerows(steunkolommen(steun) for steun in STEUN)
    return antwoord


def _per_grondslag(regels: list[Regelbeeld]) -> list[tuple[Regelbeeld, list[Regelbeeld]]]:
    groepen: dict[str, list[Regelbeeld]] = {}
    for regel in regels:
        groepen.setdefault(regel.artikel, []).append(regel)
    return [(groep[0], groep) for groep in groepen.values()]
