"""The ladder of the invented nation."""

from __future__ import annotations

from datetime import date

import pytest

from richting.akkoord.ladder import STAPPEN
from richting.demo.acties.ladder import laat_klimmen
from richting.kern import klok
from richting.kern.werk import verwerking
from richting.regie.acties import werkstand
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import maak_ploeg
from tests.regie.bouwers_ladder import met_werk, program

TOEN = date(2026, 10, 5)


@pytest.mark.django_db
@pytest.mark.clausule("7.5")
def test_wat_lang_te_laat_is_staat_in_de_demo_op_elke_trede() -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    with klok.op(TOEN):
        stuur(begin(begin="2026-10-01", bronTijd="2026-10-01T09:30:00+02:00"))
    rij = dossier()
    assert rij is not None
    with met_werk() as werk:
        werk.zet(rij.pk, ploeg.anna.loket, uiterlijk=date(2026, 10, 12))
        with verwerking(program(TOEN)):
            werkstand.breng_bij([rij.pk], TOEN)
        assert laat_klimmen(date(2026, 11, 23)) == dict.fromkeys(STAPPEN, 1)
        assert not laat_klimmen(date(2026, 11, 23))
