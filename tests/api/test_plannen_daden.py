"""What the API answers to the acts of a plan: the row as it stands, or what somebody else did."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from tests.api.bouwers import Machine, maak_machine
from tests.api.bouwers_plan import LEZEN, SCHRIJVEN, beschrijving, deuren
from tests.partijen.bouwers import ANDERE_GEMEENTE, Ploeg


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
    nergens = {"punten": [{"code": "kort-kinderen", "nietNodig": True}]}
    bram.post(f"{begin_}/kortpunten", nergens)
    na = {een["code"]: een for een in bram.get(f"{begin_}/kortpunten").json()["kortpunten"]}
    assert (na["kort-kinderen"]["staat"], na["kort-dieren"]["staat"]) == ("niet_nodig", "geregeld")
    assert na["kort-kinderen"]["kanNietNodig"]
    assert not na["kort-geld"]["kanNietNodig"]
    altijd = bram.post(
        f"{begin_}/kortpunten", {"punten": [{"code": "kort-geld", "nietNodig": True}]}
    )
    assert altijd.status_code == 409
    assert "altijd nodig" in altijd.json()["detail"]
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
    nooit_gelezen = bram.post(f"{pad}/{nieuw['id']}/einden", {"versie": 7})
    assert nooit_gelezen.status_code == 409
    einde = bram.post(f"{pad}/{nieuw['id']}/einden", {"versie": 1})
    assert einde.json() == {**nieuw, "versie": 2}
