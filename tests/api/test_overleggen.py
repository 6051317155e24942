"""Consultations over the API: called, held and read by the desk of the key, like the pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from richting.overleg.models import Overleg
from tests.api.bouwers import Machine, maak_machine
from tests.api.test_plannen import LEZEN, SCHRIJVEN, beschrijving, keur
from tests.overleg.bouwers import belegd, gehouden, punt_van
from tests.overleg.conftest import ploeg, zaak
from tests.partijen.bouwers import Ploeg

__all__ = ["ploeg", "zaak"]
pytestmark = pytest.mark.clausule("8.1")


@pytest.fixture
def bram(ploeg: Ploeg) -> Machine:
    return maak_machine(ploeg.bram.loket, LEZEN, SCHRIJVEN)


@pytest.fixture
def mdo(ploeg: Ploeg, zaak: UUID) -> Overleg:
    return belegd(ploeg.bram, [ploeg.anna, ploeg.eva], [zaak])


def deuren(methode: str) -> list[tuple[str, dict[str, Any]]]:
    return [
        (pad, methoden[methode])
        for pad, methoden in beschrijving()["paths"].items()
        if methode in methoden and "overleggen" in methoden[methode]["tags"]
    ]


def test_elk_voorbeeld_in_de_beschrijving_wordt_begrepen(bram: Machine, mdo: Overleg) -> None:
    for pad, operatie in deuren("post"):
        inhoud = operatie["requestBody"]["content"]["application/json"]["example"]
        antwoord = bram.post(pad.replace("{nummer}", str(mdo.pk)), inhoud)
        assert antwoord.status_code in (200, 404, 409), (pad, antwoord.content)


@pytest.mark.clausule("6.4")
def test_alles_leest_zoals_beschreven_en_eva_ziet_geen_dossier(
    ploeg: Ploeg, zaak: UUID, bram: Machine, mdo: Overleg
) -> None:
    vorm, eva = beschrijving(), maak_machine(ploeg.eva.loket, LEZEN)
    for pad, operatie in deuren("get"):
        adres = pad.replace("{dossier}", str(zaak)).replace("{nummer}", str(mdo.pk))
        antwoord = bram.get(adres)
        assert antwoord.status_code == 200, (pad, antwoord.content)
        keur(
            vorm,
            operatie["responses"]["200"]["content"]["application/json"]["schema"],
            antwoord.json(),
        )
        if "{dossier}" in pad:
            assert eva.get(adres).status_code == 404
    gezien = eva.get(f"/overleggen/{mdo.pk}").json()
    assert gezien["agenda"] == []
    assert str(zaak) not in str(gezien)
    dirk = maak_machine(ploeg.dirk.loket, LEZEN)
    assert dirk.get(f"/overleggen/{mdo.pk}").status_code == 404


def test_een_heel_overleg_over_de_api(
    ploeg: Ploeg, zaak: UUID, bram: Machine, mdo: Overleg
) -> None:
    punt, anna = str(punt_van(ploeg.bram, mdo)), maak_machine(ploeg.anna.loket, LEZEN, SCHRIJVEN)
    adres = f"/overleggen/{mdo.pk}"
    assert anna.post(f"{adres}/antwoorden", {"komt": "komt_niet"}).status_code == 409
    assert anna.post(f"{adres}/antwoorden", {"komt": "komt"}).status_code == 200
    tekst = {"agendapunt": punt, "categorie": "onderdak", "tekst": "Kamer gezocht.", "versie": 0}
    assert bram.post(f"{adres}/verslagen", tekst).status_code == 200
    assert bram.post(f"{adres}/verslagen", {**tekst, "tekst": "Anders"}).status_code == 409
    afspraak = {"agendapunt": punt, "wat": "Bel", "loket": ploeg.anna.loket.pk}
    assert bram.post(f"{adres}/afspraken", afspraak).json()["id"]
    assert bram.post(f"{adres}/vaststellingen", {"versie": 1}).status_code == 409
    gehouden(ploeg.bram, mdo)
    assert bram.post(f"{adres}/vaststellingen", {"versie": 2}).status_code == 200
    (over,) = anna.get(f"/dossiers/{zaak}/overleggen").json()["overleggen"]
    assert over["punt"]["verslagen"][0]["tekst"] == "Kamer gezocht."
    assert over["overleg"]["verslagVastOp"]
