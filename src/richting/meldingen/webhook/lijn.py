"""One line to one receiver: laid to a checked address, kept open, bounded in time and size.

The standard library, see docs/keuzes/024-http-naar-buiten.md. Nothing is followed: a redirect is an
answer that is not yes. One deadline holds for a whole delivery, also when the receiver lets its
answer drip. A line that was open may have been closed by the other side meanwhile; then the same
delivery goes once more over a new line.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from richting.akkoord.bezorging import Bezorgreden
from richting.meldingen.webhook.adres import Doel, Netten, Onbereikbaar, zoek_op

GROOTSTE_ANTWOORD = 16 * 1024
"""What is read of an answer at most; more says nothing and closes the line."""

DICHT = (ConnectionError, ssl.SSLEOFError, ssl.SSLZeroReturnError)
"""The other side hung up."""


@dataclass(frozen=True)
class Antwoord:
    """The status of an answer, and the seconds that `Retry-After` asks for."""

    status: int
    wacht: int = 0


@dataclass
class _Wekker:
    """When the present delivery must be over."""

    tot: float = 0.0

    def rest(self) -> float:
        over = self.tot - monotonic()
        if over <= 0:
            raise TimeoutError
        return over


class _Bron(io.RawIOBase):
    """Reads from the socket for as long as the deadline leaves."""

    def __init__(self, sock: socket.socket, wekker: _Wekker) -> None:
        super().__init__()
        self._sock, self._wekker = sock, wekker

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(self._wekker.rest())
        return self._sock.recv_into(buffer)


class _Leeskant:
    """What http.client wants of a socket when it reads an answer."""

    def __init__(self, sock: socket.socket, wekker: _Wekker) -> None:
        self._bron = _Bron(sock, wekker)

    def makefile(self, _soort: str) -> io.BufferedReader:
        return io.BufferedReader(self._bron)


def tls(ca: str = "") -> ssl.SSLContext:
    """Check certificates, by the authorities of the system and those in the file `ca`."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca:
        context.load_verify_locations(cafile=ca)
    return context


class Lijn:
    """Send to one receiver, one delivery after the other; `sluit` at the end."""

    def __init__(
        self, doel: Doel, netten: Netten, seconden: float, context: ssl.SSLContext | None = None
    ) -> None:
        self._doel, self._netten, self._seconden = doel, netten, seconden
        self._tls = context if doel.schema == "https" else None
        self._wekker = _Wekker()
        self._open: socket.socket | None = None

    def stuur(self, inhoud: bytes, koppen: Mapping[str, str]) -> Antwoord:
        """Send one delivery and give the answer. Raises Onbereikbaar."""
        self._wekker.tot = monotonic() + self._seconden
        if self._open is not None:
            try:
                return self._een_keer(inhoud, koppen)
            except DICHT:
                self.sluit()  # it was closed while nothing was going on: the event id is the same
            except Exception as fout:
                raise self._mislukt(fout) from fout
        try:
            self._leg()
            return self._een_keer(inhoud, koppen)
        except Onbereikbaar:
            raise
        except Exception as fout:
            raise self._mislukt(fout) from fout

    def sluit(self) -> None:
        """Hang up."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _leg(self) -> None:
        """Connect to the number that was checked, under the name that was asked for."""
        nummer = zoek_op(self._doel, self._netten)
        sock = socket.create_connection((nummer, self._doel.poort), self._wekker.rest())
        self._open = sock
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tls is not None:
            sock.settimeout(self._wekker.rest())
            self._open = self._tls.wrap_socket(sock, server_hostname=self._doel.host)

    def _een_keer(self, inhoud: bytes, koppen: Mapping[str, str]) -> Antwoord:
        sock = self._open
        assert sock is not None
        sock.settimeout(self._wekker.rest())
        sock.sendall(self._verzoek(inhoud, koppen))
        leeskant: Any = _Leeskant(sock, self._wekker)
        antwoord = http.client.HTTPResponse(leeskant, method="POST")
        antwoord.begin()
        gelezen = antwoord.read(GROOTSTE_ANTWOORD + 1)
        uit = Antwoord(antwoord.status, _seconden(antwoord.getheader("Retry-After") or ""))
        if antwoord.length and len(gelezen) <= GROOTSTE_ANTWOORD:
            raise http.client.IncompleteRead(gelezen, antwoord.length)
        if len(gelezen) > GROOTSTE_ANTWOORD or antwoord.will_close:
            self.sluit()
        return uit

    def _verzoek(self, inhoud: bytes, koppen: Mapping[str, str]) -> bytes:
        """The whole request in one piece. Every part is ours, or an address that was taken apart:
        no line can be smuggled in."""
        vast = {"Host": self._doel.kop, "Content-Length": str(len(inhoud)), **koppen}
        regels = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in vast.items())
        return f"POST {self._doel.pad} HTTP/1.1\r\n{regels}\r\n".encode("ascii") + inhoud

    def _mislukt(self, fout: Exception) -> Onbereikbaar:
        self.sluit()
        return Onbereikbaar(_reden(fout))


def _seconden(tekst: str) -> int:
    """Retry-After in seconds; a moment or nonsense is nothing."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 7 else 0


def _reden(fout: Exception) -> Bezorgreden:
    if isinstance(fout, ssl.SSLCertVerificationError):
        return Bezorgreden.CERTIFICAAT
    if isinstance(fout, TimeoutError):
        return Bezorgreden.TE_LANGZAAM
    if isinstance(fout, ConnectionRefusedError):
        return Bezorgreden.GEEN_VERBINDING
    if isinstance(fout, (http.client.HTTPException, *DICHT)):
        return Bezorgreden.AFGEBROKEN
    if isinstance(fout, OSError):
        return Bezorgreden.GEEN_VERBINDING
    raise fout
