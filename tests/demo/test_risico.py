"""The tables of art. 18b in the invented nation; a second time nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from richting.demo.acties.risico import speel_risico
from richting.demo.laden import laad
from richting.demo.ploeg import maak_ploeg
from richting.dossiers.models import Handmarkering
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.meldingen.models import Risicoafspraak, Risicobijdrage, Risicotafel
from richting.partijen.acties.referentie import laad_referentie
from tests.berichten.bouwers import programma
from tests.demo.test_plannen import OMVANG, VANDAAG

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.3")]


def test_de_natie_heeft_tafels_van_berichten_en_met_de_hand() -> None:
    nu = klok.nu()
    laad_referentie(nu)
    maak_ploeg(nu)
    laad(OMVANG, 1, VANDAAG)
    telling = speel_risico(VANDAAG)
    assert telling["gemarkeerd"] >= 2
    assert telling["beëindigd"] == 1
    assert telling["afgerond"] >= 1
    with verwerking(programma()):
        assert Handmarkering.objects.filter(gesloten_op=None).exists()
        assert Risicotafel.objects.count() > Handmarkering.objects.count()
        assert {"open", "gedaan"} == set(Risicoafspraak.objects.values_list("staat", flat=True))
        assert Risicobijdrage.objects.values("loket__soort").distinct().count() >= 4
    assert speel_risico(VANDAAG) == Counter()
