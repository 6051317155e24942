"""Every `curl` about the plan in docs/api.md does what the page says."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.api.bouwers import Machine, maak_machine
from tests.api.bouwers_plan import LEZEN, SCHRIJVEN
from tests.partijen.bouwers import ANDERE_GEMEENTE, Ploeg

DOCS = Path(__file__).parents[2] / "docs" / "api.md"


def curls(van: str, tot: str) -> list[list[str]]:
    """The calls between two headings of the documentation, in order, as words."""
    tekst = DOCS.read_text(encoding="utf-8")
    deel = tekst[tekst.index(van) : tekst.index(tot)]
    regels = deel.replace("\\\n", " ").splitlines()
    return [shlex.split(r) for r in regels if r.startswith("    curl")]


@dataclass
class Verteller:
    """Does what the page says, as a reader would: each key by its name, each number as it came."""

    machines: dict[str, Machine]
    plaats: dict[str, str]
    gelezen: dict[str, Any] = field(default_factory=dict)

    def doe(self, woorden: list[str]) -> None:
        """One call; it must be taken."""
        for naam, waarde in self.plaats.items():
            woorden = [woord.replace(f"${naam}", waarde) for woord in woorden]
        sleutel = next(w for w in woorden if w.startswith("Authorization")).split("$")[1]
        machine = self.machines[sleutel]
        pad = next(w for w in woorden if w.startswith("$API")).removeprefix("$API")
        if "-d" in woorden:
            antwoord = machine.post(pad, json.loads(woorden[woorden.index("-d") + 1]))
        else:
            antwoord = machine.get(pad)
        assert antwoord.status_code == 200, (pad, antwoord.content)
        self.gelezen = antwoord.json()
        if pad.endswith(("/acties", "/gemeenteverzoeken", "/adviesverzoeken")):
            self.plaats["ID"] = self.gelezen.get("id", self.plaats.get("ID", ""))
        if pad.endswith("/inbrengen"):
            self.plaats["INBRENG"] = self.gelezen["rijen"][0]["id"]


def test_het_uitgewerkte_voorbeeld_in_de_documentatie_werkt(zaak: UUID, bram: Machine) -> None:
    verteller = Verteller({"SLEUTEL_PLAN": bram}, {"DOSSIER": str(zaak)})
    alle = curls("## The plan, worked out", "**When two write")
    for woorden in alle:
        verteller.doe(woorden)
    assert len(alle) == 10
    assert verteller.gelezen["nummer"] == 1
    assert any(blok["sleutel"] == "vragen" for blok in verteller.gelezen["blokken"])


@pytest.mark.clausule("5.7", "8.3")
def test_de_voorbeelden_van_gemeente_en_advies_werken(ploeg: Ploeg, zaak: UUID) -> None:
    leden = {"HERKOMST": ploeg.anna, "GEVRAAGD": ploeg.eva, "RECLASSERING": ploeg.cato}
    machines = {
        f"SLEUTEL_{wie}": maak_machine(lid.loket, LEZEN, SCHRIJVEN) for wie, lid in leden.items()
    }
    plaats = {"DOSSIER": str(zaak), "LOKET": str(ploeg.anna.loket.pk)}
    verteller = Verteller(machines, plaats)
    alle = curls("## Another municipality", "## A place, worked out")
    for woorden in alle:
        verteller.doe(woorden)
    assert len(alle) == 16
    (een,) = verteller.gelezen["adviesverzoeken"]
    assert (een["tekst"], een["versie"]) == ("Toezicht is haalbaar, er is opvang.", 4)
    assert een["uitkomst"] == "Geschorst, met toezicht"
    gezien = machines["SLEUTEL_GEVRAAGD"].get(f"/dossiers/{zaak}/gemeenteverzoeken").json()
    assert gezien["terugkeer"]["code"] == ANDERE_GEMEENTE
    (verzoek,) = gezien["gemeenteverzoeken"]
    assert [stap["staat"] for stap in verzoek["stappen"]] == [
        "gevraagd",
        "meer_nodig",
        "gevraagd",
        "aanvaard",
    ]


def test_elke_curl_over_het_plan_hoort_bij_een_test() -> None:
    """Those about places: `test_voorzieningen.py`."""
    alle = curls("## The plan, worked out", "## The table of article 18b")
    delen = (
        curls("## The plan, worked out", "**When two write"),
        curls("## Another municipality", "## A place, worked out"),
        curls("## A place, worked out", "## What there is"),
    )
    assert alle == [woorden for deel in delen for woorden in deel]
