"""docs/berichten.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from richting.akkoord.woorden import Berichtsoort
from richting.berichten.acties import Uitkomst
from richting.berichten.schema import ADRES
from richting.berichten.velden import INHOUD, OMSLAG

TEKST = (Path(__file__).parents[2] / "docs" / "berichten.md").read_text(encoding="utf-8")


def rijen() -> dict[str, list[str]]:
    """The first cell of each row of a table, and its other cells."""
    gevonden = {}
    for regel in TEKST.splitlines():
        cellen = [cel.strip() for cel in regel.strip().strip("|").split("|")]
        naam = re.fullmatch(r"`(\w+)`", cellen[0])
        if regel.startswith("|") and naam:
            gevonden[naam[1]] = cellen[1:]
    return gevonden


def test_elke_soort_staat_er_met_haar_velden() -> None:
    for soort in Berichtsoort:
        velden = rijen()[soort.value][1].split(", ")
        verwacht = {f"**{v.naam}**" if v.verplicht else v.naam for v in INHOUD[soort]}
        assert set(velden) == verwacht, soort


def test_de_omslag_en_elke_uitkomst_staan_er() -> None:
    assert set(OMSLAG) <= set(rijen())
    assert {uitkomst.value for uitkomst in Uitkomst} <= set(rijen())
    assert ADRES in TEKST
