"""What a desk was asked and has not answered: on both sides, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from richting.plannen.acties import actielijst as acties
from richting.plannen.overzichten import actielijst
from tests.partijen.bouwers import Lid, Ploeg
from tests.plannen.bouwers_actie import als, gevraagd, inhoud

VANDAAG = date(2026, 11, 23)
pytestmark = pytest.mark.clausule("4.3", "5.4", "8.5")


def test_gevraagd_en_niet_beantwoord_aan_en_door_een_loket(ploeg: Ploeg, zaak: UUID) -> None:
    open_ = gevraagd(ploeg.bram, zaak, ploeg.anna)
    beantwoord = gevraagd(ploeg.bram, zaak, ploeg.anna)
    acties.aanvaard(ploeg.anna.wie(), zaak, beantwoord.pk, 1)
    later = VANDAAG + timedelta(days=60)

    def vraag(lid: Lid, op: date, **hoe: object) -> list[UUID]:
        blad = als(
            lid,
            zaak,
            lambda: actielijst.gevraagd_niet_beantwoord(lid.loket.pk, op, **hoe),  # type: ignore[arg-type]
        )
        return [rij.pk for rij in blad.regels]

    assert vraag(ploeg.anna, VANDAAG) == [open_.pk]
    assert vraag(ploeg.anna, VANDAAG, te_laat=True) == []
    assert vraag(ploeg.anna, later, te_laat=True) == [open_.pk]
    assert vraag(ploeg.bram, VANDAAG) == []
    assert vraag(ploeg.bram, VANDAAG, kant="door") == [open_.pk]
    teller = als(
        ploeg.bram,
        zaak,
        lambda: actielijst.tel_onbeantwoord(ploeg.bram.loket.pk, later, kant="door", te_laat=True),
    )
    assert teller == "1"


def test_de_antwoordtermijn_wacht_niet_langer_dan_de_actie(ploeg: Ploeg, zaak: UUID) -> None:
    spoed = replace(inhoud(), uiterlijk=VANDAAG + timedelta(days=1))
    vraag = acties.vraag_loket(ploeg.bram.wie(), zaak, spoed, ploeg.anna.loket.pk)
    assert vraag.antwoord_uiterlijk == VANDAAG + timedelta(days=1)
