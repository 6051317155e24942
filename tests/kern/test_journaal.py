"""The journal is only added to, and a row that was tampered with is named."""

from __future__ import annotations

from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.journaal import verifieer
from richting.kern.models import Journaal
from richting.kern.werk import verwerking

DOSSIER = UUID("01890000-0000-7000-8000-000000000001")


@pytest.fixture(autouse=True)
def geen_andere_kamers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal alone: these dossiers do not exist, so no room can react."""
    monkeypatch.setattr("richting.kern.werk.reacties", lambda: ())


def schrijf(*soorten: str, dossier: UUID = DOSSIER) -> None:
    with verwerking(systeem_zelf("test", klok.nu())) as werk:
        for soort in soorten:
            werk.noteer(dossier, soort, "verblijf", voor={"einde": None}, na={"einde": "é ☃ 1"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "vraag",
    [
        "UPDATE kern_journaal SET soort = 'anders'",
        "DELETE FROM kern_journaal",
        "TRUNCATE kern_journaal",
        "UPDATE delen_inzage SET door = 'iemand anders'",
        "DELETE FROM delen_inzage",
        "DELETE FROM delen_verwerking",
        "UPDATE kern_journaalkop SET volgnummer = 0",
    ],
)
def test_de_webrol_kan_niets_wijzigen_of_weghalen(vraag: str) -> None:
    schrijf("een")
    wie = systeem_zelf("test", klok.nu())
    with pytest.raises(DatabaseError), verwerking(wie), connection.cursor() as cursor:
        cursor.execute(vraag)


@pytest.mark.django_db
def test_zonder_werk_in_uitvoering_komt_er_geen_regel_bij() -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Journaal.objects.create(
            keten="x", soort="x", categorie="x", tijdstip=klok.nu(), ingang="x", trace=uuid4()
        )


@pytest.mark.django_db
def test_elke_keten_telt_door_en_draagt_de_hash_van_de_vorige_regel() -> None:
    schrijf("een", "twee")
    schrijf("drie")
    with verwerking(systeem_zelf("test", klok.nu())):
        regels = list(Journaal.objects.filter(dossier_id=DOSSIER).order_by("volgnummer"))
    assert [(regel.soort, regel.volgnummer) for regel in regels] == [
        ("een", 1),
        ("twee", 2),
        ("drie", 3),
    ]
    assert [regel.vorige_hash for regel in regels] == ["", regels[0].hash, regels[1].hash]


def uitslag(eigenaar: psycopg.Connection) -> tuple[bool, str]:
    """What `richting verifieer` says, as owner."""
    with pytest.MonkeyPatch.context() as omleiding:
        omleiding.setattr("richting.kern.journaal.connection", _Als(eigenaar))
        gevonden = verifieer()
    return gevonden.heel, gevonden.zin


class _Als:
    """A stand-in for Django's connection that asks as the owner."""

    def __init__(self, verbinding: psycopg.Connection) -> None:
        self.cursor = verbinding.cursor


def test_een_heel_journaal_is_heel(echte_database: None, eigenaar: psycopg.Connection) -> None:
    schrijf("een", "twee")
    schrijf("ander", dossier=uuid4())
    assert uitslag(eigenaar) == (True, "Heel: 3 regels in 2 ketens.")


@pytest.mark.parametrize(
    ("knoei", "waarom"),
    [
        ("UPDATE kern_journaal SET na = '{}' WHERE volgnummer = 2", "de regel zelf is veranderd"),
        ("UPDATE kern_journaal SET door = 'x' WHERE volgnummer = 2", "de regel zelf is veranderd"),
        ("UPDATE kern_journaal SET hash = 'x' WHERE volgnummer = 1", "de regel zelf is veranderd"),
        ("DELETE FROM kern_journaal WHERE volgnummer = 2", "er ontbreekt een regel ervoor"),
        ("DELETE FROM kern_journaal WHERE volgnummer = 3", "de laatste regel (3) ontbreekt"),
    ],
)
def test_knoeien_als_eigenaar_wordt_gevonden(
    echte_database: None, eigenaar: psycopg.Connection, knoei: str, waarom: str
) -> None:
    schrijf("een", "twee", "drie")
    eigenaar.execute(knoei)
    heel, zin = uitslag(eigenaar)
    assert not heel
    assert waarom in zin
    assert str(DOSSIER) in zin


def test_de_eerste_gebroken_regel_wordt_genoemd(
    echte_database: None, eigenaar: psycopg.Connection
) -> None:
    schrijf("een", "twee", "drie", "vier")
    eigenaar.execute("UPDATE kern_journaal SET reden = 'x' WHERE volgnummer IN (2, 4)")
    assert "nummer 2" in uitslag(eigenaar)[1]
