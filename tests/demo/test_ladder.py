"""The ladder of the invented nation."""

from __future__ import annotations

from datetime import date

import pytest

from richting.akkoord.ladder import STAPPEN
from richting.demo.acties.ladder import laat_klimmen
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import maak_ploeg
from tests.regie.bouwers_ladder import met_werk


@pytest.mark.django_db
@pytest.mark.clausule("7.5")
def test_wat_lang_te_laat_is_staat_in_de_demo_op_elke_trede() -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin())
    rij = dossier()
    assert rij is not None
    with met_werk() as werk:
        werk.zet(rij.pk, ploeg.anna.loket, uiterlijk=date(2026, 10, 12))
        assert laat_klimmen(date(2026, 11, 23)) == dict.fromkeys(STAPPEN, 1)
        assert not laat_klimmen(date(2026, 11, 23))
