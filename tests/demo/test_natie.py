"""The invented nation: reproducible, and in the proportions of the sources."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from richting.berichten.samenhang import Kader
from richting.berichten.validatie import GeldigBericht, valideer
from richting.demo.natie import berichten
from tests.berichten.bouwers import NU

VANDAAG = date(2026, 11, 23)


def natie(zaad: int = 1) -> list[dict]:
    return list(berichten(1500, zaad, VANDAAG))


def test_hetzelfde_zaad_geeft_dezelfde_natie() -> None:
    assert natie() == natie()
    assert natie(1) != natie(2)


def test_bijna_alle_berichten_zijn_geldig_en_de_fouten_zijn_bedoeld() -> None:
    kader = Kader(NU + timedelta(days=1), testpersonen=True)
    fout = [een for een in natie() if not isinstance(valideer(een, kader), GeldigBericht)]
    assert all(een["persoon"].get("bsn") == "999990008" for een in fout)
    assert 0 < len(fout) < 30


@pytest.mark.clausule("3.2")
def test_de_verhoudingen_van_de_bronnen() -> None:
    begins = [een for een in natie() if een["soort"] == "begin"]
    einden = {een["verblijf"]: een["datum"] for een in natie() if een["soort"] == "einde"}
    lengtes = [
        (date.fromisoformat(einden[b["verblijf"]]) - date.fromisoformat(b["begin"])).days
        for b in begins
        if b["verblijf"] in einden
    ]
    kort = sum(lengte <= 28 for lengte in lengtes) / len(begins)
    assert 0.4 < kort < 0.6
    zonder = sum("gemeenten" not in b for b in begins) / len(begins)
    assert 0.12 < zonder < 0.22
    soorten = Counter(een["soort"] for een in natie())
    assert {"overplaatsing", "einde_gewijzigd", "verlof", "einde"} <= set(soorten)
