"""What the accord asks to see, on the dossier page; and the page of the accord itself."""

from __future__ import annotations

import re
from typing import Any

import pytest

from richting.akkoord import register
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.partijen.bouwers import FPC, RECLASSERING, Ploeg, maak_ploeg, meld_aan

pytestmark = pytest.mark.django_db


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def pagina(client: Any, lid: Any, *berichten: dict[str, Any]) -> str:
    """The dossier page after these messages, for this reader, as plain text."""
    assert {antwoord.status.value for antwoord in stuur(*berichten)} == {"aanvaard"}
    meld_aan(client, lid)
    antwoord = client.get(f"/dossiers/{dossier('V1').pk}/")
    assert antwoord.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).split())


@pytest.mark.clausule("1.6", "2.2")
def test_de_drie_stoelen_en_wie_de_casusregie_heeft(client: Any, ploeg: Ploeg) -> None:
    tekst = pagina(client, ploeg.anna, begin(reclassering=RECLASSERING))
    for stoel in ("DJI of instelling", "Gemeente", "Reclassering"):
        assert stoel in tekst
    assert "Tijdens het verblijf heeft de inrichting de casusregie." in tekst
    assert "Deze stoel is leeg" not in tekst


@pytest.mark.clausule("2.2")
def test_een_lege_stoel_is_te_zien(client: Any, ploeg: Ploeg) -> None:
    assert "Deze stoel is leeg: er is nog geen reclassering bekend." in pagina(
        client, ploeg.anna, begin()
    )


@pytest.mark.clausule("3.3")
def test_een_onbekend_einde_is_een_kort_spoor(client: Any, ploeg: Ploeg) -> None:
    tekst = pagina(client, ploeg.anna, begin(verwachtEinde={"zekerheid": "onbekend"}))
    assert "Het einde is niet bekend: deze persoon kan elke dag buiten staan." in tekst


@pytest.mark.clausule("1.6", "3.4")
def test_in_forensische_zorg_heeft_de_instelling_de_casusregie(client: Any, ploeg: Ploeg) -> None:
    zorg = begin(titel="tbs_verpleging", plaats={"soort": "fpc", "inrichting": FPC})
    tekst = pagina(client, ploeg.gijs, zorg)
    assert "Tijdens het verblijf heeft de instelling de casusregie." in tekst
    assert "Forensische zorg: de instelling maakt een behandelplan." in tekst


@pytest.mark.clausule("1.6", "3.5")
def test_buiten_onder_titel_houdt_de_inrichting_de_casusregie(client: Any, ploeg: Ploeg) -> None:
    buiten = {
        "berichtId": "V1-buiten",
        "soort": "fasering_buiten",
        "bronTijd": "2026-11-10T10:00:00+01:00",
        "verblijf": "V1",
        "vorm": "buiten_fasering",
        "van": "2026-11-15",
        "reden": "Penitentiair programma",
    }
    tekst = pagina(client, ploeg.anna, begin(), buiten)
    assert "maar het verblijf is nog niet voorbij. De inrichting houdt de casusregie." in tekst


@pytest.mark.clausule("3.7", "6.3")
def test_de_burgemeester_opent_het_dossier_met_risico_en_nazorg_leest_er_niets_van(
    client: Any, ploeg: Ploeg
) -> None:
    gemarkeerd = begin(risico18b={"vanaf": "2026-11-05"})
    nazorg = pagina(client, ploeg.anna, gemarkeerd)
    assert "18b" not in nazorg
    meld_aan(client, ploeg.dirk)
    antwoord = client.get(f"/dossiers/{dossier('V1').pk}/")
    assert "Pbw art. 18b" in antwoord.content.decode()


@pytest.mark.clausule("3.7")
def test_zonder_markering_bestaat_het_dossier_niet_voor_de_burgemeester(
    client: Any, ploeg: Ploeg
) -> None:
    stuur(begin())
    meld_aan(client, ploeg.dirk)
    assert client.get(f"/dossiers/{dossier('V1').pk}/").status_code == 404


@pytest.mark.clausule("3.9")
def test_toezicht_staat_met_zijn_voorwaarden_in_het_dossier(client: Any, ploeg: Ploeg) -> None:
    toezicht = [
        {"organisatie": RECLASSERING, "van": "2027-03-01", "voorwaarden": ["Meldplicht"]},
    ]
    tekst = pagina(client, ploeg.anna, begin(toezicht=toezicht))
    assert "Meldplicht" in tekst


def test_het_akkoord_toont_elke_clausule_met_haar_stand(client: Any, ploeg: Ploeg) -> None:
    meld_aan(client, ploeg.anna)
    html = client.get("/akkoord/").content.decode()
    for regel in register.lees():
        assert f"<strong>{regel.nr}</strong>" in html
        for naam in (*regel.dragers, *regel.tests):
            assert naam in html
    tekst = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    open_ = sum(regel.open for regel in register.lees())
    assert f"en {open_} zijn nog open." in tekst
    assert html.count("utrecht-status-badge") >= len(register.lees())
