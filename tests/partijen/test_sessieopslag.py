"""Who comes in is read anew with every page, in one statement; nothing of before is believed."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from richting.partijen.models import Lidmaatschap, Loket, Medewerker
from tests.partijen.bouwers import Lid, Ploeg, maak_ploeg, meld_aan

pytestmark = pytest.mark.django_db
PAGINA = "/mijn-account/"
WIE = ("django_session", "partijen_medewerker", "partijen_lidmaatschap")


@pytest.fixture
def ploeg() -> Ploeg:
    return maak_ploeg()


@pytest.fixture
def anna(ploeg: Ploeg) -> Client:
    """Anna's browser, at a page for the second time."""
    client = Client()
    meld_aan(client, ploeg.anna)
    assert client.get(PAGINA).status_code == 200
    return client


def vragen_wie(client: Client) -> list[str]:
    """The statements that ask who comes in."""
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(PAGINA).status_code == 200
    sqls = [een["sql"] for een in vragen.captured_queries]
    return [sql for sql in sqls if "FROM django_session s" in sql or '"django_session"' in sql]


def is_binnen(client: Client) -> bool:
    return bool(client.get(PAGINA).status_code == 200)


def loket_van(client: Client) -> Any:
    return client.get(PAGINA).wsgi_request.loket


def test_de_tweede_keer_is_wie_er_komt_een_vraag(anna: Client) -> None:
    (vraag,) = vragen_wie(anna)
    assert all(tabel in vraag for tabel in WIE)


def test_wie_niet_meer_actief_is_staat_meteen_buiten(anna: Client, ploeg: Ploeg) -> None:
    Medewerker.objects.filter(pk=ploeg.anna.medewerker.pk).update(is_active=False)
    assert not is_binnen(anna)


def test_een_nieuw_wachtwoord_beeindigt_andere_sessies(anna: Client, ploeg: Ploeg) -> None:
    medewerker = Medewerker.objects.get(pk=ploeg.anna.medewerker.pk)
    medewerker.set_password("een ander lang wachtwoord")
    medewerker.save()
    assert not is_binnen(anna)


def test_wie_geen_lid_meer_is_zit_meteen_nergens(anna: Client, ploeg: Ploeg) -> None:
    Lidmaatschap.objects.filter(medewerker=ploeg.anna.medewerker).delete()
    assert loket_van(anna) is None


def test_aan_een_gesloten_loket_zit_niemand(anna: Client, ploeg: Ploeg) -> None:
    Loket.objects.filter(pk=ploeg.anna.loket.pk).update(actief=False)
    assert loket_van(anna) is None


def test_wie_van_loket_wisselt_zit_meteen_aan_het_andere(anna: Client, ploeg: Ploeg) -> None:
    ander = ploeg.bram.loket
    Lidmaatschap.objects.create(medewerker=ploeg.anna.medewerker, loket=ander)
    sessie = anna.session
    sessie["loket"] = ander.pk
    sessie.save()
    assert loket_van(anna) == ander
    assert loket_van(anna) == ander


def test_een_sessie_die_voorbij_is_telt_niet(anna: Client) -> None:
    Session.objects.all().delete()
    assert not is_binnen(anna)


def test_een_ander_in_dezelfde_browser_is_een_ander(anna: Client, ploeg: Ploeg) -> None:
    meld_aan(anna, Lid(ploeg.bram.medewerker, ploeg.bram.loket))
    for _keer in range(2):
        verzoek = anna.get(PAGINA).wsgi_request
        assert (verzoek.user, verzoek.loket) == (ploeg.bram.medewerker, ploeg.bram.loket)
