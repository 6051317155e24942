"""Always exactly one who directs: stored with the change, and guaranteed by the database itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from richting.akkoord import regie
from richting.akkoord.regieverloop import Regietaak
from richting.akkoord.woorden import Loketsoort
from richting.kern import klok
from richting.kern.klok import AMSTERDAM
from richting.kern.lezen import lezing
from richting.kern.werk import verwerking
from richting.regie.acties.regietijdvak import afwijkende_dossiers, herbouw_alles
from richting.regie.models import Regietijdvak
from tests.berichten.bouwers import begin, correctie, maak_partijen, programma, stuur
from tests.partijen.bouwers import Ploeg, journaalsoorten, maak_ploeg, meld_aan
from tests.regie.bouwers_regie import (
    CASUS,
    PROCES,
    TOEZICHT,
    bericht,
    houder,
    nummer_van,
    overplaatsing,
    rijen,
    vertrek,
)

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("1.5", "1.6", "1.7")]
RN = [{"organisatie": "RN", "van": "2027-03-01"}]


@pytest.fixture
def ploeg() -> Ploeg:
    maak_partijen()
    return maak_ploeg()


def middernacht(dag: str) -> datetime:
    return datetime.combine(date.fromisoformat(dag), datetime.min.time(), AMSTERDAM)


def test_met_het_eerste_bericht_staat_vast_wie_regisseert(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    assert houder(nummer, PROCES).loket_id == ploeg.anna.loket.pk
    assert houder(nummer).loket_id == ploeg.bram.loket.pk
    assert houder(nummer, TOEZICHT).code == "geen_toezicht"
    assert all(rijen(nummer, taak)[0].vanaf == middernacht("2026-11-01") for taak in Regietaak)


def test_een_bekend_vertrek_geeft_de_casusregie_om_middernacht_over(ploeg: Ploeg) -> None:
    stuur(begin(), vertrek("2026-12-01"))
    nu, straks = rijen(nummer_van())
    assert (nu.loket_id, straks.loket_id) == (ploeg.bram.loket.pk, ploeg.anna.loket.pk)
    assert straks.vanaf == middernacht("2026-12-01")
    with klok.op(date(2026, 12, 1)):
        assert houder(nummer_van()).loket_id == ploeg.anna.loket.pk


def test_wat_vooruit_stond_verhuist_mee_met_het_feit(ploeg: Ploeg) -> None:
    stuur(begin(), vertrek("2026-12-01"))
    stuur(correctie("V1-einde-2", {"datum": "2026-12-15"}))
    assert [rij.vanaf for rij in rijen(nummer_van())] == [
        middernacht("2026-11-01"),
        middernacht("2026-12-15"),
    ]


def test_een_begin_dat_eerder_blijkt_krijgt_er_een_houder_voor_bij(ploeg: Ploeg) -> None:
    stuur(begin())
    stuur(correctie("V1-begin", {"begin": "2026-10-01"}))
    eerste, *_rest = rijen(nummer_van(), PROCES)
    assert (eerste.vanaf, eerste.loket_id) == (middernacht("2026-10-01"), ploeg.anna.loket.pk)


def test_zonder_gemeente_is_de_procesregie_zichtbaar_van_niemand(ploeg: Ploeg) -> None:
    stuur(begin(gemeenten=None))
    nu = houder(nummer_van(), PROCES)
    assert (nu.organisatie, nu.code) == ("", "gemeente_onbekend")


def test_herbouwen_verandert_niets_en_vindt_wat_scheef_staat(
    ploeg: Ploeg, eigenaar: psycopg.Connection
) -> None:
    stuur(begin(), vertrek("2026-12-01"))
    with verwerking(programma()):
        assert list(afwijkende_dossiers(programma())) == [[]]
        Regietijdvak.objects.filter(vanaf=middernacht("2026-12-01"), taak=CASUS).delete()
        assert list(afwijkende_dossiers(programma())) == [[nummer_van()]]
    assert list(herbouw_alles(programma(), [nummer_van()])) == [[nummer_van()]]
    assert rijen(nummer_van())[-1].vanaf == middernacht("2026-12-01")


def test_een_nieuw_dossier_kost_geen_vraag_en_een_opdracht(
    ploeg: Ploeg, django_assert_num_queries: Any
) -> None:
    from richting.regie.acties.regietijdvak import breng_bij
    from tests.akkoord.bouwers import verblijf

    stuur(begin())
    nummer = nummer_van()
    with transaction.atomic(), verwerking(programma()) as werk:
        Regietijdvak.objects.all()
        feiten = verblijf(begin=date(2020, 1, 1), bekend_sinds=date(2020, 1, 1))
        with django_assert_num_queries(1):
            breng_bij(werk, {nummer: feiten}, {nummer})
        transaction.set_rollback(True)


VOEG_TOE = """
INSERT INTO regie_regietijdvak (dossier_id, taak, vanaf, soort, organisatie, code, zin, herkomst,
    regel_soort, regel_organisatie, reden, door, vastgesteld_op, categorie)
SELECT id, 'casusregie', %s, '', '', 'proef', '', 'regel', '', '', '', '', %s, 'verblijf'
FROM dossiers_dossier
"""


def probeer(opdracht: str, waarden: list[Any] | None = None) -> None:
    """Run it within a unit of work, with every deferred check at the end."""
    with verwerking(programma()), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "opdracht",
    [
        "DELETE FROM regie_regietijdvak",
        "DELETE FROM regie_regietijdvak WHERE taak = 'toezicht'",
        "UPDATE regie_regietijdvak SET organisatie = 'GM0202'",
        "UPDATE regie_regietijdvak SET vanaf = vanaf - interval '1 year'",
        "UPDATE dossiers_dossier SET begin = '2020-01-01'",
    ],
)
def test_de_database_zelf_weigert_een_gat_en_een_ander_verleden(
    ploeg: Ploeg, opdracht: str
) -> None:
    stuur(begin())
    with pytest.raises(IntegrityError), transaction.atomic():
        probeer(opdracht)
    assert houder(nummer_van()).loket_id == ploeg.bram.loket.pk


def test_de_database_weigert_een_houder_tussen_wat_al_inging(ploeg: Ploeg) -> None:
    stuur(begin())
    nu = klok.nu()
    with pytest.raises(IntegrityError), transaction.atomic():
        probeer(VOEG_TOE, [nu - timedelta(days=2), nu])
    with pytest.raises(IntegrityError), transaction.atomic():
        probeer(VOEG_TOE, [nu + timedelta(hours=3), nu])
    probeer(VOEG_TOE, [nu, nu])
    with pytest.raises(IntegrityError), transaction.atomic():
        probeer(VOEG_TOE, [nu, nu])


def test_een_dossier_zonder_houders_kan_niet_worden_vastgelegd(ploeg: Ploeg) -> None:
    stuur(begin())
    kopie = """
        INSERT INTO dossiers_dossier SELECT (jsonb_populate_record(d, jsonb_build_object(
            'id', uuidv7(), 'nummer', 'kopie', 'kenmerk', 'kopie'))).* FROM dossiers_dossier d
    """
    with pytest.raises(IntegrityError), transaction.atomic():
        probeer(kopie)


def test_met_het_dossier_verdwijnt_ook_wie_de_regie_had(ploeg: Ploeg) -> None:
    stuur(begin())
    nummer = nummer_van()
    with verwerking(programma()), connection.cursor() as cursor:
        cursor.execute("DELETE FROM regie_regietijdvak")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for tabel in _met_dossier(cursor):
            cursor.execute(f"DELETE FROM {tabel} WHERE dossier_id = %s", [nummer])
        cursor.execute("DELETE FROM dossiers_dossier WHERE id = %s", [nummer])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert rijen(nummer) == []


def _met_dossier(cursor: Any) -> list[str]:
    """The tables that hold rows of a dossier and may forget them."""
    cursor.execute(
        "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND column_name = 'dossier_id' AND table_name NOT LIKE 'kern_%%'"
        " AND table_name NOT IN ('delen_inzage', 'delen_verwerking') ORDER BY table_name DESC"
    )
    return [naam for (naam,) in cursor.fetchall()]


def zichtbaar(lid: Any) -> set[str]:
    """The tasks of which this person sees the holder."""
    with lezing(lid.wie(), "proef") as lees:
        gezien = set(Regietijdvak.objects.values_list("taak", flat=True))
        lees.gezien([], {"verblijf"})
    return gezien


@pytest.mark.clausule("6.4")
def test_wie_de_regie_heeft_ziet_alleen_wie_aan_tafel_zit(ploeg: Ploeg) -> None:
    stuur(begin(toezicht=RN, risico18b={"vanaf": "2026-11-01"}))
    alles = {taak.value for taak in Regietaak}
    assert zichtbaar(ploeg.anna) == zichtbaar(ploeg.bram) == zichtbaar(ploeg.cato) == alles
    assert zichtbaar(ploeg.dirk) == zichtbaar(ploeg.eva) == zichtbaar(ploeg.fatima) == set()


def test_overplaatsing_geeft_de_casusregie_die_dag_door(ploeg: Ploeg) -> None:
    stuur(begin())
    stuur(overplaatsing())
    assert houder(nummer_van()).organisatie == "PI-ZWOLLE"
    assert [rij.organisatie for rij in rijen(nummer_van())] == ["PI-NIEUWEGEIN", "PI-ZWOLLE"]


@pytest.mark.clausule("1.6", "5.4")
def test_wie_terugkomt_in_een_eerdere_inrichting_is_overgeplaatst() -> None:
    maak_partijen()
    stuur(begin())
    stuur({**overplaatsing(dag="2026-11-20"), "berichtId": "heen"})
    stuur({**overplaatsing("PI-NIEUWEGEIN", "2026-11-23"), "berichtId": "terug"})
    assert houder(nummer_van()).organisatie == "PI-NIEUWEGEIN"
    assert journaalsoorten().count("overgeplaatst") == 2


@pytest.mark.clausule("1.6", "3.5")
def test_wat_met_andere_woorden_is_opgeschreven_leest_zoals_de_regel_het_nu_zegt(
    ploeg: Ploeg, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    """Another wording is no other reason: nothing is written anew."""
    oud = "Buiten onder titel houdt de inrichting de casusregie."
    binnen_buiten = Loketsoort.CASEMANAGEMENT, True
    with monkeypatch.context() as toen:
        toen.setitem(regie._CASUSREGIE, binnen_buiten, oud)
        vorm = {"vorm": "buiten_fasering", "reden": "Penitentiair programma"}
        stuur(begin(), bericht("fasering_buiten", van="2026-11-15", **vorm))
    assert houder(nummer_van()).zin == oud
    with verwerking(programma()):
        assert list(afwijkende_dossiers(programma())) == [[]]
    meld_aan(client, ploeg.bram)
    for pad in ("", "regie/"):
        tekst = client.get(f"/dossiers/{nummer_van()}/{pad}").content.decode()
        assert oud not in tekst
        assert regie._CASUSREGIE[binnen_buiten] in tekst
