"""A party writes the address itself: it must not lead to what only Richting can reach."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from richting.akkoord.bezorging import Bezorgreden
from richting.meldingen.webhook.adres import (
    FoutAdres,
    Netten,
    Onbereikbaar,
    ontleed,
    zoek_op,
)
from richting.meldingen.webhook.lijn import Lijn
from tests.meldingen.ontvanger import Ontvanger

pytestmark = pytest.mark.clausule("6.4")
THUIS = Netten(("127.0.0.0/8", "::1/128"))
OPENBAAR = "93.184.215.14"
INTERN = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.9",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "ff02::1",
]


def antwoord(monkeypatch: pytest.MonkeyPatch, *nummers: str) -> None:
    """The name service says this, whatever is asked."""
    gevonden = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (nummer, 443)) for nummer in nummers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: gevonden)


@pytest.mark.parametrize(
    ("adres", "code"),
    [
        ("https://voorbeeld.nl/hook", ""),
        ("https://voorbeeld.nl:8443/hook?a=1", ""),
        ("http://voorbeeld.nl/hook", "https"),
        ("ftp://voorbeeld.nl/hook", "vorm"),
        ("https://", "vorm"),
        ("https:///pad", "vorm"),
        ("voorbeeld.nl", "vorm"),
        ("https://iemand:geheim@voorbeeld.nl/", "vorm"),
        ("https://voorbeeld.nl/#hier", "vorm"),
        ("https://voorbeeld.nl/met spatie", "vorm"),
        ("https://voorbeeld.nl/\r\nHost: intern", "vorm"),
        ("https://voorbeeld.nl:99999/", "vorm"),
        ("https://vöorbeeld.nl/", "vorm"),
        ("http://127.0.0.1/hook", "https"),
        *((f"https://[{ip}]/" if ":" in ip else f"https://{ip}/", "intern") for ip in INTERN),
    ],
)
def test_wat_een_adres_van_een_webhook_kan_zijn(adres: str, code: str) -> None:
    if not code:
        assert ontleed(adres).host == "voorbeeld.nl"
        return
    with pytest.raises(FoutAdres, match=code):
        ontleed(adres)


@pytest.mark.parametrize("nummer", INTERN)
def test_een_naam_die_naar_binnen_wijst_wordt_niet_gebeld(
    nummer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    doel = ontleed("https://voorbeeld.nl/")
    antwoord(monkeypatch, nummer)
    with pytest.raises(Onbereikbaar) as fout:
        zoek_op(doel, Netten())
    assert fout.value.reden is Bezorgreden.ADRES_INTERN
    antwoord(monkeypatch, OPENBAAR, nummer)
    with pytest.raises(Onbereikbaar):
        zoek_op(doel, Netten())


def test_een_naam_die_niet_bestaat_is_onvindbaar(monkeypatch: pytest.MonkeyPatch) -> None:
    def niets(*_alles: Any, **_rest: Any) -> Any:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", niets)
    with pytest.raises(Onbereikbaar) as fout:
        zoek_op(ontleed("https://bestaat.niet/"), Netten())
    assert fout.value.reden is Bezorgreden.ADRES_ONVINDBAAR


def test_een_genoemd_netwerk_mag_en_een_ander_niet() -> None:
    netten = Netten(("10.20.0.0/16",))
    assert ontleed("https://10.20.3.4/", netten).host == "10.20.3.4"
    with pytest.raises(FoutAdres):
        ontleed("https://10.21.3.4/", netten)


def test_gebeld_wordt_het_nummer_dat_is_nagekeken_ook_als_de_naam_daarna_anders_zegt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The name is asked once; a second answer that leads inside is never heard."""
    gevraagd: list[str] = []
    gebeld: list[tuple[str, int]] = []

    def vraag(*_alles: Any, **_rest: Any) -> Any:
        nummer = OPENBAAR if not gevraagd else "10.0.0.1"
        gevraagd.append(nummer)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (nummer, 443))]

    def bel(adres: tuple[str, int], *_rest: Any) -> Any:
        gebeld.append(adres)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", vraag)
    monkeypatch.setattr(socket, "create_connection", bel)
    with pytest.raises(Onbereikbaar):
        Lijn(ontleed("https://voorbeeld.nl/"), Netten(), 1).stuur(b"{}", {})
    assert gebeld == [(OPENBAAR, 443)]
    assert gevraagd == [OPENBAAR]


def test_een_doorverwijzing_wordt_niet_gevolgd() -> None:
    with Ontvanger() as een, Ontvanger() as ander:
        een.bus.gedrag = lambda _keer: 307
        een.bus.koppen = {"Location": ander.adres}
        lijn = Lijn(ontleed(een.adres, THUIS), THUIS, 5)
        assert lijn.stuur(b"{}", {}).status == 307
        lijn.sluit()
        assert ander.bus.alles == []
