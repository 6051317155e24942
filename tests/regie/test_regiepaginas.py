"""The pages of who directs and of a handover, as three parties use them one after the other."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.berichten.bouwers import begin, einde_gewijzigd, maak_partijen, stuur
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg, meld_aan
from tests.regie.bouwers_regie import CASUS, houder, nummer_van, overdrachten

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.5", "1.6", "1.7")]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin(reclassering="RN"))
    return ploeg


def als(lid: Lid) -> Client:
    client = Client()
    meld_aan(client, lid)
    return client


def tekst(client: Client, pad: str) -> str:
    antwoord = client.get(pad)
    assert antwoord.status_code == 200, pad
    return str(antwoord.content.decode())


def pad() -> str:
    return f"/dossiers/{nummer_van()}/regie/"


def test_het_dossier_zegt_wie_regisseert_en_wie_het_bij_ons_doet(ploeg: Ploeg) -> None:
    html = tekst(als(ploeg.anna), f"/dossiers/{nummer_van()}/")
    for woord in ("Wie regisseert", "Procesregie", "nog bij niemand op naam"):
        assert woord in html


def test_overnemen_kan_alleen_met_een_reden(ploeg: Ploeg) -> None:
    anna = als(ploeg.anna)
    velden = {"gezien": houder(nummer_van()).pk, "reden": ""}
    antwoord = anna.post(f"{pad()}casusregie/neem-over/", velden)
    assert "Schrijf op waarom." in antwoord.content.decode()
    velden["reden"] = "Wij kennen deze persoon"
    anna.post(f"{pad()}casusregie/neem-over/", velden)
    assert houder(nummer_van()).loket_id == ploeg.anna.loket.pk
    html = tekst(als(ploeg.bram), pad())
    assert "Wij kennen deze persoon" in html
    assert "Neem deze taak terug" in html
    assert "Neem deze taak over" not in html, "twee wegen naar hetzelfde zijn er een te veel"
    assert "Geef deze taak terug" in tekst(anna, pad())
    terug = {"gezien": houder(nummer_van()).pk, "reden": "Weer zelf"}
    als(ploeg.bram).post(f"{pad()}casusregie/geef-terug/", terug)
    assert houder(nummer_van()).loket_id == ploeg.bram.loket.pk


def test_een_overdracht_van_voorbereiding_tot_aanvaarding(ploeg: Ploeg) -> None:
    bram, anna = als(ploeg.bram), als(ploeg.anna)
    velden: dict[str, Any] = {
        "aan_loket": ploeg.anna.loket.pk,
        "datum": "2027-03-01",
        "op_vertrek": "on",
    }
    assert bram.post(f"{pad()}casusregie/overdracht/", velden).status_code == 302
    (rij,) = overdrachten(nummer_van())
    hier = f"/dossiers/{nummer_van()}/overdracht/{rij.pk}/"
    assert "In voorbereiding" in tekst(anna, hier)
    gedaan = {"plan-stand": "gedaan", "plan-toelichting": "Besproken", "plan-stond": "open "}
    assert bram.post(f"{hier}punten/", gedaan)["Location"] == f"{hier}#punten"
    assert 'id="punten"' in tekst(bram, hier)
    wie = {"loket": ploeg.anna.loket.pk, "tekst": "De gemeente regelt onderdak"}
    bram.post(f"{hier}afspraak/zorg_voorzieningen/", wie)
    bram.post(f"{hier}wijzig/", {**velden, "versie": 1, "warm_vorm": "Gebeld"})
    bram.post(f"{hier}doe/aanbieden/", {"versie": 2, "toelichting": ""})
    html = tekst(anna, hier)
    bij_bram = f"heeft {ploeg.bram.loket.naam} de taak."
    for woord in ("Aangeboden", "De gemeente regelt onderdak", "Besproken", "Aanvaard", bij_bram):
        assert woord in html
    anna.post(f"{hier}doe/aanvaarden/", {"versie": 3})
    assert f"Tot die dag {bij_bram}" in tekst(anna, hier)
    assert overdrachten(nummer_van())[0].staat == "aanvaard"
    assert "Daarna" in tekst(als(ploeg.cato), pad())


def test_een_overdracht_op_de_dag_van_vertrek_vraagt_geen_dag_en_loopt_mee(ploeg: Ploeg) -> None:
    bram = als(ploeg.bram)
    velden: dict[str, Any] = {"aan_loket": ploeg.anna.loket.pk}
    antwoord = bram.post(f"{pad()}casusregie/overdracht/", velden)
    assert "Vul een dag in." in antwoord.content.decode()
    bram.post(f"{pad()}casusregie/overdracht/", {**velden, "op_vertrek": "on"})
    hier = f"/dossiers/{nummer_van()}/overdracht/{overdrachten(nummer_van())[0].pk}/"
    assert "1 maart 2027" in tekst(bram, hier)
    stuur(einde_gewijzigd(datum="2027-04-01"))
    for pagina in (hier, pad()):
        assert "1 april 2027" in tekst(bram, pagina)
        assert "1 maart 2027" not in tekst(bram, pagina)


def test_weigeren_zonder_woorden_blijft_op_de_bladzijde(ploeg: Ploeg) -> None:
    bram, anna = als(ploeg.bram), als(ploeg.anna)
    velden = {"aan_loket": ploeg.anna.loket.pk, "datum": "2027-03-01"}
    bram.post(f"{pad()}casusregie/overdracht/", velden)
    hier = f"/dossiers/{nummer_van()}/overdracht/{overdrachten(nummer_van())[0].pk}/"
    bram.post(f"{hier}doe/aanbieden/", {"versie": 1, "toelichting": ""})
    antwoord = anna.post(f"{hier}doe/weigeren/", {"versie": 2, "reden": "onvolledig"})
    assert "Schrijf op waarom." in antwoord.content.decode()
    reden = {"versie": 2, "reden": "onvolledig", "toelichting": "Het plan ontbreekt"}
    anna.post(f"{hier}doe/weigeren/", reden)
    html = tekst(bram, hier)
    assert "Het plan ontbreekt" in html
    assert f"De taak bleef bij {ploeg.bram.loket.naam}." in html
    assert "Bereid een nieuwe overdracht voor" in html
    assert "Bereid een nieuwe overdracht voor" not in tekst(anna, hier)
    assert houder(nummer_van(), CASUS).loket_id == ploeg.bram.loket.pk


def test_warm_contact_dat_nog_komt_heet_afgesproken(ploeg: Ploeg) -> None:
    bram = als(ploeg.bram)
    velden = {"aan_loket": ploeg.anna.loket.pk, "op_vertrek": "on", "warm_op": "2026-12-10"}
    bram.post(f"{pad()}casusregie/overdracht/", velden)
    hier = f"/dossiers/{nummer_van()}/overdracht/{overdrachten(nummer_van())[0].pk}/"
    assert ">afgesproken<" in tekst(bram, hier)
    bram.post(f"{hier}wijzig/", {**velden, "warm_op": "2026-11-20", "versie": 1})
    assert ">afgesproken<" not in tekst(bram, hier)


def test_wie_er_buiten_staat_vindt_niets(ploeg: Ploeg) -> None:
    for lid in (ploeg.eva, ploeg.dirk, ploeg.fatima):
        assert als(lid).get(pad()).status_code == 404
        velden = {"gezien": 1, "reden": "x"}
        assert als(lid).post(f"{pad()}casusregie/neem-over/", velden).status_code == 404


def test_een_collega_op_naam(ploeg: Ploeg) -> None:
    bram = als(ploeg.bram)
    bram.post(f"{pad()}collega/", {"medewerker": ploeg.bram.medewerker.pk})
    assert "Bram Willems" in tekst(als(ploeg.anna), pad())
