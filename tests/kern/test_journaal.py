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
    for naam in ("reacties", "laatste_reacties"):
        monkeypatch.setattr(f"richting.kern.werk.{naam}", lambda: ())


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
        "TRUNCATE delen_inzage",
        "UPDATE delen_verwerking SET organisatie = 'x'",
        "DELETE FROM delen_verwerking",
        "TRUNCATE delen_verwerking",
        "ALTER TABLE kern_journaal DISABLE TRIGGER ALL",
        "DROP TRIGGER kern_journaal_keten ON kern_journaal",
        "SET session_replication_role = 'replica'",
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


WISSEL = """
UPDATE kern_journaal SET volgnummer = -volgnummer WHERE volgnummer IN ({van}, {met});
UPDATE kern_journaal SET volgnummer = {van} + {met} + volgnummer WHERE volgnummer < 0
"""
"""Two rows change places."""
OPNIEUW_GEHASHT = """
UPDATE kern_journaal SET reden = 'anders' WHERE volgnummer = {nummer};
UPDATE kern_journaal j SET hash = kern_journaal_hash(j) WHERE volgnummer = {nummer}
"""
"""A changed row, with the hash that fits it."""
ACHTERAAN = """
ALTER TABLE kern_journaal DISABLE TRIGGER kern_journaal_keten;
INSERT INTO kern_journaal (keten, volgnummer, dossier_id, soort, categorie, tijdstip, door, ingang,
    trace, grondslag, reden, voor, na, vorige_hash, hash)
SELECT keten, 4, dossier_id, 'verzonnen', categorie, tijdstip, door, ingang, trace, grondslag,
    reden, voor, na, hash, '' FROM kern_journaal WHERE volgnummer = 3;
UPDATE kern_journaal j SET hash = kern_journaal_hash(j) WHERE volgnummer = 4;
ALTER TABLE kern_journaal ENABLE TRIGGER kern_journaal_keten
"""
"""A row that fits the chain, put behind it by hand."""
ANDERS = {
    "bigint": "coalesce({kolom}, 0) + 10",
    "uuid": "gen_random_uuid()",
    "text": "{kolom} || 'x'",
    "timestamp with time zone": "{kolom} + interval '1 microsecond'",
    "jsonb": "{kolom} || '{{\"x\": 1}}'",
}
"""Per type of column a value that differs from what stands."""


def test_een_heel_journaal_is_heel(echte_database: None, eigenaar: psycopg.Connection) -> None:
    schrijf("een", "twee")
    schrijf("ander", dossier=uuid4())
    assert uitslag(eigenaar) == (True, "Heel: 3 regels in 2 ketens.")


@pytest.mark.parametrize(
    ("knoei", "waarom"),
    [
        ("UPDATE kern_journaal SET hash = 'x' WHERE volgnummer = 1", "de regel zelf is veranderd"),
        ("DELETE FROM kern_journaal WHERE volgnummer = 1", "er ontbreekt een regel ervoor"),
        ("DELETE FROM kern_journaal WHERE volgnummer = 2", "er ontbreekt een regel ervoor"),
        ("DELETE FROM kern_journaal WHERE volgnummer = 3", "de laatste regel (3) ontbreekt"),
        ("DELETE FROM kern_journaal WHERE volgnummer > 1", "de laatste regel (3) ontbreekt"),
        ("DELETE FROM kern_journaal", "de laatste regel (3) ontbreekt"),
        ("DELETE FROM kern_journaalkop", "regel 3 is er later achter gezet"),
        (WISSEL.format(van=1, met=2), "de regel ervoor is veranderd"),
        (WISSEL.format(van=2, met=3), "de regel ervoor is veranderd"),
        (OPNIEUW_GEHASHT.format(nummer=2), "de regel ervoor is veranderd"),
        (OPNIEUW_GEHASHT.format(nummer=3), "de laatste regel (3) is vervangen"),
        (ACHTERAAN, "regel 4 is er later achter gezet"),
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


def test_geen_kolom_van_een_regel_kan_ongemerkt_anders_worden(
    echte_database: None, eigenaar: psycopg.Connection
) -> None:
    schrijf("een", "twee", "drie")
    kolommen = eigenaar.execute(
        "SELECT column_name, data_type FROM information_schema.columns"
        " WHERE table_name = 'kern_journaal' AND column_name <> 'id'"
    ).fetchall()
    assert len(kolommen) > 15
    for kolom, soort in kolommen:
        anders = ANDERS[soort].format(kolom=kolom)
        with eigenaar.transaction(force_rollback=True):
            eigenaar.execute(f"UPDATE kern_journaal SET {kolom} = {anders} WHERE volgnummer = 2")
            assert not uitslag(eigenaar)[0], kolom
    assert uitslag(eigenaar)[0]
