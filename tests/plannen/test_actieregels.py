"""What one line in the list of actions says: when it begins, and why it stands where it stands."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from richting.plannen.acties import actielijst as acties
from tests.partijen.bouwers import Ploeg, meld_aan
from tests.plannen.bouwers_actie import eigen, lees, stuur_in

pytestmark = pytest.mark.clausule("4.3", "8.5")


def test_waarom_een_actie_weer_open_ging_is_geen_reden_van_nu(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    actie = eigen(ploeg.anna, zaak)
    acties.stop(ploeg.anna.wie(), zaak, actie.pk, 1, "wil_niet")
    assert "De persoon wil het niet" in lees(client, ploeg.anna, "actielijst", zaak)
    heropend = {"versie": 2, "reden": "toch_nodig"}
    stuur_in(client, ploeg.anna, "actie_daad", zaak, actie.pk, "heropenen", **heropend)
    pagina = lees(client, ploeg.anna, "actielijst", zaak)
    assert "Bezig" in pagina
    assert "toch nog nodig" not in pagina


def test_de_lijst_zegt_wanneer_een_actie_moet_beginnen(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    actie = eigen(ploeg.anna, zaak, begin=date(2026, 12, 7))
    assert "7 december 2026" in lees(client, ploeg.bram, "actielijst", zaak)
    acties.begin(ploeg.anna.wie(), zaak, actie.pk, 1)
    assert "7 december 2026" not in lees(client, ploeg.bram, "actielijst", zaak)


def test_een_dag_die_niet_kan_staat_bij_het_veld_van_de_dag(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    actie = eigen(ploeg.anna, zaak, uiterlijk=date(2027, 2, 1))
    nieuw = {"versie": 1, "reden": "niet_verschenen", "tot": "2026-11-20", "toelichting": "Later"}
    meld_aan(client, ploeg.anna)
    antwoord = stuur_in(client, ploeg.anna, "actie_daad", zaak, actie.pk, "uitstellen", **nieuw)
    na_het_label = antwoord.content.decode().split("Nieuwe laatste dag", 1)[1]
    assert "Kies een nieuwe dag" in na_het_label[:900]
    assert "Later" in na_het_label
