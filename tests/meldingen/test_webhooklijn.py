"""The line to a receiver: kept open, bounded in time and size, and only to who proves who it is."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from richting.akkoord.bezorging import Bezorgreden
from richting.meldingen.webhook.adres import Netten, Onbereikbaar, ontleed
from richting.meldingen.webhook.lijn import GROOTSTE_ANTWOORD, Lijn, tls
from tests.meldingen.ontvanger import WEG, Ontvanger

pytestmark = pytest.mark.clausule("5.4")
THUIS = Netten(("127.0.0.0/8",))


def lijn(adres: str, seconden: float = 5, context: Any = None) -> Lijn:
    return Lijn(ontleed(adres, THUIS), THUIS, seconden, context)


@contextmanager
def ruwe_ontvanger(praat: Callable[[socket.socket], None]) -> Iterator[str]:
    """A receiver that says whatever the test says, after it heard a call."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def luister() -> None:
            with suppress(OSError):
                verbinding, _wie = server.accept()
                with verbinding:
                    verbinding.recv(65536)
                    praat(verbinding)

        draad = threading.Thread(target=luister, daemon=True)
        draad.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
    draad.join()


def test_over_een_open_lijn_gaat_meer_dan_een_bericht() -> None:
    with Ontvanger() as een:
        een_lijn = lijn(een.adres)
        assert [een_lijn.stuur(b"{}", {}).status for _keer in range(5)] == [204] * 5
        een_lijn.sluit()
        assert len({bericht.lijn for bericht in een.bus.alles}) == 1


def test_een_lijn_die_de_ander_intussen_sloot_wordt_opnieuw_gelegd() -> None:
    with Ontvanger() as een:
        een_lijn = lijn(een.adres)
        een_lijn.stuur(b"{}", {})
        een.sluit()
        een.open()
        assert een_lijn.stuur(b"{}", {}).status == 204
        een_lijn.sluit()
        assert len({bericht.lijn for bericht in een.bus.alles}) == 2


def test_wie_altijd_ophangt_krijgt_het_niet_eindeloos() -> None:
    with Ontvanger() as een:
        een.bus.gedrag = lambda keer: 204 if keer == 0 else WEG
        een_lijn = lijn(een.adres)
        een_lijn.stuur(b"{}", {})
        with pytest.raises(Onbereikbaar) as fout:
            een_lijn.stuur(b"{}", {})
        assert fout.value.reden is Bezorgreden.AFGEBROKEN
        assert len(een.bus.alles) == 3


def druppel(verbinding: socket.socket) -> None:
    """An answer that never ends, byte by byte, each within any time limit of a single read."""
    klaar = threading.Event()
    verbinding.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    while not klaar.wait(0.02):
        verbinding.sendall(b"x")


def test_een_antwoord_dat_druppelt_is_te_langzaam() -> None:
    with ruwe_ontvanger(druppel) as adres, pytest.raises(Onbereikbaar) as fout:
        lijn(adres, 0.3).stuur(b"{}", {})
    assert fout.value.reden is Bezorgreden.TE_LANGZAAM


def test_een_eindeloos_antwoord_wordt_niet_helemaal_gelezen() -> None:
    gestuurd: list[int] = []

    def stort(verbinding: socket.socket) -> None:
        verbinding.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
        with suppress(OSError):
            while True:
                gestuurd.append(verbinding.send(b"x" * 65536))

    with ruwe_ontvanger(stort) as adres:
        een_lijn = lijn(adres)
        assert een_lijn.stuur(b"{}", {}).status == 200
    assert sum(gestuurd) < 100 * GROOTSTE_ANTWOORD + 10**7


@pytest.mark.parametrize("onzin", [b"geen http\r\n\r\n", b"HTTP/1.1 abc X\r\n\r\n", b"\x00" * 200])
def test_onzin_is_een_afgebroken_antwoord(onzin: bytes) -> None:
    with ruwe_ontvanger(lambda v: v.sendall(onzin)) as adres, pytest.raises(Onbereikbaar) as fout:
        lijn(adres).stuur(b"{}", {})
    assert fout.value.reden is Bezorgreden.AFGEBROKEN


def maak_certificaat(map_: Path, naam: str) -> ssl.SSLContext:
    """A certificate for this machine that signs itself."""
    sleutel, certificaat = map_ / f"{naam}.key", map_ / f"{naam}.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        + ["-nodes", "-days", "30", "-subj", f"/CN={naam}"]
        + ["-addext", "subjectAltName=IP:127.0.0.1"]
        + ["-keyout", str(sleutel), "-out", str(certificaat)],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificaat, sleutel)
    return context


def test_een_ander_certificaat_houdt_alles_op_tot_het_vertrouwd_wordt(tmp_path: Path) -> None:
    oud, nieuw = maak_certificaat(tmp_path, "oud"), maak_certificaat(tmp_path, "nieuw")
    vertrouwt_oud = tls(str(tmp_path / "oud.pem"))
    with Ontvanger(oud) as een:
        een_lijn = lijn(een.adres, context=vertrouwt_oud)
        assert een_lijn.stuur(b"{}", {}).status == 204
        een.sluit()
        een.tls = nieuw
        een.open()
        with pytest.raises(Onbereikbaar) as fout:
            een_lijn.stuur(b"{}", {})
        assert fout.value.reden is Bezorgreden.CERTIFICAAT
        assert len(een.bus.alles) == 1, "er ging niets naar wie zich niet bewees"
        vertrouwt_oud.load_verify_locations(str(tmp_path / "nieuw.pem"))
        assert een_lijn.stuur(b"{}", {}).status == 204
        een_lijn.sluit()


def test_een_certificaat_op_een_andere_naam_telt_niet(tmp_path: Path) -> None:
    context = maak_certificaat(tmp_path, "eigen")
    with Ontvanger(context) as een:
        doel = een.adres.replace("127.0.0.1", "127.0.0.2")
        with pytest.raises(Onbereikbaar):
            lijn(doel, context=tls(str(tmp_path / "eigen.pem"))).stuur(b"{}", {})
        assert een.bus.alles == []
