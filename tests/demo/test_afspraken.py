"""The demo has regional agreements that work."""

from __future__ import annotations

import pytest

from richting.akkoord.regioafspraken import Afspraakstand
from richting.delen.models import Regioafspraak
from richting.demo.acties.afspraken import maak_afspraken
from richting.demo.ploeg import maak_ploeg
from richting.kern import klok
from tests.berichten.bouwers import maak_partijen

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.6")]


def test_de_demo_heeft_twee_afspraken_die_gelden_en_een_die_wacht() -> None:
    maak_partijen()
    maak_ploeg(klok.nu())
    assert maak_afspraken(klok.vandaag()) == 3
    standen = sorted(rij.stand(klok.vandaag()) for rij in Regioafspraak.objects.all())
    assert standen == [Afspraakstand.GELDT, Afspraakstand.GELDT, Afspraakstand.VOORGESTELD]
    assert maak_afspraken(klok.vandaag()) == 0
