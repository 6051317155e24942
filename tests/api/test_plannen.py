"""The plan over the API: read and made by the desk of the key, like the pages."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from tests.api.bouwers import V1, Machine, maak_machine
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import ANDERE_GEMEENTE, Ploeg, maak_ploeg
from tests.plannen.bouwers_actie import gevraagd

DOCS = Path(__file__).parents[2] / "docs" / "api.md"
LEZEN, SCHRIJVEN = "plannen:lezen", "plannen:schrijven"


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def zaak(ploeg: Ploeg) -> UUID:
    stuur(begin("PLAN", reclassering="RN"))
    gevonden = dossier("PLAN")
    assert gevonden is not None
    return gevonden.pk


@pytest.fixture
def bram(ploeg: Ploeg) -> Machine:
    return maak_machine(ploeg.bram.loket, LEZEN, SCHRIJVEN)


def beschrijving() -> dict[str, Any]:
    return dict(Client().get(f"{V1}/openapi.json").json())


def deuren(methode: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path and operation of everything of the plan, with {dossier} still in it."""
    for pad, methoden in beschrijving()["paths"].items():
        if methode in methoden and "plannen" in methoden[methode]["tags"]:
            yield pad, methoden[methode]


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


def curls(van: str, tot: str) -> list[list[str]]:
    """The calls between two headings of the documentation, in order, as words."""
    tekst = DOCS.read_text(encoding="utf-8")
    deel = tekst[tekst.index(van) : tekst.index(tot)]
    regels = deel.replace("\\\n", " ").splitlines()
    return [shlex.split(r) for r in regels if r.startswith("    curl")]


@dataclass
class Verteller:
    """Does what the page says, as a reader would: each key by its name, each number as it came."""

    machines: dict[str, Machine]
    plaats: dict[str, str]
    gelezen: dict[str, Any] = field(default_factory=dict)

    def doe(self, woorden: list[str]) -> None:
        """One call; it must be taken."""
        for naam, waarde in self.plaats.items():
            woorden = [woord.replace(f"${naam}", waarde) for woord in woorden]
        sleutel = next(w for w in woorden if w.startswith("Authorization")).split("$")[1]
        machine = self.machines[sleutel]
        pad = next(w for w in woorden if w.startswith("$API")).removeprefix("$API")
        if "-d" in woorden:
            antwoord = machine.post(pad, json.loads(woorden[woorden.index("-d") + 1]))
        else:
            antwoord = machine.get(pad)
        assert antwoord.status_code == 200, (pad, antwoord.content)
        self.gelezen = antwoord.json()
        if pad.endswith(("/acties", "/gemeenteverzoeken", "/adviesverzoeken")):
            self.plaats["ID"] = self.gelezen.get("id", self.plaats.get("ID", ""))
        if pad.endswith("/inbrengen"):
            self.plaats["INBRENG"] = self.gelezen["rijen"][0]["id"]


def test_het_uitgewerkte_voorbeeld_in_de_documentatie_werkt(zaak: UUID, bram: Machine) -> None:
    verteller = Verteller({"SLEUTEL_PLAN": bram}, {"DOSSIER": str(zaak)})
    alle = curls("## The plan, worked out", "**When two write")
    for woorden in alle:
        verteller.doe(woorden)
    assert len(alle) == 8
    assert verteller.gelezen["nummer"] == 1
    assert any(blok["sleutel"] == "vragen" for blok in verteller.gelezen["blokken"])


@pytest.mark.clausule("5.7", "8.3")
def test_de_voorbeelden_van_gemeente_en_advies_werken(ploeg: Ploeg, zaak: UUID) -> None:
    leden = {"HERKOMST": ploeg.anna, "GEVRAAGD": ploeg.eva, "RECLASSERING": ploeg.cato}
    machines = {
        f"SLEUTEL_{wie}": maak_machine(lid.loket, LEZEN, SCHRIJVEN) for wie, lid in leden.items()
    }
    plaats = {"DOSSIER": str(zaak), "LOKET": str(ploeg.anna.loket.pk)}
    verteller = Verteller(machines, plaats)
    alle = curls("## Another municipality", "## A place, worked out")
    for woorden in alle:
        verteller.doe(woorden)
    assert len(alle) == 16
    (een,) = verteller.gelezen["adviesverzoeken"]
    assert (een["tekst"], een["versie"]) == ("Toezicht is haalbaar, er is opvang.", 4)
    assert een["uitkomst"] == "Geschorst, met toezicht"
    gezien = machines["SLEUTEL_GEVRAAGD"].get(f"/dossiers/{zaak}/gemeenteverzoeken").json()
    assert gezien["terugkeer"]["code"] == ANDERE_GEMEENTE
    (verzoek,) = gezien["gemeenteverzoeken"]
    assert [stap["staat"] for stap in verzoek["stappen"]] == [
        "gevraagd",
        "meer_nodig",
        "gevraagd",
        "aanvaard",
    ]


def test_elke_curl_over_het_plan_hoort_bij_een_test() -> None:
    """Those about places: `test_voorzieningen.py`."""
    alle = curls("## The plan, worked out", "## What you see")
    delen = (
        curls("## The plan, worked out", "**When two write"),
        curls("## Another municipality", "## A place, worked out"),
        curls("## A place, worked out", "## What there is"),
    )
    assert alle == [woorden for deel in delen for woorden in deel]


def test_elk_antwoord_op_een_daad_noemt_wat_er_staat() -> None:
    """No act answers with a number or version that may be nothing."""
    vormen = beschrijving()["components"]["schemas"]
    for pad, operatie in deuren("post"):
        schema = operatie["responses"]["200"]["content"]["application/json"]["schema"]
        vorm = vormen[schema["$ref"].rsplit("/", 1)[1]]
        assert set(vorm["required"]) == set(vorm["properties"]), pad
        assert "null" not in json.dumps(vorm["properties"]), pad
    assert vormen["GedaanUit"]["properties"]["id"]["format"] == "uuid"


@pytest.mark.clausule("5.4")
def test_elke_daad_zegt_welke_rij_er_nu_staat(ploeg: Ploeg, zaak: UUID, bram: Machine) -> None:
    begin_ = f"/dossiers/{zaak}"
    doel = bram.post(f"{begin_}/doelen", {"tekst": "Weer kok zijn"}).json()
    assert doel["versie"] == 1
    einde = f"{begin_}/doelen/{doel['id']}/einden"
    assert bram.post(einde, {"versie": 1, "bereikt": True}).json() == {**doel, "versie": 2}
    for leeg, versie in ((True, 1), (True, 1), (False, 2), (False, 2)):
        inhoud = {"antwoord": "vervolg", "leeg": leeg}
        assert bram.post(f"{begin_}/lege-antwoorden", inhoud).json()["versie"] == versie
    assert bram.get(f"{begin_}/lege-antwoorden").json() == {"legeAntwoorden": []}
    nooit = bram.post(f"{begin_}/lege-antwoorden", {"antwoord": "gestart", "leeg": False})
    assert nooit.status_code == 409
    toets = bram.post(f"{begin_}/slachtoffertoetsen", {"heropen": False}).json()
    heropend = bram.post(f"{begin_}/slachtoffertoetsen", {"heropen": True, "reden": "Nieuws"})
    assert heropend.json() == {**toets, "versie": 2}
    vast = bram.post(f"{begin_}/zorggegevens", {"afspraakBij": "Huisarts", "versie": 0}).json()
    weer = bram.post(f"{begin_}/zorggegevens", {"afspraakBij": "Dokter", "versie": 1})
    assert weer.json() == {**vast, "versie": 2}


@pytest.mark.clausule("5.1", "8.2")
def test_een_screening_noemt_de_concepten_en_wat_is_vastgesteld(
    ploeg: Ploeg, zaak: UUID, bram: Machine
) -> None:
    pad = f"/dossiers/{zaak}/metingen"
    inhoud = {"moment": "begin", "antwoorden": [{"vraag": "schulden", "soort": "onbekend"}]}
    (concept,) = bram.post(pad, inhoud).json()["rijen"]
    assert concept["leefgebied"] == "schulden"
    (open_,) = bram.get(f"/dossiers/{zaak}/concepten").json()["concepten"]
    assert (open_["id"], open_["versie"]) == (concept["id"], concept["versie"])
    (vast,) = bram.post(pad, {**inhoud, "vaststellen": True}).json()["rijen"]
    assert vast == {**concept, "versie": concept["versie"] + 1}
    (gemeten,) = bram.get(pad).json()["metingen"]
    assert (gemeten["id"], gemeten["vervaltOp"]) == (vast["id"], None)
    later = {"moment": "voor_ontslag", "leefgebieden": ["schulden"]}
    over = bram.post(f"{pad}/overnames", later).json()
    assert (over["overgenomen"], len(over["rijen"])) == (1, 1)
    assert bram.post(f"{pad}/verwijderingen", later).json() == {"aantal": 1}
    assert bram.get(f"/dossiers/{zaak}/concepten").json() == {"concepten": []}


@pytest.mark.clausule("4.3", "8.5")
def test_een_actie_wijzigen_en_aan_een_collega_geven(
    ploeg: Ploeg, zaak: UUID, bram: Machine
) -> None:
    begin_ = f"/dossiers/{zaak}"
    nieuw = {"leefgebied": "onderdak", "wat": "Zoek een kamer", "uiterlijk": "2027-01-15"}
    actie = bram.post(f"{begin_}/acties", nieuw).json()
    pad = f"{begin_}/acties/{actie['id']}"
    wijziging = {"versie": 1, "wat": "Zoek een studio", "uiterlijk": None}
    assert bram.post(f"{pad}/wijzigingen", wijziging).json() == {**actie, "versie": 2}
    te_laat = bram.post(f"{pad}/wijzigingen", {"versie": 1, "wat": "Zoek een flat"})
    assert (te_laat.status_code, te_laat.json()["nu"]) == (409, {"wat": "Zoek een studio"})
    (wie,) = bram.get(f"{begin_}/uitvoerders").json()["uitvoerders"]
    aan = bram.post(f"{pad}/uitvoerders", {"versie": 2, "medewerker": wie["medewerker"]})
    assert aan.json() == {**actie, "versie": 3}
    (gelezen,) = bram.get(f"{begin_}/acties").json()["acties"]
    assert (gelezen["wat"], gelezen["uiterlijk"]) == ("Zoek een studio", None)
    assert gelezen["uitvoerder"] == wie["naam"]


@pytest.mark.clausule("3.3", "5.1")
def test_voorstellen_en_kortpunten_gaan_samen_het_plan_in(
    ploeg: Ploeg, zaak: UUID, bram: Machine
) -> None:
    begin_ = f"/dossiers/{zaak}"
    punten = bram.get(f"{begin_}/kortpunten").json()["kortpunten"]
    assert "kort-slapen" in {punt["code"] for punt in punten}
    kort = {"punten": [{"code": "kort-slapen"}, {"code": "kort-dieren", "geregeld": True}]}
    rijen = bram.post(f"{begin_}/kortpunten", kort).json()["rijen"]
    assert [rij["versie"] for rij in rijen] == [1, 1]
    voorstellen = bram.get(f"{begin_}/actievoorstellen").json()["actievoorstellen"]
    keuze = {"voorstellen": [{"code": voorstellen[0]["code"]}, {"code": "bestaat-niet"}]}
    assert bram.post(f"{begin_}/actievoorstellen", keuze).status_code == 409
    assert len(bram.get(f"{begin_}/acties").json()["acties"]) == 2
    keuze = {"voorstellen": keuze["voorstellen"][:1]}
    (rij,) = bram.post(f"{begin_}/actievoorstellen", keuze).json()["rijen"]
    assert rij["leefgebied"] == voorstellen[0]["leefgebied"]
    loketten = bram.get(f"{begin_}/te-vragen-loketten").json()["loketten"]
    assert ploeg.anna.loket.pk in {loket["loket"] for loket in loketten}


@pytest.mark.clausule("5.7", "6.4")
def test_wie_op_een_oude_stap_antwoordt_leest_welke_er_is_gezet(ploeg: Ploeg, zaak: UUID) -> None:
    anna, eva = (maak_machine(lid.loket, LEZEN, SCHRIJVEN) for lid in (ploeg.anna, ploeg.eva))
    pad = f"/dossiers/{zaak}/gemeenteverzoeken"
    vraag = {"gemeente": ANDERE_GEMEENTE, "reden": "groep", "toelichting": "Weg van de groep"}
    assert eva.get(pad).status_code == 404
    assert eva.post(pad, vraag).status_code == 404
    verzoek = anna.post(pad, vraag).json()
    assert anna.post(pad, vraag).status_code == 409
    stap = f"{pad}/{verzoek['id']}/stappen"
    meer = {"versie": 1, "daad": "meer_vragen", "toelichting": "Waarom hier?"}
    assert eva.post(stap, {**meer, "toelichting": ""}).status_code == 409
    assert eva.post(stap, meer).json() == {**verzoek, "versie": 2}
    assert eva.post(stap, meer).json() == {**verzoek, "versie": 2}
    botst = eva.post(stap, {"versie": 1, "daad": "aanvaarden"})
    assert botst.status_code == 409
    assert botst.json()["versie"] == 2
    assert botst.json()["nu"] == {"staat": "meer_nodig", "toelichting": "Waarom hier?"}
    nee = {"versie": 2, "daad": "weigeren", "toelichting": "Onbekend hier"}
    assert eva.post(stap, nee).json() == {**verzoek, "versie": 3}
    assert eva.get(pad).status_code == 404
    assert eva.post(stap, nee).status_code == 404


@pytest.mark.clausule("6.4", "8.3")
def test_het_advies_is_er_alleen_voor_de_reclassering(ploeg: Ploeg, zaak: UUID) -> None:
    anna, cato = (maak_machine(lid.loket, LEZEN, SCHRIJVEN) for lid in (ploeg.anna, ploeg.cato))
    pad = f"/dossiers/{zaak}/adviesverzoeken"
    verzoek = {"aanvrager": "om", "beslissing": "vi", "gevraagdOp": "2026-11-20"}
    assert anna.post(pad, verzoek).status_code == 404
    rij = cato.post(pad, verzoek).json()
    assert anna.get(pad).status_code == 404
    eigen = f"{pad}/{rij['id']}"
    assert cato.post(f"{eigen}/teksten", {"versie": 1, "tekst": "Een"}).json()["versie"] == 2
    botst = cato.post(f"{eigen}/teksten", {"versie": 1, "tekst": "Twee"})
    assert (botst.status_code, botst.json()["nu"]) == (409, {"tekst": "Een"})
    assert cato.post(f"{eigen}/vaststellingen", {"versie": 2, "tekst": "Een"}).status_code == 200
    te_laat = cato.post(f"{eigen}/teksten", {"versie": 2, "tekst": "Drie"})
    assert (te_laat.status_code, te_laat.json()["nu"]) == (409, {"tekst": "Een"})
    nooit = cato.post(f"{eigen}/teksten", {"versie": 3, "tekst": "Drie"})
    assert (nooit.status_code, nooit.json()["errors"][0]["code"]) == (409, "vast")
    assert anna.post(f"{eigen}/teksten", {"versie": 3, "tekst": "Vier"}).status_code == 404


def test_een_andere_afwijking_komt_in_de_plaats(ploeg: Ploeg, zaak: UUID, bram: Machine) -> None:
    pad = f"/dossiers/{zaak}/afwijkingen"
    eerst = {"leefgebied": "onderdak", "stand": "loopt", "reden": "Intake is geweest"}
    rij = bram.post(pad, eerst).json()
    ander = {**eerst, "stand": "in_orde", "reden": "Sleutel is er"}
    assert bram.post(pad, ander).status_code == 409
    nieuw = bram.post(pad, {**ander, "vorige": rij["id"]}).json()
    (staat,) = bram.get(pad).json()["afwijkingen"]
    assert (staat["id"], staat["stand"]) == (nieuw["id"], "in_orde")
    einde = bram.post(f"{pad}/{nieuw['id']}/einden", {"versie": 1})
    assert einde.json() == {**nieuw, "versie": 2}
