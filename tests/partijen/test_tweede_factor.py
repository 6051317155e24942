"""The second step: linking an app, codes, reserve codes, and what is refused."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from richting.kern import klok
from richting.partijen import acties, tweede_factor
from richting.partijen.fouten import KanNiet
from tests.partijen.bouwers import WACHTWOORD, Lid, journaalsoorten, maak_ploeg, meld_aan

pytestmark = pytest.mark.django_db


class Telefoon:
    """The app on Anna's phone, on a clock that only the test moves."""

    def __init__(self) -> None:
        self.tijd = 1_795_000_000.0

    def verder(self) -> None:
        """Thirty seconds later there is another code."""
        self.tijd += 30

    def code(self, lid: Lid) -> str:
        toestel = TOTPDevice.objects.filter(user=lid.medewerker).latest("pk")
        rekenaar = TOTP(toestel.bin_key, toestel.step, toestel.t0, toestel.digits)
        rekenaar.time = self.tijd
        return f"{rekenaar.token():06d}"


@pytest.fixture
def telefoon(monkeypatch) -> Telefoon:
    toestel = Telefoon()
    nep = SimpleNamespace(time=lambda: toestel.tijd)
    monkeypatch.setattr("django_otp.plugins.otp_totp.models.time", nep)
    return toestel


@pytest.fixture
def anna() -> Lid:
    return maak_ploeg().anna


@pytest.fixture
def codes(anna, telefoon) -> tuple[str, ...]:
    """Anna has linked an app; these are her reserve codes."""
    toestel = tweede_factor.begin(anna.medewerker)
    return acties.koppel_app(anna.wie(), anna.medewerker, toestel, telefoon.code(anna))


def wachtwoord_goed(client, **meer: str):
    gegevens = {"gebruikersnaam": "anna", "wachtwoord": WACHTWOORD, **meer}
    return client.post("/aanmelden/", gegevens)


def is_binnen(client) -> bool:
    return client.get("/mijn-account/").status_code == 200


def test_anna_koppelt_een_app_en_krijgt_een_keer_tien_reservecodes(client, anna, telefoon):
    meld_aan(client, anna)
    naar = client.post("/mijn-account/tweede-stap/begin/")
    pagina = client.get(naar["Location"]).content.decode()
    assert "data:image/svg+xml" in pagina
    antwoord = client.post("/mijn-account/tweede-stap/", {"code": telefoon.code(anna)})
    html = antwoord.content.decode()
    assert html.count("<code>") == tweede_factor.AANTAL_RESERVECODES
    assert is_binnen(client)
    assert journaalsoorten() == ["tweede_factor_ingesteld"]
    assert "U hebt nog 10 reservecodes" in client.get("/mijn-account/").content.decode()


def test_een_foute_code_koppelt_niets(client, anna, telefoon):
    meld_aan(client, anna)
    client.post("/mijn-account/tweede-stap/begin/")
    antwoord = client.post("/mijn-account/tweede-stap/", {"code": "000000"})
    assert "Deze code klopt niet" in antwoord.content.decode()
    assert not tweede_factor.heeft(anna.medewerker)


def test_het_wachtwoord_alleen_is_dan_niet_genoeg(client, anna, codes):
    naar = wachtwoord_goed(client, next="/systemen/")["Location"]
    assert naar.startswith("/aanmelden/code/?next=")
    assert not is_binnen(client)


def test_met_de_code_erbij_is_anna_binnen(client, anna, codes, telefoon):
    wachtwoord_goed(client)
    telefoon.verder()
    gegevens = {"code": telefoon.code(anna), "next": "/mijn-account/"}
    assert client.post("/aanmelden/code/", gegevens)["Location"] == "/mijn-account/"
    assert is_binnen(client)


def test_een_code_werkt_maar_een_keer(client, anna, codes, telefoon):
    wachtwoord_goed(client)
    telefoon.verder()
    code = telefoon.code(anna)
    client.post("/aanmelden/code/", {"code": code})
    client.post("/afmelden/")
    wachtwoord_goed(client)
    assert client.post("/aanmelden/code/", {"code": code}).status_code == 200
    assert not is_binnen(client)


def test_een_reservecode_werkt_ook_en_maar_een_keer(client, anna, codes):
    wachtwoord_goed(client)
    client.post("/aanmelden/code/", {"code": codes[3].upper()})
    assert is_binnen(client)
    client.post("/afmelden/")
    wachtwoord_goed(client)
    client.post("/aanmelden/code/", {"code": codes[3]})
    assert not is_binnen(client)
    assert tweede_factor.aantal_reservecodes(anna.medewerker) == 9


def test_een_foute_code_remt_de_volgende_poging(client, anna, codes, telefoon):
    wachtwoord_goed(client)
    client.post("/aanmelden/code/", {"code": "000000"})
    telefoon.verder()
    antwoord = client.post("/aanmelden/code/", {"code": telefoon.code(anna)})
    assert "of u probeert het te snel" in antwoord.content.decode()


def test_reservecodes_worden_niet_leesbaar_bewaard(anna, codes):
    bewaard = set(StaticToken.objects.values_list("token", flat=True))
    assert not bewaard & {code.replace("-", "") for code in codes}


def test_wie_te_lang_wacht_met_de_code_begint_opnieuw(client, anna, codes, monkeypatch):
    wachtwoord_goed(client)
    echt = klok.over
    monkeypatch.setattr(klok, "over", lambda duur: echt(duur + timedelta(minutes=11)))
    assert client.get("/aanmelden/code/")["Location"] == "/aanmelden/"


def test_zonder_eerste_stap_is_er_geen_tweede(client, db):
    assert client.post("/aanmelden/code/", {"code": "123456"})["Location"] == "/aanmelden/"


def test_nieuwe_reservecodes_en_een_andere_app_vragen_het_wachtwoord(client, anna, codes):
    meld_aan(client, anna)
    for adres in ("/mijn-account/reservecodes/", "/mijn-account/tweede-stap/begin/"):
        assert client.post(adres, {"wachtwoord": "fout"}).status_code == 400
    html = client.post("/mijn-account/reservecodes/", {"wachtwoord": WACHTWOORD}).content.decode()
    assert codes[0] not in html
    assert html.count("<code>") == 10


def test_reservecodes_zonder_app_bestaan_niet(anna):
    with pytest.raises(KanNiet, match="Koppel eerst een app"):
        acties.vernieuw_reservecodes(anna.wie(), anna.medewerker)


def test_een_nieuwe_app_vervangt_de_oude(anna, codes, telefoon):
    nieuw = tweede_factor.begin(anna.medewerker)
    acties.koppel_app(anna.wie(), anna.medewerker, nieuw, telefoon.code(anna))
    assert list(TOTPDevice.objects.filter(user=anna.medewerker)) == [nieuw]


@pytest.fixture
def verplicht(monkeypatch) -> None:
    """As in production: nobody works without a second step."""
    object.__setattr__(settings.OMGEVING, "tweede_factor", "verplicht")
    yield
    object.__setattr__(settings.OMGEVING, "tweede_factor", "optioneel")


def test_waar_de_tweede_stap_verplicht_is_kom_je_zonder_app_nergens(client, anna, verplicht):
    wachtwoord_goed(client)
    for adres in ("/mijn-account/", "/loket/", "/systemen/"):
        assert client.get(adres)["Location"].startswith("/mijn-account/tweede-stap/")
    assert "Koppel eerst een app" in client.get("/mijn-account/tweede-stap/").content.decode()


def test_waar_de_tweede_stap_verplicht_is_telt_een_sessie_zonder_code_niet(
    client, anna, codes, verplicht
):
    meld_aan(client, anna)
    assert client.get("/mijn-account/").status_code == 302
