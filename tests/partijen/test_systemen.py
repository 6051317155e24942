"""Systems and their keys: who may make one, what is kept of it, and when it stops."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from richting.akkoord.woorden import Loketsoort
from richting.kern import klok
from richting.partijen import acties, rechten, systemen
from richting.partijen.fouten import KanNiet, NietToegestaan
from richting.partijen.models import Systeem
from tests.partijen.bouwers import (
    Lid,
    Ploeg,
    journaalregels,
    journaalsoorten,
    maak_beheerder,
    maak_loket,
    maak_organisatie,
    maak_ploeg,
    meld_aan,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ploeg() -> Ploeg:
    return maak_ploeg()


@pytest.fixture
def beheerder(ploeg) -> Lid:
    return maak_beheerder(ploeg.anna)


@pytest.fixture
def levert(db):
    """The desk of DJI that delivers messages."""
    return maak_loket(maak_organisatie("DJI", "dji"), Loketsoort.VERWERKING)


def maak(wie: Lid, loket=None, scopes=(rechten.LEEST_DOSSIERS,), **meer: object):
    return acties.maak_systeem(
        wie.wie(), naam="Zaaksysteem", loket=loket or wie.loket, scopes=scopes, **meer
    )


def test_de_sleutel_is_een_keer_te_zien_en_wordt_alleen_als_afdruk_bewaard(client, beheerder):
    meld_aan(client, beheerder)
    gegevens = {"naam": "Zaak", "loket": beheerder.loket.pk, "scopes": [rechten.LEEST_DOSSIERS]}
    antwoord = client.post("/systemen/nieuw/", gegevens)
    sleutel = antwoord.context["sleutel"]
    assert sleutel in antwoord.content.decode()
    bewaard = Systeem.objects.get()
    assert bewaard.sleutel_hash == hashlib.sha256(sleutel.encode()).hexdigest()
    assert sleutel not in str(list(Systeem.objects.values()))
    assert sleutel not in str([(regel.voor, regel.na) for regel in journaalregels()])
    assert sleutel not in client.get("/systemen/").content.decode()


def test_een_systeem_wordt_herkend_aan_zijn_sleutel(beheerder, django_assert_num_queries):
    nieuw = maak(beheerder)
    with django_assert_num_queries(1):
        gevonden = systemen.herken(nieuw.sleutel)
        assert gevonden == nieuw.systeem
        assert gevonden.loket.organisatie.code == "GM0344"


@pytest.mark.parametrize("sleutel", ["", "richting_fout", "\ud800", "x" * 10_000])
def test_een_onbekende_sleutel_is_niemand(beheerder, sleutel):
    maak(beheerder)
    assert systemen.herken(sleutel) is None


def test_een_ingetrokken_sleutel_werkt_meteen_niet_meer(client, beheerder):
    nieuw = maak(beheerder)
    meld_aan(client, beheerder)
    client.post(f"/systemen/{nieuw.systeem.pk}/intrekken/", {"reden": "gelekt"})
    assert systemen.herken(nieuw.sleutel) is None
    assert journaalsoorten() == ["systeem_gemaakt", "systeem_ingetrokken"]
    with pytest.raises(KanNiet, match="al ingetrokken"):
        acties.trek_systeem_in(beheerder.wie(), nieuw.systeem, "nog eens")


def test_intrekken_zonder_reden_gebeurt_niet(client, beheerder):
    nieuw = maak(beheerder)
    meld_aan(client, beheerder)
    assert client.post(f"/systemen/{nieuw.systeem.pk}/intrekken/", {}).status_code == 400
    assert systemen.herken(nieuw.sleutel) == nieuw.systeem


def test_een_sleutel_verloopt_op_zijn_dag(beheerder):
    dag = klok.nu() + timedelta(days=30)
    nieuw = maak(beheerder, verloopt_op=dag)
    assert systemen.herken(nieuw.sleutel, dag - timedelta(seconds=1)) == nieuw.systeem
    assert systemen.herken(nieuw.sleutel, dag) is None


def test_een_sleutel_die_al_verlopen_is_maakt_niemand(beheerder):
    with pytest.raises(KanNiet, match="die nog komt"):
        maak(beheerder, verloopt_op=klok.nu())


def test_een_gesloten_loket_heeft_geen_werkende_sleutels(beheerder):
    nieuw = maak(beheerder)
    beheerder.loket.actief = False
    beheerder.loket.save()
    assert systemen.herken(nieuw.sleutel) is None


def test_een_systeem_mag_alleen_wat_het_kreeg(beheerder):
    systeem = maak(beheerder).systeem
    assert {scope for scope in rechten.SCOPES if systemen.mag(systeem, scope)} == {
        rechten.LEEST_DOSSIERS
    }


@pytest.mark.parametrize("scopes", [(), ("alles",), (rechten.LEEST_DOSSIERS, "alles")])
def test_een_onbekend_recht_wordt_niet_gegeven(beheerder, scopes):
    with pytest.raises(KanNiet, match="Kies wat dit systeem mag doen"):
        maak(beheerder, scopes=scopes)


def test_alleen_het_loket_dat_berichten_aanlevert_mag_ze_sturen(beheerder, ploeg, levert):
    with pytest.raises(KanNiet, match="mag berichten sturen"):
        maak(beheerder, scopes=(rechten.SCHRIJFT_BERICHTEN,))
    assert maak(ploeg.fatima, levert, (rechten.SCHRIJFT_BERICHTEN,)).systeem.scopes == [
        rechten.SCHRIJFT_BERICHTEN
    ]


def test_de_functioneel_beheerder_maakt_geen_sleutel_die_dossiers_van_een_ander_leest(ploeg):
    with pytest.raises(NietToegestaan):
        maak(ploeg.fatima, ploeg.anna.loket)


def test_de_functioneel_beheerder_trekt_elke_sleutel_in(client, ploeg, beheerder):
    nieuw = maak(beheerder)
    meld_aan(client, ploeg.fatima)
    assert "Zaaksysteem" in client.get("/systemen/").content.decode()
    client.post(f"/systemen/{nieuw.systeem.pk}/intrekken/", {"reden": "gelekt"})
    assert systemen.herken(nieuw.sleutel) is None


def test_een_systeem_van_een_ander_bestaat_niet(client, ploeg, beheerder):
    nieuw = maak(maak_beheerder(ploeg.eva))
    meld_aan(client, beheerder)
    assert "Zaaksysteem" not in client.get("/systemen/").content.decode()
    antwoord = client.post(f"/systemen/{nieuw.systeem.pk}/intrekken/", {"reden": "x"})
    assert antwoord.status_code == 404
    with pytest.raises(NietToegestaan):
        acties.trek_systeem_in(beheerder.wie(), nieuw.systeem, "x")
    with pytest.raises(NietToegestaan):
        maak(beheerder, ploeg.eva.loket)


def test_een_gewone_medewerker_heeft_geen_pagina_van_systemen(client, ploeg):
    meld_aan(client, ploeg.dirk)
    assert client.get("/systemen/").status_code == 404
    assert client.get("/systemen/nieuw/").status_code == 404
    assert client.post("/systemen/1/intrekken/", {"reden": "x"}).status_code == 404
