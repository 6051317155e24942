"""From message to dossier, in the database: rows, questions, the gate, re-entry."""

from __future__ import annotations

import pytest

from richting.dossiers.models import (
    Doelgroepteller,
    Dossier,
    GeweigerdVerblijf,
    Persoonsgegevens,
    Verblijfsfeit,
)
from richting.kern.werk import verwerking
from tests.berichten.bouwers import (
    begin,
    correctie,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    programma,
    stuur,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("3.1")]


@pytest.mark.clausule("3.8")
def test_van_een_jeugdige_blijft_alleen_een_getal() -> None:
    maak_partijen()
    jong = {**begin()["persoon"], "geboortedatum": "2010-01-01"}
    stuur(begin(persoon=jong), einde_gewijzigd())
    with verwerking(programma()):
        assert not Dossier.objects.exists()
        assert not Persoonsgegevens.objects.exists()
        assert Doelgroepteller.objects.get().aantal == 1
        assert GeweigerdVerblijf.objects.count() == 1


@pytest.mark.clausule("3.8")
def test_wie_later_jeugdige_blijkt_verdwijnt_uit_het_dossier() -> None:
    maak_partijen()
    jong = {**begin()["persoon"], "geboortedatum": "2010-01-01"}
    stuur(begin(), correctie("V1-begin", {"persoon": jong}))
    with verwerking(programma()):
        assert Dossier.objects.get().status == Dossier.BUITEN_DOELGROEP
        assert not Persoonsgegevens.objects.exists()
        assert not Verblijfsfeit.objects.exists()


def test_wie_terugkomt_krijgt_een_nieuw_dossier_dat_het_oude_noemt() -> None:
    maak_partijen()
    eerder = begin("V0", begin="2025-01-01", bronTijd="2025-01-01T10:00:00+01:00")
    stuur(eerder, begin("V1"))
    assert dossier("V1").vorig_id == dossier("V0").pk


def test_een_onbekende_gemeente_is_een_vraag_geen_weigering() -> None:
    maak_partijen()
    stuur(begin(gemeenten=None))
    with verwerking(programma()):
        assert [v.code for v in dossier("V1").vragen.all()] == ["gemeente"]
    stuur(correctie("V1-begin", {"gemeenten": [{"gemeente": "GM0344", "rol": "ingezetene"}]}))
    with verwerking(programma()):
        assert not dossier("V1").vragen.filter(vervallen_op=None).exists()
