"""The place of single sign-on: another way in is a backend that ends in `sessie.begin`."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.contrib.auth import authenticate
from django.test import Client, RequestFactory

from richting.kern import klok
from richting.partijen import rechten, sessie
from richting.partijen.aanmelden import Huissleutel
from richting.partijen.models import Medewerker
from tests.partijen.bouwers import Ploeg, journaalsoorten, maak_ploeg

pytestmark = pytest.mark.django_db


class Claim(Huissleutel):
    """Knows staff by what an identity provider says of them; the account must be in use."""

    def authenticate(self, request: Any, claim: str = "", **_meer: Any) -> Medewerker | None:
        gevonden = Medewerker.objects.filter(gebruikersnaam=claim, is_active=True).first()
        stil = gevonden is not None and rechten.staat_stil(gevonden, klok.nu())
        return None if stil else gevonden


@pytest.fixture
def ploeg(settings: Any) -> Ploeg:
    ingang = f"{__name__}.Claim"
    settings.AUTHENTICATION_BACKENDS = [*settings.AUTHENTICATION_BACKENDS, ingang]
    return maak_ploeg()


def kom_binnen(claim: str) -> Client | None:
    """What the page of an identity provider would do with its answer."""
    request: Any = RequestFactory().get("/aanmelden/")
    request.session = import_module(instellingen.SESSION_ENGINE).SessionStore()
    medewerker: Any = authenticate(request, claim=claim)
    if medewerker is None:
        return None
    sessie.begin(request, medewerker)
    request.session.save()
    client = Client()
    client.cookies[instellingen.SESSION_COOKIE_NAME] = request.session.session_key
    return client


def test_wie_langs_een_andere_ingang_komt_zit_aan_het_eigen_loket(ploeg: Ploeg) -> None:
    client = kom_binnen("anna")
    assert client is not None
    assert ploeg.anna.loket.naam in client.get("/mijn-account/").content.decode()
    assert journaalsoorten() == ["aangemeld"]


@pytest.mark.parametrize("staat", [{"is_active": False}, {"geactiveerd_op": None}])
def test_de_eigen_organisatie_beslist_ook_dan_wie_binnenkomt(
    ploeg: Ploeg, staat: dict[str, Any]
) -> None:
    Medewerker.objects.filter(gebruikersnaam="anna").update(laatst_actief_op=None, **staat)
    assert kom_binnen("anna") is None
