"""Consultations of the invented nation: held and coming, and a second time nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from richting.demo.acties.overleggen import maak_overleggen
from richting.demo.laden import laad
from richting.demo.ploeg import maak_ploeg, wijs_namen_aan
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.overleg.models import Agendapunt, Genodigde, Overleg, Verslag
from richting.partijen.acties.referentie import laad_referentie
from tests.berichten.bouwers import programma
from tests.demo.test_plannen import OMVANG, VANDAAG


@pytest.fixture
def telling(db: None) -> Counter[str]:
    """A small nation with its accounts and consultations."""
    nu = klok.nu()
    laad_referentie(nu)
    maak_ploeg(nu)
    laad(OMVANG, 1, VANDAAG)
    wijs_namen_aan(nu)
    return maak_overleggen(1, VANDAAG)


def test_er_is_overlegd_en_een_tweede_keer_komt_er_niets_bij(telling: Counter[str]) -> None:
    assert telling["overleg"] >= 2
    assert telling["verslag"] >= 1
    with verwerking(programma()):
        assert set(Overleg.objects.values_list("staat", flat=True)) == {"gepland", "gehouden"}
        assert Agendapunt.objects.exists()
        assert Verslag.objects.filter(vastgesteld_op__isnull=False).exists()
        assert Genodigde.objects.filter(antwoord="onbekend").exists()
    assert maak_overleggen(1, VANDAAG) == Counter()
