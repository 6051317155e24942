"""Webhooks over the API: a system makes its own, and fetches what an event points at."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from richting.kern.models import Journaal
from richting.kern.werk import verwerking
from richting.meldingen.acties import bezorgen
from richting.meldingen.models import Melding
from tests.api.bouwers import Machine, maak_machine
from tests.berichten.bouwers import begin, correctie, dossier, maak_partijen, stuur
from tests.meldingen.bouwers import (
    afleveringen,
    bezorg,
    laat_thuis_bellen,
    pauzes_voorbij,
    programma,
    vertel,
)
from tests.meldingen.ontvanger import Ontvanger
from tests.partijen.bouwers import Ploeg, maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("5.4", "6.4")]
BEHEER, LEES = "abonnementen:beheren", "meldingen:lezen"
ARNHEM = [{"gemeente": "GM0202", "rol": "ingezetene"}]


@pytest.fixture
def ploeg(monkeypatch: pytest.MonkeyPatch) -> Ploeg:
    laat_thuis_bellen(monkeypatch)
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def jan(ploeg: Ploeg) -> UUID:
    stuur(begin())
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


@pytest.fixture
def anna(ploeg: Ploeg) -> Machine:
    return maak_machine(ploeg.anna.loket, BEHEER, LEES)


def maak(machine: Machine, adres: str) -> str:
    antwoord = machine.post("/abonnementen", {"naam": "Suite", "adres": adres})
    assert antwoord.status_code == 201, antwoord.content
    assert antwoord.json()["geheim"].startswith("whsec_")
    return str(antwoord.json()["abonnement"])


def test_van_maken_tot_ophalen(ploeg: Ploeg, jan: UUID, anna: Machine) -> None:
    with Ontvanger() as ontvanger:
        nummer = maak(anna, ontvanger.adres)
        vertel(jan, ploeg.anna)
        bezorg()
        dataref = ontvanger.bus.genomen[0].gebeurtenis["dataref"]
    antwoord = anna.get(dataref.removeprefix("https://richting.example/api/v1"))
    assert antwoord.status_code == 200
    assert antwoord.json()["dossier"] == str(jan)
    (rij,) = afleveringen()
    assert rij.opgehaald_op is not None
    gezien = anna.get(f"/abonnementen/{nummer}").json()
    assert (gezien["stand"], gezien["wacht"], len(gezien["sleutels"])) == ("goed", 0, 1)


def test_wie_de_grond_intussen_verloor_haalt_niets_meer_op(
    ploeg: Ploeg, jan: UUID, anna: Machine
) -> None:
    vertel(jan, ploeg.anna)
    with verwerking(programma()):
        nummer = Melding.objects.filter(loket=ploeg.anna.loket).latest("pk").pk
    assert anna.get(f"/meldingen/{nummer}").status_code == 200
    stuur(correctie("V1-begin", {"gemeenten": ARNHEM}))
    assert anna.get(f"/meldingen/{nummer}").status_code == 404


def vragen(machine: Machine, nummer: UUID) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as gevangen:
        assert machine.get(f"/meldingen/{nummer}").status_code == 404
    return [vraag["sql"].split(" ")[0] for vraag in gevangen.captured_queries]


def test_een_melding_van_een_ander_is_even_weg_als_een_die_niet_bestaat(
    ploeg: Ploeg, jan: UUID
) -> None:
    vertel(jan, ploeg.anna)
    with verwerking(programma()):
        nummer = Melding.objects.filter(loket=ploeg.anna.loket).latest("pk").pk
    eva = maak_machine(ploeg.eva.loket, LEES)
    vragen(eva, uuid4())
    assert vragen(eva, nummer) == vragen(eva, uuid4())


def test_een_ander_loket_ziet_noch_raakt_een_webhook(ploeg: Ploeg, anna: Machine) -> None:
    nummer = maak(anna, "https://systeem.voorbeeld.nl/richting")
    for lid in (ploeg.dirk, ploeg.eva, ploeg.fatima):
        ander = maak_machine(lid.loket, BEHEER)
        assert ander.get("/abonnementen").json() == {"abonnementen": []}
        assert ander.get(f"/abonnementen/{nummer}").status_code == 404
        assert ander.get(f"/abonnementen/{nummer}/onbestelbare-afleveringen").status_code == 404
        for doe in ("vernieuwingen", "hervattingen", "herhalingen"):
            assert ander.post(f"/abonnementen/{nummer}/{doe}", {}).status_code == 404, doe


def test_zonder_het_recht_maakt_een_systeem_geen_webhook(ploeg: Ploeg) -> None:
    lezer = maak_machine(ploeg.anna.loket, LEES)
    velden = {"naam": "x", "adres": "https://voorbeeld.nl/"}
    assert lezer.post("/abonnementen", velden).status_code == 403
    assert lezer.get("/abonnementen").status_code == 403


def test_een_adres_dat_niet_kan_is_een_botsing_met_reden(anna: Machine) -> None:
    antwoord = anna.post("/abonnementen", {"naam": "x", "adres": "https://192.168.0.1/"})
    assert antwoord.status_code == 409
    assert antwoord.json()["errors"][0]["code"] == "adres"


def test_sleutels_wisselen_en_stoppen(anna: Machine) -> None:
    nummer = maak(anna, "https://systeem.voorbeeld.nl/richting")
    nieuw = anna.post(f"/abonnementen/{nummer}/vernieuwingen", {})
    assert nieuw.status_code == 201
    kenmerken = [s["kenmerk"] for s in anna.get(f"/abonnementen/{nummer}").json()["sleutels"]]
    assert kenmerken[0] == nieuw.json()["kenmerk"]
    assert len(kenmerken) == 2
    assert anna.post(f"/abonnementen/{nummer}/beeindigingen", {}).json() == {"stand": "gestopt"}
    assert anna.post(f"/abonnementen/{nummer}/hervattingen", {}).status_code == 404


def test_onbestelbaar_bekijken_opnieuw_en_opgeven(
    ploeg: Ploeg, jan: UUID, anna: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bezorgen, "is_onbestelbaar", lambda pogingen, _a: pogingen >= 1)
    with Ontvanger() as ontvanger:
        nummer = maak(anna, ontvanger.adres)
        vertel(jan, ploeg.anna, 2)
        ontvanger.bus.gedrag = lambda _keer: 500
        bezorg()
        lijst = anna.get(f"/abonnementen/{nummer}/onbestelbare-afleveringen").json()
        (een,) = lijst["onbestelbaar"]
        assert (een["reden"], een["antwoord"], lijst["volgende"]) == ("antwoord", 500, None)
        assert "dossier" not in een
        assert anna.get(f"/abonnementen/{nummer}").json()["onbestelbaar"] == 1
        assert anna.post(f"/abonnementen/{nummer}/herhalingen", {}).json() == {"aantal": 1}
        bezorg()
        nummers = {"afleveringen": [een["aflevering"]], "reden": "dubbel"}
        assert anna.post(f"/abonnementen/{nummer}/afschrijvingen", nummers).json() == {"aantal": 1}
        ontvanger.bus.gedrag = lambda _keer: 204
        pauzes_voorbij()
        assert bezorg() == {"aanvaard": 1}
    with verwerking(programma()):
        soorten = set(
            Journaal.objects.filter(systeem=anna.systeem.pk).values_list("soort", flat=True)
        )  # type: ignore[union-attr]
    assert soorten >= {"webhook_gemaakt", "webhook_opnieuw_aangeboden", "webhook_opgegeven"}
