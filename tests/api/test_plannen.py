"""The plan over the API: read and made by the desk of the key, like the pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from tests.api.bouwers import Machine, maak_machine
from tests.api.bouwers_plan import LEZEN, SCHRIJVEN, beschrijving, deuren
from tests.partijen.bouwers import Ploeg
from tests.plannen.bouwers_actie import gevraagd


def keur(vorm: dict[str, Any], heel: dict[str, Any], waarde: Any) -> None:
    keurder = Draft202012Validator({**vorm, **heel})
    assert not [fout.message for fout in keurder.iter_errors(waarde)]


def vul(machine: Machine, zaak: UUID) -> None:
    """Do every act that needs no earlier row, with the example of its description."""
    for pad, operatie in deuren("post"):
        if "{nummer}" not in pad:
            inhoud = operatie["requestBody"]["content"]["application/json"]["example"]
            machine.post(pad.replace("{dossier}", str(zaak)), inhoud)


def test_elk_voorbeeld_in_de_beschrijving_werkt(ploeg: Ploeg, zaak: UUID, bram: Machine) -> None:
    gelukt = set()
    for pad, operatie in deuren("post"):
        inhoud = operatie["requestBody"]["content"]["application/json"]["example"]
        nummer = "01890000-0000-7000-8000-000000000000"
        adres = pad.replace("{dossier}", str(zaak)).replace("{nummer}", nummer)
        antwoord = bram.post(adres, inhoud)
        if "{nummer}" in pad:
            assert antwoord.status_code == 404, (pad, antwoord.content)
        else:
            assert antwoord.status_code in (200, 404, 409), (pad, antwoord.content)
            if antwoord.status_code == 200:
                gelukt.add(pad.rsplit("/", 1)[1])
    assert {
        "metingen",
        "acties",
        "planvragen",
        "motivaties",
        "factoren",
        "ondersteuningen",
        "startgesprekken",
        "doelen",
        "instemmingen",
        "tegenwerkingen",
        "afwijkingen",
        "zorggegevens",
        "pogingen",
    } <= gelukt


@pytest.mark.clausule("5.4", "6.4")
def test_alles_leest_zoals_beschreven_en_alleen_met_een_grond(
    ploeg: Ploeg, zaak: UUID, bram: Machine
) -> None:
    vul(bram, zaak)
    assert bram.post(f"/dossiers/{zaak}/planversies", {"vorige": 0}).status_code == 200
    eva = maak_machine(ploeg.eva.loket, LEZEN)
    vorm, gezien = beschrijving(), 0
    for pad, operatie in deuren("get"):
        adres = pad.replace("{dossier}", str(zaak)).replace("{nummer}", "1")
        antwoord = bram.get(adres)
        assert antwoord.status_code in (200, 404), (pad, antwoord.content)
        if antwoord.status_code == 200:
            inhoud = operatie["responses"]["200"]["content"]["application/json"]["schema"]
            keur(vorm, inhoud, antwoord.json())
            gezien += 1
        assert eva.get(adres).status_code == 404, pad
    assert gezien >= 20


@pytest.mark.clausule("6.4")
def test_wie_alleen_mag_lezen_schrijft_niet(ploeg: Ploeg, zaak: UUID) -> None:
    lezer = maak_machine(ploeg.bram.loket, LEZEN)
    antwoord = lezer.post(f"/dossiers/{zaak}/doelen", {"tekst": "Werk"})
    assert antwoord.status_code == 403
    assert SCHRIJVEN in antwoord["WWW-Authenticate"]
    assert lezer.get(f"/dossiers/{zaak}/doelen").json() == {"doelen": []}


@pytest.mark.clausule("1.3", "6.4")
def test_zonder_grond_voor_slachtoffers_bestaat_dat_deel_niet(ploeg: Ploeg, zaak: UUID) -> None:
    gijs = maak_machine(ploeg.gijs.loket, LEZEN)
    assert gijs.get(f"/dossiers/{zaak}/slachtofferbelangen").status_code == 404


@pytest.mark.clausule("4.3", "5.4")
def test_een_ander_systeem_beantwoordt_wat_gevraagd_is(ploeg: Ploeg, zaak: UUID) -> None:
    actie = gevraagd(ploeg.bram, zaak, ploeg.anna, wat="Zoek een kamer")
    anna = maak_machine(ploeg.anna.loket, LEZEN, SCHRIJVEN)
    pad = f"/dossiers/{zaak}/acties/{actie.pk}/stappen"
    assert anna.post(pad, {"daad": "weigeren", "versie": 1}).status_code == 409
    assert anna.post(pad, {"daad": "aanvaarden", "versie": 1}).status_code == 200
    (gelezen,) = anna.get(f"/dossiers/{zaak}/acties").json()["acties"]
    assert (gelezen["staat"], gelezen["versie"]) == ("afgesproken", 2)
    assert [stap["staatNaar"] for stap in gelezen["stappen"]] == ["gevraagd", "afgesproken"]


def test_wie_te_laat_is_leest_wat_er_nu_staat(ploeg: Ploeg, zaak: UUID, bram: Machine) -> None:
    anna = maak_machine(ploeg.anna.loket, LEZEN, SCHRIJVEN)
    pad = f"/dossiers/{zaak}/planvragen"
    vraag = {"soort": "behoefte", "tekst": "Werk", "versie": 0}
    assert bram.post(pad, vraag).status_code == 200
    antwoord = anna.post(pad, {**vraag, "tekst": "Een huis"})
    assert antwoord.status_code == 409
    assert antwoord["Content-Type"] == "application/problem+json"
    heel = antwoord.json()
    assert (heel["versie"], heel["nu"]) == (1, {"tekst": "Werk"})
    assert anna.post(pad, vraag).status_code == 200
    assert anna.post(pad, {**vraag, "tekst": "Een huis", "versie": 1}).status_code == 200
    (rij,) = bram.get(pad).json()["planvragen"]
    assert (rij["tekst"], rij["versie"]) == ("Een huis", 2)


def test_twee_systemen_vullen_een_screening_in_en_verliezen_niets(
    ploeg: Ploeg, zaak: UUID, bram: Machine
) -> None:
    anna = maak_machine(ploeg.anna.loket, LEZEN, SCHRIJVEN)
    pad = f"/dossiers/{zaak}/metingen"

    def zeg(**waarden: Any) -> list[dict[str, Any]]:
        return [{"vraag": v, "soort": "gegeven", "waarde": w} for v, w in waarden.items()]

    eerst = {"moment": "begin", "antwoorden": zeg(schulden=True)}
    assert bram.post(pad, eerst).status_code == 200
    later = {"moment": "begin", "antwoorden": zeg(schulden=False, cjib="open")}
    botst = anna.post(pad, {**later, "vaststellen": True})
    assert botst.status_code == 409
    assert botst.json()["nu"]["schulden"]["waarde"] is True
    goed = {**later, "gelezen": zeg(schulden=True, cjib="open"), "vaststellen": True}
    assert anna.post(pad, goed).status_code == 200
    gelezen = bram.get(f"/dossiers/{zaak}/antwoorden").json()["antwoorden"]
    assert {a["vraag"]: a["waarde"] for a in gelezen if a["soort"] == "gegeven"} == {
        "schulden": False,
        "cjib": "open",
    }


def test_alle_fouten_tegelijk(zaak: UUID, bram: Machine) -> None:
    antwoorden = [
        {"vraag": "bestaat_niet", "soort": "gegeven", "waarde": True},
        {"vraag": "id_geldig_tot", "soort": "gegeven", "waarde": "morgen"},
    ]
    heel = bram.post(
        f"/dossiers/{zaak}/metingen", {"moment": "begin", "antwoorden": antwoorden}
    ).json()
    assert (heel["status"], len(heel["errors"])) == (400, 2)
    actie = {"leefgebied": "maan", "wat": "", "uiterlijk": "ooit", "extra": 1}
    fout = bram.post(f"/dossiers/{zaak}/acties", actie)
    assert fout.status_code == 400
    plekken = {deel["location"] for deel in fout.json()["errors"]}
    assert plekken == {"leefgebied", "wat", "uiterlijk", "extra"}


@pytest.mark.clausule("1.10", "5.3")
def test_een_partij_reageert_op_een_stap_naar_buiten(
    ploeg: Ploeg, zaak: UUID, bram: Machine
) -> None:
    anna = maak_machine(ploeg.anna.loket, LEZEN, SCHRIJVEN)
    begin_ = f"/dossiers/{zaak}"
    stap = {"soort": "verlof_kort", "van": "2026-12-10", "tot": "2026-12-10"}
    overlegd = {"doel": "Woning", "afwijking": "Overlegd"}
    assert bram.post(f"{begin_}/faseringsstappen", {**stap, **overlegd}).status_code == 200
    (rij,) = anna.get(f"{begin_}/faseringsstappen").json()["faseringsstappen"]
    pad = f"{begin_}/faseringsstappen/{rij['id']}/reacties"
    assert anna.post(pad, {"antwoord": "bezwaar"}).status_code == 409
    assert anna.post(pad, {"antwoord": "akkoord"}).status_code == 200
    (reactie,) = bram.get(f"{begin_}/stapreacties").json()["stapreacties"]
    assert (reactie["stapId"], reactie["antwoord"]) == (rij["id"], "akkoord")
