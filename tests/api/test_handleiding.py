"""Every `curl` of docs/api.md does what the page says; the plan: `test_plannen_handleiding.py`."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from richting.kern import klok
from richting.partijen.acties import laad_referentie
from richting.partijen.models import Loket
from tests.api.bouwers import V1, maak_machine

WORTEL = Path(__file__).resolve().parents[2]
TEKST = (WORTEL / "docs" / "api.md").read_text(encoding="utf-8")


def opdrachten() -> list[list[str]]:
    """The words of each curl, in the order of the page; a backslash joins lines."""
    voor_het_plan = TEKST.split("## The plan, worked out")[0]
    blok = voor_het_plan.replace("\\\n", " ")
    return [shlex.split(regel) for regel in re.findall(r"^    (curl .*)$", blok, re.MULTILINE)]


def voer_uit(woorden: list[str], plaats: dict[str, str]) -> Any:
    """What curl would send, sent to the program itself."""
    for naam, waarde in plaats.items():
        woorden = [woord.replace(f"${naam}", waarde) for woord in woorden]
    methode, pad, inhoud, koppen = "GET", "", b"", {}
    door = iter(woorden[1:])
    for woord in door:
        if woord == "-X":
            methode = next(door)
        elif woord == "-H":
            naam, _, waarde = next(door).partition(": ")
            koppen[naam] = waarde
        elif woord == "-d":
            inhoud = (WORTEL / next(door).removeprefix("@")).read_bytes()
        elif not woord.startswith("-"):
            pad = woord
    soort = koppen.pop("Content-Type", "application/octet-stream")
    return Client().generic(methode, pad, data=inhoud, content_type=soort, headers=koppen)


@pytest.mark.django_db
def test_elke_curl_van_de_handleiding_werkt() -> None:
    laad_referentie(klok.nu())
    dji = Loket.objects.get(organisatie__code="DJI", soort="verwerking")
    utrecht = Loket.objects.get(organisatie__code="GM0344", soort="nazorg")
    amsterdam = Loket.objects.get(organisatie__code="GM0363", soort="nazorg")
    plaats = {
        "SLEUTEL_DJI": maak_machine(dji, "verblijfsberichten:schrijven").sleutel,
        "SLEUTEL_UTRECHT": maak_machine(amsterdam, "dossiers:lezen", "meldingen:lezen").sleutel,
        "API": V1,
    }
    assert utrecht.naam == "Gemeente Utrecht, nazorg"
    paden = []
    for woorden in opdrachten():
        antwoord = voer_uit(woorden, plaats)
        assert antwoord.status_code in (200, 201), (woorden, antwoord.content)
        if "dossier" in antwoord.json():
            plaats["DOSSIER"] = antwoord.json()["dossier"]
        paden.append(antwoord.request["PATH_INFO"])

    assert len(set(paden)) == 10
    assert len(opdrachten()) == 10
