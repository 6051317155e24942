"""The files with examples: what one downloads can be delivered, and says the same in both kinds."""

from __future__ import annotations

import io
from typing import Any

import pytest

from richting.berichten import schema
from richting.berichten.bestanden import Formaat, Stroom, lees
from richting.berichten.voorbeelden import bestand
from tests.api.bouwers import verwerkingsloket
from tests.berichten.bouwers import maak_partijen
from tests.partijen.bouwers import Lid, maak_medewerker, maak_ploeg, meld_aan


def terug(formaat: Formaat) -> list[Any]:
    regels = list(lees(Stroom(io.BytesIO(bestand(formaat).encode())), formaat))
    assert [regel.fout for regel in regels] == [None] * len(regels)
    return [regel.ruw for regel in regels]


def test_jsonl_zegt_precies_wat_de_voorbeelden_zeggen() -> None:
    assert terug(Formaat.JSONL) == list(schema.voorbeelden().values())


def test_csv_zegt_hetzelfde_op_de_null_van_een_correctie_na() -> None:
    verwacht = list(schema.voorbeelden().values())
    for bericht in verwacht:
        velden = bericht.get("velden", {})
        bericht |= {"velden": {n: w for n, w in velden.items() if w is not None}} if velden else {}
    assert terug(Formaat.CSV) == verwacht


@pytest.mark.django_db
@pytest.mark.parametrize("formaat", Formaat)
def test_het_voorbeeld_is_te_halen_en_aan_te_leveren(client: Any, formaat: Formaat) -> None:
    maak_partijen()
    loket, pad = verwerkingsloket(), f"/berichten/aanleveren/voorbeeld.{formaat}"
    meld_aan(client, Lid(maak_medewerker("hanna", loket, "Hanna Post"), loket))
    assert pad in client.get("/berichten/aanleveren/").text
    antwoord = client.get(pad)
    assert antwoord["Content-Disposition"] == f'attachment; filename="voorbeeld.{formaat}"'
    inhoud = io.BytesIO(antwoord.content)
    inhoud.name = f"voorbeeld.{formaat}"
    uitslag = client.post("/berichten/aanleveren/", {"bestand": inhoud}, follow=True)
    assert "geweigerd" not in dict(uitslag.context["telling"])


@pytest.mark.django_db
def test_een_ander_loket_of_een_ander_formaat_heeft_geen_voorbeeld(client: Any) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    meld_aan(client, ploeg.anna)
    assert client.get("/berichten/aanleveren/voorbeeld.csv").status_code == 404
    meld_aan(client, ploeg.fatima)
    assert client.get("/berichten/aanleveren/voorbeeld.xml").status_code == 404


@pytest.mark.django_db
def test_een_fout_in_een_csv_noemt_regel_en_kolom(client: Any) -> None:
    maak_partijen()
    loket = verwerkingsloket()
    meld_aan(client, Lid(maak_medewerker("hanna", loket, "Hanna Post"), loket))
    fout = io.BytesIO(bestand(Formaat.CSV).replace("GM0193", "GM019").encode())
    fout.name = "fout.csv"
    uitslag = client.post("/berichten/aanleveren/", {"bestand": fout}, follow=True)
    (regel,) = (r for r in uitslag.context["fouten"] if r["status"] == "geweigerd")
    assert regel["regel"] == 2
    assert regel["fouten"][0]["veld"] == "gemeenten.1.gemeente"
