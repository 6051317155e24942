"""The BIJ message: told when due, told again, ended, answered, destroyed. Clausule 3.7, 6.5."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from richting.akkoord.bijberichten import Bijbesluit, Bijstaat, staat
from richting.kern import klok
from richting.meldingen.acties import bij as acties
from richting.partijen.fouten import KanNiet, NietToegestaan
from tests.berichten.bouwers import correctie, einde_gewijzigd, maak_partijen, stuur
from tests.meldingen.bouwers_bij import (
    DOODSLAG,
    JULI,
    MAATREGEL,
    andere_burgemeester,
    antwoord,
    beantwoord,
    bericht,
    berichten,
    nacht,
    ontvang,
    post,
    protocol,
    versies,
    zware_zaak,
)
from tests.partijen.bouwers import Ploeg, journaalregels, journaalsoorten, maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.5")]
VANDAAG = date(2026, 11, 23)


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.mark.clausule("3.7")
def test_wie_binnen_drie_maanden_terugkeert_wordt_meteen_gemeld(ploeg: Ploeg) -> None:
    zaak = zware_zaak()
    rij = bericht(zaak)
    assert (rij.loket_id, rij.versie, staat(rij.stappen)) == (ploeg.dirk.loket.pk, 1, Bijstaat.NIEUW)
    assert (rij.mag_vanaf, rij.uiterlijk) == (VANDAAG, date(2027, 1, 4))
    (versie,) = versies(zaak)
    assert (versie.terugkeer, versie.bewaren_tot) == (date(2027, 2, 1), date(2027, 8, 23))
    assert post(zaak, ploeg.dirk.loket.pk) == ["bij_verstrekt"]
    assert "bij_verstrekt" in journaalsoorten()
