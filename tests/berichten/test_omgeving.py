"""Invented and real persons never meet: which numbers come in depends on the environment."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur

pytestmark = pytest.mark.django_db
PERSOON = {"geslachtsnaam": "Verzonnen", "geboortedatum": "1990-05-17"}
ONTVANGT = [
    ("productie", "999990019", "testnummer"),
    ("productie", "111222333", ""),
    ("demo", "999990019", ""),
    ("demo", "111222333", "geen_testnummer"),
    ("test", "999990019", ""),
    ("test", "111222333", "geen_testnummer"),
]
"""Environment, a number that passes the eleven test, and the code of the refusal ('' = welcome).
111222333 is the number that textbooks use for nobody."""


@pytest.mark.parametrize(("omgeving", "bsn", "fout"), ONTVANGT)
def test_elke_omgeving_neemt_alleen_haar_eigen_soort_personen_aan(
    settings: Any, omgeving: str, bsn: str, fout: str
) -> None:
    maak_partijen()
    settings.OMGEVING = replace(settings.OMGEVING, soort=omgeving)
    (antwoord,) = stuur(begin(persoon={**PERSOON, "bsn": bsn}))
    assert [(f.veld, f.code) for f in antwoord.fouten] == ([("persoon.bsn", fout)] if fout else [])
    assert (dossier("V1") is None) == bool(fout)


def test_een_persoon_zonder_nummer_is_overal_welkom(settings: Any) -> None:
    maak_partijen()
    for nummer, omgeving in enumerate(("productie", "demo")):
        settings.OMGEVING = replace(settings.OMGEVING, soort=omgeving)
        (antwoord,) = stuur(begin(f"V{nummer}", persoon=PERSOON))
        assert antwoord.status.value == "aanvaard"
