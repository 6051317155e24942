"""A work list that is kept is never an old one: what changes it, changes it at once.

Everything changes here behind the back of the program, by bare SQL, as another process would.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from richting.kern import klok, navraag
from richting.kern.lezen import lezing
from tests.berichten.bouwers import maak_partijen
from tests.partijen.bouwers import Ploeg, maak_ploeg
from tests.regie.bouwers import pagina, verblijf
from tests.web.bladen import achterom, getekende

pytestmark = pytest.mark.clausule("5.1", "6.4")
SCREENING = "De screening en de intake zijn klaar."


@pytest.fixture(autouse=True)
def leeg() -> None:
    """Nothing is kept yet."""
    navraag.vergeet()


@pytest.fixture
def gemaakt(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates of pages that were drawn."""
    return getekende(monkeypatch)


@pytest.fixture
def ploeg(db: None) -> Ploeg:
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def zaak(ploeg: Ploeg) -> UUID:
    return verblijf()


def kijk(client: Client, ploeg: Ploeg) -> str:
    return pagina(client, ploeg.bram, "te-laat").partition("<main")[2]


def test_een_tweede_keer_staat_er_hetzelfde_zonder_het_te_tekenen(
    client: Client, ploeg: Ploeg, zaak: UUID, gemaakt: list[str]
) -> None:
    for _keer in range(3):
        assert SCREENING in kijk(client, ploeg)
    assert len(gemaakt) == 1


def test_wat_alleen_het_programma_ziet_verandert_de_lijst_meteen(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    """Days on which something was done are looked up as the program does."""
    assert SCREENING in kijk(client, ploeg)
    achterom(
        "INSERT INTO regie_afvinking (dossier_id, loket_id, categorie, daad, gedaan_op,"
        " toelichting, gemaakt_op, door)"
        " VALUES (%s, %s, 'verblijf', 'screening', %s, '', now(), '')",
        zaak,
        ploeg.anna.loket.pk,
        klok.vandaag(),
    )
    assert SCREENING not in kijk(client, ploeg)


@pytest.mark.parametrize(
    "verandering",
    [
        "UPDATE dossiers_persoonsgegevens SET geslachtsnaam = 'Anders' WHERE dossier_id = %s",
        "UPDATE delen_grond SET vervallen_op = now() WHERE dossier_id = %s",
        "UPDATE regie_werkregel SET uiterlijk = NULL WHERE dossier_id = %s",
        "UPDATE regie_werkregel SET zichtbaar_tot = zichtbaar_vanaf WHERE dossier_id = %s",
    ],
)
def test_wat_een_ander_proces_verandert_staat_er_meteen(
    client: Client, ploeg: Ploeg, zaak: UUID, verandering: str
) -> None:
    for _keer in range(2):
        assert "Verzonnen" in kijk(client, ploeg)
    achterom(verandering, zaak)
    assert "Verzonnen" not in kijk(client, ploeg)


RIJEN = {
    "regie_werkregel": "dossier_id",
    "dossiers_dossier": "id",
    "dossiers_persoonsgegevens": "dossier_id",
    "dossiers_plaats": "dossier_id",
    "dossiers_gemeenteband": "dossier_id",
    "delen_grond": "dossier_id",
}
"""The tables of which a line shows a row, and where the dossier stands in them."""


def versies(ploeg: Ploeg, *zaken: UUID) -> list[Any]:
    with lezing(ploeg.bram.wie(), "test") as lees, connection.cursor() as cursor:
        lees.niets_gezien()
        cursor.execute("SELECT regie_regelversies(%s::uuid[])", [list(zaken)])
        return cursor.fetchall()


@pytest.mark.parametrize("tabel", sorted(set(RIJEN) - {"delen_grond"}))
def test_elke_rij_van_een_regel_die_wordt_geschreven_geeft_andere_versies(
    ploeg: Ploeg, zaak: UUID, tabel: str
) -> None:
    """Also when nothing in it changed, twice in one transaction, and when another one stays."""
    ander = verblijf("T2")
    gezien, van_ander = [versies(ploeg, zaak)], versies(ploeg, ander)
    for _keer in range(2):
        kolom = RIJEN[tabel]
        achterom(f"UPDATE {tabel} SET {kolom} = {kolom} WHERE {kolom} = %s", zaak)
        gezien.append(versies(ploeg, zaak))
    assert len({str(een) for een in gezien}) == len(gezien)
    assert versies(ploeg, ander) == van_ander


@pytest.mark.parametrize("tabel", ["dossiers_plaats", "dossiers_gemeenteband", "delen_grond"])
def test_een_rij_die_verdwijnt_geeft_andere_versies(ploeg: Ploeg, zaak: UUID, tabel: str) -> None:
    voor = versies(ploeg, zaak)
    achterom(
        "UPDATE delen_grond SET vervallen_op = now() WHERE dossier_id = %s"
        if tabel == "delen_grond"
        else f"DELETE FROM {tabel} WHERE dossier_id = %s",
        zaak,
    )
    assert versies(ploeg, zaak) != voor


def test_wie_wordt_uitgesloten_ziet_de_regel_niet_meer(
    client: Client, ploeg: Ploeg, zaak: UUID
) -> None:
    assert "Verzonnen" in kijk(client, ploeg)
    achterom(
        "INSERT INTO delen_afscherming (dossier_id, soort, medewerker_id, loket_id, reden,"
        " gezet_op, gezet_door) VALUES (%s, 'niet', %s, NULL, 'Buren', now(), NULL)",
        zaak,
        ploeg.bram.medewerker.pk,
    )
    assert "Verzonnen" not in kijk(client, ploeg)


def test_een_andere_lezer_een_andere_dag_en_een_ander_filter_zijn_een_ander_blad(
    client: Client, ploeg: Ploeg, zaak: UUID, gemaakt: list[str]
) -> None:
    kijk(client, ploeg)
    pagina(client, ploeg.anna, "te-laat")
    pagina(client, ploeg.bram, "te-laat", mijn="on")
    with klok.op(klok.vandaag() + timedelta(days=1)):
        kijk(client, ploeg)
    assert len(gemaakt) >= 4


def test_elke_keer_kijken_staat_in_het_leeslog(
    eigenaar: Any, echte_database: None, client: Client, gemaakt: list[str]
) -> None:
    maak_partijen()
    ploeg = maak_ploeg()
    verblijf()
    pagina(client, ploeg.bram, "te-laat")
    eigenaar.execute("TRUNCATE delen_inzage, delen_verwerking")
    gemaakt.clear()
    for _keer in range(3):
        pagina(client, ploeg.bram, "te-laat")
    assert gemaakt == []
    rijen = eigenaar.execute("SELECT handeling, categorieen FROM delen_inzage").fetchall()
    assert len(rijen) == 3
    assert rijen == [rijen[0]] * 3
    assert rijen[0][0] == "werkvoorraad"
