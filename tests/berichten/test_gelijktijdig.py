"""Two processes with the same messages at the same moment: one applies, the other sees it done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen, stuur

PROCESSEN = 3
AANTAL = 20


def tegelijk(*reeksen: Sequence[Any]) -> list[list[str]]:
    """Send each series from a thread of its own, all at once; the statuses of each."""
    start = Barrier(len(reeksen))

    def een(reeks: Sequence[Any]) -> list[str]:
        start.wait(timeout=30)
        try:
            return [antwoord.status.value for antwoord in stuur(*reeks)]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(reeksen)) as werkers:
        return list(werkers.map(een, reeksen))


@pytest.mark.usefixtures("echte_database")
def test_dezelfde_levering_drie_keer_tegelijk(eigenaar: psycopg.Connection) -> None:
    maak_partijen()
    reeks = [
        bericht
        for nr in range(AANTAL)
        for bericht in (
            begin(f"V{nr}", persoon={"geslachtsnaam": f"Naam{nr}"}),
            einde_gewijzigd(f"V{nr}"),
        )
    ]

    uitslagen = tegelijk(*(reeks for _proces in range(PROCESSEN)))

    telling = Counter(status for uitslag in uitslagen for status in uitslag)
    assert telling == {"aanvaard": 2 * AANTAL, "herhaald": 2 * AANTAL * (PROCESSEN - 1)}
    for tabel, aantal in (
        ("dossiers_dossier", AANTAL),
        ("dossiers_verblijfsfeit", 2 * AANTAL),
        ("berichten_bericht", 2 * AANTAL),
    ):
        assert eigenaar.execute(f"SELECT count(*) FROM {tabel}").fetchone() == (aantal,), tabel


@pytest.mark.usefixtures("echte_database")
def test_een_persoon_met_twee_verblijven_tegelijk(eigenaar: psycopg.Connection) -> None:
    maak_partijen()
    reeksen = [[begin(f"V{nr}") for nr in range(proces, 12, PROCESSEN)] for proces in range(3)]

    uitslagen = tegelijk(*reeksen)

    assert {status for uitslag in uitslagen for status in uitslag} == {"aanvaard"}
    (personen,) = eigenaar.execute(
        "SELECT count(DISTINCT justitiabele_id) FROM dossiers_dossier"
    ).fetchone() or (0,)
    assert personen == 1
