"""Who directs over the API: read, taken over and handed over by the desk of the key."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from richting.kern import klok
from tests.api.bouwers import Machine, maak_machine
from tests.berichten.bouwers import begin, maak_partijen, stuur
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg
from tests.regie.bouwers_regie import houder, maak_huis, nummer_van

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.5", "1.7")]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    ploeg = maak_ploeg()
    stuur(begin())
    return ploeg


def machine(lid: Lid) -> Machine:
    return maak_machine(lid.loket, "plannen:lezen", "plannen:schrijven")


def pad(nummer: UUID, rest: str) -> str:
    return f"/dossiers/{nummer}/{rest}"


def test_wie_aan_tafel_zit_leest_wie_regisseert_en_een_ander_vindt_niets(ploeg: Ploeg) -> None:
    nummer = nummer_van()
    antwoord = machine(ploeg.anna).get(pad(nummer, "regiehouders"))
    nu = {h["taak"]: h["organisatie"] for h in antwoord.json()["houders"] if h["nu"]}
    assert nu == {"procesregie": "GM0344", "casusregie": "PI-NIEUWEGEIN", "toezicht": None}
    assert machine(ploeg.eva).get(pad(nummer, "regiehouders")).status_code == 404


def test_overnemen_en_te_laat_zijn(ploeg: Ploeg) -> None:
    nummer = nummer_van()
    wat: dict[str, Any] = {"taak": "casusregie", "gezien": houder(nummer).pk, "reden": "Gevraagd"}
    anna = machine(ploeg.anna)
    assert anna.post(pad(nummer, "overnames"), wat).status_code == 200
    assert houder(nummer).loket_id == ploeg.anna.loket.pk
    assert anna.post(pad(nummer, "overnames"), wat).status_code == 409
    assert machine(ploeg.eva).post(pad(nummer, "overnames"), wat).status_code == 404


def test_een_overdracht_tot_en_met_aanvaarden(ploeg: Ploeg) -> None:
    nummer = nummer_van()
    bram, anna = machine(ploeg.bram), machine(ploeg.anna)
    wat = {"taak": "casusregie", "aanLoket": ploeg.anna.loket.pk, "datum": "2027-03-01"}
    rij = bram.post(pad(nummer, "overdrachten"), wat).json()
    stappen = pad(nummer, f"overdrachten/{rij['id']}/stappen")
    rij = bram.post(stappen, {"daad": "aanbieden", "versie": rij["versie"]}).json()
    assert anna.post(stappen, {"daad": "aanvaarden", "versie": 1}).status_code == 409
    assert anna.post(stappen, {"daad": "aanvaarden", "versie": rij["versie"]}).status_code == 200
    (een,) = anna.get(pad(nummer, "overdrachten")).json()["overdrachten"]
    assert (een["staat"], een["aanLoket"]) == ("aanvaard", ploeg.anna.loket.pk)


def test_op_naam_van_een_medewerker(ploeg: Ploeg) -> None:
    wat = {"medewerker": ploeg.bram.medewerker.pk}
    nummer = nummer_van()
    assert machine(ploeg.bram).post(pad(nummer, "toewijzingen"), wat).status_code == 200
    assert machine(ploeg.anna).post(pad(nummer, "toewijzingen"), wat).status_code == 409


@pytest.mark.clausule("1.5", "6.4")
def test_inbrengen_bij_een_veiligheidshuis_en_beeindigen(ploeg: Ploeg) -> None:
    nummer, zoe = nummer_van(), maak_huis()
    wat = {"code": "ZVH-UTRECHT", "vanaf": klok.vandaag().isoformat(), "reden": "Ingewikkeld"}
    inbrengen = pad(nummer, "inbrengen")
    assert machine(ploeg.eva).post(inbrengen, wat).status_code == 404
    assert machine(zoe).get(inbrengen).status_code == 404
    assert machine(ploeg.anna).post(inbrengen, wat).status_code == 200
    assert machine(ploeg.bram).post(inbrengen, wat).status_code == 409
    (gelezen,) = machine(zoe).get(inbrengen).json()["inbrengen"]
    assert (gelezen["code"], gelezen["tot"], gelezen["geldt"]) == ("ZVH-UTRECHT", None, True)
    einde = {**wat, "tot": klok.vandaag().isoformat()}
    assert machine(ploeg.bram).post(f"{inbrengen}/beeindigingen", einde).status_code == 404
    assert machine(zoe).post(f"{inbrengen}/beeindigingen", einde).status_code == 200
    (gelezen,) = machine(ploeg.anna).get(inbrengen).json()["inbrengen"]
    assert gelezen["eindeReden"] == "Ingewikkeld"
