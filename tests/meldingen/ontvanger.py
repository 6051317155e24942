"""A receiver on this machine: keeps what comes, and behaves as badly as a test wants.

`gedrag` says per call what happens, by its number (from 0): a status, or one of the words below.
What was *taken* is what got an answer in the two hundreds that was sent whole.
"""

from __future__ import annotations

import itertools
import json
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

HALF_ANTWOORD, HALVE_KOP, WEG, TWEE_KEER = "half antwoord", "halve kop", "weg", "twee keer"
Gedrag = Callable[[int], int | str]


@dataclass(frozen=True)
class Ontvangen:
    """One call as it came in."""

    pad: str
    koppen: dict[str, str]
    inhoud: bytes
    lijn: int

    @property
    def gebeurtenis(self) -> dict[str, Any]:
        """The event in it."""
        gelezen: dict[str, Any] = json.loads(self.inhoud)
        return gelezen

    @property
    def nummer(self) -> str:
        """The id of the event."""
        return str(self.gebeurtenis["id"])


@dataclass
class Brievenbus:
    """All calls in order, and those that were taken."""

    alles: list[Ontvangen] = field(default_factory=list)
    genomen: list[Ontvangen] = field(default_factory=list)
    gedrag: Gedrag = lambda _keer: 204
    voor_antwoord: Callable[[Ontvangen], None] = lambda _een: None
    koppen: dict[str, str] = field(default_factory=dict)
    slot: threading.Lock = field(default_factory=threading.Lock)

    def eerste_keer(self) -> list[str]:
        """The ids that were taken, each once, in the order in which it was first taken."""
        return list(dict.fromkeys(een.nummer for een in self.genomen))


# Counted, since the address of a line that is gone (`id`) may be given to the next one.
_lijnnummers = itertools.count(1)


class Gesprek(socketserver.StreamRequestHandler):
    """One line, call by call."""

    server: Luisteraar

    def handle(self) -> None:
        """Answer until the other side hangs up or behaviour says so."""
        self._lijn = next(_lijnnummers)
        with suppress(OSError, ValueError):
            while self._een():
                pass

    def _een(self) -> bool:
        kop = self.rfile.readline().decode("latin-1").split()
        if len(kop) != 3:
            return False
        koppen = self._koppen()
        inhoud = self.rfile.read(int(koppen.get("content-length", "0")))
        bus = self.server.bus
        een = Ontvangen(kop[1], koppen, inhoud, self._lijn)
        with bus.slot:
            keer = len(bus.alles)
            bus.alles.append(een)
        bus.voor_antwoord(een)
        return self._antwoord(een, bus.gedrag(keer))

    def _koppen(self) -> dict[str, str]:
        koppen = {}
        while (regel := self.rfile.readline().decode("latin-1").strip()) != "":
            naam, _punt, waarde = regel.partition(":")
            koppen[naam.lower()] = waarde.strip()
        return koppen

    def _antwoord(self, een: Ontvangen, wat: int | str) -> bool:
        bus = self.server.bus
        if wat == WEG:
            return False
        if wat == HALVE_KOP:
            self.wfile.write(b"HTTP/1.1 20")
            return False
        if wat == HALF_ANTWOORD:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            return False
        status = 204 if wat == TWEE_KEER else int(wat)
        if 200 <= status < 300:
            with bus.slot:
                bus.genomen.append(een)
        extra = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in bus.koppen.items())
        antwoord = f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n{extra}\r\n".encode()
        self.wfile.write(antwoord * (2 if wat == TWEE_KEER else 1))
        return True


class Luisteraar(socketserver.ThreadingTCPServer):
    """A port of this machine; with `tls` behind a certificate."""

    allow_reuse_address = True
    request_queue_size = 64
    daemon_threads = True
    block_on_close = False

    def __init__(self, bus: Brievenbus, poort: int, tls: ssl.SSLContext | None) -> None:
        self.bus, self._tls = bus, tls
        self._lijnen: list[socket.socket] = []
        super().__init__(("127.0.0.1", poort), Gesprek)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Talk, behind TLS when there is a certificate; a failed handshake is no call."""
        with suppress(OSError):
            request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            lijn = self._tls.wrap_socket(request, server_side=True) if self._tls else request
            self._lijnen.append(lijn)
            super().finish_request(lijn, client_address)
            if self._tls:
                lijn.close()

    def hang_op(self) -> None:
        """Cut every line that is open."""
        for lijn in self._lijnen:
            with suppress(OSError):
                lijn.shutdown(socket.SHUT_RDWR)


class Ontvanger:
    """Listens until its block ends; `sluit` and `open` in between as often as one likes."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.bus, self.tls = Brievenbus(), tls
        self.poort = 0
        self._server: Luisteraar | None = None

    @property
    def adres(self) -> str:
        """What a party would fill in as address of its webhook."""
        schema = "https" if self.tls else "http"
        return f"{schema}://127.0.0.1:{self.poort}/richting"

    def open(self) -> None:
        """Take calls, on the same port as before."""
        self._server = Luisteraar(self.bus, self.poort, self.tls)
        self.poort = self._server.server_address[1]
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def sluit(self) -> None:
        """Nobody home: nothing listens, and who was talking is cut off."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server.hang_op()
            self._server = None

    def __enter__(self) -> Ontvanger:
        self.open()
        return self

    def __exit__(
        self, _s: type[BaseException] | None, _f: BaseException | None, _t: TracebackType | None
    ) -> None:
        self.sluit()
