"""A refusal does not tell whether a person exists: the same statements, the same answer.

Time is not measured. What the program asks the database decides how long it takes: for a dossier
that is hidden and for one that never was it asks the same, in the same order, and answers the same
bytes. Held for every page and every call of the API that has a dossier in its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from richting.kern import instellingen
from richting.partijen import loketboek
from tests.api.bouwers import V1, Machine, maak_machine
from tests.meldingen.bouwers_risico import Tafelploeg, gemarkeerd, maak_tafelploeg, maak_zaak
from tests.partijen.bouwers import ANDERE_GEMEENTE, Lid, meld_aan
from tests.schermen.adressen import paginas

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.4")]
AFWEZIG = UUID("01890000-0000-7000-8000-000000000000")
DOSSIER = re.compile(r"<(?:\w+:)?(\w+)>")
LOS = re.compile(r"'(?:[^']|'')*'|\bs\d+_x\d+\b|\b\d+(?:\.\d+)?\b|\bNULL\b")
EENMALIG = re.compile(r'(?:csrfmiddlewaretoken" value="|X-CSRFToken": ")\w+"')
"""What is never twice the same: the token of a form."""
ADRESSEN = sorted(
    naam for naam, route in paginas().items() if DOSSIER.findall(route) == ["dossier"]
)
"""Every page with a dossier and nothing more in its address, forms too."""
MINSTE_PAGINAS, MINSTE_CALLS = 40, 40


def api_paden(patronen: list[URLPattern | URLResolver], hier: str = "") -> Iterator[str]:
    """Every path of the API with a dossier and nothing more in it."""
    for patroon in patronen:
        route = hier + str(patroon.pattern)
        if isinstance(patroon, URLResolver):
            yield from api_paden(patroon.url_patterns, route)
        elif route.startswith("api/") and DOSSIER.findall(route) == ["dossier"]:
            yield "/" + DOSSIER.sub("{}", route).removeprefix(V1.removeprefix("/")).lstrip("/")


PADEN = sorted(set(api_paden(get_resolver().url_patterns)))


@dataclass(frozen=True)
class Gevraagd:
    """What a request asked the database, in order, without values; and what came back."""

    vragen: tuple[str, ...]
    status: int
    inhoud: str


def vorm(sql: str) -> str:
    """A statement without its values."""
    return re.sub(r"\s+", " ", LOS.sub("?", sql))


def gevraagd(doe: Callable[[str], Any], adres: str, dossier: UUID) -> Gevraagd:
    """One request about one dossier; its own number is taken out of the answer."""
    with CaptureQueriesContext(connection) as vragen:
        antwoord = doe(adres.replace("{}", str(dossier)))
    inhoud = EENMALIG.sub("", antwoord.content.decode()).replace(str(dossier), "{}")
    return Gevraagd(tuple(vorm(vraag["sql"]) for vraag in vragen), antwoord.status_code, inhoud)


def zelfde(doe: Callable[[str], Any], adres: str, *dossiers: UUID) -> int:
    """All these dossiers are answered alike, with the same statements; the status."""
    eerste, *rest = (gevraagd(doe, adres, dossier) for dossier in dossiers)
    for ander in rest:
        assert ander == eerste, adres
    return eerste.status


def adres_van(naam: str) -> str:
    """The address of a page, with a hole for the dossier."""
    return reverse(naam, args=[AFWEZIG]).replace(str(AFWEZIG), "{}")


def klant(lid: Lid) -> Client:
    """Signed in, and past what only a first request does."""
    client = Client()
    meld_aan(client, lid)
    client.get(adres_van("dossiers:dossier").format(AFWEZIG))
    return client


@pytest.fixture(autouse=True)
def niets_verloopt(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process keeps for a minute (desks, assumptions) is not read again halfway two
    requests: that depends on the clock, and not on the dossier."""
    for module in (loketboek, instellingen):
        monkeypatch.setattr(module, "MINUUT", float("inf"))


@pytest.fixture
def tafel() -> Tafelploeg:
    return maak_tafelploeg()


@pytest.fixture
def verborgen(tafel: Tafelploeg) -> UUID:
    """A dossier of a person in Zwolle from Arnhem, marked, with a table that none of these see."""
    return maak_zaak(
        "VERBORGEN",
        gemeenten=[{"gemeente": ANDERE_GEMEENTE, "rol": "ingezetene"}],
        plaats={"soort": "pi", "inrichting": "PI-ZWOLLE"},
        reclassering="SVG",
    )


def lezers(tafel: Tafelploeg) -> tuple[Lid, ...]:
    """A desk of every kind that has no ground for the hidden dossier."""
    ploeg = tafel.ploeg
    return (ploeg.anna, ploeg.bram, ploeg.cato, ploeg.dirk, ploeg.gijs, tafel.otto, tafel.petra)


def test_er_is_veel_om_te_vergelijken() -> None:
    assert len(ADRESSEN) >= MINSTE_PAGINAS
    assert len(PADEN) >= MINSTE_CALLS
    assert "meldingen:risicotafel" in ADRESSEN
    assert "/dossiers/{}/risicotafels" in PADEN


@pytest.mark.parametrize("methode", ["get", "post"])
def test_elke_pagina_weigert_een_verborgen_dossier_als_een_dat_er_niet_is(
    tafel: Tafelploeg, verborgen: UUID, methode: str
) -> None:
    for lid in lezers(tafel):
        doe = getattr(klant(lid), methode)
        for naam in ADRESSEN:
            status = zelfde(doe, adres_van(naam), AFWEZIG, verborgen)
            assert status in (404, 405), (lid.loket.soort, naam)


@pytest.mark.parametrize("methode", ["GET", "POST"])
def test_elke_call_weigert_een_verborgen_dossier_als_een_dat_er_niet_is(
    tafel: Tafelploeg, verborgen: UUID, methode: str
) -> None:
    """Also what stands behind the `dataref` of a notification: it is one of these calls."""
    inhoud = {"data": b"{}", "content_type": "application/json"} if methode == "POST" else {}
    for lid in lezers(tafel):
        doe = partial(_roep, maak_machine(lid.loket), methode, inhoud)
        doe(PADEN[0].format(AFWEZIG))
        for pad in PADEN:
            assert zelfde(doe, pad, AFWEZIG, verborgen) >= 400, (lid.loket.soort, pad)


def _roep(machine: Machine, methode: str, inhoud: dict[str, Any], pad: str) -> Any:
    return machine.vraag(methode, pad, **inhoud)


FORMULIEREN: dict[str, dict[str, Any]] = {
    "meldingen:risico_delen": {"soort": "feit", "tekst": "Iets"},
    "meldingen:risico_beeindigen": {"reden": "Laag"},
    "meldingen:risico_afspreken": {"wat": "Iets", "eigenaar": 1, "uiterlijk": "2027-01-01"},
    "meldingen:risico_markeren": {
        "niveau": "hoog",
        "instrument": "RISc",
        "beoordeeld_op": "2026-11-20",
        "geldig_tot": "2027-01-20",
        "reden": "Dreiging",
    },
}


def test_een_goed_ingevuld_formulier_verraadt_ook_niets(tafel: Tafelploeg, verborgen: UUID) -> None:
    """It gets as far as the act; there too the same is asked."""
    for lid in (*tafel.aan_tafel, tafel.ploeg.anna):
        client = klant(lid)
        for naam, velden in FORMULIEREN.items():
            doe = partial(_post, client, velden)
            assert zelfde(doe, adres_van(naam), AFWEZIG, verborgen) == 404, lid.loket.soort


def _post(client: Client, velden: dict[str, Any], pad: str) -> Any:
    return client.post(pad, velden)


def test_een_gemarkeerd_dossier_weigert_de_gemeente_als_een_ongemarkeerd(
    tafel: Tafelploeg,
) -> None:
    """Anna sees one person with a table and one without; the compartment refuses both alike."""
    met, zonder = maak_zaak("MET"), maak_zaak("ZONDER")
    gemarkeerd(tafel.bram, met)
    for lid in (tafel.ploeg.anna, tafel.ploeg.gijs):
        client, machine = klant(lid), maak_machine(lid.loket)
        for naam in (naam for naam in ADRESSEN if ":risico" in naam):
            assert zelfde(client.get, adres_van(naam), met, zonder, AFWEZIG) in (404, 405)
        for pad in (pad for pad in PADEN if "risico" in pad):
            doe = partial(_roep, machine, "GET", {})
            assert zelfde(doe, pad, met, zonder, AFWEZIG) >= 400
