"""The work list: who stands on which list, and that its cost does not grow."""

from __future__ import annotations

from typing import Any

import pytest

from richting.kern import navraag
from richting.kern.werk import verwerking
from richting.meldingen.models import Melding
from richting.regie.acties.werkregels import herbouw
from richting.regie.models import Werkregel
from tests.berichten.bouwers import (
    begin,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    programma,
    stuur,
)
from tests.partijen.bouwers import maak_ploeg, meld_aan
from tests.regie.bouwers_regie import overplaatsing

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.1")]


def bericht(soort: str, **velden: Any) -> dict[str, Any]:
    return {
        "berichtId": f"V1-{soort}",
        "soort": soort,
        "bronTijd": "2026-11-20T10:00:00+01:00",
        "verblijf": "V1",
        **velden,
    }


def einde() -> dict[str, Any]:
    """The stay ended a few days ago."""
    return bericht("einde", datum="2026-11-20", reden="einde_straf")


def verlof() -> dict[str, Any]:
    """Outside on leave, today too."""
    return bericht("verlof", van="2026-11-20", tot="2026-12-20")


def pagina(client: Any, lijst: str) -> str:
    return client.get("/", {"lijst": lijst}).content.decode()


@pytest.fixture
def ploeg() -> Any:
    maak_partijen()
    return maak_ploeg()


def test_nieuw_tot_het_loket_zegt_dat_het_dit_weet(client, ploeg) -> None:
    stuur(begin())
    meld_aan(client, ploeg.anna)
    assert "Verzonnen" in pagina(client, "nieuw")
    nummer = dossier("V1").pk
    assert client.post(f"/dossiers/{nummer}/gezien/").status_code == 302
    assert "Verzonnen" not in pagina(client, "nieuw")
    with verwerking(programma()):
        assert not Melding.objects.filter(loket=ploeg.anna.loket, bevestigd_op=None).exists()
        assert Melding.objects.filter(loket=ploeg.bram.loket, bevestigd_op=None).exists()


@pytest.mark.clausule("5.4")
def test_wat_na_de_bevestiging_verandert_is_weer_nieuw(client, ploeg) -> None:
    stuur(begin())
    meld_aan(client, ploeg.anna)
    nummer = dossier("V1").pk
    client.post(f"/dossiers/{nummer}/gezien/")
    stuur(einde_gewijzigd())
    html = pagina(client, "nieuw")
    assert "Verzonnen" in html
    assert "Het verwachte einde van het verblijf is veranderd." in html
    herbouw(programma(), [nummer])
    assert "Verzonnen" in pagina(client, "nieuw")


@pytest.mark.clausule("5.4")
def test_de_inrichting_ziet_welke_gemeente_antwoordt_en_welke_zwijgt(client, ploeg) -> None:
    stuur(begin())
    meld_aan(client, ploeg.bram)
    assert "nog geen reactie" in pagina(client, "nieuw")
    meld_aan(client, ploeg.anna)
    assert "nog geen reactie" not in pagina(client, "nieuw")
    client.post(f"/dossiers/{dossier('V1').pk}/gezien/")
    meld_aan(client, ploeg.bram)
    html = pagina(client, "nieuw")
    assert "nog geen reactie" not in html
    assert "gezien op" in html


def test_een_filter_geldt_ook_voor_de_aantallen_en_blijft_bij_een_andere_lijst(
    client, ploeg
) -> None:
    stuur(begin())
    meld_aan(client, ploeg.anna)
    elders = client.get("/", {"inrichting": "PI-ZWOLLE"}).content.decode()
    assert "Niets op deze lijst met dit filter" in elders
    assert "?lijst=thuiskomst&amp;inrichting=PI-ZWOLLE" in elders
    assert '<span class="tabs__aantal">1</span>' not in elders
    hier = client.get("/", {"inrichting": "PI-NIEUWEGEIN"}).content.decode()
    assert '<span class="tabs__aantal">1</span>' in hier
    assert client.get("/", {"gemeente": "GM0344"}).status_code == 200
    assert client.get("/", {"inrichting": "bestaat-niet"}).status_code == 404


def test_een_filter_op_inrichting_kijkt_waar_iemand_nu_is_en_niet_waar_iemand_was(
    client, ploeg
) -> None:
    stuur(begin(), overplaatsing())
    meld_aan(client, ploeg.anna)
    for lijst in ("nieuw", "week", "te-laat"):
        pagina_ = client.get("/", {"lijst": lijst, "inrichting": "PI-NIEUWEGEIN"}).content.decode()
        assert "Niets op deze lijst met dit filter" in pagina_
    daar = client.get("/", {"lijst": "nieuw", "inrichting": "PI-ZWOLLE"}).content.decode()
    assert "Niets op deze lijst" not in daar
    keuze = '<option value="PI-NIEUWEGEIN"'
    assert keuze not in daar


def test_wie_weg_is_staat_er_als_vertrokken(client, ploeg) -> None:
    stuur(begin(), einde())
    meld_aan(client, ploeg.anna)
    html = pagina(client, "vertrokken")
    assert "vertrokken," in html
    assert "was in" in html


def test_wie_met_verlof_is_staat_er_met_de_inrichting_waar_iemand_bij_hoort(client, ploeg) -> None:
    stuur(begin(), verlof())
    meld_aan(client, ploeg.anna)
    html = pagina(client, "nieuw")
    assert "met verlof" in html
    assert ploeg.bram.loket.organisatie.naam in html


def test_wie_binnen_twaalf_weken_vrijkomt_staat_bij_komt_thuis(client, ploeg) -> None:
    dichtbij = {"vroegst": "2026-12-10", "laatst": "2026-12-10", "zekerheid": "vast"}
    ver = {"vroegst": "2027-12-10", "laatst": "2027-12-10", "zekerheid": "vast"}
    ander = {"geslachtsnaam": "Ververdam", "geboortedatum": "1980-01-01"}
    stuur(begin(verwachtEinde=dichtbij), begin("V2", persoon=ander, verwachtEinde=ver))
    meld_aan(client, ploeg.anna)
    html = pagina(client, "thuiskomst")
    assert "Verzonnen" in html
    assert "Ververdam" not in html


@pytest.mark.clausule("3.3")
def test_een_onbekend_einde_heeft_een_eigen_lijst(client, ploeg) -> None:
    stuur(begin(verwachtEinde={"zekerheid": "onbekend"}))
    meld_aan(client, ploeg.anna)
    assert "Verzonnen" in pagina(client, "onbekend")


@pytest.mark.clausule("6.4")
def test_een_andere_gemeente_ziet_geen_regel_en_geen_dossier(client, ploeg) -> None:
    stuur(begin())
    meld_aan(client, ploeg.eva)
    for lijst in ("nieuw", "thuiskomst", "onbekend", "vertrokken"):
        assert "Verzonnen" not in pagina(client, lijst)
    nummer = dossier("V1").pk
    assert client.get(f"/dossiers/{nummer}/").status_code == 404
    assert client.post(f"/dossiers/{nummer}/gezien/").status_code == 404


def test_het_aantal_vragen_groeit_niet_met_de_lijst(
    client, ploeg, django_assert_max_num_queries: Any
) -> None:
    def iemand(nummer: int) -> Any:
        wie = {"geslachtsnaam": f"Nummer{nummer}", "geboortedatum": "1980-01-01"}
        return begin(f"W{nummer}", persoon=wie)

    meld_aan(client, ploeg.anna)
    for reeks in (range(2), range(2, 30)):
        stuur(*(iemand(nummer) for nummer in reeks))
        client.get("/")
        navraag.vergeet()
        for _gemaakt_en_nagevraagd in range(2):
            with django_assert_max_num_queries(40):
                assert client.get("/").status_code == 200


def test_herbouwen_geeft_dezelfde_regels(ploeg) -> None:
    stuur(begin(), begin("V2", persoon={"geslachtsnaam": "Ander"}, gemeenten=None))
    velden = ("loket", "dossier", "thuiskomst", "einde_onbekend", "zichtbaar_vanaf", "open_vragen")
    with verwerking(programma()):
        voor = set(Werkregel.objects.values_list(*velden))
    herbouw(programma(), [dossier("V1").pk, dossier("V2").pk])
    with verwerking(programma()):
        assert set(Werkregel.objects.values_list(*velden)) == voor
        assert voor
