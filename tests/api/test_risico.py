"""The table of art. 18b over the API: the same acts, with scopes of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from richting.kern import klok
from richting.partijen import acties
from richting.partijen.fouten import KanNiet
from tests.api.bouwers import Machine, maak_machine
from tests.api.test_plannen_handleiding import Verteller, curls
from tests.meldingen.bouwers_risico import Tafelploeg, maak_tafelploeg, maak_zaak
from tests.partijen.bouwers import Lid, maak_beheerder

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("3.7", "6.3")]
SCOPES = ("risico:lezen", "risico:schrijven")


@pytest.fixture
def tafel() -> Tafelploeg:
    return maak_tafelploeg()


@pytest.fixture
def zaak(tafel: Tafelploeg) -> UUID:
    return maak_zaak()


def machine(lid: Lid) -> Machine:
    return maak_machine(lid.loket, *SCOPES)


def beoordeling() -> dict[str, Any]:
    vandaag = klok.vandaag()
    return {
        "niveau": "hoog",
        "instrument": "RISc",
        "beoordeeld": vandaag.isoformat(),
        "geldigTot": (vandaag + timedelta(days=90)).isoformat(),
        "reden": "Dreiging",
    }


def test_van_markering_tot_einde(tafel: Tafelploeg, zaak: UUID) -> None:
    pad = f"/dossiers/{zaak}"
    bram, otto, dirk = machine(tafel.bram), machine(tafel.otto), machine(tafel.ploeg.dirk)
    assert otto.get(f"{pad}/risicotafels").status_code == 404
    assert otto.post(f"{pad}/risicomarkeringen", beoordeling()).status_code == 404
    assert bram.post(f"{pad}/risicomarkeringen", beoordeling()).status_code == 200
    assert bram.post(f"{pad}/risicomarkeringen", beoordeling()).status_code == 409
    (regel,) = otto.get("/risicotafels").json()["tafels"]
    assert (regel["dossier"], regel["staat"]) == (str(zaak), "open")
    feit = otto.post(f"{pad}/risicobijdragen", {"soort": "feit", "tekst": "Twee zaken"}).json()
    afspraak = {"wat": "Bel", "eigenaar": tafel.otto.loket.pk, "uiterlijk": "2026-12-01"}
    rij = bram.post(f"{pad}/risicoafspraken", afspraak).json()
    af = f"{pad}/risicoafspraken/{rij['id']}/afrondingen"
    assert bram.post(af, {"staat": "gedaan"}).status_code == 404
    assert otto.post(af, {"staat": "niet_gedaan"}).status_code == 409
    assert otto.post(af, {"staat": "gedaan"}).status_code == 200
    gelezen = dirk.get(f"{pad}/risicotafels").json()
    assert (gelezen["bron"], gelezen["niveau"], gelezen["instrument"]) == ("hand", "hoog", "RISc")
    woorden = [b["tekst"] for d in gelezen["deelnemers"] for b in d["bijdragen"]]
    assert woorden == ["Twee zaken"]
    assert [een["staat"] for een in gelezen["afspraken"]] == ["gedaan"]
    terug = f"{pad}/risicobijdragen/{feit['id']}/intrekkingen"
    assert bram.post(terug, {"reden": "Fout"}).status_code == 404
    assert otto.post(terug, {"reden": "Fout"}).status_code == 200
    assert bram.post(f"{pad}/risicomarkeringen/verlengingen", beoordeling()).status_code == 200
    assert bram.post(f"{pad}/risicomarkeringen/beeindigingen", {"reden": "Laag"}).status_code == 200
    assert dirk.get(f"{pad}/risicotafels").json()["staat"] == "gesloten"
    assert otto.post(f"{pad}/risicobijdragen", {"soort": "niets"}).status_code == 409


def test_het_dossier_over_de_api_noemt_de_markering_die_geldt(
    tafel: Tafelploeg, zaak: UUID
) -> None:
    machine(tafel.bram).post(f"/dossiers/{zaak}/risicomarkeringen", beoordeling())
    lezers = {lid.loket.pk: maak_machine(lid.loket, "dossiers:lezen") for lid in tafel.aan_tafel}
    for lezer in lezers.values():
        gelezen = lezer.get(f"/dossiers/{zaak}").json()["risico18b"]
        assert gelezen["vanaf"] == klok.vandaag().isoformat()
    anna = maak_machine(tafel.ploeg.anna.loket, "dossiers:lezen")
    assert anna.get(f"/dossiers/{zaak}").json()["risico18b"] is None


def test_een_loket_dat_niet_aan_tafel_kan_zitten_krijgt_er_geen_sleutel_voor(
    tafel: Tafelploeg,
) -> None:
    anna, bram = maak_beheerder(tafel.ploeg.anna), maak_beheerder(tafel.bram)
    with pytest.raises(KanNiet):
        acties.maak_systeem(anna.wie(), naam="Zorg", loket=anna.loket, scopes=["risico:lezen"])
    gemaakt = acties.maak_systeem(bram.wie(), naam="PI", loket=bram.loket, scopes=SCOPES)
    assert gemaakt.systeem.scopes == sorted(SCOPES)


def test_het_voorbeeld_in_de_documentatie_werkt(tafel: Tafelploeg, zaak: UUID) -> None:
    plaats = {"DOSSIER": str(zaak), "LOKET": str(tafel.otto.loket.pk)}
    verteller = Verteller({"SLEUTEL_RISICO": machine(tafel.bram)}, plaats)
    alle = curls("## The table of article 18b", "## The mayor's office")
    for woorden in alle:
        verteller.doe(woorden)
    assert len(alle) == 5
