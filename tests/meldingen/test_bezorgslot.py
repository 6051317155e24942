"""What others may know of the ways out: numbers for who owns or manages them, no persons."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import connection

from richting.kern.lezen import lezing
from richting.meldingen import overzichten_bezorging as overzichten
from tests.berichten.bouwers import begin, dossier, maak_partijen, stuur
from tests.meldingen.bouwers import afleveringen, bezorg, laat_thuis_bellen, vertel, webhook
from tests.meldingen.ontvanger import Ontvanger
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg

pytestmark = [pytest.mark.django_db, pytest.mark.clausule("6.4")]


@pytest.fixture
def ploeg(monkeypatch: pytest.MonkeyPatch) -> Ploeg:
    laat_thuis_bellen(monkeypatch)
    maak_partijen()
    return maak_ploeg()


@pytest.fixture
def jan(ploeg: Ploeg) -> UUID:
    stuur(begin(reclassering="RN"))
    gevonden = dossier()
    assert gevonden is not None
    return gevonden.pk


@pytest.fixture
def verteld(ploeg: Ploeg, jan: UUID) -> Iterator[UUID]:
    """Anna's desk has a webhook that took one melding."""
    with Ontvanger() as ontvanger:
        nummer = webhook(ploeg.anna, ontvanger.adres).abonnement.pk
        vertel(jan, ploeg.anna)
        bezorg()
        vertel(jan, ploeg.anna)
        yield nummer


def gezien(lid: Lid) -> list[tuple[int, int]]:
    with lezing(lid.wie(), "proef") as lees:
        lees.niets_gezien()
        return [(een.wacht, een.onbestelbaar) for een in overzichten.ontvangers()]


def test_hoe_het_gaat_zien_het_loket_en_functioneel_beheer(ploeg: Ploeg, verteld: UUID) -> None:
    assert gezien(ploeg.anna) == [(1, 0)]
    assert gezien(ploeg.fatima) == [(1, 0)]
    for ander in (ploeg.bram, ploeg.cato, ploeg.dirk, ploeg.eva, ploeg.gijs):
        assert gezien(ander) == [], ander


def bezorgd_voor(lid: Lid, melding: UUID) -> bool:
    with lezing(lid.wie(), "proef") as lees:
        lees.niets_gezien()
        return melding in dict(overzichten.webhookstappen([melding]))


def test_wie_het_dossier_niet_ziet_hoort_niet_dat_er_iets_bezorgd_is(
    ploeg: Ploeg, verteld: UUID
) -> None:
    melding = next(rij.melding_id for rij in afleveringen() if rij.aanvaard_op)
    assert bezorgd_voor(ploeg.bram, melding)
    for buiten in (ploeg.dirk, ploeg.eva, ploeg.gijs, ploeg.fatima):
        assert not bezorgd_voor(buiten, melding), buiten


def test_een_aflevering_leest_niemand_rechtstreeks(ploeg: Ploeg, verteld: UUID) -> None:
    for lid in ploeg.allen():
        with lezing(lid.wie(), "proef") as lees, connection.cursor() as cursor:
            lees.niets_gezien()
            cursor.execute("SELECT count(*) FROM meldingen_aflevering")
            assert cursor.fetchone() == (0,)


def test_van_een_sleutel_staat_geen_geheim_in_de_database(ploeg: Ploeg, jan: UUID) -> None:
    nieuw = webhook(ploeg.anna, "https://ons.voorbeeld.nl/richting")
    with lezing(ploeg.anna.wie(), "proef") as lees, connection.cursor() as cursor:
        lees.niets_gezien()
        cursor.execute("SELECT row_to_json(s)::text FROM meldingen_webhooksleutel s")
        (tekst,) = cursor.fetchone() or ("",)
    assert nieuw.kenmerk in tekst
    assert nieuw.geheim.removeprefix("whsec_") not in tekst
