"""The plan is closed to who has no part in it: every address, also of a page added a minute ago.

Dirk advises the mayor, Otto works for the OM and Petra for the police: the mark of article 18b
shows them the stay and the risk. Eva works for a municipality without a part. None of them
finds out that there is a plan.
"""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.test import Client

from richting.akkoord.woorden import Loketsoort, Organisatiesoort
from tests.berichten.bouwers import begin, dossier, stuur
from tests.partijen.bouwers import GEMEENTE, Lid, maak_loket, maak_medewerker, maak_organisatie
from tests.partijen.bouwers import meld_aan as zet_aan_het_loket
from tests.schermen.adressen import paginas
from tests.schermen.land import Land, persoon
from tests.schermen.land_plan import maak_plan

PLANPAGINAS = sorted(
    naam
    for naam, route in paginas().items()
    if naam.startswith(("plannen:", "overleg:", "regie:")) and "<uuid:dossier>" in route
)
"""Also what parties do together for this dossier in other rooms."""
WOORDEN = {
    "moment": "begin",
    "gebied": "onderdak",
    "wanneer": "nu",
    "wat": "doel",
    "daad": "afronden",
    "antwoord": "gestart",
    "taal": "nl",
    "taak": "casusregie",
    "onderwerp": "zorg_voorzieningen",
    "code": "plan",
}
"""What stands in an address, so that the page behind it exists for who may see it."""


@pytest.fixture(scope="module")
def gemarkeerd(land: Land) -> UUID:
    """A stay with a plan and the mark of article 18b."""
    stuur(
        begin(
            "DICHT",
            persoon=persoon("Teun", "Toegedekt", "999990093"),
            gemeenten=[{"gemeente": GEMEENTE, "rol": "ingezetene"}],
            reclassering="RN",
            risico18b={"vanaf": "2026-11-02"},
        )
    )
    gevonden = dossier("DICHT")
    assert gevonden is not None
    maak_plan(land.ploeg, gevonden.pk)
    return gevonden.pk


@pytest.fixture(scope="module")
def buiten(land: Land, gemarkeerd: UUID) -> dict[str, Client]:
    """The browsers of who has no part in the plan."""
    otto = _lid("otto", "OM", Organisatiesoort.OM, Loketsoort.OM)
    petra = _lid("petra", "POLITIE", Organisatiesoort.POLITIE, Loketsoort.POLITIE)
    wie = {"dirk": land.ploeg.dirk, "eva": land.ploeg.eva, "otto": otto, "petra": petra}
    return {naam: _aan_het_werk(lid) for naam, lid in wie.items()}


def _lid(naam: str, code: str, soort: Organisatiesoort, loketsoort: Loketsoort) -> Lid:
    loket = maak_loket(maak_organisatie(code, soort), loketsoort)
    return Lid(maak_medewerker(naam, loket), loket)


def _aan_het_werk(lid: Lid) -> Client:
    client = Client()
    zet_aan_het_loket(client, lid)
    return client


def adres(naam: str, zaak: UUID, actie: UUID) -> str:
    """The address of a page, with what it asks filled in."""

    def vul(stuk: re.Match[str]) -> str:
        soort, veld = stuk["soort"], stuk["veld"]
        if veld == "dossier":
            return str(zaak)
        if soort == "uuid":
            return str(actie)
        return "1" if soort == "int" else WOORDEN[veld]

    return "/" + re.sub(r"<(?P<soort>\w+):(?P<veld>\w+)>", vul, paginas()[naam])


@pytest.mark.clausule("6.3", "6.4")
@pytest.mark.parametrize("naam", PLANPAGINAS)
def test_wie_geen_deel_heeft_aan_het_plan_vindt_geen_enkele_pagina(naam, land, gemarkeerd, buiten):
    pad = adres(naam, gemarkeerd, land.actie)
    for wie, client in buiten.items():
        for antwoord in (client.get(pad), client.post(pad, {"versie": "1", "wat": "niets"})):
            assert antwoord.status_code in (404, 405), (wie, pad)
            assert "Toegedekt" not in antwoord.content.decode()


@pytest.mark.clausule("6.3")
@pytest.mark.parametrize("wie", ["dirk", "otto", "petra"])
def test_wie_om_18b_meekijkt_ziet_het_verblijf_en_niets_van_het_plan(wie, gemarkeerd, buiten):
    antwoord = buiten[wie].get(f"/dossiers/{gemarkeerd}/")
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert "Toegedekt" in tekst
    assert "/plan/" not in tekst
    for verborgen in (
        "Eigen kamer",
        "eigen kamer",
        "Weer kok zijn",
        "Eerste plan",
        "contactverbod",
    ):
        assert verborgen not in tekst


def test_bram_vindt_deze_paginas_wel(land: Land, gemarkeerd: UUID) -> None:
    """Without this, an address that is wrong would prove nothing."""
    client = _aan_het_werk(land.ploeg.bram)
    for naam in ("overzicht", "screening", "meten", "standen", "actielijst", "kort", "inhoud"):
        assert client.get(adres(f"plannen:{naam}", gemarkeerd, land.actie)).status_code == 200
