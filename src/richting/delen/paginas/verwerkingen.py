"""The register of processings: for the privacy officer, and open to everybody who signs in."""

from __future__ import annotations

import csv
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from richting.akkoord.verwerkingen import STEUN, verwerkingsregister
from richting.delen import afspraakoverzichten
from richting.delen.afspraakbeeld import voor_register
from richting.delen.verwerkingsbeeld import KOPPEN, Regelbeeld, beeld, regimes, steunkolommen
from richting.partijen.werkplek import Verzoek, met_loket


@require_safe
@met_loket()
def verwerkingen(request: Verzoek) -> HttpResponse:
    """Which desk works with which data, on which basis, how long, and within which regional
    agreements. Clausule 6.6, 6.7."""
    regels = _regels(request.wie.vandaag)
    return render(
        request,
        "delen/verwerkingen.html",
        {
            "groepen": _per_grondslag(regels),
            "steun": [(steun, regimes(steun.regimes)) for steun in STEUN],
        },
    )


@require_safe
@met_loket()
def verwerkingen_csv(request: Verzoek) -> HttpResponse:
    """The same register as a file for a spreadsheet. Clausule 6.6, 6.7."""
    antwoord = HttpResponse(content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="verwerkingsregister.csv"'
    antwoord.write("\ufeff")
    schrijver = csv.writer(antwoord, delimiter=";")
    schrijver.writerow(str(kop) for kop in KOPPEN)
    for regel in _regels(request.wie.vandaag):
        schrijver.writerow(regel.kolommen)
    schrijver.writerows(steunkolommen(steun) for steun in STEUN)
    return antwoord


def _regels(op: date) -> list[Regelbeeld]:
    """Every line of the register, with the regional agreements in force. Two queries."""
    afspraken = afspraakoverzichten.geldende(op)
    return [
        beeld(regel, op, tuple(voor_register(afspraken, regel.grondslag.code, regel.wie, op)))
        for regel in verwerkingsregister()
    ]


def _per_grondslag(regels: list[Regelbeeld]) -> list[tuple[Regelbeeld, list[Regelbeeld]]]:
    groepen: dict[str, list[Regelbeeld]] = {}
    for regel in regels:
        groepen.setdefault(regel.artikel, []).append(regel)
    return [(groep[0], groep) for groep in groepen.values()]
