"""Quarantine by reason: many messages with one cause are replayed together once it is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from richting.berichten.acties import speel_reden_af
from richting.berichten.models import Bericht
from richting.berichten.paginas.quarantaine import REDENEN
from richting.kern import klok
from richting.partijen import loketboek
from richting.partijen.acties import laad_referentie
from richting.partijen.referentie import lees
from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen, rij, stuur
from tests.partijen.bouwers import Ploeg, maak_ploeg, meld_aan

pytestmark = pytest.mark.django_db
NERGENS = {"soort": "pi", "inrichting": "PI-NERGENS"}


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def apart() -> None:
    """Two begins in a prison nobody knows, and one message that is wrong in another way."""
    stuur(begin("V1", plaats=NERGENS), begin("V2", plaats=NERGENS, persoon={"geslachtsnaam": "B"}))
    stuur(begin("V3", persoon={"geslachtsnaam": "C"}), einde_gewijzigd("V1"))
    te_vroeg = {"soort": "einde", "reden": "einde_straf", "verwachtEinde": None}
    stuur({**einde_gewijzigd("V3", **te_vroeg), "datum": "2026-01-01"})


def voeg_inrichting_toe() -> None:
    naslag = lees()
    almelo = next(regel for regel in naslag.partijen if regel.code == "PI-ALMELO")
    erbij = replace(almelo, code="PI-NERGENS", naam="PI Nergens")
    laad_referentie(klok.nu(), replace(naslag, partijen=(*naslag.partijen, erbij)))
    loketboek.gewijzigd()


@pytest.mark.usefixtures("apart")
def test_beheer_ziet_de_redenen_met_hun_aantal_en_kiest_er_een(client: Any, ploeg: Ploeg) -> None:
    meld_aan(client, ploeg.fatima)
    context = client.get("/berichten/quarantaine/").context
    assert [(str(r["titel"]), r["aantal"]) for r in context["redenen"]] == [
        ("Organisatie onbekend", 2),
        ("Einde ligt voor het begin", 1),
    ]
    een = client.get("/berichten/quarantaine/?reden=einde_voor_begin").context
    assert [bericht.verblijf for bericht in een["regels"]] == ["V3"]


@pytest.mark.usefixtures("apart")
def test_is_de_oorzaak_weg_dan_gaan_alle_berichten_met_die_reden_tegelijk(
    client: Any, ploeg: Ploeg
) -> None:
    meld_aan(client, ploeg.fatima)
    reden = {"reden": "organisatie_onbekend"}
    eerst = client.post("/berichten/quarantaine/", reden, follow=True)
    assert "0 van 2 berichten" in eerst.text

    voeg_inrichting_toe()
    daarna = client.post("/berichten/quarantaine/", reden, follow=True)

    assert "2 van 2 berichten" in daarna.text
    assert rij("V1-begin").status == rij("V2-begin").status == Bericht.AANVAARD
    assert rij("V1-2027-04-01").status == Bericht.AANVAARD, "wat op het begin wachtte gaat mee"
    assert len(daarna.context["regels"]) == 1


@pytest.mark.usefixtures("apart")
def test_alleen_beheer_speelt_een_reden_af(client: Any, ploeg: Ploeg) -> None:
    with pytest.raises(PermissionDenied):
        speel_reden_af(ploeg.anna.wie(), "organisatie_onbekend")
    meld_aan(client, ploeg.anna)
    assert client.post("/berichten/quarantaine/", {"reden": "storing"}).status_code == 404


def test_elke_reden_heeft_woorden() -> None:
    assert all(str(woorden) for woorden in REDENEN.values())
