"""Searching follows the person: after a merge the dossiers of both are found, and no others."""

from __future__ import annotations

import pytest

from richting.dossiers import overzichten
from richting.dossiers.acties import splits, voeg_samen
from richting.dossiers.models import Koppelvoorstel
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from tests.berichten.bouwers import begin, maak_partijen, programma, stuur
from tests.partijen.bouwers import ANDERE_GEMEENTE, Lid, Ploeg, maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.4")]
ZONDER_BSN = {"voornamen": "Jan", "geslachtsnaam": "Verzonnen", "geboortedatum": "1990-05-17"}
ELDERS = [{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def vindt(lid: Lid, zoekterm: str = "999990019") -> list[str]:
    with lezing(lid.wie(), "zoeken") as lees:
        gevonden = overzichten.zoek(zoekterm)
        lees.gezien([rij.pk for rij in gevonden], {"verblijf"})
    return [rij.kenmerk for rij in gevonden]


def voorstel() -> Koppelvoorstel:
    with verwerking(programma()):
        return Koppelvoorstel.objects.get()


def test_na_samenvoegen_vindt_het_bsn_ook_het_dossier_zonder_bsn(ploeg: Ploeg) -> None:
    stuur(begin("V1", begin="2026-11-01"), begin("V2", begin="2026-11-05", persoon=ZONDER_BSN))
    assert vindt(ploeg.anna) == ["V1"]
    voeg_samen(programma(), voorstel(), "zelfde geboorteplaats")
    assert vindt(ploeg.anna) == ["V2", "V1"]
    splits(programma(), voorstel(), "toch niet")
    assert vindt(ploeg.anna) == ["V1"]


def test_het_dossier_van_een_ander_loket_komt_niet_mee(ploeg: Ploeg) -> None:
    stuur(begin("V1"), begin("V2", persoon=ZONDER_BSN, gemeenten=ELDERS))
    voeg_samen(programma(), voorstel(), "zelfde geboorteplaats")
    assert vindt(ploeg.anna) == ["V1"]
    assert vindt(ploeg.eva) == []
    assert vindt(ploeg.eva, "Verzonnen") == ["V2"]


def test_wie_hetzelfde_bsn_heeft_gaat_voor_op_vele_naamgenoten(ploeg: Ploeg) -> None:
    stuur(*(begin(f"V{nr}", persoon=ZONDER_BSN) for nr in range(2, 11)))
    stuur(begin("V1", begin="2025-01-01"), begin("V11", begin="2026-11-01"))
    assert vindt(ploeg.anna) == ["V11", "V1"]
