"""A bare HTTP client on one open connection, so that the client weighs next to nothing.

Like a browser it brings back the cookies it was given.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping
from types import TracebackType

EINDE = b"\r\n\r\n"


class Verbinding:
    """Asks again and again over the same connection to 127.0.0.1."""

    def __init__(self, poort: int, koppen: Mapping[str, str]) -> None:
        self._lijn = socket.create_connection(("127.0.0.1", poort), 30)
        self._lijn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._alle = {"Host": "127.0.0.1", "Connection": "keep-alive", **koppen}
        self._koppen = _regels(self._alle)

    def haal(self, pad: str) -> bytes:
        """The body of a page; raises RuntimeError for any answer but 200."""
        self._lijn.sendall(f"GET {pad} HTTP/1.1\r\n{self._koppen}\r\n".encode())
        binnen = b""
        while EINDE not in binnen:
            binnen += self._lees()
        kop, _, inhoud = binnen.partition(EINDE)
        if not kop.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{pad}: {kop[:200].decode(errors='replace')}")
        self._bewaar_koekjes(kop)
        lengte = _lengte(kop)
        while len(inhoud) < lengte:
            inhoud += self._lees()
        return inhoud

    def __enter__(self) -> Verbinding:
        return self

    def __exit__(
        self, _s: type[BaseException] | None, _f: BaseException | None, _t: TracebackType | None
    ) -> None:
        self._lijn.close()

    def _bewaar_koekjes(self, kop: bytes) -> None:
        nieuw = [regel for regel in kop.split(b"\r\n") if regel.lower().startswith(b"set-cookie:")]
        if nieuw:
            paren = (regel.partition(b":")[2].partition(b";")[0] for regel in nieuw)
            eerder = [self._alle["Cookie"]] if "Cookie" in self._alle else []
            self._alle["Cookie"] = "; ".join([*eerder, *(p.decode().strip() for p in paren)])
            self._koppen = _regels(self._alle)

    def _lees(self) -> bytes:
        stuk = self._lijn.recv(262_144)
        if not stuk:
            raise RuntimeError("De server verbrak de verbinding.")
        return stuk


def _regels(koppen: Mapping[str, str]) -> str:
    return "".join(f"{naam}: {waarde}\r\n" for naam, waarde in koppen.items())


def _lengte(kop: bytes) -> int:
    for regel in kop.split(b"\r\n"):
        naam, _, waarde = regel.partition(b":")
        if naam.lower() == b"content-length":
            return int(waarde)
    raise RuntimeError("Een antwoord zonder Content-Length kan deze lezer niet aan.")
