"""The dossier page: the first lines, who reads what, and the journal in plain words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from richting.partijen.models import Lidmaatschap
from tests.berichten.bouwers import (
    begin,
    dossier,
    einde_gewijzigd,
    maak_partijen,
    stuur,
)
from tests.partijen.bouwers import Lid, Ploeg, maak_beheerder, maak_ploeg, meld_aan

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("2.2", "5.4")]
CODES = ("voorlopige_hechtenis", "GM0", "feitelijk_verblijf", "buiten_fasering", "skn", "PI-")


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def bericht(soort: str, **velden: Any) -> dict[str, Any]:
    vast = {"soort": soort, "verblijf": "V1", "bronTijd": "2026-11-20T10:00:00+01:00"}
    return {"berichtId": f"V1-{soort}", **vast, **velden}


def lees(client: Client, lid: Lid, verblijf: str = "V1") -> str:
    """The words of the page as this person reads them."""
    meld_aan(client, lid)
    rij = dossier(verblijf)
    assert rij is not None
    antwoord = client.get(f"/dossiers/{rij.pk}/")
    assert antwoord.status_code == 200
    hoofd = antwoord.content.decode().partition("<main")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", hoofd))


def bevestig(client: Client, lid: Lid) -> None:
    meld_aan(client, lid)
    rij = dossier()
    assert rij is not None
    assert client.post(f"/dossiers/{rij.pk}/gezien/").status_code == 302


def test_de_eerste_regels_zeggen_waar_tot_wanneer_en_wie_de_regie_heeft(
    client: Client, ploeg: Ploeg
) -> None:
    stuur(begin())
    tekst = lees(client, ploeg.anna)
    eerste = tekst[: tekst.index("Waar in de tijd")]
    huis = ploeg.bram.loket.organisatie.naam
    for woord in (huis, "1 maart 2027", "over 14 weken", "Procesregie", "Casusregie"):
        assert woord in eerste
    assert "sinds 1 november 2026" in eerste


def test_een_onbekend_einde_zegt_wat_daaruit_volgt(client: Client, ploeg: Ploeg) -> None:
    stuur(begin(titel="voorlopige_hechtenis", verwachtEinde={"zekerheid": "onbekend"}))
    tekst = lees(client, ploeg.bram)
    assert "einde onbekend" in tekst
    assert "kan elke dag zijn" in tekst
    assert "kort verblijf" in tekst
    assert "voorlopige hechtenis" in tekst
    assert not any(code in tekst for code in ("voorlopige_hechtenis", "onbekend_einde"))


def test_de_titel_is_voor_wie_de_straf_uitvoert_en_niet_voor_de_gemeente(
    client: Client, ploeg: Ploeg
) -> None:
    stuur(begin())
    assert "gevangenisstraf" in lees(client, ploeg.bram)
    assert "gevangenisstraf" not in lees(client, ploeg.anna)


@pytest.mark.clausule("3.5")
def test_wie_buiten_is_hoort_nog_bij_een_inrichting(client: Client, ploeg: Ploeg) -> None:
    stuur(begin(), bericht("verlof", van="2026-11-20", tot="2026-12-20"))
    tekst = lees(client, ploeg.anna)
    assert "met verlof" in tekst
    assert f"hoort bij {ploeg.bram.loket.organisatie.naam}" in tekst
    assert "Buiten onder titel" in tekst


def test_wie_weg_is_leest_als_vertrokken(client: Client, ploeg: Ploeg) -> None:
    stuur(begin(), bericht("einde", datum="2026-11-20", reden="einde_straf"))
    tekst = lees(client, ploeg.bram)
    assert f"uit {ploeg.bram.loket.organisatie.naam} op 20 november 2026" in tekst
    assert "3 dagen geleden" in tekst
    assert "einde van de straf" in tekst
    assert "einde van de straf" not in lees(client, ploeg.anna)


@pytest.mark.clausule("3.1")
def test_een_open_vraag_zegt_ook_wat_iemand_kan_doen(client: Client, ploeg: Ploeg) -> None:
    stuur(begin(gemeenten=None))
    tekst = lees(client, ploeg.bram)
    assert "Naar welke gemeente keert deze persoon terug?" in tekst
    assert "Vraag de persoon waar hij of zij woonde en wil wonen." in tekst
    assert "Nog niet bekend: gemeente van terugkeer." in tekst
    assert "Lege stoel" in tekst


def test_de_tijdlijn_noemt_loketten_en_voegt_gronden_van_een_wijziging_samen(
    client: Client, ploeg: Ploeg
) -> None:
    stuur(begin())
    stuur(bericht("einde", datum="2026-11-20", reden="einde_straf"))
    tekst = lees(client, ploeg.anna)
    loketten = f"{ploeg.anna.loket.naam}; {ploeg.bram.loket.naam}"
    assert f"Mag dit dossier nu zien: {loketten}." in tekst
    assert f"Waarom of hoe lang dit te zien is, is veranderd voor: {loketten}." in tekst
    assert "Mag dit dossier niet langer zien" not in tekst


def test_een_andere_gemeente_krijgt_zicht_en_de_vorige_niet_langer_en_dat_staat_er(
    client: Client, ploeg: Ploeg
) -> None:
    stuur(begin(gemeenten=[{"gemeente": "GM0344", "rol": "ingezetene"}]))
    stuur(
        bericht(
            "correctie",
            betreft="V1-begin",
            velden={"gemeenten": [{"gemeente": "GM0202", "rol": "ingezetene"}]},
        )
    )
    tekst = lees(client, ploeg.eva)
    assert f"Mag dit dossier nu zien: {ploeg.eva.loket.naam}." in tekst
    assert f"Mag dit dossier niet langer zien: {ploeg.anna.loket.naam}." in tekst
    assert "Gemeente in beeld is nu:" in tekst


def test_nieuw_sinds_u_hier_keek_noemt_alleen_wat_daarna_kwam(client: Client, ploeg: Ploeg) -> None:
    stuur(begin())
    assert "Nieuw sinds u hier keek" not in lees(client, ploeg.anna)
    stuur(einde_gewijzigd())
    tekst = lees(client, ploeg.anna)
    nieuw = tekst[tekst.index("Nieuw sinds u hier keek") : tekst.index("Waar in de tijd")]
    assert "De verwachte einddatum is nu 1 april 2027; eerst was dat 1 maart 2027." in nieuw
    assert "Dossier geopend" not in nieuw


def test_wie_bevestigt_staat_met_het_loket_in_de_tijdlijn(client: Client, ploeg: Ploeg) -> None:
    stuur(begin())
    bevestig(client, ploeg.anna)
    assert f"{ploeg.anna.loket.naam} heeft dit gezien." in lees(client, ploeg.bram)


@pytest.mark.clausule("6.3", "6.4")
class TestRisico:
    """Art. 18b lies apart: who shares it sees it, and nobody else hears of it."""

    @pytest.fixture(autouse=True)
    def gemarkeerd(self, ploeg: Ploeg) -> None:
        stuur(begin(risico18b={"vanaf": "2026-11-02"}))

    def test_de_burgemeester_ziet_het_risico_en_niet_het_samenwerken(
        self, client: Client, ploeg: Ploeg
    ) -> None:
        tekst = lees(client, ploeg.dirk)
        assert "Gemarkeerd voor artikel 18b Pbw" in tekst
        for woord in ("De driehoek", "Casusregie", "er is tijd voor een plan"):
            assert woord not in tekst

    def test_de_gemeente_leest_er_niets_van(self, client: Client, ploeg: Ploeg) -> None:
        tekst = lees(client, ploeg.anna)
        assert "Gemarkeerd voor artikel 18b" not in tekst
        assert ploeg.dirk.loket.naam not in tekst

    def test_de_burgemeester_bevestigt_ook_zonder_melding_en_de_gemeente_hoort_dat_niet(
        self, client: Client, ploeg: Ploeg
    ) -> None:
        assert "Wij hebben dit gezien" in lees(client, ploeg.dirk)
        bevestig(client, ploeg.dirk)
        tekst = lees(client, ploeg.dirk)
        assert "Wij hebben dit gezien" not in tekst
        assert f"{ploeg.dirk.loket.naam} heeft dit gezien." in tekst
        van_anna = lees(client, ploeg.anna)
        assert ploeg.dirk.loket.naam not in van_anna
        assert "Dirk Bakker" not in van_anna


@pytest.mark.clausule("3.6")
def test_wie_mag_afschermen_vindt_dat_op_het_dossier_en_een_ander_niet(
    client: Client, ploeg: Ploeg
) -> None:
    stuur(begin())
    for lid, mag in ((ploeg.bram, False), (maak_beheerder(ploeg.anna), True)):
        tekst = lees(client, lid)
        assert ("Dit dossier afschermen" in tekst) is mag
        assert ("Wie heeft gekeken?" in tekst) is mag


@pytest.mark.clausule("3.6")
def test_wie_een_afgeschermd_dossier_mag_zien_leest_dat_het_afgeschermd_is(
    client: Client, ploeg: Ploeg
) -> None:
    maak_beheerder(ploeg.anna)
    stuur(begin(terroristisch=True))
    tekst = lees(client, ploeg.anna)
    assert "Afgeschermd dossier" in tekst
    assert "Bekijk wie het mag zien" in tekst
    assert Lidmaatschap.objects.filter(loket=ploeg.bram.loket, rol="beheerder").count() == 0
    meld_aan(client, ploeg.bram)
    rij = dossier()
    assert rij is not None
    assert client.get(f"/dossiers/{rij.pk}/").status_code == 404


def test_een_eerder_dossier_is_een_stap_weg_voor_wie_dat_ook_mag_zien(
    client: Client, ploeg: Ploeg
) -> None:
    eerder = {"vroegst": "2026-06-01", "laatst": "2026-06-01", "zekerheid": "vast"}
    stuur(begin("V0", begin="2026-03-01", verwachtEinde=eerder), begin())
    vorig = dossier("V0")
    assert vorig is not None
    assert "Eerder verblijf" in lees(client, ploeg.anna)
    assert vorig.nummer in lees(client, ploeg.anna)


def test_geen_code_bereikt_de_lezer(client: Client, ploeg: Ploeg) -> None:
    stuur(
        begin(
            titel="voorlopige_hechtenis",
            gemeenten=[
                {"gemeente": "GM0344", "rol": "ingezetene"},
                {"gemeente": "GM0202", "rol": "feitelijk_verblijf"},
            ],
            reclassering="RN",
        ),
        bericht("fasering_buiten", van="2026-11-10", vorm="buiten_fasering"),
    )
    for lid in (ploeg.anna, ploeg.bram):
        tekst = lees(client, lid)
        assert [code for code in CODES if code in tekst] == []
