"""Who turns out to lie outside the accord leaves no plan behind."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from richting.plannen.acties import inhoud as acties
from richting.plannen.acties import slachtoffer
from richting.plannen.acties.sluiting import planmodellen
from richting.plannen.acties.versies import stel_vast
from richting.plannen.woorden import Motivatiestand
from tests.berichten.bouwers import correctie, statussen, tel
from tests.partijen.bouwers import Ploeg


def rijen(zaak: UUID) -> int:
    return sum(tel(m, dossier=zaak) for m in planmodellen())


@pytest.mark.clausule("3.8")
def test_wie_jonger_blijkt_te_zijn_laat_geen_plan_na(ploeg: Ploeg, zaak: UUID) -> None:
    wie = ploeg.bram.wie()
    acties.voeg_doel_toe(wie, zaak, "Naar school")
    acties.noteer_motivatie(wie, zaak, date(2026, 11, 20), Motivatiestand.WIL, "", "")
    slachtoffer.zeg_geen_belang(wie, zaak)
    stel_vast(wie, zaak, 0, "")
    assert rijen(zaak) > 4
    jong = {
        "voornamen": "Jan",
        "geslachtsnaam": "Verzonnen",
        "geboortedatum": "2012-01-01",
        "verblijfsstatus": "geldig",
    }
    uitkomst = statussen(correctie("PLAN-begin", {"persoon": jong}, verblijf="PLAN"))
    assert uitkomst == ["buiten_doelgroep"]
    assert rijen(zaak) == 0
