"""The page of the route: each reader the own ground, and no zoom that hides something unsaid."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from tests.overleg.bouwers import belegd
from tests.overleg.conftest import ploeg, zaak
from tests.partijen.bouwers import Lid, Ploeg, meld_aan
from tests.plannen.bouwers_actie import sluit

__all__ = ["ploeg", "zaak"]
pytestmark = pytest.mark.clausule("3.5", "6.4")


def lees(client: Client, lid: Lid, zaak: UUID, vraag: str = "") -> str:
    meld_aan(client, lid)
    antwoord = client.get(reverse("dossiers:route", args=[zaak]) + vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_de_route_toont_verblijf_plaats_termijnen_en_overleg(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    belegd(ploeg.bram, [], [zaak])
    tekst = lees(client, ploeg.anna, zaak)
    for wat in ("In detentie", "Plaatsen", "Multidisciplinair overleg (MDO)", "Termijnen"):
        assert wat in tekst
    assert "Verwacht einde" in tekst
    assert "Nazorg na het vertrek" in tekst


def test_zonder_grond_voor_het_plan_staat_het_overleg_er_niet(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    belegd(ploeg.bram, [], [zaak])
    sluit(ploeg.anna, zaak, "plan")
    assert "Multidisciplinair overleg (MDO)" not in lees(client, ploeg.anna, zaak)


def test_wie_er_niets_van_mag_weten_krijgt_niets(client: Client, ploeg: Ploeg, zaak: UUID) -> None:
    for lid in (ploeg.eva, ploeg.dirk, ploeg.gijs, ploeg.fatima):
        meld_aan(client, lid)
        assert client.get(reverse("dossiers:route", args=[zaak])).status_code == 404


def test_in_een_andere_maand_staat_hoeveel_er_buiten_beeld_is(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    tekst = lees(client, ploeg.anna, zaak, "?zoom=maand&rond=2030-01")
    assert "eerder</a>" in tekst
    assert "niet in de tekening" in tekst
    assert "In detentie" in tekst


def test_inzoomen_begint_bij_vandaag_en_slaat_bij_bladeren_niets_over(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    hier = lees(client, ploeg.anna, zaak, "?zoom=maand")
    assert "vandaag" in hier
    assert "?zoom=maand&amp;rond=2026-11" in hier, "wat vóór 16 november was"
    assert "?zoom=maand&amp;rond=2026-12" in hier, "wat na 16 december komt"


@pytest.mark.parametrize("vraag", ["?zoom=niets", "?rond=vroeger", "?zoom=maand&rond=9999-12"])
def test_een_vreemde_vraag_geeft_gewoon_de_route(
    client: Client, ploeg: Ploeg, zaak: UUID, vraag: str
) -> None:
    assert "In detentie" in lees(client, ploeg.anna, zaak, vraag)
